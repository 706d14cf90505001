-- What the municipality decides for itself: every change of it, with who, when, before and after.
create schema settings;
grant usage on schema settings to akmasa_app;

-- One row a thing that was ever edited; the row is the lock of whoever edits it next.
create table settings.thing (
  kind text not null,
  id text not null,
  version int not null,
  changed_at timestamptz,
  changed_by text,
  primary key (kind, id)
);
create table settings.change (
  id uuid primary key,
  kind text not null,
  thing_id text not null,
  version int not null,
  at timestamptz not null,
  by text not null default desk.actor(),
  before jsonb,
  after jsonb,
  batch uuid,
  undoes uuid references settings.change,
  unique (kind, thing_id, version)
);
create index change_newest on settings.change (at desc, id desc);
create index change_batch on settings.change (batch) where batch is not null;
create index change_undone on settings.change (undoes) where undoes is not null;
grant select, insert, update (version, changed_at, changed_by) on settings.thing to akmasa_app;
-- History is added to, never rewritten, and nobody signs for another.
grant select, insert (id, kind, thing_id, version, at, before, after, batch, undoes) on settings.change to akmasa_app;
alter table settings.change enable row level security;
alter table settings.change force row level security;
create policy owner on settings.change to akmasa_owner using (true) with check (true);
create policy read on settings.change for select to akmasa_app using ((select desk.scope()) in ('settings', 'desk', 'system'));
create policy write on settings.change for insert to akmasa_app with check ((select desk.scope()) in ('settings', 'desk', 'system') and by = (select desk.actor()));

-- Who acts, the audit, and the outbox: the ground every room stands on.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema desk;
grant usage on schema desk to akmasa_app, akmasa_definer;
-- The identity a transaction carries. Never set, or left over from an ended one (then the empty string): nothing is seen.
create function desk.actor() returns text language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('desk.actor', true), ''), 'nobody') $$;
create function desk.scope() returns text language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('desk.scope', true), ''), 'none') $$;
create function desk.directorate() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('desk.directorate', true), '')::uuid $$;
-- The desk's own people and the system itself see every citizen; a directorate sees its own cases; the rest nothing.
create function desk.sees_all() returns boolean language sql stable parallel safe as $$
  select desk.scope() in ('desk', 'system') $$;

create schema audit;
grant usage on schema audit to akmasa_app;
create table audit.entry (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor text not null default desk.actor(),
  op text not null,
  detail jsonb not null
);
create index entry_xid on audit.entry (xid, id);
create index entry_at on audit.entry (at);
-- No update, no delete, and no choice of actor or transaction.
grant insert (at, op, detail) on audit.entry to akmasa_app;
grant select on audit.entry to akmasa_app;
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy write on audit.entry for insert to akmasa_app with check (actor = desk.actor());
create policy read on audit.entry for select to akmasa_app using ((select desk.scope()) = 'system');
create policy owner on audit.entry to akmasa_owner using (true) with check (true);

create schema outbox;
grant usage on schema outbox to akmasa_app;
create table outbox.event (
  xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  name text not null,
  fact jsonb not null,
  audience text[] not null default '{}',
  at timestamptz not null,
  primary key (xid, id)
);
create table outbox.cursor (consumer text primary key, xid xid8 not null default '0', id bigint not null default 0);
insert into outbox.cursor values ('jobs');
grant insert (name, fact, audience, at) on outbox.event to akmasa_app;
grant select on outbox.event to akmasa_app;
grant select, update on outbox.cursor to akmasa_app;

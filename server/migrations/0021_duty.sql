-- Gets hold of whoever must act now: telephones that ring for a case until somebody has it.
create schema duty;
grant usage on schema duty to akmasa_app;

-- One row: who is rung, in which order and how soon, and what is said.
create table duty.rules (
  id text primary key check (id = 'emergency'),
  -- [{ "who": "on_call" | "director" | "deputy_mayor" | "desk", "seconds": until the next step }]
  steps jsonb not null,
  ring_seconds int not null check (ring_seconds between 15 and 120),
  -- After the last step everybody is rung again, so often.
  again_seconds int not null check (again_seconds between 60 and 3600),
  words_tr text not null,
  words_en text not null
);
insert into duty.rules values ('emergency',
  '[{"who":"on_call","seconds":60},{"who":"on_call","seconds":60},{"who":"director","seconds":60},{"who":"deputy_mayor","seconds":60},{"who":"desk","seconds":180}]', 45, 180,
  'Acil durum. {konu}. Yer: {yer}. {soz}', 'Emergency. {konu}. Place: {yer}. {soz}');
grant select, update on duty.rules to akmasa_app;

-- What is said to those who are rung: the operator's own words instead of the citizen's, or her voice.
create table duty.message (
  case_id uuid primary key references cases.case,
  words text,
  -- A WAV file.
  recording bytea,
  by text not null,
  at timestamptz not null,
  check ((words is null) <> (recording is null))
);
grant select, insert, update on duty.message to akmasa_app;

-- One directorate's part of an emergency, or people to be woken for something else.
create table duty.page (
  id uuid primary key,
  case_id uuid not null references cases.case,
  number text not null,
  reason text not null check (reason in ('emergency', 'late')),
  directorate_id uuid,
  -- Of what is not an emergency: whom to wake, in this order, and what to say.
  staff_ids uuid[],
  words jsonb,
  made_at timestamptz not null,
  state text not null check (state in ('ringing', 'has', 'nobody', 'stopped')),
  -- Steps begun so far.
  step int not null default 0,
  -- Null: nothing more comes by itself.
  next_at timestamptz,
  staff_id uuid,
  staff_name text,
  how text check (how in ('key', 'console', 'desk')),
  stopped_reason text,
  settled_at timestamptz,
  check ((reason = 'emergency') = (directorate_id is not null)),
  check ((reason = 'late') = (staff_ids is not null)),
  check ((state = 'has') = (staff_id is not null))
);
create unique index page_of_directorate on duty.page (case_id, directorate_id) where reason = 'emergency';
create index page_due on duty.page (next_at) where next_at is not null;
create index page_open on duty.page (made_at) where state in ('ringing', 'nobody');
grant select, insert, update (made_at, state, step, next_at, staff_id, staff_name, how, stopped_reason, settled_at) on duty.page to akmasa_app;

-- One step: telephones that ring at once. Written before the switch is asked; asked again after a crash it rings once.
create table duty.ring (
  id uuid primary key,
  page_id uuid not null references duty.page,
  step int not null,
  who text not null,
  at timestamptz not null,
  state text not null check (state in ('wanted', 'rung', 'over')),
  try_at timestamptz,
  unique (page_id, step)
);
create index ring_open on duty.ring (at) where state <> 'over';
grant select, insert, update (state, try_at) on duty.ring to akmasa_app;
create table duty.leg (
  ring_id uuid not null references duty.ring,
  leg int not null,
  staff_id uuid not null,
  name text not null,
  phone text not null,
  language text not null,
  answered_at timestamptz,
  -- `has`, or how it ended as the switch says it.
  result text,
  primary key (ring_id, leg)
);
grant select, insert, update (answered_at, result) on duty.leg to akmasa_app;
-- How far the switch's record of all this has been read.
create table duty.position (one boolean primary key default true check (one), reached jsonb not null);
grant select, insert, update on duty.position to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['message', 'page', 'ring', 'leg'] loop
    execute format('alter table duty.%I enable row level security', name);
    execute format('alter table duty.%I force row level security', name);
    execute format('create policy owner on duty.%I to akmasa_owner using (true) with check (true)', name);
  end loop;
end $$;
-- Seen with its case: the sub-selects obey the policy of the case itself.
create policy of_case on duty.message to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy of_case on duty.page to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy of_page on duty.ring to akmasa_app using (exists (select 1 from duty.page p where p.id = page_id));
create policy of_ring on duty.leg to akmasa_app using (exists (select 1 from duty.ring r where r.id = ring_id));

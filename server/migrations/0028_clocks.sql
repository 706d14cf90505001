-- Clocks: due times that are moved, and who hears of it when one runs out.
alter table cases.case
  -- When the due time was last said anew, by the desk or for a holiday: taking back an older move leaves it as it is.
  add column due_set_at timestamptz,
  -- A day said to the citizen by the desk: no holiday moves it.
  add column due_fixed boolean not null default false;
grant update (due_set_at, due_fixed) on cases.case to akmasa_app;

-- A day became free after promises had been counted over it: open cases are gone through in batches, each once.
create table cases.recount (
  change_id uuid primary key,
  at timestamptz not null,
  day date not null,
  name jsonb not null,
  -- Minutes of the civil day at which work ended before and ends since; 1440: a day like any other.
  ended_before int not null,
  ends_at int not null,
  reached uuid,
  done_at timestamptz
);
create index recount_open on cases.recount (at) where done_at is null;
grant select, insert, update (reached, done_at) on cases.recount to akmasa_app;

-- One row: when who is told.
create table duty.escalation_rules (
  one boolean primary key default true check (one),
  steps jsonb not null,
  -- Outside working hours people are telephoned for emergencies, and for these topics.
  phone_emergencies boolean not null,
  phone_topics uuid[] not null
);
insert into duty.escalation_rules (steps, phone_emergencies, phone_topics) values ('[
  {"key": "three-quarters", "when": "share", "amount": 75, "whom": "in_hand", "mail": false},
  {"key": "day-before", "when": "working_days", "amount": -1, "whom": "in_hand", "mail": true},
  {"key": "due", "when": "due", "amount": 0, "whom": "in_hand", "mail": true},
  {"key": "late-director", "when": "working_days", "amount": 1, "whom": "director", "mail": true},
  {"key": "late-deputy-mayor", "when": "working_days", "amount": 2, "whom": "deputy_mayor", "mail": true}]', true, '{}');
grant select, update on duty.escalation_rules to akmasa_app;

-- When a case is next looked at, and from when its present due time counts.
create table duty.clock (
  case_id uuid primary key references cases.case,
  due_at timestamptz,
  since timestamptz not null,
  -- Null: nothing more comes by itself.
  next_at timestamptz
);
create index clock_next on duty.clock (next_at) where next_at is not null;
grant select, insert, update, delete on duty.clock to akmasa_app;
-- What is open already is looked at once the server runs.
insert into duty.clock (case_id, due_at, since, next_at)
  select id, due_at, greatest(opened_at, coalesce(due_set_at, opened_at)), opened_at from cases.case where cases.is_open(status);

-- One step of one part of a case and one due time, once.
create table duty.escalation (
  id uuid primary key,
  case_id uuid not null references cases.case,
  -- Whose part it is; null: the desk's.
  directorate_id uuid,
  due_at timestamptz not null,
  step text not null,
  -- As the step was when it was taken.
  "when" text not null check ("when" in ('share', 'working_days', 'hours', 'due')),
  amount int not null,
  at timestamptz not null,
  late boolean not null,
  -- To whom it went in the end.
  whom text not null check (whom in ('in_hand', 'director', 'deputy_mayor', 'supervisor', 'nobody')),
  -- Whoever is telephoned about it, outside working hours.
  page_id uuid references duty.page,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  note text,
  -- Nothing further until then.
  quiet_until timestamptz,
  -- The case ended, waits, or falls due at another time.
  over_at timestamptz,
  unique nulls not distinct (case_id, directorate_id, due_at, step)
);
create index escalation_page on duty.escalation (page_id) where page_id is not null and acknowledged_at is null and over_at is null;
create index escalation_case on duty.escalation (case_id, at);
grant select, insert, update (page_id, acknowledged_at, acknowledged_by, note, quiet_until, over_at) on duty.escalation to akmasa_app;
create table duty.escalated (
  escalation_id uuid not null references duty.escalation,
  staff_id text not null,
  primary key (escalation_id, staff_id)
);
create index escalated_staff on duty.escalated (staff_id);
grant select, insert on duty.escalated to akmasa_app;

-- Word to staff by e-mail: at least once, never twice for the same fact.
create table duty.notice (
  id uuid primary key,
  fact text not null unique,
  staff_id uuid not null,
  case_id uuid references cases.case,
  subject text not null,
  text text not null,
  -- spooled: no mail server is connected.
  status text not null check (status in ('queued', 'sent', 'failed', 'spooled')),
  at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz,
  sent_at timestamptz,
  error text
);
create index notice_due on duty.notice (next_try_at) where status = 'queued';
create index notice_case on duty.notice (case_id, at);
grant select, insert, update (status, tries, next_try_at, sent_at, error) on duty.notice to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['clock', 'escalation', 'escalated', 'notice'] loop
    execute format('alter table duty.%I enable row level security', name);
    execute format('alter table duty.%I force row level security', name);
    execute format('create policy owner on duty.%I to akmasa_owner using (true) with check (true)', name);
    execute format('create policy by_itself on duty.%I to akmasa_app using ((select desk.scope()) = ''system'') with check ((select desk.scope()) = ''system'')', name);
  end loop;
end $$;
-- Seen with its case; whoever sees it may say that she has it.
create policy of_case on duty.escalation for select to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy acknowledge on duty.escalation for update to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy of_case on duty.escalated for select to akmasa_app using (exists (select 1 from duty.escalation e where e.id = escalation_id));

-- For the inbox: what waits for whom.
create view duty.escalated_published with (security_invoker = true) as
  select e.case_id, s.staff_id from duty.escalation e join duty.escalated s on s.escalation_id = e.id where e.over_at is null and e.acknowledged_at is null;
grant select on duty.escalated_published to akmasa_app;

-- Who is away is told nothing that others can be told.
create view resolution.absence_published with (security_invoker = true) as select staff_id, until from resolution.absence;
grant select on resolution.absence_published to akmasa_app;

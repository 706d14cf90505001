-- The approved solution is discussed with the citizen: whose call it is, each try, and her answer.
alter table contact.call_task drop constraint call_task_reason_check;
alter table contact.call_task add constraint call_task_reason_check check (reason in ('call_back', 'voice_message', 'abandoned', 'tell_number', 'tell', 'check_number', 'answer', 'agree'));
alter table contact.call_task
  -- Whose call it is; null: the desk's.
  add column directorate_id uuid references identity.directorate,
  add column for_staff text,
  -- It sleeps until then.
  add column wakes_at timestamptz;
create index call_task_of_directorate on contact.call_task (directorate_id) where directorate_id is not null and status <> 'done';
grant update (phone, directorate_id, for_staff, wakes_at) on contact.call_task to akmasa_app;
-- A directorate sees the calls that are its own, of cases that it sees, and makes them; the desk sees all.
create policy directorate on contact.call_task for select to akmasa_app
  using (directorate_id = (select cases.reader()) and exists (select 1 from cases.case c where c.id = case_id));
create policy directorate_works on contact.call_task for update to akmasa_app
  using (directorate_id = (select cases.reader()) and exists (select 1 from cases.case c where c.id = case_id));
-- It may hand a call of its own to the desk; from then on it does not see it any more, so no policy could allow it.
grant select, update (directorate_id, for_staff, status, taken_by, taken_at, wakes_at) on contact.call_task to akmasa_definer;
create function contact.to_desk(task uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update contact.call_task set directorate_id = null, for_staff = null, status = 'open', taken_by = null, taken_at = null, wakes_at = null
  where id = task and status <> 'done' and ((select desk.sees_all()) or directorate_id = (select cases.reader())) $$;
grant create on schema contact to akmasa_definer;
alter function contact.to_desk(uuid) owner to akmasa_definer;
revoke create on schema contact from akmasa_definer;
revoke execute on function contact.to_desk(uuid) from public;
grant execute on function contact.to_desk(uuid) to akmasa_app;

-- Calls we made about a case. Of a tip-off only the desk knows that there was one.
create table cases.talk (
  call_id text not null,
  case_id uuid not null references cases.case,
  at timestamptz not null,
  primary key (call_id, case_id)
);
create index talk_case on cases.talk (case_id, at);
grant select, insert on cases.talk to akmasa_app;
alter table cases.talk enable row level security;
alter table cases.talk force row level security;
create policy owner on cases.talk to akmasa_owner using (true) with check (true);
create policy read on cases.talk for select to akmasa_app
  using (exists (select 1 from cases.case c where c.id = case_id and ((select desk.sees_all()) or c.kind <> 'tip_off')));
create policy make on cases.talk for insert to akmasa_app with check ((select desk.sees_all()));

-- A telephone for calling out alone: it takes part in no queue.
alter table calls.seat add column only_out boolean not null default false;

-- One row: how often she is called, in which parts of the day (minutes of the civil day), and how many days lie between.
create table resolution.agreement_rules (
  id text primary key check (id = 'agreement'),
  tries int not null check (tries between 1 and 6),
  windows jsonb not null,
  days_between int not null check (days_between between 0 and 14),
  changed_at timestamptz
);
insert into resolution.agreement_rules values ('agreement', 3, '[{"from": 540, "to": 720}, {"from": 780, "to": 1020}, {"from": 1020, "to": 1200}]', 1, null);
grant select, update (tries, windows, days_between, changed_at) on resolution.agreement_rules to akmasa_app;

create table resolution.talk (
  id uuid primary key,
  case_id uuid not null references cases.case,
  proposal_id uuid not null,
  kind text not null check (kind in ('solution', 'refusal')),
  task_id uuid not null references contact.call_task,
  -- Whose call it is; null: the desk's.
  directorate_id uuid references identity.directorate,
  status text not null check (status in ('calling', 'link', 'desk', 'agreed', 'objected', 'withdrawn', 'refusal_accepted', 'stopped')),
  made_at timestamptz not null,
  next_at timestamptz,
  chosen boolean not null default false,
  link_sent_at timestamptz,
  -- What told her the link, to look whether it arrived.
  link_fact text,
  answer_by timestamptz,
  silence_agrees boolean not null default false,
  why text,
  ended_at timestamptz,
  how text check (how in ('call', 'link', 'silence', 'counter')),
  words text,
  because text,
  call_id text,
  by text,
  check ((ended_at is not null) = (status not in ('calling', 'link', 'desk')))
);
-- One open talk of a case: whoever answers, answers that one.
create unique index talk_open on resolution.talk (case_id) where ended_at is null;
create unique index talk_task on resolution.talk (task_id);
create index talk_case on resolution.talk (case_id, made_at);
create index talk_answer_by on resolution.talk (answer_by) where status = 'link';
grant select, insert, update on resolution.talk to akmasa_app;

create table resolution.try (
  id uuid primary key,
  talk_id uuid not null references resolution.talk,
  at timestamptz not null,
  by text not null,
  result text not null check (result in ('not_reached', 'wrong_number', 'asks_later', 'asks_link')),
  note text
);
create index try_talk on resolution.try (talk_id, at);
grant select, insert on resolution.try to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['talk', 'try'] loop
    execute format('alter table resolution.%I enable row level security', name);
    execute format('alter table resolution.%I force row level security', name);
    execute format('create policy owner on resolution.%I to akmasa_owner using (true) with check (true)', name);
  end loop;
end $$;
create policy of_case on resolution.talk to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy of_talk on resolution.try to akmasa_app using (exists (select 1 from resolution.talk t where t.id = talk_id));

-- The loop: from the case to a citizen who says that it is done. States and moves stand in contracts/moves.ts.
-- Another reach of eyes: the deputy mayor's. Cases yes, what only the desk may know (who told a tip-off, drafts) no.
create function desk.sees_cases() returns boolean language sql stable parallel safe as $$
  select desk.scope() in ('desk', 'system', 'office') $$;

alter table cases.case drop constraint case_status_check;
alter table cases.case add constraint case_status_check check (status in (
  'registered', 'routed', 'under_review', 'proposed', 'awaiting_approval', 'discussing', 'planned', 'in_progress', 'resolved', 'awaiting_confirmation', 'closed',
  'returned', 'waiting_info', 'on_hold', 'rejected', 'duplicate', 'handed_over', 'reopened', 'cancelled', 'adopted', 'declined'));
-- Said once for every index, policy and statement that asks for what is unfinished.
create function cases.is_open(status text) returns boolean language sql immutable parallel safe as $$
  select status not in ('closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined') $$;
alter table cases.case
  add column waits_for text check (waits_for in ('citizen', 'institution', 'directorate', 'weather', 'supply', 'other')),
  add column waits_reason text,
  -- The promise stands still from then on.
  add column waits_since timestamptz,
  add column waits_until timestamptz,
  add column found_source jsonb,
  add column duplicate_of uuid references cases.case,
  add column reopened int not null default 0,
  add check ((waits_for is null) = (waits_since is null));
create index case_waits on cases.case (waits_until) where waits_until is not null;
create index case_duplicates on cases.case (duplicate_of) where duplicate_of is not null;
grant update (waits_for, waits_reason, waits_since, waits_until, found_source, duplicate_of, reopened, institution_id, institution) on cases.case to akmasa_app;

alter table cases.task drop constraint task_status_check;
alter table cases.task add constraint task_status_check check (status in ('open', 'taken', 'proposed', 'ready', 'working', 'done', 'returned', 'passed'));
alter table cases.task add column assigned_to text;
grant update (assigned_to) on cases.task to akmasa_app;
create index task_assigned on cases.task (assigned_to) where assigned_to is not null and status not in ('returned', 'passed', 'done');
drop index cases.task_of_directorate;
create index task_of_directorate on cases.task (directorate_id, case_id) where status not in ('returned', 'passed');
create or replace function cases.keep_dirs() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update cases.case c set dirs = t.dirs
  from (
    select a.case_id, coalesce(array_agg(a.directorate_id order by a.directorate_id)
      filter (where a.status not in ('returned', 'passed') or not b.personal), '{}') as dirs
    from cases.task a join cases.case b on b.id = a.case_id
    where a.case_id in (select changed.case_id from changed) group by a.case_id
  ) t
  where c.id = t.case_id and c.dirs <> t.dirs;
  return null;
end $$;

drop index cases.case_open_due; drop index cases.case_near; drop index cases.case_place;
create index case_open_due on cases.case (due_at, id) where status not in ('closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined');
create index case_near on cases.case (topic_id, h3) where status not in ('closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined');
create index case_place on cases.case (topic_id, place_id) where status not in ('closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined');

create or replace function cases.keep_closed_at() returns trigger language plpgsql as $$ begin
  if cases.is_open(new.status) then new.closed_at := null;
  -- Its end is the moment it came to it; what an import brings has its own.
  elsif tg_op = 'INSERT' or cases.is_open(old.status) then new.closed_at := coalesce(new.closed_at, new.changed_at);
  end if;
  return new;
end $$;

-- Every move: who, when, why, and what stood there before it, so that it can be taken back.
create table cases.move (
  id uuid primary key,
  case_id uuid not null references cases.case,
  at timestamptz not null,
  -- In the order they were made: two may share a moment.
  n bigint generated always as identity,
  by text not null,
  move text not null,
  from_status text not null,
  to_status text not null,
  directorate_id uuid,
  facts jsonb not null,
  before jsonb not null,
  undone_at timestamptz,
  undone_by text
);
create index move_case on cases.move (case_id, n desc);
grant select, insert, update (undone_at, undone_by) on cases.move to akmasa_app;
alter table cases.move enable row level security;
alter table cases.move force row level security;
create policy owner on cases.move to akmasa_owner using (true) with check (true);
create policy read on cases.move for select to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy make on cases.move for insert to akmasa_app
  with check ((by = (select desk.actor()) or (select desk.scope()) = 'system') and exists (select 1 from cases.case c where c.id = case_id));
-- Taken back by another hand than made it: only that it was, and by whom, can be written.
create policy undo on cases.move for update to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id))
  with check (undone_by = (select desk.actor()) or (select desk.scope()) = 'system');

drop policy read on cases.case; drop policy change on cases.case;
create policy read on cases.case for select to akmasa_app using ((select desk.sees_cases()) or (select cases.reader()) = any(dirs));
create policy change on cases.case for update to akmasa_app using ((select desk.sees_cases()) or (select cases.reader()) = any(dirs));
create or replace function cases.matching(longest text, others text[], most int) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with found as materialized (
    select c.id from cases.case c
    where c.folded like longest and c.folded like all(others)
      and ((select desk.sees_cases()) or (select cases.reader()) = any(c.dirs)))
  select id from found order by id desc limit most $$;
grant execute on function desk.sees_cases() to akmasa_app, akmasa_definer;

-- The contact ledger: every word between municipality and citizen, any channel, in and out.
create table contact.word (
  id uuid primary key,
  case_id uuid not null references cases.case,
  at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('sms', 'mail', 'call', 'chat', 'letter', 'counter')),
  -- What it told of: `registered`, `moved`, `answered` …
  what text not null,
  -- Counts for the silence rule: news, and not a sign of life alone.
  true_news boolean not null,
  automatic boolean not null,
  message_id uuid,
  call_id text,
  words text,
  by text not null,
  unique (message_id)
);
create index word_case on contact.word (case_id, at);
grant select, insert on contact.word to akmasa_app;
alter table contact.word enable row level security;
alter table contact.word force row level security;
create policy owner on contact.word to akmasa_owner using (true) with check (true);
-- Who sees the case sees what was said; numbers and addresses stand elsewhere.
create policy of_case on contact.word to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create view contact.word_published with (security_invoker = true) as select case_id, at, direction, true_news, automatic from contact.word;
grant select on contact.word_published to akmasa_app;
-- What was said before there was a ledger.
insert into contact.word (id, case_id, at, direction, channel, what, true_news, automatic, message_id, words, by)
  select gen_random_uuid(), m.case_id, coalesce(m.sent_at, m.at), 'out', case m.channel when 'voice' then 'call' else m.channel end, 'registered', true, true, m.id, m.text, 'contact.tell'
  from contact.message m where m.case_id is not null and m.status <> 'failed';

alter table routing.topic add column loop jsonb not null default '{}';
alter table identity.directorate add column deputy_mayor_id uuid references identity.staff;

-- Whoever works outside reads nobody's name.
drop policy read on identity.staff;
create policy read on identity.staff for select to akmasa_app using ((select desk.scope()) not in ('none', 'place', 'crew') or id::text = (select desk.actor()));

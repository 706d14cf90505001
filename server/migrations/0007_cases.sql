-- The record: cases, the directorates' tasks, who told us, the timeline.
create schema cases;
grant usage on schema cases to akmasa_app, akmasa_definer;

-- A number comes from the sequence of its civil year: nobody waits, none is given twice, gaps are allowed.
do $$ begin
  for year in 2024..2075 loop
    execute format('create sequence cases.number_%s', year);
  end loop;
end $$;
grant usage on all sequences in schema cases to akmasa_app;

-- The directorate whose eyes a transaction reads with; null for the desk, the administrator and nobody.
create function cases.reader() returns uuid language sql stable parallel safe as $$
  select case when desk.scope() = 'directorate' then desk.directorate() end $$;

-- Names of topic, place and institution stand here as they were when the case was opened.
create table cases.case (
  id uuid primary key,
  number text not null unique,
  kind text not null,
  channel text not null,
  status text not null check (status in ('registered', 'routed', 'under_review', 'returned', 'handed_over', 'closed')),
  topic_id uuid not null,
  topic jsonb not null,
  -- A matter of one person: no neighbour is told of it, and who gives it back sees it no more.
  personal boolean not null,
  said text not null,
  source jsonb not null,
  answers jsonb not null,
  place_id uuid,
  place text,
  street text,
  street_folded text,
  address_words text,
  lat double precision,
  lon double precision,
  -- H3 cell of resolution 10, about 130 m from one to the next.
  h3 bigint,
  emergency boolean not null,
  lead_id uuid,
  -- The directorates that may read it: kept true by a trigger on their tasks, read by every policy below.
  dirs uuid[] not null default '{}',
  due_at timestamptz,
  opened_at timestamptz not null,
  opened_by text not null,
  changed_at timestamptz not null,
  followers int not null default 0,
  institution_id uuid,
  institution jsonb,
  -- Number, words, place and topic, folded; every word with a space before it.
  folded text not null,
  check ((lat is null) = (lon is null) and (lat is null) = (h3 is null))
);
create index case_open_due on cases.case (due_at, id) where status in ('registered', 'routed', 'under_review', 'returned');
create index case_newest on cases.case (opened_at desc, id desc);
create index case_near on cases.case (topic_id, h3) where status in ('registered', 'routed', 'under_review', 'returned');
create index case_place on cases.case (topic_id, place_id) where status in ('registered', 'routed', 'under_review', 'returned');
create index case_words on cases.case using gin (folded gin_trgm_ops);
grant select, insert, update (status, lead_id, due_at, changed_at, followers) on cases.case to akmasa_app;
grant select, update (dirs) on cases.case to akmasa_definer;

create table cases.task (
  case_id uuid not null references cases.case,
  directorate_id uuid not null,
  part text not null check (part in ('lead', 'supporting')),
  status text not null check (status in ('open', 'taken', 'returned', 'passed')),
  due_at timestamptz,
  taken_by text,
  taken_at timestamptz,
  first_seen_at timestamptz,
  made_at timestamptz not null,
  primary key (case_id, directorate_id)
);
create index task_of_directorate on cases.task (directorate_id, case_id) where status in ('open', 'taken');
grant select, insert, update (part, status, due_at, taken_by, taken_at, first_seen_at) on cases.task to akmasa_app;
grant select on cases.task to akmasa_definer;

create function cases.keep_dirs() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update cases.case c set dirs = t.dirs
  from (
    select a.case_id, coalesce(array_agg(a.directorate_id order by a.directorate_id)
      filter (where a.status in ('open', 'taken') or not b.personal), '{}') as dirs
    from cases.task a join cases.case b on b.id = a.case_id
    where a.case_id in (select changed.case_id from changed) group by a.case_id
  ) t
  where c.id = t.case_id and c.dirs <> t.dirs;
  return null;
end $$;
create trigger task_made after insert on cases.task referencing new table as changed for each statement execute function cases.keep_dirs();
create trigger task_changed after update on cases.task referencing new table as changed for each statement execute function cases.keep_dirs();

-- Who told us, with the call it came by: a table of its own, because of a tip-off no directorate may ever see either.
create table cases.reporter (
  case_id uuid primary key references cases.case,
  citizen_id uuid,
  name text,
  phone text,
  anonymous boolean not null,
  may_message boolean not null,
  language text not null,
  call_id text,
  withheld boolean not null
);
create index reporter_citizen on cases.reporter (citizen_id) where citizen_id is not null;
create index reporter_phone on cases.reporter (phone) where phone is not null;
create index reporter_call on cases.reporter (call_id) where call_id is not null;
grant select, insert on cases.reporter to akmasa_app;

-- Others with the same problem; for the desk alone.
create table cases.follower (
  id uuid primary key,
  case_id uuid not null references cases.case,
  citizen_id uuid,
  name text,
  phone text,
  anonymous boolean not null,
  may_message boolean not null,
  language text not null,
  call_id text,
  draft_id uuid,
  at timestamptz not null,
  by text not null,
  unique (case_id, citizen_id),
  unique (case_id, draft_id)
);
create index follower_citizen on cases.follower (citizen_id) where citizen_id is not null;
create index follower_phone on cases.follower (phone) where phone is not null;
create index follower_call on cases.follower (call_id) where call_id is not null;
grant select, insert on cases.follower to akmasa_app;

-- The timeline: only ever added to.
create table cases.entry (
  id uuid primary key,
  case_id uuid not null references cases.case,
  at timestamptz not null,
  by text not null,
  what text not null,
  facts jsonb not null,
  audience text not null check (audience in ('internal', 'citizen'))
);
create index entry_case on cases.entry (case_id, at, id);
grant select, insert on cases.entry to akmasa_app;

create table cases.mention (
  entry_id uuid not null references cases.entry,
  case_id uuid not null references cases.case,
  staff_id text not null,
  seen_at timestamptz,
  primary key (entry_id, staff_id)
);
create index mention_unseen on cases.mention (staff_id, case_id) where seen_at is null;
grant select, insert, update (seen_at) on cases.mention to akmasa_app;

create table cases.seen (
  staff_id text not null,
  case_id uuid not null references cases.case,
  at timestamptz not null,
  primary key (staff_id, case_id)
);
grant select, insert, update (at) on cases.seen to akmasa_app;

create table cases.attachment (
  id uuid primary key,
  case_id uuid not null references cases.case,
  name text not null,
  type text not null,
  bytes bigint not null,
  sha256 text not null,
  at timestamptz not null,
  by text not null
);
create index attachment_case on cases.attachment (case_id);
grant select, insert on cases.attachment to akmasa_app;

-- An intake as typed so far. Sent or thrown away it stays without its words, so that a late save cannot bring it back.
create table cases.draft (
  id uuid primary key,
  call_id text,
  body jsonb not null,
  version int not null,
  saved_at timestamptz not null,
  by text not null,
  ended text check (ended in ('sent', 'discarded'))
);
create index draft_open_of on cases.draft (by) where ended is null;
create index draft_open_call on cases.draft (call_id) where ended is null;
grant select, insert, update (call_id, body, version, saved_at, by, ended) on cases.draft to akmasa_app;

-- What was sent under an id, so that the same submit twice is one case and gets the same answer.
create table cases.submission (
  id uuid primary key,
  hash text not null,
  at timestamptz not null,
  by text not null,
  answer jsonb
);
grant select, insert, update (answer) on cases.submission to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['case', 'task', 'reporter', 'follower', 'entry', 'mention', 'seen', 'attachment', 'draft', 'submission'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('alter table cases.%I force row level security', name);
    execute format('create policy owner on cases.%I to akmasa_owner using (true) with check (true)', name);
  end loop;
end $$;

-- Settings are read through a sub-select, once a statement: bare, they were read for every row (16 times slower).
create policy read on cases.case for select to akmasa_app using ((select desk.sees_all()) or (select cases.reader()) = any(dirs));
create policy change on cases.case for update to akmasa_app using ((select desk.sees_all()) or (select cases.reader()) = any(dirs));
create policy open on cases.case for insert to akmasa_app with check ((select desk.sees_all()));

-- Whatever hangs on a case is seen with it: the sub-select obeys the policy of the case itself.
create policy of_case on cases.task to akmasa_app using (directorate_id = (select cases.reader()) or exists (select 1 from cases.case c where c.id = case_id));
create policy of_case on cases.attachment to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy read on cases.entry for select to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy write on cases.entry for insert to akmasa_app
  with check ((by = (select desk.actor()) or (select desk.scope()) = 'system') and exists (select 1 from cases.case c where c.id = case_id));

create policy read on cases.reporter for select to akmasa_app
  using ((select desk.sees_all()) or (not withheld and exists (select 1 from cases.case c where c.id = case_id)));
create policy write on cases.reporter for insert to akmasa_app with check ((select desk.sees_all()));
create policy desk on cases.follower to akmasa_app using ((select desk.sees_all()));
create policy desk on cases.draft to akmasa_app using ((select desk.sees_all()));
create policy desk on cases.submission to akmasa_app using ((select desk.sees_all()));

create policy mine on cases.seen to akmasa_app using (staff_id = (select desk.actor()));
create policy mine on cases.mention to akmasa_app using (staff_id = (select desk.actor()));
create policy make on cases.mention for insert to akmasa_app with check (exists (select 1 from cases.case c where c.id = case_id));

-- Search by words. `like` is not leakproof, so under a policy the index is not used; here the same condition stands inside.
create function cases.matching(longest text, others text[], most int) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with found as materialized (
    select c.id from cases.case c
    where c.folded like longest and c.folded like all(others)
      and ((select desk.sees_all()) or (select cases.reader()) = any(c.dirs)))
  select id from found order by id desc limit most $$;

-- To own a function of a schema a role must be allowed to make things in it.
grant create on schema cases to akmasa_definer;
alter function cases.keep_dirs() owner to akmasa_definer;
alter function cases.matching(text, text[], int) owner to akmasa_definer;
revoke create on schema cases from akmasa_definer;
revoke execute on function cases.matching(text, text[], int) from public;
grant execute on function cases.matching(text, text[], int) to akmasa_app;

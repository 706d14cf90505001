-- What the directorates will do about a case, and who approved it.
create schema resolution;
grant usage on schema resolution to akmasa_app, akmasa_definer;

-- One row: how far a director decides alone, and what may be approved together.
create table resolution.rules (
  one boolean primary key default true check (one),
  director_limit text not null default 'medium' check (director_limit in ('none', 'small', 'medium', 'large')),
  bulk text[] not null default '{none,small}'
);
insert into resolution.rules default values;
grant select, update on resolution.rules to akmasa_app;

create table resolution.template (
  id uuid primary key,
  name text not null,
  -- Null: for every topic.
  topic_id uuid,
  body jsonb not null,
  position int not null default 0,
  retired_at timestamptz
);
grant select, insert, update, delete on resolution.template to akmasa_app;

-- Who is away, and until which day; her deputy decides meanwhile.
create table resolution.absence (
  staff_id uuid primary key references identity.staff,
  until date not null,
  at timestamptz not null
);
grant select, insert, update, delete on resolution.absence to akmasa_app;

create table resolution.proposal (
  id uuid primary key,
  case_id uuid not null references cases.case,
  version int not null,
  kind text not null check (kind in ('solution', 'refusal')),
  status text not null check (status in ('draft', 'proposed', 'submitted', 'approved', 'sent_back', 'agreed', 'objected', 'withdrawn', 'rejected')),
  plain jsonb,
  revision int not null default 0,
  at timestamptz not null,
  by text not null,
  submitted_at timestamptz,
  agreement jsonb,
  because text,
  unique (case_id, version)
);
-- One that is being written or waits, never two.
create unique index proposal_open on resolution.proposal (case_id) where status in ('draft', 'proposed', 'submitted', 'approved');
create index proposal_waits on resolution.proposal (submitted_at) where status = 'submitted';
grant select, insert, update (kind, status, plain, revision, submitted_at, agreement, because) on resolution.proposal to akmasa_app;

create table resolution.part (
  proposal_id uuid not null references resolution.proposal,
  directorate_id uuid not null,
  body jsonb not null,
  proposed boolean not null,
  at timestamptz not null,
  by text not null,
  primary key (proposal_id, directorate_id)
);
grant select, insert, update (body, proposed, at, by) on resolution.part to akmasa_app;

create table resolution.approval (
  proposal_id uuid not null references resolution.proposal,
  need text not null check (need in ('director', 'deputy_mayor')),
  directorate_id uuid not null,
  status text not null check (status in ('waiting', 'approved', 'sent_back', 'by_rule')),
  by text,
  at timestamptz,
  words text,
  primary key (proposal_id, need, directorate_id)
);
grant select, insert, update (status, by, at, words), delete on resolution.approval to akmasa_app;

create table resolution.comment (
  id uuid primary key,
  proposal_id uuid not null references resolution.proposal,
  at timestamptz not null,
  by text not null,
  words text not null
);
create index comment_proposal on resolution.comment (proposal_id, at);
grant select, insert on resolution.comment to akmasa_app;

-- The words for the citizen, before and after each change of them.
create table resolution.wording (
  proposal_id uuid not null references resolution.proposal,
  revision int not null,
  at timestamptz not null,
  by text not null,
  before jsonb not null,
  after jsonb not null,
  primary key (proposal_id, revision)
);
grant select, insert on resolution.wording to akmasa_app;

-- How the proposal stood before a move of its case: what an undone move sets back.
create table resolution.step (
  move_id uuid not null,
  -- In the order they were made: one move may end one proposal and begin another.
  n bigint generated always as identity,
  proposal_id uuid not null references resolution.proposal,
  before jsonb not null,
  primary key (move_id, proposal_id)
);
grant select, insert on resolution.step to akmasa_app;

-- What a directorate has typed of its part and not sent yet: its own alone.
create table resolution.part_draft (
  case_id uuid not null references cases.case,
  directorate_id uuid not null,
  body jsonb not null,
  version int not null,
  saved_at timestamptz not null,
  by text not null,
  primary key (case_id, directorate_id)
);
grant select, insert, update (body, version, saved_at, by), delete on resolution.part_draft to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['absence', 'proposal', 'part', 'approval', 'comment', 'wording', 'step', 'part_draft'] loop
    execute format('alter table resolution.%I enable row level security', name);
    execute format('alter table resolution.%I force row level security', name);
    execute format('create policy owner on resolution.%I to akmasa_owner using (true) with check (true)', name);
  end loop;
  -- Seen with its proposal, as that is with its case: each sub-select obeys the policy of what it asks.
  foreach name in array array['part', 'approval', 'comment', 'wording', 'step'] loop
    execute format('create policy of_proposal on resolution.%I to akmasa_app using (exists (select 1 from resolution.proposal p where p.id = proposal_id))', name);
  end loop;
end $$;
create policy of_case on resolution.proposal to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy own on resolution.part_draft to akmasa_app using ((directorate_id = (select desk.directorate()) or (select desk.scope()) = 'system') and exists (select 1 from cases.case c where c.id = case_id));
create policy read on resolution.absence for select to akmasa_app using ((select desk.scope()) not in ('none', 'place', 'crew'));
create policy own on resolution.absence to akmasa_app using (staff_id::text = (select desk.actor())) with check (staff_id::text = (select desk.actor()));

-- A case whose topic or place turns out to be another.
grant update (topic_id, topic, personal, emergency, place_id, place, street, street_folded, address_words, lat, lon, h3, folded) on cases.case to akmasa_app;

create view cases.brief_published with (security_invoker = true) as
  select id, number, kind, status, topic_id, topic, emergency, place, lead_id, due_at from cases.case;
create view cases.task_published with (security_invoker = true) as select case_id, directorate_id, part, status, made_at from cases.task;
grant select on cases.brief_published, cases.task_published to akmasa_app;

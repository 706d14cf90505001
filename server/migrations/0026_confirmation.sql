-- Is it done? The citizen's links, what she answered, and what she thinks of it.

-- A link that an SMS or a letter carries. Only the token's hash is kept, with a salt that makes the token anew for whoever has the
-- server's key: the same fact is always the same link, and who has this table alone has none.
create table resolution.link (
  id uuid primary key,
  hash bytea not null unique,
  salt bytea not null,
  case_id uuid not null references cases.case,
  purpose text not null check (purpose in ('agree', 'confirm')),
  -- What it asks about: a proposal, or one time that the work was said to be done.
  fact uuid not null,
  -- The person of the case as the contact room knows her.
  person text not null,
  language text not null check (language in ('tr', 'en')),
  made_at timestamptz not null,
  until timestamptz not null,
  answered_at timestamptz,
  -- Whoever has the number now said that the case is not hers.
  not_hers_at timestamptz,
  unique (purpose, fact)
);
create index link_case on resolution.link (case_id, purpose, made_at);
grant select, insert, update (hash, salt, until, answered_at, not_hers_at) on resolution.link to akmasa_app;

-- Each time that the work was said to be done, the citizen is asked once.
create table resolution.confirmation (
  id uuid primary key,
  case_id uuid not null references cases.case,
  -- The move that made it resolved; of words that came later by themselves, their own.
  move_id uuid not null unique,
  asked_at timestamptz not null,
  -- How she was asked; `nobody`: there is nobody to ask, or no way to her.
  asked_by text not null check (asked_by in ('sms', 'mail', 'call', 'nobody')),
  -- Without an answer it closes then; null: it waits for a person to settle it.
  until timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  answer text check (answer in ('fixed', 'not_fixed', 'silence', 'not_asked')),
  how text check (how in ('link', 'call', 'counter', 'rule')),
  answered_at timestamptz,
  by text,
  words text,
  attachment_id uuid,
  -- The moves that followed, for taking them back.
  asked_move_id uuid,
  answer_move_id uuid,
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (how is null))
);
create index confirmation_case on resolution.confirmation (case_id, asked_at desc);
create index confirmation_open on resolution.confirmation (until) where answer is null;
grant select, insert, delete, update (until, remind_at, reminded_at, answer, how, answered_at, by, words, attachment_id, asked_move_id, answer_move_id) on resolution.confirmation to akmasa_app;

-- What she thinks of it, once for each time she was asked.
create table resolution.satisfaction (
  confirmation_id uuid primary key references resolution.confirmation on delete cascade,
  case_id uuid not null references cases.case,
  mark int not null check (mark between 1 and 5),
  words text,
  how text not null check (how in ('link', 'call', 'counter')),
  at timestamptz not null,
  by text not null
);
create index satisfaction_case on resolution.satisfaction (case_id);
create index satisfaction_at on resolution.satisfaction (at);
grant select, insert, update (mark, words, how, at, by) on resolution.satisfaction to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['link', 'confirmation', 'satisfaction'] loop
    execute format('alter table resolution.%I enable row level security', name);
    execute format('alter table resolution.%I force row level security', name);
    execute format('create policy owner on resolution.%I to akmasa_owner using (true) with check (true)', name);
    execute format('create policy of_case on resolution.%I to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id))', name);
  end loop;
end $$;

-- For whoever counts: what citizens thought, and what they had answered.
create view resolution.satisfaction_published with (security_invoker = true) as
  select s.case_id, s.at, s.mark, s.how, c.answer from resolution.satisfaction s join resolution.confirmation c on c.id = s.confirmation_id;
create view resolution.confirmation_published with (security_invoker = true) as
  select case_id, asked_at, asked_by, until, answer, how, answered_at from resolution.confirmation;
grant select on resolution.satisfaction_published, resolution.confirmation_published to akmasa_app;

-- The news for those who joined a case is not the question for whoever told it.
alter table contact.telling drop constraint if exists "telling_to_check";
alter table contact.telling add constraint telling_to_check check ("to" in ('reporter', 'followers', 'all'));
-- `confirm`: she is asked by telephone whether it is done.
alter table contact.call_task drop constraint call_task_reason_check;
alter table contact.call_task add constraint call_task_reason_check check (reason in ('call_back', 'voice_message', 'abandoned', 'tell_number', 'tell', 'check_number', 'answer', 'agree', 'confirm'));

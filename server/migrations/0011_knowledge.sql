-- Answers and announcements: their versions, who read what out, and what nobody could answer.
create schema knowledge;
grant usage on schema knowledge to akmasa_app;

create table knowledge.article (
  id uuid primary key,
  kind text not null check (kind in ('article', 'announcement')),
  -- Whose text it is; null: the desk's own.
  directorate_id uuid references identity.directorate,
  pinned boolean not null default false,
  -- Grows with every change: whoever changes says which one was seen.
  revision int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  retired_at timestamptz,
  -- The unanswered question it was begun for, folded.
  question text,
  question_words text
);
create table knowledge.version (
  article_id uuid not null references knowledge.article,
  number int not null check (number > 0),
  status text not null check (status in ('draft', 'in_review', 'published', 'former', 'withdrawn', 'discarded')),
  content jsonb not null,
  written_at timestamptz not null,
  written_by text not null,
  -- Whoever wrote in it does not review it.
  writers text[] not null,
  published_at timestamptz,
  published_by text,
  primary key (article_id, number),
  check (status not in ('published', 'former', 'withdrawn') or published_at is not null)
);
create unique index one_published on knowledge.version (article_id) where status = 'published';
create unique index one_open on knowledge.version (article_id) where status in ('draft', 'in_review');
-- What was once published says for ever what was told to citizens.
create function knowledge.published_stays() returns trigger language plpgsql as $$ begin
  if old.published_at is not null and (new.content <> old.content or new.published_at is distinct from old.published_at) then
    raise exception 'a published version does not change';
  end if;
  return new; end $$;
create trigger published_stays before update on knowledge.version for each row execute function knowledge.published_stays();

create table knowledge.step (
  id bigint generated always as identity primary key,
  article_id uuid not null references knowledge.article,
  at timestamptz not null,
  by text not null,
  what text not null,
  version int,
  reason text
);
create index step_article on knowledge.step (article_id, id);

-- One row for each time an answer was read to somebody.
create table knowledge.reading (
  id uuid primary key,
  article_id uuid not null references knowledge.article,
  call_id text,
  topic_id uuid,
  helped boolean not null,
  by text not null,
  at timestamptz not null
);
create unique index once_in_a_call on knowledge.reading (article_id, call_id) where call_id is not null;
create index reading_at on knowledge.reading (at);
create index reading_article on knowledge.reading (article_id, at);

create table knowledge.question (
  id uuid primary key,
  words text not null,
  -- The same question whatever its letters and the order of its words.
  key text not null,
  topic_id uuid,
  place_id uuid,
  call_id text,
  by text not null,
  at timestamptz not null
);
create index question_key on knowledge.question (key, at);

-- Names the state of all that is published, as routing.version does for topics: each process keeps it in memory while this
-- stays the same. A draft that is saved every second must not make every operator's next search build it anew.
create table knowledge.state (one boolean primary key default true check (one), id uuid not null);
insert into knowledge.state (id) values (gen_random_uuid());
create function knowledge.published_changed() returns trigger language plpgsql as $$ begin
  update knowledge.state set id = gen_random_uuid();
  return null; end $$;
create trigger published_made after insert on knowledge.version for each row when (new.status = 'published') execute function knowledge.published_changed();
create trigger published_changed after update on knowledge.version for each row
  when (old.status <> new.status and 'published' in (old.status, new.status)) execute function knowledge.published_changed();
create trigger published_changed after update on knowledge.article for each row
  when (old.pinned <> new.pinned or old.retired_at is distinct from new.retired_at) execute function knowledge.published_changed();

grant select, insert, update on knowledge.article, knowledge.version, knowledge.reading to akmasa_app;
grant select, insert on knowledge.step to akmasa_app;
-- Deleted: words that should never have been kept.
grant select, insert, delete on knowledge.question to akmasa_app;
grant select, update (id) on knowledge.state to akmasa_app;

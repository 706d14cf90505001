-- Topics: what the problem is and which directorates owe the answer.
create schema routing;
grant usage on schema routing to akmasa_app;

-- A tree; only what has nothing below it can be chosen.
create table routing.topic (
  id uuid primary key,
  slug text not null unique,
  parent_id uuid references routing.topic,
  position int not null default 0,
  name jsonb not null,
  -- As people say it; folded when the search is built.
  synonyms text[] not null default '{}',
  -- Null: any kind.
  kinds text[],
  emergency boolean not null default false,
  promised_hours double precision not null default 40 check (promised_hours > 0),
  promised_unit text not null default 'working' check (promised_unit in ('working', 'straight')),
  questions jsonb not null default '[]',
  causes jsonb not null default '[]',
  nearby_metres int not null default 250 check (nearby_metres >= 0),
  personal boolean not null default false,
  anonymous_allowed boolean not null default true,
  -- Whose it is when it is not the municipality's at all.
  institution_id uuid references places.institution,
  -- Served also where another institution serves the place: fire, burials, a tax.
  everywhere boolean not null default false
);
create table routing.topic_directorate (
  topic_id uuid not null references routing.topic,
  directorate_id uuid not null references identity.directorate,
  part text not null check (part in ('lead', 'supporting')),
  position int not null default 0,
  primary key (topic_id, directorate_id)
);
create unique index one_lead on routing.topic_directorate (topic_id) where part = 'lead';

-- Names the state of all topics: each process keeps them in memory for as long as this stays the same. Random rather
-- than counted, so that it also tells two databases apart.
create table routing.version (one boolean primary key default true check (one), id uuid not null);
insert into routing.version (id) values (gen_random_uuid());
create function routing.topics_changed() returns trigger language plpgsql as $$ begin
  update routing.version set id = gen_random_uuid();
  return null; end $$;
create trigger topics_changed after insert or update or delete on routing.topic for each statement execute function routing.topics_changed();
create trigger topics_changed after insert or update or delete on routing.topic_directorate for each statement execute function routing.topics_changed();

grant select, insert, update on routing.topic to akmasa_app;
grant select, insert, update, delete on routing.topic_directorate to akmasa_app;
grant select, update (id) on routing.version to akmasa_app;

create view routing.topic_published as
  select t.id, t.slug, t.name, g.name as "group", t.nearby_metres, t.personal from routing.topic t left join routing.topic g on g.id = t.parent_id;
grant select on routing.topic_published to akmasa_app;

-- Places, topics, the line and its words become an administrator's to edit: borders, retirement, and how often each thing is used.

alter table places.institution add column retired boolean not null default false;
alter table places.place
  add column population int check (population >= 0),
  add column retired boolean not null default false,
  -- GeoJSON Polygon or MultiPolygon, longitude first. The box around it stands beside, so that a pin reads few of them.
  add column border jsonb,
  add column west double precision, add column south double precision, add column east double precision, add column north double precision,
  add check ((border is null) = (west is null) and (border is null) = (south is null) and (border is null) = (east is null) and (border is null) = (north is null));
create index place_box on places.place (south, north) where border is not null;
alter table places.street add column retired boolean not null default false;
alter table places.landmark add column retired boolean not null default false, add column synonyms text[] not null default '{}';
-- Until now the other names stood only among the words to search by.
update places.landmark set synonyms = (string_to_array(folded, ' '))[1:50];
grant delete on places.institution, places.place, places.street, places.landmark to akmasa_app;

alter table routing.topic add column retired boolean not null default false;
grant delete on routing.topic to akmasa_app;

alter table calls.incoming_number add column retired boolean not null default false;
alter table calls.pause_reason add column retired boolean not null default false;
alter table calls.wrap_up_code add column retired boolean not null default false;
-- What the switch says where the municipality wants other words than ours, and the greetings of its numbers.
create table calls.spoken_text (key text primary key, tr text not null, en text not null);
-- What could not be spoken at the last try; the phone role writes it, every process tells of it. Key `*`: there is no synthesiser.
create table calls.unspoken (key text not null, language text not null, why text not null, seconds double precision, at timestamptz not null, primary key (key, language));
grant select, insert, update, delete on calls.spoken_text, calls.unspoken to akmasa_app;
grant delete on calls.incoming_number, calls.pause_reason, calls.wrap_up_code to akmasa_app;

-- How often a thing stands in records that an administrator may not read: numbers only, and only for who edits settings.
-- She may be an operator or a director besides, and then reads with other eyes: so it goes by her role, not by the scope.
grant execute on function identity.keeps_settings() to akmasa_definer;
create index case_of_topic on cases.case (topic_id);
create index case_of_lead on cases.case (lead_id) where lead_id is not null;
create index case_of_dirs on cases.case using gin (dirs);
create index case_of_institution on cases.case (institution_id) where institution_id is not null;
-- A statement for each kind: with all of them in one no index is used, and an import that is taken back asks thousands of times.
create function cases.count_using(what text, thing uuid) returns table (cases bigint, open bigint, drafts bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare unfinished text[] := array['registered', 'routed', 'under_review', 'returned'];
begin
  cases := 0; open := 0; drafts := 0;
  if desk.scope() <> 'desk' and not identity.keeps_settings() then return next; return; end if;
  if what = 'topic' then
    select count(*), count(*) filter (where c.status = any(unfinished)) into cases, open from cases.case c where c.topic_id = thing;
    select count(*) into drafts from cases.draft d where d.ended is null and d.body ->> 'topicId' = thing::text;
  elsif what = 'place' then
    select count(*), count(*) filter (where c.status = any(unfinished)) into cases, open from cases.case c where c.place_id = thing;
    select count(*) into drafts from cases.draft d where d.ended is null and d.body -> 'where' ->> 'placeId' = thing::text;
  elsif what = 'institution' then
    select count(*), count(*) filter (where c.status = any(unfinished)) into cases, open from cases.case c where c.institution_id = thing;
  elsif what = 'directorate' then
    select count(*), count(*) filter (where c.status = any(unfinished)) into cases, open from cases.case c where c.lead_id = thing or c.dirs @> array[thing];
    select count(*) into drafts from cases.draft d where d.ended is null and d.body -> 'also' ? thing::text;
  end if;
  return next;
end $$;
grant select (body, ended) on cases.draft to akmasa_definer;
grant create on schema cases to akmasa_definer;
alter function cases.count_using(text, uuid) owner to akmasa_definer;
revoke create on schema cases from akmasa_definer;
revoke execute on function cases.count_using(text, uuid) from public;
grant execute on function cases.count_using(text, uuid) to akmasa_app;

-- Statements of their own, so that each uses its index.
create index call_dialled on calls.call (dialled);
create index wrap_up_topic on calls.wrap_up (topic_id) where topic_id is not null;
create index wrap_up_of_code on calls.wrap_up (code);
create function calls.count_using(what text, thing text) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if desk.scope() <> 'desk' and not identity.keeps_settings() then return 0; end if;
  if what = 'incoming_number' then return (select count(*) from calls.call c where c.dialled = thing);
  elsif what = 'topic' then return (select count(*) from calls.wrap_up w where w.topic_id = thing::uuid);
  elsif what = 'wrap_up_code' then return (select count(*) from calls.wrap_up w where w.code = thing);
  end if;
  return 0;
end $$;
grant select (topic_id, code) on calls.wrap_up to akmasa_definer;
grant create on schema calls to akmasa_definer;
alter function calls.count_using(text, text) owner to akmasa_definer;
revoke create on schema calls from akmasa_definer;
revoke execute on function calls.count_using(text, text) from public;
grant execute on function calls.count_using(text, text) to akmasa_app;

-- Asked for each place of an import that is taken back, by us and by the foreign key.
create index citizen_at on citizens.citizen (place_id) where place_id is not null;
create function citizens.count_at(place uuid) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if desk.scope() <> 'desk' and not identity.keeps_settings() then return 0; end if;
  return (select count(*) from citizens.citizen c where c.place_id = place);
end $$;
grant usage on schema citizens to akmasa_definer;
grant select (place_id) on citizens.citizen to akmasa_definer;
grant create on schema citizens to akmasa_definer;
alter function citizens.count_at(uuid) owner to akmasa_definer;
revoke create on schema citizens from akmasa_definer;
revoke execute on function citizens.count_at(uuid) from public;
grant execute on function citizens.count_at(uuid) to akmasa_app;

-- What was written when a case had six states: open is whatever has not ended, in hand is whatever somebody still works on, and
-- late is only what is promised and neither waits nor is done (promiseRuns of contracts/moves.ts).
create function cases.promise_runs(status text) returns boolean language sql immutable parallel safe as $$
  select cases.is_open(status) and status not in ('waiting_info', 'on_hold', 'resolved', 'awaiting_confirmation') $$;
create or replace function cases.count_using(what text, thing uuid) returns table (cases bigint, open bigint, drafts bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  cases := 0; open := 0; drafts := 0;
  if desk.scope() <> 'desk' and not identity.keeps_settings() then return next; return; end if;
  if what = 'topic' then
    select count(*), count(*) filter (where cases.is_open(c.status)) into cases, open from cases.case c where c.topic_id = thing;
    select count(*) into drafts from cases.draft d where d.ended is null and d.body ->> 'topicId' = thing::text;
  elsif what = 'place' then
    select count(*), count(*) filter (where cases.is_open(c.status)) into cases, open from cases.case c where c.place_id = thing;
    select count(*) into drafts from cases.draft d where d.ended is null and d.body -> 'where' ->> 'placeId' = thing::text;
  elsif what = 'institution' then
    select count(*), count(*) filter (where cases.is_open(c.status)) into cases, open from cases.case c where c.institution_id = thing;
  elsif what = 'directorate' then
    select count(*), count(*) filter (where cases.is_open(c.status)) into cases, open from cases.case c where c.lead_id = thing or c.dirs @> array[thing];
    select count(*) into drafts from cases.draft d where d.ended is null and d.body -> 'also' ? thing::text;
  end if;
  return next;
end $$;
grant execute on function cases.is_open(text) to akmasa_definer;

create or replace function cases.in_hand_of(who text) returns table (tasks bigint, drafts bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select count(*) from cases.task where who in (taken_by, assigned_to) and status in ('taken', 'proposed', 'ready', 'working')), (select count(*) from cases.draft where by = who and ended is null) $$;
drop index cases.task_taken_by;
create index task_taken_by on cases.task (taken_by) where status in ('taken', 'proposed', 'ready', 'working');

create or replace view cases.measure_published with (security_invoker = true) as
  select id, number, opened_at, opened_by, closed_at, status, due_at, lead_id, place_id, place, topic_id, topic, kind, channel, emergency, personal, lasting, cases.promise_runs(status) as promise_runs from cases.case;

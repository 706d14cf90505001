-- Search by the number a case had elsewhere.
create index past_by_number on cases.past (number) where number is not null;

-- Written on paper while the desk was dark, entered later: the case carries the original time, this says so.
create table cases.paper (
  case_id uuid primary key references cases.case,
  -- The sheet's printed number, folded; the same sheet twice is warned of.
  sheet text,
  wrote_by text,
  entered_at timestamptz not null
);
create index paper_sheet on cases.paper (sheet) where sheet is not null;
grant select, insert on cases.paper to akmasa_app;
alter table cases.paper enable row level security;
alter table cases.paper force row level security;
create policy owner on cases.paper to akmasa_owner using (true) with check (true);
create policy of_case on cases.paper for select to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy make on cases.paper for insert to akmasa_app with check ((select desk.sees_all()));

-- The muhtar: speaks for a place. As a citizen who calls, and as one who signs in.
create table citizens.muhtar (
  citizen_id uuid not null references citizens.citizen,
  place_id uuid not null references places.place,
  since timestamptz not null,
  -- Until when; null: still.
  until timestamptz,
  primary key (citizen_id, place_id, since)
);
create unique index muhtar_now on citizens.muhtar (place_id) where until is null;
create index muhtar_of on citizens.muhtar (citizen_id) where until is null;
grant select, insert, update (until) on citizens.muhtar to akmasa_app;
alter table citizens.muhtar enable row level security;
alter table citizens.muhtar force row level security;
create policy owner on citizens.muhtar to akmasa_owner using (true) with check (true);
create policy desk on citizens.muhtar to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));

create table identity.staff_place (
  staff_id uuid not null references identity.staff on delete cascade,
  place_id uuid not null,
  primary key (staff_id, place_id)
);
create index staff_place_of on identity.staff_place (place_id);
grant select, insert, delete on identity.staff_place to akmasa_app;
alter table identity.staff_place enable row level security;
alter table identity.staff_place force row level security;
create policy owner on identity.staff_place to akmasa_owner using (true) with check (true);
create policy read on identity.staff_place for select to akmasa_app using ((select desk.scope()) <> 'none');
create policy change on identity.staff_place for insert to akmasa_app with check ((select identity.keeps_settings()));
create policy remove on identity.staff_place for delete to akmasa_app using ((select identity.keeps_settings()));
grant select on identity.staff_place to akmasa_definer;
create function identity.my_places() returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(place_id), '{}') from identity.staff_place where staff_id::text = (select desk.actor()) and (select desk.scope()) = 'place' $$;
grant create on schema identity to akmasa_definer;
alter function identity.my_places() owner to akmasa_definer;
revoke create on schema identity from akmasa_definer;
revoke execute on function identity.my_places() from public;
grant execute on function identity.my_places() to akmasa_app, akmasa_definer;

-- What a muhtar sees of the cases of her places: what it is, where, how far. Nobody's name, nobody's words, no tip-off,
-- no matter of one person; of ended ones those of the last ninety days. The tables themselves stay shut to her.
grant select on cases.entry to akmasa_definer;
create view cases.place_case_published as
  select c.id, c.number, c.kind, c.topic_id, c.topic, c.status, c.place_id, c.place, c.street, c.emergency, c.lead_id, c.due_at, c.opened_at, c.closed_at, c.followers, c.changed_at,
    c.opened_by = (select desk.actor()) as mine, case when c.opened_by = (select desk.actor()) then c.said end as said
  from cases.case c
  where c.place_id = any((select identity.my_places())::uuid[]) and not c.personal and c.kind <> 'tip_off';
create view cases.place_entry_published as
  select e.id, e.case_id, e.at, e.what, e.facts - 'words' - 'mentions' as facts
  from cases.entry e join cases.place_case_published c on c.id = e.case_id
  where e.audience = 'citizen' and e.what in ('opened', 'routed', 'taken', 'returned', 'passed', 'handed_over', 'closed');
grant create on schema cases to akmasa_definer;
alter view cases.place_case_published owner to akmasa_definer;
alter view cases.place_entry_published owner to akmasa_definer;
revoke create on schema cases from akmasa_definer;
grant select on cases.place_case_published, cases.place_entry_published to akmasa_app;
create index case_of_place on cases.case (place_id, opened_at desc) where place_id is not null;

-- Whoever speaks for a place from outside does not read who works here.
drop policy read on identity.staff;
create policy read on identity.staff for select to akmasa_app using ((select desk.scope()) not in ('none', 'place') or id::text = (select desk.actor()));

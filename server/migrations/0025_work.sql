-- Work outside: crews, their orders, and the evidence that it was done.
create table resolution.crew (
  id uuid primary key,
  directorate_id uuid not null references identity.directorate,
  name text not null,
  retired_at timestamptz
);
create table resolution.crew_member (
  crew_id uuid not null references resolution.crew,
  staff_id uuid not null references identity.staff,
  primary key (crew_id, staff_id)
);
create index crew_member_staff on resolution.crew_member (staff_id);
grant select, insert, update (directorate_id, name, retired_at), delete on resolution.crew to akmasa_app;
grant select, insert, delete on resolution.crew_member to akmasa_app;

-- Where and what stand here as they were when it was drafted: a crew reads no case.
create table resolution.work_order (
  id uuid primary key,
  case_id uuid not null references cases.case,
  directorate_id uuid not null references identity.directorate,
  n int not null,
  case_number text not null,
  topic jsonb not null,
  emergency boolean not null,
  status text not null check (status in ('draft', 'assigned', 'on_the_way', 'started', 'done', 'cannot', 'cancelled')),
  what text not null,
  place text,
  street text,
  address_words text,
  lat double precision,
  lon double precision,
  from_day date,
  to_day date,
  crew_id uuid references resolution.crew,
  -- Crews that had it before: what they noted offline still arrives.
  past_crews uuid[] not null default '{}',
  notes text,
  contact jsonb,
  evidence text not null check (evidence in ('none', 'after', 'before_and_after')),
  reason text,
  -- What it was drafted from, so that hearing of it twice drafts once.
  drafted_from text unique,
  -- The move of the case that ended it, and what it was before, so that both are taken back together.
  ended_by_move uuid,
  status_before text,
  -- Its part was opened again by this move: it counts no more for what is to do.
  past_by_move uuid,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  version int not null default 1,
  started_at timestamptz,
  ended_at timestamptz,
  unique (case_id, n),
  check ((from_day is null) = (to_day is null) and from_day <= to_day),
  -- A directorate without crews does it itself.
  check (status not in ('assigned', 'on_the_way') or crew_id is not null)
);
create index work_order_of_directorate on resolution.work_order (directorate_id, to_day) where status not in ('done', 'cancelled');
create index work_order_of_crew on resolution.work_order (crew_id, to_day) where crew_id is not null;
create index work_order_past_crews on resolution.work_order using gin (past_crews) where past_crews <> '{}';
grant select, insert, update (status, what, from_day, to_day, crew_id, past_crews, notes, contact, reason, drafted_from, ended_by_move, status_before, past_by_move, changed_at, version, started_at, ended_at)
  on resolution.work_order to akmasa_app;

-- What was done to an order, by ids that the telephone made: sent twice it is one.
create table resolution.order_event (
  id uuid primary key,
  order_id uuid not null references resolution.work_order,
  n bigint generated always as identity,
  received_at timestamptz not null,
  at timestamptz not null,
  by text not null,
  what text not null,
  words text,
  -- Came too late, and why: it is kept and changed nothing.
  late text
);
create index order_event_order on resolution.order_event (order_id, n);
grant select, insert on resolution.order_event to akmasa_app;

create table resolution.evidence (
  attachment_id uuid primary key,
  case_id uuid not null references cases.case,
  directorate_id uuid not null,
  order_id uuid references resolution.work_order,
  shot text not null check (shot in ('before', 'after')),
  at timestamptz not null,
  by text not null
);
create index evidence_case on resolution.evidence (case_id);
create index evidence_order on resolution.evidence (order_id) where order_id is not null;
grant select, insert, update (order_id, shot) on resolution.evidence to akmasa_app;

-- The days the citizen was told last, for the whole of her case.
create table resolution.told_days (
  case_id uuid primary key references cases.case,
  from_day date not null,
  to_day date not null
);
grant select, insert, update (from_day, to_day) on resolution.told_days to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['crew', 'crew_member', 'work_order', 'order_event', 'evidence', 'told_days'] loop
    execute format('alter table resolution.%I enable row level security', name);
    execute format('alter table resolution.%I force row level security', name);
    execute format('create policy owner on resolution.%I to akmasa_owner using (true) with check (true)', name);
  end loop;
end $$;
-- Crews are how a directorate is arranged; whoever works outside knows her own.
create policy keep on resolution.crew to akmasa_app using ((select desk.scope()) in ('settings', 'system'));
create policy read on resolution.crew for select to akmasa_app using ((select desk.scope()) in ('desk', 'office', 'directorate')
  or ((select desk.scope()) = 'crew' and id in (select m.crew_id from resolution.crew_member m where m.staff_id::text = (select desk.actor()))));
create policy keep on resolution.crew_member to akmasa_app using ((select desk.scope()) in ('settings', 'system'));
create policy read on resolution.crew_member for select to akmasa_app using ((select desk.scope()) in ('desk', 'office', 'directorate') or staff_id::text = (select desk.actor()));

-- An order is seen with its case; by a crew because it lies with her, or did.
create policy of_case on resolution.work_order to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy of_crew on resolution.work_order for select to akmasa_app using ((select desk.scope()) = 'crew'
  and exists (select 1 from resolution.crew_member m where m.staff_id::text = (select desk.actor()) and (m.crew_id = work_order.crew_id or m.crew_id = any(work_order.past_crews))));
create policy of_order on resolution.order_event to akmasa_app using (exists (select 1 from resolution.work_order o where o.id = order_id))
  with check ((by = (select desk.actor()) or (select desk.scope()) = 'system') and exists (select 1 from resolution.work_order o where o.id = order_id));
create policy of_case on resolution.evidence to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy of_order on resolution.evidence for select to akmasa_app using (order_id is not null and exists (select 1 from resolution.work_order o where o.id = order_id));
create policy of_case on resolution.told_days to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));

-- How many unfinished orders lie with a crew, a directorate's crews or a person: told also to whoever keeps the settings and reads no case.
create function resolution.work_using(of text, wanted uuid) returns table (orders int, crews int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select
    (select count(*)::int from resolution.work_order o where work_using.of = 'crew' and o.crew_id = wanted and o.status not in ('done', 'cancelled')),
    (select count(*)::int from resolution.crew c where c.retired_at is null and ((work_using.of = 'directorate' and c.directorate_id = wanted)
      or (work_using.of = 'staff' and exists (select 1 from resolution.crew_member m where m.crew_id = c.id and m.staff_id = wanted))))
  where desk.scope() = 'desk' or identity.keeps_settings() $$;
grant create on schema resolution to akmasa_definer;
grant select on resolution.work_order, resolution.crew, resolution.crew_member to akmasa_definer;
alter function resolution.work_using(text, uuid) owner to akmasa_definer;
revoke create on schema resolution from akmasa_definer;
revoke execute on function resolution.work_using(text, uuid) from public;
grant execute on function resolution.work_using(text, uuid) to akmasa_app;

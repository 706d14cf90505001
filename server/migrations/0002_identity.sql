-- Staff, directorates, sessions: who may do what. And the one municipality they work for.
create schema identity;
grant usage on schema identity to akmasa_app, akmasa_definer;

create table identity.municipality (
  one boolean primary key default true check (one),
  name jsonb not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  zone text not null,
  lat double precision not null,
  lon double precision not null,
  main_number text not null,
  demo boolean not null
);
create table identity.directorate (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  does jsonb not null,
  position int not null default 0
);
grant select, insert, update on identity.municipality, identity.directorate to akmasa_app;

create table identity.staff (
  id uuid primary key,
  name text not null,
  name_folded text not null,
  email text not null unique check (email = lower(email collate "C")),
  roles text[] not null check (cardinality(roles) > 0),
  directorate_id uuid references identity.directorate,
  phone text,
  language text not null check (language in ('tr', 'en')),
  must_change_password boolean not null,
  left_at timestamptz,
  check (not roles && array['officer', 'director'] or directorate_id is not null)
);
-- Whoever works here knows who else does; only the keeper of the accounts changes one.
alter table identity.staff enable row level security;
alter table identity.staff force row level security;
create policy owner on identity.staff to akmasa_owner using (true) with check (true);
create policy read on identity.staff for select to akmasa_app using ((select desk.scope()) <> 'none' or id::text = (select desk.actor()));
create policy make on identity.staff for insert to akmasa_app with check ((select desk.scope()) in ('settings', 'system'));
create policy change on identity.staff for update to akmasa_app using ((select desk.scope()) in ('settings', 'system'));
grant select, insert, update on identity.staff to akmasa_app;
-- The one thing each may change of her own row; a policy could not tell it from her roles.
create function identity.set_my_language(chosen text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.staff set language = chosen where id::text = (select desk.actor()) $$;
grant select (id), update (language) on identity.staff to akmasa_definer;
grant create on schema identity to akmasa_definer;
alter function identity.set_my_language(text) owner to akmasa_definer;
revoke create on schema identity from akmasa_definer;
revoke execute on function identity.set_my_language(text) from public;
grant execute on function identity.set_my_language(text) to akmasa_app;

-- Apart from staff, so that no list of people can carry a hash along. Read by the sign-in alone.
create table identity.credential (
  staff_id uuid primary key references identity.staff,
  password_hash text not null,
  demo boolean not null,
  failed int not null default 0,
  locked_until timestamptz
);
alter table identity.credential enable row level security;
alter table identity.credential force row level security;
create policy owner on identity.credential to akmasa_owner using (true) with check (true);
create policy sign_in on identity.credential to akmasa_app using ((select desk.scope()) = 'system');
create policy make on identity.credential for insert to akmasa_app with check ((select desk.scope()) = 'settings');
grant select, insert, update on identity.credential to akmasa_app;

create table identity.session (
  id bytea primary key,
  staff_id uuid not null references identity.staff,
  made_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_staff on identity.session (staff_id);
alter table identity.session enable row level security;
alter table identity.session force row level security;
create policy owner on identity.session to akmasa_owner using (true) with check (true);
create policy sign_in on identity.session to akmasa_app using ((select desk.scope()) = 'system');
create policy own on identity.session to akmasa_app using (staff_id::text = (select desk.actor()));
grant select, insert, update (seen_at), delete on identity.session to akmasa_app;

create view identity.directorate_published as select id, slug, name from identity.directorate;
create view identity.staff_published with (security_invoker = true) as select id, name, directorate_id from identity.staff;
grant select on identity.directorate_published, identity.staff_published to akmasa_app;

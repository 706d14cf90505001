-- Neighbourhoods, villages, streets, landmarks, and the institutions that serve where the municipality does not.
-- `folded` columns are written by the application (contracts/fold.ts): the words people find a row by.
create schema places;
grant usage on schema places to akmasa_app;

create table places.institution (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  phone text,
  tell jsonb not null,
  position int not null default 0
);
create table places.place (
  id uuid primary key,
  slug text not null unique,
  kind text not null check (kind in ('neighbourhood', 'village', 'hamlet')),
  name text not null,
  label text not null,
  folded text not null,
  within_id uuid references places.place,
  institution_id uuid references places.institution,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  check ((lat is null) = (lon is null))
);
create table places.street (
  id uuid primary key,
  place_id uuid not null references places.place,
  name text not null,
  folded text not null,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  unique (place_id, folded),
  check ((lat is null) = (lon is null))
);
-- A place people name instead of an address; without place_id it serves as words only.
create table places.landmark (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  folded text not null,
  place_id uuid references places.place,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  check ((lat is null) = (lon is null))
);
grant select, insert, update on places.institution, places.place, places.street, places.landmark to akmasa_app;

create view places.place_published as select id, kind, name, label, lat, lon from places.place;
grant select on places.place_published to akmasa_app;

-- Working time, holidays, on-call: when something falls due and who is there.
create schema calendars;
grant usage on schema calendars to akmasa_app;

create table calendars.calendar (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  keeps_holidays boolean not null,
  is_default boolean not null default false
);
create unique index only_one_default on calendars.calendar (is_default) where is_default;

-- Civil time of the municipality's zone, in minutes of the day; 1440 ends it.
create table calendars.period (
  calendar_id uuid not null references calendars.calendar,
  weekday int not null check (weekday between 1 and 7),
  from_minute int not null check (from_minute >= 0),
  to_minute int not null check (to_minute <= 1440),
  check (from_minute < to_minute),
  exclude using gist (calendar_id with =, weekday with =, int4range(from_minute, to_minute) with &&)
);
create table calendars.holiday (
  day date primary key,
  -- Work ends then; null: the whole day is off.
  from_minute int check (from_minute between 1 and 1439),
  name jsonb not null
);
create table calendars.directorate_calendar (
  directorate_id uuid primary key references identity.directorate,
  calendar_id uuid not null references calendars.calendar
);
create table calendars.on_call (
  directorate_id uuid not null references identity.directorate,
  staff_id uuid not null references identity.staff,
  position int not null,
  from_at timestamptz,
  to_at timestamptz,
  unique nulls not distinct (directorate_id, staff_id, from_at)
);
grant select, insert, update on calendars.calendar, calendars.holiday, calendars.directorate_calendar, calendars.on_call to akmasa_app;
-- A week is replaced as a whole.
grant select, insert, delete on calendars.period to akmasa_app;

-- The 153 line: numbers, seats, every call as one row, and the switch's own record it is read from.
create schema calls;
grant usage on schema calls to akmasa_app, akmasa_definer;

create table calls.incoming_number (
  -- As people dial it: 153, +904348271001.
  number text primary key,
  name_tr text not null,
  name_en text not null,
  greeting text not null default 'greeting',
  queue text not null default 'main',
  directorate_id uuid references identity.directorate,
  language text not null default 'tr'
);
create table calls.setting (
  one boolean primary key default true check (one),
  -- Rings when nobody is ready; null: straight to the message.
  mobile text,
  own_number text not null default '153'
);
insert into calls.setting default values;
create table calls.pause_reason (code text primary key, position int not null, tr text not null, en text not null);
create table calls.wrap_up_code (
  code text primary key, position int not null, tr text not null, en text not null,
  -- Wants the topic that was asked about: what people ask most becomes visible.
  answers boolean not null default false
);
grant select on calls.incoming_number, calls.setting, calls.pause_reason, calls.wrap_up_code to akmasa_app;
grant insert, update on calls.incoming_number, calls.setting, calls.pause_reason, calls.wrap_up_code to akmasa_app;

-- A person's place on the switch: what she asked for, and what she is found to be doing.
create table calls.seat (
  staff_id uuid primary key,
  seat text not null unique,
  name text not null,
  wanted text not null default 'away' check (wanted in ('ready', 'paused', 'away')),
  reason text,
  state text not null default 'away',
  since timestamptz not null,
  call_id text
);
grant select, insert, update on calls.seat to akmasa_app;

-- The switch's record, line by line; the same line twice is one row.
create table calls.record (
  call_id text not null,
  leg_id text not null,
  event text not null,
  at timestamptz not null,
  -- Of the rest of the line: two events of one leg may share a microsecond.
  digest text not null,
  channel text not null,
  number text not null,
  extension text not null,
  app text not null,
  peer text not null,
  facts jsonb not null,
  primary key (call_id, leg_id, event, at, digest)
);
create table calls.position (one boolean primary key default true check (one), reached jsonb not null);
create table calls.call (
  id text primary key,
  direction text not null check (direction in ('in', 'out')),
  from_number text,
  dialled text not null,
  queue text,
  emergency boolean not null default false,
  language text,
  arrived_at timestamptz not null,
  queued_at timestamptz,
  rang_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  seat text,
  staff_id uuid,
  result text not null,
  hung_up_by text,
  recording text,
  message text,
  citizen_id uuid,
  -- Set once, with the task that such an end owes.
  tasked_at timestamptz
);
create index call_arrived on calls.call (arrived_at desc, id desc);
create index call_from on calls.call (from_number, arrived_at desc);
create index call_staff on calls.call (staff_id, arrived_at desc);
create index call_live on calls.call (id) where ended_at is null;
create table calls.wrap_up (
  call_id text primary key references calls.call,
  code text not null references calls.wrap_up_code,
  topic_id uuid,
  note text,
  by uuid not null,
  at timestamptz not null
);
create table calls.listening (call_id text not null, staff_id uuid not null, at timestamptz not null, why text not null);
grant select, insert on calls.record to akmasa_app;
grant select, insert, update on calls.position, calls.call, calls.wrap_up to akmasa_app;
grant select, insert on calls.listening to akmasa_app;

alter table calls.record enable row level security;
alter table calls.record force row level security;
create policy desk on calls.record to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));
alter table calls.call enable row level security;
alter table calls.call force row level security;
create policy desk on calls.call to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));
-- The row's own reader and the foreign keys of others see past it as the owner.
create policy owner on calls.call to akmasa_owner using (true) with check (true);
alter table calls.wrap_up enable row level security;
alter table calls.wrap_up force row level security;
create policy desk on calls.wrap_up to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));
create policy owner on calls.wrap_up to akmasa_owner using (true) with check (true);

-- What others may know of a call: that it was, how long, whether it was recorded. No number, no name.
grant select on calls.call to akmasa_definer;
create view calls.call_published as
  select id, arrived_at, extract(epoch from ended_at - coalesce(answered_at, arrived_at))::float8 as seconds, recording is not null as recorded from calls.call;
-- A new owner must be allowed to make things where the thing stands; only for this moment.
grant create on schema calls to akmasa_definer;
alter view calls.call_published owner to akmasa_definer;
-- Which file a call was recorded in: asked only for a case whose people may hear it, each time with a reason that is kept.
create view calls.recording_published as select id, arrived_at, recording from calls.call where recording is not null;
alter view calls.recording_published owner to akmasa_definer;
revoke create on schema calls from akmasa_definer;
grant select on calls.recording_published to akmasa_app;
grant select on calls.call_published to akmasa_app;

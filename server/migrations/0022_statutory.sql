-- What the law counts: petitions (3071) and requests for information (4982), beside the promise of the case.
create schema statutory;
grant usage on schema statutory to akmasa_app;

-- The law's numbers. A municipality changes them when the law does; what is registered keeps those of its day.
create table statutory.rules (
  one boolean primary key default true check (one),
  -- Civil days.
  petition_days int not null default 30 check (petition_days between 1 and 365),
  -- Working days.
  information_days int not null default 15 check (information_days between 1 and 60),
  extended_days int not null default 30 check (extended_days between 1 and 120),
  payment_days int not null default 15 check (payment_days between 1 and 60),
  -- Civil days after which silence counts as a refusal.
  silence_days int not null default 30 check (silence_days between 1 and 365),
  -- Working days before the last one, from early to late.
  warn_early int not null default 10,
  warn_near int not null default 5,
  warn_last int not null default 2,
  check (extended_days > information_days and warn_early > warn_near and warn_near > warn_last and warn_last >= 0)
);
insert into statutory.rules default values;
grant select, update on statutory.rules to akmasa_app;

-- A register has no gaps: who takes a number holds the row until the registration stands.
create table statutory.register (
  statute text not null check (statute in ('petition', 'information')),
  year int not null,
  last int not null,
  primary key (statute, year)
);
grant select, insert, update (last) on statutory.register to akmasa_app;

create table statutory.request (
  case_id uuid primary key references cases.case,
  number text not null unique,
  statute text not null check (statute in ('petition', 'information')),
  channel text not null check (channel in ('counter', 'letter', 'email', 'web', 'institution')),
  received_on date not null,
  registered_at timestamptz not null,
  registered_by text not null,
  -- Of what was sent, so that the same submit twice is one.
  hash text not null,
  name text,
  address text,
  signed boolean not null,
  email text,
  subject text not null,
  said text not null,
  missing text[] not null,
  -- Number, name and subject, folded.
  folded text not null,
  days int not null,
  extended_days int not null,
  payment_days int not null,
  silence_days int not null,
  -- All below follows from the steps and the calendar, and is written anew with each.
  state text not null check (state in ('open', 'waits_payment', 'answered', 'rejected', 'forwarded', 'withdrawn')),
  -- Null while the clock stands.
  due_on date,
  -- The working days that are counted, the last one the due day's or the one before it.
  work_days date[] not null,
  extended_on date,
  noticed_on date,
  pay_by date,
  ended_on date,
  -- The nearest warning given, in working days; -1: that it is overdue.
  warned int,
  check ((ended_on is null) = (state in ('open', 'waits_payment')))
);
create index request_due on statutory.request (due_on) where ended_on is null;
create index request_received on statutory.request (received_on desc);
grant select, insert, update (state, due_on, work_days, extended_on, noticed_on, pay_by, ended_on, warned) on statutory.request to akmasa_app;

-- Everything that was done about it; only ever added to.
create table statutory.step (
  id uuid primary key,
  n bigint generated always as identity,
  case_id uuid not null references statutory.request,
  at timestamptz not null,
  "on" date not null,
  by text not null,
  what text not null,
  facts jsonb not null
);
create index step_case on statutory.step (case_id, n);
-- What was taken back names its step; the same step twice is one taking back.
create unique index step_taken_back on statutory.step ((facts ->> 'step')) where what = 'taken_back';
grant select, insert on statutory.step to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['request', 'step'] loop
    execute format('alter table statutory.%I enable row level security', name);
    execute format('alter table statutory.%I force row level security', name);
    execute format('create policy owner on statutory.%I to akmasa_owner using (true) with check (true)', name);
  end loop;
end $$;
-- Seen with its case: the sub-select obeys the policy of the case itself.
create policy read on statutory.request for select to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy register on statutory.request for insert to akmasa_app with check ((select desk.sees_all()));
create policy change on statutory.request for update to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy read on statutory.step for select to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy write on statutory.step for insert to akmasa_app
  with check ((by = (select desk.actor()) or (select desk.scope()) = 'system') and exists (select 1 from cases.case c where c.id = case_id));

-- How she wants to be reached, and the channels by which words go out and come back.
alter table citizens.citizen add column email text, add column way text not null default 'sms' check (way in ('sms', 'mail', 'call'));
alter table cases.reporter add column email text, add column way text not null default 'sms' check (way in ('sms', 'mail', 'call'));
alter table cases.follower add column email text, add column way text not null default 'sms' check (way in ('sms', 'mail', 'call'));
create index reporter_email on cases.reporter (lower(email)) where email is not null;
create index follower_email on cases.follower (lower(email)) where email is not null;

-- Advertising goes only to who has said yes to that; by default there is none.
alter table contact.template add column commercial boolean not null default false;

-- One row: when SMS stay silent, what goes out together, and how long a gateway that is away is tried.
create table contact.rules (
  id text primary key check (id = 'contact'),
  -- Minutes of the civil day; equal: no quiet hours.
  quiet_from int not null check (quiet_from between 0 and 1439),
  quiet_to int not null check (quiet_to between 0 and 1439),
  bundle_minutes int not null check (bundle_minutes between 0 and 120),
  give_up_hours int not null check (give_up_hours between 24 and 336),
  changed_at timestamptz
);
insert into contact.rules values ('contact', 21 * 60 + 30, 8 * 60, 5, 96, null);
grant select, update (quiet_from, quiet_to, bundle_minutes, give_up_hours, changed_at) on contact.rules to akmasa_app;

-- Something to be said to the citizens of a case, written by whoever has the news; to whom and by what way is found afterwards,
-- with the desk's eyes: of a tip-off its directorate may say something without learning to whom.
create table contact.telling (
  id uuid primary key,
  fact text not null unique,
  case_id uuid not null references cases.case,
  template text not null,
  fields jsonb not null,
  link text,
  "to" text not null check ("to" in ('reporter', 'all')),
  urgent boolean not null,
  true_news boolean not null,
  automatic boolean not null,
  at timestamptz not null,
  by text not null
);
create index telling_case on contact.telling (case_id, at);
grant select, insert on contact.telling to akmasa_app;

alter table contact.message drop constraint message_status_check;
alter table contact.message add constraint message_status_check check (status in ('queued', 'sent', 'delivered', 'failed', 'spooled', 'read_out', 'to_call'));
alter table contact.message
  add column person text,
  add column template text,
  add column subject text,
  add column urgent boolean not null default false,
  add column true_news boolean not null default true,
  -- What went out together; the gateway knows it by this id, on every try the same.
  add column bundle uuid,
  -- Tries are counted from here; a resend sets it anew.
  add column since timestamptz,
  add column delivered_at timestamptz,
  -- The call that tells it instead.
  add column task_id uuid references contact.call_task,
  add column telling_id uuid references contact.telling;
create index message_of_bundle on contact.message (bundle) where bundle is not null;
create index message_of_task on contact.message (task_id) where task_id is not null;
create index message_waiting on contact.message (channel, "to", person) where status = 'queued';
create index message_reference on contact.message (reference) where reference is not null;
create index message_case_number on contact.message (case_number) where case_number is not null;
create index message_to on contact.message ("to", at desc);
grant update (bundle, since, delivered_at, task_id) on contact.message to akmasa_app;
-- What failed was no word: the silence goes on.
grant update (true_news) on contact.word to akmasa_app;

alter table contact.call_task drop constraint call_task_reason_check;
alter table contact.call_task add constraint call_task_reason_check check (reason in ('call_back', 'voice_message', 'abandoned', 'tell_number', 'tell', 'check_number', 'answer'));
alter table contact.call_task add column person text;
drop index contact.call_task_of_case;
create unique index call_task_of_case on contact.call_task (reason, case_id) where case_id is not null and reason = 'tell_number';
-- One open call to a person about a case: what there is to say is collected on it.
create unique index call_task_tell on contact.call_task (reason, case_id, person) where status <> 'done' and case_id is not null and reason <> 'tell_number';

-- By this an answer by e-mail finds its case and its person; nobody can guess it.
create table contact.tag (
  tag text primary key,
  case_id uuid not null references cases.case,
  person text not null,
  made_at timestamptz not null,
  unique (case_id, person)
);
grant select, insert on contact.tag to akmasa_app;

-- What came in from citizens, as it came, with the address it came from: for the desk alone. The same word twice is one.
create table contact.received (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'mail')),
  external_id text not null,
  at timestamptz not null,
  address text not null,
  subject text,
  words text not null,
  case_id uuid references cases.case,
  person text,
  task_id uuid references contact.call_task,
  kind text not null check (kind in ('answer', 'stop', 'wrong_number', 'bounce', 'automatic')),
  unique (channel, external_id)
);
create index received_address on contact.received (address, at);
create index received_task on contact.received (task_id) where task_id is not null;
grant select, insert, update (task_id) on contact.received to akmasa_app;

-- Addresses by which a person is written to no more. A case told later with the same address is a new yes.
create table contact.stopped (
  id uuid primary key,
  person text not null,
  address text not null,
  at timestamptz not null,
  why text not null check (why in ('stop', 'wrong_number', 'bounced')),
  by text not null
);
create index stopped_of on contact.stopped (person, address, at);
grant select, insert on contact.stopped to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['telling', 'tag', 'received', 'stopped'] loop
    execute format('alter table contact.%I enable row level security', name);
    execute format('alter table contact.%I force row level security', name);
    execute format('create policy owner on contact.%I to akmasa_owner using (true) with check (true)', name);
    execute format('create policy desk on contact.%I to akmasa_app using ((select desk.sees_all()))', name);
  end loop;
end $$;
create policy say on contact.telling for insert to akmasa_app
  with check (by = (select desk.actor()) and exists (select 1 from cases.case c where c.id = case_id));

-- How the words of a case stand, for whoever sees the case: never to which number they went.
grant usage on schema contact to akmasa_definer;
grant select on contact.message to akmasa_definer;
create function contact.states_of(of_case uuid) returns table (message_id uuid, status text, error text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.status, m.error from contact.message m
  where m.case_id = of_case and exists (
    select 1 from cases.case c where c.id = of_case and ((select desk.sees_cases()) or (select cases.reader()) = any(c.dirs))) $$;
grant create on schema contact to akmasa_definer;
alter function contact.states_of(uuid) owner to akmasa_definer;
revoke create on schema contact from akmasa_definer;
revoke execute on function contact.states_of(uuid) from public;
grant execute on function contact.states_of(uuid) to akmasa_app;

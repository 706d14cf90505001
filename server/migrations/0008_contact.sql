-- Every word we say to a citizen, and the calls we owe.
create schema contact;
grant usage on schema contact to akmasa_app;

create table contact.template (
  key text not null,
  channel text not null check (channel in ('sms', 'mail', 'voice')),
  tr text not null,
  en text not null,
  subject jsonb,
  changed_at timestamptz not null,
  primary key (key, channel)
);
grant select, insert, update on contact.template to akmasa_app;

create table contact.message (
  id uuid primary key,
  -- What it tells of: one message for one fact, however often the fact is heard.
  fact_key text not null unique,
  at timestamptz not null,
  channel text not null check (channel in ('sms', 'mail', 'voice')),
  "to" text not null,
  text text not null,
  language text not null,
  status text not null check (status in ('queued', 'sent', 'delivered', 'failed', 'spooled', 'read_out')),
  case_id uuid,
  case_number text,
  sent_at timestamptz,
  error text,
  reference text,
  tries int not null default 0,
  next_try_at timestamptz
);
create index message_newest on contact.message (at desc, id desc);
create index message_case on contact.message (case_id) where case_id is not null;
create index message_due on contact.message (next_try_at) where status = 'queued';
grant select, insert, update (status, sent_at, error, reference, tries, next_try_at) on contact.message to akmasa_app;

create table contact.call_task (
  id uuid primary key,
  reason text not null check (reason in ('call_back', 'voice_message', 'abandoned', 'tell_number')),
  phone text,
  name text,
  at timestamptz not null,
  -- The call a recording of hers belongs to: the newest.
  call_id text,
  -- Every call that asked for it; the replay of a call adds nothing.
  call_ids text[] not null default '{}',
  recorded boolean not null,
  case_id uuid,
  case_number text,
  citizen_id uuid,
  status text not null check (status in ('open', 'taken', 'done')),
  taken_by text,
  taken_at timestamptz,
  done_at timestamptz,
  times int not null,
  result text,
  note text,
  emergency boolean not null
);
-- One open task for a number and a reason: three calls in vain are one person waiting.
create unique index call_task_one on contact.call_task (reason, phone) where status <> 'done' and phone is not null and case_id is null;
create unique index call_task_of_case on contact.call_task (reason, case_id) where case_id is not null;
create index call_task_calls on contact.call_task using gin (call_ids);
create index call_task_open on contact.call_task (emergency desc, at) where status <> 'done';
create index call_task_phone on contact.call_task (phone) where status <> 'done';
create index call_task_done on contact.call_task (done_at desc) where status = 'done';
grant select, insert, update (call_id, call_ids, recorded, name, citizen_id, status, taken_by, taken_at, done_at, times, result, note, emergency) on contact.call_task to akmasa_app;

-- Each try to reach them.
create table contact.attempt (
  id uuid primary key,
  task_id uuid not null references contact.call_task,
  at timestamptz not null,
  by text not null,
  result text not null,
  note text
);
create index attempt_task on contact.attempt (task_id);
grant select, insert on contact.attempt to akmasa_app;

do $$
declare name text;
begin
  foreach name in array array['message', 'call_task', 'attempt'] loop
    execute format('alter table contact.%I enable row level security', name);
    execute format('alter table contact.%I force row level security', name);
    execute format('create policy owner on contact.%I to akmasa_owner using (true) with check (true)', name);
    execute format('create policy desk on contact.%I to akmasa_app using ((select desk.sees_all()))', name);
  end loop;
end $$;

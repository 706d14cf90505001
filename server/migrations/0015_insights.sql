-- Figures: what the rooms publish to be counted, and when a case came to its end.
alter table cases.case add column closed_at timestamptz;
update cases.case set closed_at = changed_at where status in ('closed', 'handed_over');
create function cases.keep_closed_at() returns trigger language plpgsql as $$ begin
  if new.status in ('closed', 'handed_over') then new.closed_at := coalesce(new.closed_at, new.changed_at);
  else new.closed_at := null; end if;
  return new;
end $$;
create trigger case_ends before insert or update of status on cases.case for each row execute function cases.keep_closed_at();
create index case_of_operator on cases.case (opened_by, opened_at);
create index case_closed on cases.case (closed_at) where closed_at is not null;
create index case_unclosed on cases.case (opened_at) where closed_at is null;

-- As whoever asks: a directorate counts its own cases, the desk all.
create view cases.measure_published with (security_invoker = true) as
  select id, number, opened_at, opened_by, closed_at, status, due_at, lead_id, place_id, place, topic_id, topic, kind, channel, emergency, personal from cases.case;
-- Words said to the citizen: that, and when.
create view cases.word_published with (security_invoker = true) as select case_id, at from cases.entry where audience = 'citizen';
grant select on cases.measure_published, cases.word_published to akmasa_app;
create index entry_word on cases.entry (case_id, at) where audience = 'citizen';

create view calls.measure_published with (security_invoker = true) as
  select id, direction, arrived_at, queued_at, rang_at, answered_at, ended_at, result, emergency, staff_id from calls.call;
grant select on calls.measure_published to akmasa_app;
-- What each person at the desk was doing, from when to when: her own day, and nobody's league table.
create table calls.spell (
  staff_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  state text not null,
  reason text,
  primary key (staff_id, from_at)
);
create index spell_open on calls.spell (staff_id) where to_at is null;
create function calls.keep_spells() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' and (old.state, old.since) = (new.state, new.since) then return null; end if;
  update calls.spell set to_at = new.since where staff_id = new.staff_id and to_at is null;
  insert into calls.spell (staff_id, from_at, state, reason) values (new.staff_id, new.since, new.state, case when new.state = 'paused' then new.reason end)
    on conflict (staff_id, from_at) do update set state = excluded.state, reason = excluded.reason, to_at = null;
  return null;
end $$;
create trigger seat_changes after insert or update on calls.seat for each row execute function calls.keep_spells();
grant select, insert, update (to_at, state, reason) on calls.spell to akmasa_app;
create view calls.spell_published as select staff_id, from_at, to_at, state, reason from calls.spell;
grant select on calls.spell_published to akmasa_app;

create view contact.task_measure_published with (security_invoker = true) as select id, reason, at, status, done_at, result from contact.call_task;
grant select on contact.task_measure_published to akmasa_app;

create schema insights;
grant usage on schema insights to akmasa_app;
create table insights.setting (
  one boolean primary key default true check (one),
  -- Days without a word to the citizen after which an open case counts as silent.
  silent_days int not null default 3 check (silent_days between 1 and 60),
  -- Seconds in the queue within which a call ought to be answered (80/20 is convention, no law).
  target_seconds int not null default 20 check (target_seconds between 1 and 600)
);
insert into insights.setting default values;
grant select, update on insights.setting to akmasa_app;

-- Who gets the report by mail, and which letters went: a row before the letter, so that it goes once.
create table insights.subscriber (
  staff_id uuid primary key,
  daily boolean not null,
  weekly boolean not null
);
grant select, insert, update on insights.subscriber to akmasa_app;
create table insights.letter (
  staff_id uuid not null,
  period text not null check (period in ('day', 'week')),
  day date not null,
  claimed_at timestamptz not null,
  tries int not null,
  sent_at timestamptz,
  error text,
  primary key (staff_id, period, day)
);
grant select, insert, update on insights.letter to akmasa_app;

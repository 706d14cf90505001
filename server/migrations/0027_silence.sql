-- The silence rule: of every open case whose citizen can be reached, until when she must hear something new.
alter table contact.call_task drop constraint call_task_reason_check;
alter table contact.call_task add constraint call_task_reason_check
  check (reason in ('call_back', 'voice_message', 'abandoned', 'tell_number', 'tell', 'check_number', 'answer', 'agree', 'confirm', 'silence'));

create table contact.silence (
  case_id uuid primary key references cases.case,
  -- The last true word, or the recording of the case.
  since timestamptz not null,
  -- The lead directorate is asked for news, the desk is to call, the time is over.
  ask_at timestamptz not null,
  call_at timestamptz not null,
  due_at timestamptz not null,
  -- Whose it is from the first: the desk's when the case waits for the desk.
  owes text not null check (owes in ('directorate', 'desk')),
  asked_at timestamptz,
  called_at timestamptz,
  -- Something it was reckoned by has changed.
  stale boolean not null default false
);
create index silence_asks on contact.silence (ask_at) where asked_at is null;
create index silence_calls on contact.silence (call_at) where called_at is null;
create index silence_due on contact.silence (due_at, case_id);
create index silence_stale on contact.silence (case_id) where stale;
grant select, insert, update, delete on contact.silence to akmasa_app;
alter table contact.silence enable row level security;
alter table contact.silence force row level security;
create policy owner on contact.silence to akmasa_owner using (true) with check (true);
create policy of_case on contact.silence to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));

-- What the rule needs to know of a case: that somebody can be reached, and since when it is ours; not who.
create view cases.reachable_published with (security_invoker = true) as
  select c.id, c.number, c.kind, c.topic, c.topic_id, c.status, c.place, c.emergency, c.lead_id, cases.is_open(c.status) as open,
    greatest(c.opened_at, (select min(t.made_at) from cases.task t where t.case_id = c.id)) as began_at,
    not r.anonymous and (r.phone is not null or r.email is not null) as reachable, r.name, r.phone
  from cases.case c join cases.reporter r on r.case_id = c.id;
create view cases.open_published with (security_invoker = true) as
  select id, number, topic, status, place, emergency, lead_id, opened_at from cases.case
  where status not in ('closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined');
grant select on cases.reachable_published, cases.open_published to akmasa_app;

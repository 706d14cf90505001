-- People: duties of a directorate, invitations, leaving with open work handed over; calendars that go out of use.
alter table identity.directorate
  add column retired_at timestamptz,
  add column director_id uuid references identity.staff,
  add column deputy_id uuid references identity.staff;
grant delete on identity.directorate to akmasa_app;

-- An account without a password signs nobody in: invited, or reset, and waiting for the link to be used.
alter table identity.credential alter column password_hash drop not null;

-- The link by which a person sets her own password: once, and only for a while. One a person; a new one ends the old.
create table identity.invite (
  staff_id uuid primary key references identity.staff on delete cascade,
  -- Keyed: whoever reads this table opens nothing.
  token_hash bytea not null unique,
  until timestamptz not null
);
grant select, insert, update, delete on identity.invite to akmasa_app;

-- In a small town the administrator is an operator too, and then reads with the desk's eyes: what she keeps goes by her role.
grant select on identity.staff to akmasa_definer;
create function identity.keeps_settings() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select desk.scope() in ('settings', 'system')
    or exists (select from identity.staff where id::text = desk.actor() and left_at is null and 'administrator' = any(roles)) $$;

alter table identity.invite enable row level security;
alter table identity.invite force row level security;
create policy owner on identity.invite to akmasa_owner using (true) with check (true);
create policy keep on identity.invite to akmasa_app using ((select identity.keeps_settings())) with check ((select identity.keeps_settings()));
alter policy make on identity.staff with check ((select identity.keeps_settings()));
alter policy change on identity.staff using ((select identity.keeps_settings()));
alter policy make on identity.credential with check ((select identity.keeps_settings()));
alter policy read on settings.change using ((select desk.scope()) = 'desk' or (select identity.keeps_settings()));
alter policy write on settings.change with check (((select desk.scope()) = 'desk' or (select identity.keeps_settings())) and by = (select desk.actor()));
-- Only who never had a password: nothing anywhere was done in her name.
create policy unmake on identity.staff for delete to akmasa_app using ((select identity.keeps_settings()));
grant delete on identity.staff to akmasa_app;

grant select, delete on identity.session to akmasa_definer;
grant select, update (password_hash, failed, locked_until) on identity.credential to akmasa_definer;
-- What an administrator may do to somebody's sign-in, without reading it: end it.
create function identity.sign_out_everywhere(who uuid, and_password boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if not identity.keeps_settings() then raise exception 'only for the keeper of the accounts' using errcode = 'insufficient_privilege'; end if;
  delete from identity.session where staff_id = who;
  if and_password then update identity.credential set password_hash = null, failed = 0, locked_until = null where staff_id = who; end if;
end $$;
create function identity.has_credential(who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.credential where staff_id = who) $$;
-- Administrators who could sign in if this one could not.
create function identity.other_administrators(than uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from identity.staff s join identity.credential c on c.staff_id = s.id
  where s.id <> than and s.left_at is null and 'administrator' = any(s.roles) and c.password_hash is not null $$;
grant create on schema identity to akmasa_definer;
alter function identity.keeps_settings() owner to akmasa_definer;
alter function identity.sign_out_everywhere(uuid, boolean) owner to akmasa_definer;
alter function identity.has_credential(uuid) owner to akmasa_definer;
alter function identity.other_administrators(uuid) owner to akmasa_definer;
revoke create on schema identity from akmasa_definer;
revoke execute on function identity.keeps_settings(), identity.sign_out_everywhere(uuid, boolean), identity.has_credential(uuid), identity.other_administrators(uuid) from public;
grant execute on function identity.keeps_settings(), identity.sign_out_everywhere(uuid, boolean), identity.has_credential(uuid), identity.other_administrators(uuid) to akmasa_app;

-- How much a person has in hand: numbers only, for whoever keeps the accounts and sees no case.
grant select on cases.draft to akmasa_definer;
create function cases.in_hand_of(who text) returns table (tasks bigint, drafts bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select count(*) from cases.task where taken_by = who and status = 'taken'), (select count(*) from cases.draft where by = who and ended is null) $$;
grant create on schema cases to akmasa_definer;
alter function cases.in_hand_of(text) owner to akmasa_definer;
revoke create on schema cases from akmasa_definer;
revoke execute on function cases.in_hand_of(text) from public;
grant execute on function cases.in_hand_of(text) to akmasa_app;
create index task_taken_by on cases.task (taken_by) where status = 'taken';

grant usage on schema contact to akmasa_definer;
grant select on contact.call_task to akmasa_definer;
create function contact.in_hand_of(who text) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from contact.call_task where taken_by = who and status = 'taken' $$;
grant create on schema contact to akmasa_definer;
alter function contact.in_hand_of(text) owner to akmasa_definer;
revoke create on schema contact from akmasa_definer;
revoke execute on function contact.in_hand_of(text) from public;
grant execute on function contact.in_hand_of(text) to akmasa_app;

-- Of somebody who left: the switch is still to be given a password that nobody knows.
alter table calls.seat add column closing boolean not null default false;

alter table calendars.calendar add column retired_at timestamptz;
alter table calendars.holiday add column decree boolean not null default false;
-- A calendar of one's own goes with the directorate.
alter table calendars.directorate_calendar drop constraint directorate_calendar_directorate_id_fkey,
  add constraint directorate_calendar_directorate_id_fkey foreign key (directorate_id) references identity.directorate on delete cascade;
alter table calendars.on_call add constraint ends_after check (from_at < to_at);
grant delete on calendars.calendar, calendars.holiday, calendars.directorate_calendar, calendars.on_call to akmasa_app;

-- Past cases out of files of other systems.
create schema imports;
grant usage on schema imports to akmasa_app;

create table imports.import (
  id uuid primary key,
  name text not null,
  status text not null check (status in ('receiving', 'read', 'running', 'canceled', 'failed', 'done', 'taking_back', 'taken_back')),
  bytes bigint not null check (bytes >= 0),
  received bigint not null default 0 check (received <= bytes),
  made_at timestamptz not null,
  made_by text not null,
  sha256 text,
  -- How it is read and what stands in its columns (contracts/imports.ts, ImportFile).
  file jsonb,
  -- The distinct values of each column, with their counts; null for a column that has too many.
  column_values jsonb,
  mapping jsonb,
  rows int not null default 0,
  -- Rows done: committed together with the cases they became, so that whoever goes on begins exactly here.
  position int not null default 0,
  came_in int not null default 0,
  warned int not null default 0,
  refused int not null default 0,
  already int not null default 0,
  -- Cases deleted again, and cases left because somebody has worked on them.
  taken_back int not null default 0,
  kept int not null default 0,
  -- How far the taking back has come.
  back_to uuid,
  started_at timestamptz,
  started_by text,
  ended_at timestamptz,
  failure text
);
create index import_newest on imports.import (made_at desc, id desc);
create index import_bytes on imports.import (sha256) where sha256 is not null;
create index import_at_work on imports.import (started_at) where status in ('running', 'taking_back');
grant select, insert, delete on imports.import to akmasa_app;
grant update (status, received, sha256, file, column_values, mapping, rows, position, came_in, warned, refused, already, taken_back, kept, back_to, started_at, started_by, ended_at, failure)
  on imports.import to akmasa_app;

create table imports.problem (
  import_id uuid not null references imports.import on delete cascade,
  row int not null,
  no int not null,
  "column" text,
  value text,
  code text not null,
  kind text not null check (kind in ('error', 'warning')),
  primary key (import_id, row, no)
);
grant select, insert on imports.problem to akmasa_app;

-- Names and numbers of citizens stand in samples and in wrong rows.
alter table imports.import enable row level security;
alter table imports.import force row level security;
alter table imports.problem enable row level security;
alter table imports.problem force row level security;
create policy owner on imports.import to akmasa_owner using (true) with check (true);
create policy owner on imports.problem to akmasa_owner using (true) with check (true);
create policy desk on imports.import to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));
create policy desk on imports.problem to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));

-- A case that was not opened here: where it comes from, and when it was closed there.
create table cases.past (
  case_id uuid primary key references cases.case,
  import_id uuid not null,
  system text not null,
  -- What makes the row the same row another time: its number there, or a digest of all of it.
  key text not null,
  number text,
  closed_at timestamptz,
  -- Words of the file that were matched with nothing of ours: topic, place, status, directorate, channel.
  words jsonb not null,
  at timestamptz not null,
  unique (system, key)
);
create index past_of_import on cases.past (import_id, case_id);
grant select, insert on cases.past to akmasa_app;
-- Past cases have numbers of their own, `E2019-000123`: the live desk's sequences stay as they are. Counted in the
-- transaction of the rows, so that an import that fails leaves no gap of thousands.
create table cases.past_number (year int primary key, last int not null);
grant select, insert, update on cases.past_number to akmasa_app;

alter table cases.past enable row level security;
alter table cases.past force row level security;
create policy owner on cases.past to akmasa_owner using (true) with check (true);
create policy read on cases.past for select to akmasa_app using (exists (select 1 from cases.case c where c.id = case_id));
create policy make on cases.past for insert to akmasa_app with check ((select desk.sees_all()));

-- A case is deleted only here, and only one that came in by an import and that nobody has worked on. What hangs on a
-- case in another room stops it too, by its foreign key.
create index mention_case on cases.mention (case_id);
create index seen_case on cases.seen (case_id);
grant select on cases.past to akmasa_definer;
grant select on cases.entry, cases.follower, cases.attachment to akmasa_definer;
grant delete on cases.past, cases.entry, cases.reporter, cases.task, cases.seen, cases.case to akmasa_definer;
-- Deleting by case needs to read the key it is found by.
grant select (case_id) on cases.reporter, cases.seen to akmasa_definer;
create function cases.take_back_past(import uuid, after uuid, most int, out deleted int, out kept int, out last uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one uuid;
begin
  deleted := 0; kept := 0; last := null;
  if not desk.sees_all() then return; end if;
  for one in
    select p.case_id from cases.past p where p.import_id = import and (after is null or p.case_id > after) order by p.case_id limit most
  loop
    last := one;
    if exists (select from cases.entry e where e.case_id = one and e.facts ->> 'import' is distinct from import::text)
      or exists (select from cases.follower f where f.case_id = one) or exists (select from cases.attachment a where a.case_id = one)
      or exists (select from cases.task t where t.case_id = one and (t.taken_by is not null or t.status not in ('open', 'taken'))) then
      kept := kept + 1;
      continue;
    end if;
    begin
      delete from cases.seen where case_id = one;
      delete from cases.entry where case_id = one;
      delete from cases.reporter where case_id = one;
      delete from cases.task where case_id = one;
      delete from cases.past where case_id = one;
      delete from cases.case where id = one;
      deleted := deleted + 1;
    exception when foreign_key_violation then kept := kept + 1;
    end;
  end loop;
end $$;
grant create on schema cases to akmasa_definer;
alter function cases.take_back_past(uuid, uuid, int) owner to akmasa_definer;
revoke create on schema cases from akmasa_definer;
revoke execute on function cases.take_back_past(uuid, uuid, int) from public;
grant execute on function cases.take_back_past(uuid, uuid, int) to akmasa_app;

-- Who speaks to us and how to reach them; notices given and consents. The desk's own people only.
create schema citizens;
grant usage on schema citizens to akmasa_app, akmasa_definer;

create table citizens.citizen (
  id uuid primary key,
  name text,
  name_folded text,
  language text not null check (language in ('tr', 'en')),
  place_id uuid references places.place,
  street text,
  note text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check ((name is null) = (name_folded is null))
);
-- A telephone has many users, and a person many telephones.
create table citizens.phone (
  citizen_id uuid not null references citizens.citizen,
  e164 text not null check (e164 ~ '^(\+[1-9][0-9]{6,14}|[0-9]{3,7})$'),
  made_at timestamptz not null,
  primary key (citizen_id, e164)
);
create index phone_of on citizens.phone (e164);
-- Kept, never changed: the last row of a kind is what holds.
create table citizens.consent (
  id uuid primary key,
  citizen_id uuid not null references citizens.citizen,
  what text not null,
  given boolean not null,
  -- Which text was read to her, and by what way she answered.
  notice text not null,
  how text not null,
  at timestamptz not null
);
create index consent_of on citizens.consent (citizen_id, what, id);

alter table citizens.citizen enable row level security;
alter table citizens.citizen force row level security;
alter table citizens.phone enable row level security;
alter table citizens.phone force row level security;
alter table citizens.consent enable row level security;
alter table citizens.consent force row level security;
create policy owner on citizens.citizen to akmasa_owner using (true) with check (true);
create policy owner on citizens.phone to akmasa_owner using (true) with check (true);
create policy owner on citizens.consent to akmasa_owner using (true) with check (true);
create policy desk on citizens.citizen to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));
create policy desk on citizens.phone to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));
create policy desk on citizens.consent to akmasa_app using ((select desk.sees_all())) with check ((select desk.sees_all()));
grant select, insert, update on citizens.citizen to akmasa_app;
grant select, insert on citizens.phone, citizens.consent to akmasa_app;

-- Under row security `like` may not use an index (it is not leakproof); so search goes round it and asks the same itself.
create index citizen_words on citizens.citizen using gin ((' ' || name_folded) gin_trgm_ops);
create index phone_part on citizens.phone using gin (e164 gin_trgm_ops);
grant select on citizens.citizen, citizens.phone to akmasa_definer;
create function citizens.named(first_word text, words text[], most int) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from citizens.citizen c
  where (select desk.sees_all()) and ' ' || c.name_folded like '% ' || first_word || '%'
    and not exists (select from unnest(words) w where ' ' || c.name_folded not like '% ' || w || '%')
  order by c.name_folded limit most $$;
create function citizens.numbered(digits text, most int) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct p.citizen_id from citizens.phone p
  where (select desk.sees_all()) and p.e164 like '%' || digits || '%' limit most $$;
grant create on schema citizens to akmasa_definer;
alter function citizens.named(text, text[], int) owner to akmasa_definer;
alter function citizens.numbered(text, int) owner to akmasa_definer;
revoke create on schema citizens from akmasa_definer;
revoke execute on function citizens.named(text, text[], int), citizens.numbered(text, int) from public;
grant execute on function citizens.named(text, text[], int), citizens.numbered(text, int) to akmasa_app;

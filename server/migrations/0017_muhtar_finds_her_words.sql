-- What a muhtar added to her own case, in her own sight too: else she could not tell whether it arrived.
create or replace view cases.place_entry_published as
  select e.id, e.case_id, e.at, e.what, e.facts - 'words' - 'mentions' as facts
  from cases.entry e join cases.place_case_published c on c.id = e.case_id
  where e.audience = 'citizen' and e.what in ('opened', 'routed', 'taken', 'returned', 'passed', 'handed_over', 'closed')
  union all
  select e.id, e.case_id, e.at, e.what, e.facts - 'mentions'
  from cases.entry e join cases.place_case_published c on c.id = e.case_id
  where c.mine and e.by = (select desk.actor()) and e.what in ('note', 'attached');

-- A place that ever had a muhtar is in use. How many, and no more, is told to whoever sees no citizen.
create function citizens.muhtars_at(place uuid) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if desk.scope() <> 'desk' and not identity.keeps_settings() then return 0; end if;
  return (select count(distinct citizen_id) from citizens.muhtar where place_id = place);
end $$;
grant select on citizens.muhtar to akmasa_definer;
grant create on schema citizens to akmasa_definer;
alter function citizens.muhtars_at(uuid) owner to akmasa_definer;
revoke create on schema citizens from akmasa_definer;
revoke execute on function citizens.muhtars_at(uuid) from public;
grant execute on function citizens.muhtars_at(uuid) to akmasa_app;

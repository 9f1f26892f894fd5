-- A company that left a lot keeps what it could read until that day; papers and versions of a later day are not shown to it.
alter table lot_access add column until_day date;

create or replace function redraw_lot_access(touched uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from lot_access where lot_id = touched;
  insert into lot_access (lot_id, market_id, organisation_id, capacity, until_day)
  select lot_id, market_id, organisation_id, capacity, nullif(max(until_day), 'infinity') from (
    select l.id as lot_id, m.id as market_id, m.keeper_id as organisation_id, 'keeper' as capacity, 'infinity'::date as until_day
      from lot l join market m on m.id = l.market_id where l.id = touched
    union all
    select l.id, m.id, m.buyer_id, 'buyer', 'infinity' from lot l join market m on m.id = l.market_id where l.id = touched
    union all
    select lot_id, market_id, organisation_id, 'facilitator', 'infinity' from lot_assignment
      where lot_id = touched and (until_day is null or until_day >= paris_today())
    union all
    select lot_id, market_id, organisation_id, case when role = 'inclusion' then 'inclusion' else 'company' end,
      coalesce(ended_on, 'infinity') from lot_party where lot_id = touched
    union all
    select lot_id, market_id, employer_id, 'inclusion', 'infinity' from employment_contract
      where lot_id = touched and employer_id <> company_id
  ) drawn
  group by lot_id, market_id, organisation_id, capacity;
  insert into acquaintance (organisation_id, knows_id)
  select distinct a.organisation_id, b.organisation_id from lot_access a join lot_access b on b.lot_id = a.lot_id
  where a.lot_id = touched and a.organisation_id <> b.organisation_id
  on conflict do nothing;
end
$$;

select redraw_lot_access(lot_id) from (select distinct lot_id from lot_party where ended_on is not null) departed;

-- Papers of a lot made before this instant are shown to the current organisation; null where it has no part in it.
create function lot_read_until(asked uuid) returns timestamptz
  language sql stable parallel safe
  begin atomic
    select max(coalesce((until_day + 1)::timestamp at time zone 'Europe/Paris', 'infinity')) from lot_access
    where lot_id = asked and organisation_id = current_organisation();
  end;

alter policy of_market on document
  using (declaration_id is null and (created_at < lot_read_until(lot_id)
    or (lot_id is null and market_id in (select my_managed_markets()))));
alter policy of_document on document_version using (exists (select from document d where d.id = document_version.document_id
  and (d.organisation_id = current_organisation() or d.lot_id is null or d.declaration_id is not null
    or document_version.created_at < lot_read_until(d.lot_id))));

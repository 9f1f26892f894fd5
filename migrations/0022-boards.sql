-- Since when a commitment is in its state: whose turn it is says so. Unknown before this column: the day it was written.
alter table commitment add column state_since timestamptz;

-- Of the insertion hours worked on these lots in the months whose total is known, those of people who lived in a priority
-- district when they were hired. Sums only, and nothing when so few people stand behind them that one could be told apart
-- (permissions.md: aggregates of five and more), but for those who read why in the structures that follow them.
create function lots_district_minutes(asked uuid[]) returns table (inside bigint, unknown bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select coalesce(sum(e.counted_minutes) filter (where r.district = 'yes'), 0)::bigint as inside,
      coalesce(sum(e.counted_minutes) filter (where r.district is null or r.district = 'unknown'), 0)::bigint as unknown
    from hour_entry e left join contract_residence r on r.contract_id = e.contract_id
    where e.lot_id = any(asked) and e.state in ('validated', 'locked') and e.counted_minutes > 0
      and exists (select from worked_month w where w.lot_id = e.lot_id and w.month = e.month)
      and exists (select from lot_access a where a.lot_id = e.lot_id and a.organisation_id = current_organisation())
    having reads_reasons() or (count(distinct e.person_id) not between 1 and 4
      and count(distinct e.person_id) filter (where r.district = 'yes') not between 1 and 4
      and count(distinct e.person_id) filter (where r.district = 'no') not between 1 and 4);
  end;
revoke all on function lots_district_minutes(uuid[]) from public;
grant execute on function lots_district_minutes(uuid[]) to guichet_app;

-- A wrong figure is taken back the day it was typed, by who typed it: it stays written, and no longer counts.
alter table market_amount add column withdrawn_at timestamptz;
create policy withdrawn on market_amount for update to guichet_app
  using (market_id in (select id from market where current_organisation() in (keeper_id, buyer_id)))
  with check (market_id in (select id from market where current_organisation() in (keeper_id, buyer_id)));
grant update (withdrawn_at) on market_amount to guichet_app;
create or replace function lot_minutes_invoiced(asked uuid, cents_per_hour bigint, threshold bigint, full_tranches boolean) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select (case when full_tranches then beyond / cents_per_hour * 60 else beyond * 60 / cents_per_hour end)::bigint
    from (
      select greatest(0, coalesce((
        select m.cents from market_amount m where m.lot_id = asked and m.nature = 'invoiced' and m.withdrawn_at is null
        order by m.on_day desc, m.created_at desc limit 1), 0) - threshold) as beyond
    ) invoiced
    where exists (select from lot_access a where a.lot_id = asked and a.organisation_id = current_organisation());
  end;

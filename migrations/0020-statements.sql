-- Quarterly statements issued to the buyer of a market, with the figures as they left; contracts moved by the days that pass.

create table hours_statement (
  id uuid primary key default gen_random_uuid(),
  market_id uuid not null references market (id),
  structure_id uuid not null references organisation (id),
  quarter text not null check (quarter ~ '^\d{4}-T[1-4]$'),
  -- Printed on what was issued, and kept on each line it seals: the first of a quarter bears its name, a complement adds its rank.
  number text not null,
  note text not null default '',
  declarations integer not null check (declarations > 0),
  issued_by uuid references account (id),
  issuer text not null default '',
  issued_at timestamptz not null,
  unique (market_id, number)
);

-- One company on one lot, in sums: nobody is named.
create table hours_statement_line (
  statement_id uuid not null references hours_statement (id),
  market_id uuid not null,
  lot_id uuid not null,
  company_id uuid not null references organisation (id),
  lot_due integer,
  quarter_minutes integer not null,
  earlier_minutes integer not null,
  sealed_minutes integer not null,
  people integer not null check (people >= 0),
  primary key (statement_id, lot_id, company_id),
  foreign key (lot_id, market_id) references lot (id, market_id)
);
create index hours_statement_line_market on hours_statement_line (market_id);

alter table hours_statement enable row level security;
alter table hours_statement force row level security;
alter table hours_statement_line enable row level security;
alter table hours_statement_line force row level security;

create policy seen on hours_statement for select to guichet_app using (market_id in (select my_managed_markets()));
create policy issued on hours_statement for insert to guichet_app
  with check (structure_id = current_organisation() and issued_by = current_account() and market_id in (
    select market_id from lot_access where organisation_id = current_organisation() and capacity = 'facilitator'));
grant select, insert on hours_statement to guichet_app;
create policy seen on hours_statement_line for select to guichet_app using (market_id in (select my_managed_markets()));
create policy issued on hours_statement_line for insert to guichet_app
  with check (statement_id in (select id from hours_statement where structure_id = current_organisation()));
grant select, insert on hours_statement_line to guichet_app;

-- What a statement seals, by lot, company and month, whichever structure follows the people; and what was sealed there in all.
create function statement_sums(asked_market uuid, asked_number text)
  returns table (lot_id uuid, company_id uuid, month text, minutes bigint, sealed bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select e.lot_id, e.company_id, e.month,
      coalesce(sum(e.counted_minutes) filter (where e.locked_in = asked_number), 0)::bigint,
      sum(e.counted_minutes)::bigint
    from hour_entry e
    where e.market_id = asked_market and e.state = 'locked'
      and exists (select from lot_access a where a.lot_id = e.lot_id and a.organisation_id = current_organisation()
        and a.capacity = 'facilitator')
    group by e.lot_id, e.company_id, e.month;
  end;
-- Several months of one person are one person.
create function statement_people(asked_market uuid, asked_number text)
  returns table (lot_id uuid, company_id uuid, people bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select e.lot_id, e.company_id, count(distinct e.person_id)
    from hour_entry e
    where e.market_id = asked_market and e.locked_in = asked_number
      and exists (select from lot_access a where a.lot_id = e.lot_id and a.organisation_id = current_organisation()
        and a.capacity = 'facilitator')
    group by e.lot_id, e.company_id;
  end;
revoke all on function statement_sums(uuid, text), statement_people(uuid, text) from public;
grant execute on function statement_sums(uuid, text), statement_people(uuid, text) to guichet_app;

-- A contract begins, ends its trial and reaches its term without anybody's hand.
grant update (state, ended_on, end_reason, version) on employment_contract to guichet_job;

-- The day the work of a lot really stopped: its last month is still to be declared.
alter table lot add column closed_on date;

-- Inside a group that owes jointly, what a member in surplus covers of a member's shortfall: each in proportion, never more than
-- either. The same sum as domain/group-compensation.ts; a member learns its own part of it, not the hours of the others.
create function lot_minutes_received(asked uuid, member uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with parts as (
      select p.organisation_id, p.share_minutes - (
        select coalesce(sum(k.counted_minutes), 0) from (
          select t.company_id, t.counted_minutes from hours_total t where t.lot_id = asked
          union all
          select t.company_id, t.counted_minutes from hours_delta t where t.lot_id = asked
        ) k where k.company_id in (select q.organisation_id from lot_party q where q.id = p.id or q.under_id = p.id)
      )::bigint as missing
      from lot_party p
      where p.lot_id = asked and p.under_id is null and p.share_minutes is not null and p.ended_on is null
    ), sums as (
      select coalesce(sum(greatest(0, missing)), 0)::bigint as shortfall,
        coalesce(sum(greatest(0, -missing)), 0)::bigint as surplus from parts
    )
    select coalesce(sum(case when sums.shortfall = 0 then 0
      else least(sums.surplus, sums.shortfall) * greatest(0, parts.missing) / sums.shortfall end), 0)::bigint
    from parts, sums
    where parts.organisation_id = member
      and exists (select from commitment c where c.lot_id = asked and c.joint)
      and exists (select from lot_access a where a.lot_id = asked and a.organisation_id = current_organisation());
  end;
revoke all on function lot_minutes_received(uuid, uuid) from public;
grant execute on function lot_minutes_received(uuid, uuid) to guichet_app;

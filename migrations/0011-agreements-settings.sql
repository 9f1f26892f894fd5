-- Globalisation agreements signed by each side before they take effect, and settings of counting that may be ended or taken back.
alter table globalisation
  add column proposed_by_id uuid references organisation (id),
  -- The last day in force when the agreement ends before its term.
  add column ended_on date,
  add column ended_reason text not null default '',
  add column withdrawn_at timestamptz,
  -- The agreement this one amends; cut the day before this one begins, once signed by all.
  add column replaces_id uuid references globalisation (id),
  add column version integer not null default 1,
  add check (ended_on is null or signed_on is not null);
-- null until everybody signed: the day of the last signature.
alter table globalisation alter column signed_on drop not null;
update globalisation set proposed_by_id = company_id;
alter table globalisation alter column proposed_by_id set not null;
create index globalisation_company on globalisation (company_id);
create index globalisation_proposed_by on globalisation (proposed_by_id);
create index globalisation_lot_lot on globalisation_lot (lot_id);
alter table globalisation_lot add foreign key (lot_id, market_id) references lot (id, market_id);
create index hour_allocation_agreement on hour_allocation (agreement_id) where agreement_id is not null;

-- One row for the company and one for each buyer concerned.
create table globalisation_signature (
  globalisation_id uuid not null references globalisation (id),
  organisation_id uuid not null references organisation (id),
  capacity text not null check (capacity in ('company', 'buyer')),
  decision text not null default 'waiting' check (decision in ('waiting', 'signed', 'refused')),
  signed_on date,
  reason text not null default '',
  -- Who wrote it down: the signatory, or whoever holds the paper signed by one who has no account here.
  recorded_by_organisation_id uuid references organisation (id),
  recorded_by uuid references account (id),
  decided_at timestamptz,
  primary key (globalisation_id, organisation_id),
  check ((decision = 'signed') = (signed_on is not null))
);
create index globalisation_signature_waiting on globalisation_signature (organisation_id) where decision = 'waiting';
insert into globalisation_signature (globalisation_id, organisation_id, capacity, decision, signed_on, decided_at)
  select id, company_id, 'company', 'signed', signed_on, created_at from globalisation
  union
  select gl.globalisation_id, m.buyer_id, 'buyer', 'signed', g.signed_on, g.created_at
  from globalisation_lot gl join globalisation g on g.id = gl.globalisation_id join market m on m.id = gl.market_id
  where m.buyer_id <> g.company_id;
alter table globalisation_signature enable row level security;
alter table globalisation_signature force row level security;

-- The agreements the current organisation is concerned by: its own, those it proposed, those of lots it looks after, and what
-- these amend.
create function my_agreements() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with concerned as (
      select id from globalisation where current_organisation() in (company_id, proposed_by_id)
      union
      select gl.globalisation_id from globalisation_lot gl join lot_access a on a.lot_id = gl.lot_id
      where a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')
    )
    select id from concerned
    union
    select g.replaces_id from globalisation g where g.replaces_id is not null and g.id in (select id from concerned);
  end;
-- What both sides of an agreement read of lots they do not look after: what it binds, and for whom.
create function agreement_lots(asked uuid) returns table (
    lot_id uuid, market_id uuid, number integer, title text, reference text, object text, buyer_id uuid, buyer text, mine boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.id, l.market_id, l.number, l.title, m.reference, m.object, m.buyer_id, o.name,
      exists (select from lot_access a where a.lot_id = l.id and a.organisation_id = current_organisation())
    from globalisation_lot gl join lot l on l.id = gl.lot_id join market m on m.id = l.market_id join organisation o on o.id = m.buyer_id
    where gl.globalisation_id = asked and asked in (select my_agreements())
    order by m.object, l.number, l.id;
  end;
-- The hours an agreement moved: sums, nobody's line.
create function agreement_hours(asked uuid) returns table (from_lot_id uuid, to_lot_id uuid, month text, minutes bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select e.lot_id, a.lot_id, e.month, sum(a.minutes)
    from hour_allocation a join hour_entry e on e.id = a.entry_id
    where a.agreement_id = asked and asked in (select my_agreements())
    group by e.lot_id, a.lot_id, e.month having sum(a.minutes) <> 0 order by e.month desc, e.lot_id, a.lot_id;
  end;
-- Nobody works there: whoever looks after the lot writes down what its paper says.
create function has_no_member(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select not exists (select from membership m where m.organisation_id = asked and m.suspended_at is null);
  end;
-- Proposed by the current organisation and not yet signed by all.
create function my_open_proposals() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select id from globalisation where proposed_by_id = current_organisation() and signed_on is null and withdrawn_at is null;
  end;
do $$
declare
  name text;
begin
  foreach name in array array[
    'my_agreements()', 'agreement_lots(uuid)', 'agreement_hours(uuid)', 'has_no_member(uuid)', 'my_open_proposals()'
  ] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to guichet_app', name);
  end loop;
end
$$;

drop policy seen on globalisation;
drop policy managed on globalisation;
create policy concerned on globalisation for select to guichet_app using (id in (select my_agreements()));
create policy proposed on globalisation for insert to guichet_app
  with check (proposed_by_id = current_organisation() and created_by = current_account() and signed_on is null
    and withdrawn_at is null and ended_on is null);
create policy moved on globalisation for update to guichet_app
  using (id in (select my_agreements())) with check (id in (select my_agreements()));
grant update (reason, from_day, until_day, signed_on, ended_on, ended_reason, withdrawn_at, version) on globalisation to guichet_app;

drop policy seen on globalisation_lot;
drop policy managed on globalisation_lot;
create policy concerned on globalisation_lot for select to guichet_app using (globalisation_id in (select my_agreements()));
create policy proposed on globalisation_lot for insert to guichet_app
  with check (globalisation_id in (select my_open_proposals())
    and exists (select from lot_access a where a.lot_id = globalisation_lot.lot_id and a.organisation_id = current_organisation()));
create policy proposed_less on globalisation_lot for delete to guichet_app using (globalisation_id in (select my_open_proposals()));
grant delete on globalisation_lot to guichet_app;

create policy concerned on globalisation_signature for select to guichet_app using (globalisation_id in (select my_agreements()));
create policy asked on globalisation_signature for insert to guichet_app with check (globalisation_id in (select my_open_proposals()));
create policy less on globalisation_signature for delete to guichet_app using (globalisation_id in (select my_open_proposals()));
-- One's own; of the company, the paper the proposer or a desk holds; of a buyer nobody works for here, what its paper says.
create policy decided on globalisation_signature for update to guichet_app
  using (globalisation_id in (select my_agreements())
    and (organisation_id = current_organisation() or capacity = 'company' or has_no_member(organisation_id)))
  with check (globalisation_id in (select my_agreements())
    and (organisation_id = current_organisation() or capacity = 'company' or has_no_member(organisation_id)));
-- Terms changed before all signed are to be signed anew.
create policy asked_again on globalisation_signature for update to guichet_app
  using (globalisation_id in (select my_open_proposals()))
  with check (globalisation_id in (select my_open_proposals()) and decision = 'waiting');
grant select, insert, delete on globalisation_signature to guichet_app;
grant update (decision, signed_on, reason, recorded_by_organisation_id, recorded_by, decided_at) on globalisation_signature to guichet_app;

-- In force only once everybody signed; from then on its terms hold, and while it moved hours it stays signed.
create function agreement_holds() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.signed_on is not null and exists (select from globalisation_signature s where s.globalisation_id = new.id and s.decision <> 'signed') then
    raise exception 'an agreement waits for every signature' using errcode = 'check_violation';
  end if;
  if old.signed_on is not null and (new.reason, new.from_day, new.until_day, new.company_id) is distinct from (old.reason, old.from_day, old.until_day, old.company_id) then
    raise exception 'the terms of a signed agreement hold' using errcode = 'check_violation';
  end if;
  if old.signed_on is not null and new.signed_on is null and exists (select from hour_allocation a where a.agreement_id = new.id) then
    raise exception 'an agreement that moved hours stays signed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger agreement_holds before update on globalisation for each row execute function agreement_holds();

-- An hour is counted once: the parts of a line never pass what it counts, and another lot needs an agreement signed and in force
-- between these two lots for this company. Asked at the end of the transaction, of every line touched.
create function counted_once() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  touched bigint;
  counted integer;
  allocated bigint;
begin
  if tg_table_name = 'hour_entry' then
    touched := new.id;
  else
    touched := new.entry_id;
  end if;
  select e.counted_minutes, coalesce((select sum(a.minutes) from hour_allocation a where a.entry_id = e.id), 0)
    into counted, allocated from hour_entry e where e.id = touched;
  if not found then
    return null;
  end if;
  if allocated not between least(0, counted) and greatest(0, counted) then
    raise exception 'line % counts % minutes and gives %', touched, counted, allocated using errcode = 'check_violation';
  end if;
  if exists (
    select from hour_allocation a join hour_entry e on e.id = a.entry_id join employment_contract c on c.id = e.contract_id
    where a.entry_id = touched and a.lot_id <> e.lot_id and not exists (
      select from globalisation g
      join globalisation_lot here on here.globalisation_id = g.id and here.lot_id = e.lot_id
      join globalisation_lot there on there.globalisation_id = g.id and there.lot_id = a.lot_id
      where g.id = a.agreement_id and g.signed_on is not null and g.company_id = c.company_id
        and to_char(g.from_day, 'YYYY-MM') <= e.month and e.month <= to_char(coalesce(g.ended_on, g.until_day), 'YYYY-MM'))
  ) then
    raise exception 'line % serves another lot without an agreement', touched using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger counted_once after insert or update on hour_allocation
  deferrable initially deferred for each row execute function counted_once();
create constraint trigger counted_once after update on hour_entry
  deferrable initially deferred for each row when (old.counted_minutes is distinct from new.counted_minutes) execute function counted_once();

-- Whoever holds a line takes back all it gives, even to a lot she no longer looks after: otherwise it could count twice.
create policy of_own_line on hour_allocation for select to guichet_app
  using (exists (select from hour_entry e where e.id = hour_allocation.entry_id and e.holder_id = current_organisation()));
create policy own_line_undone on hour_allocation for delete to guichet_app
  using (exists (select from hour_entry e
    where e.id = hour_allocation.entry_id and e.holder_id = current_organisation() and e.state <> 'locked'));

-- A counter-entry takes back from the very lots its line served.
create policy own_counter_entry on hour_allocation for insert to guichet_app
  with check (exists (select from hour_entry e
    where e.id = hour_allocation.entry_id and e.holder_id = current_organisation() and e.corrects_id is not null));

-- The signed paper, read by every side of the agreement.
alter table document add column globalisation_id uuid references globalisation (id);
create index document_globalisation on document (globalisation_id) where globalisation_id is not null;
create policy of_agreement on document for select to guichet_app using (globalisation_id is not null and globalisation_id in (select my_agreements()));

-- Taken back by who set it: it then never held, and the journal remembers. Ended: until_day.
alter table counting_setting
  add column withdrawn_at timestamptz,
  add foreign key (lot_id, market_id) references lot (id, market_id),
  add check (lot_id is null or market_id is not null),
  add check (until_day is null or until_day >= from_day);
create index counting_setting_market on counting_setting (market_id) where market_id is not null;
drop policy own on counting_setting;
create policy own on counting_setting for select to guichet_app using (organisation_id = current_organisation());
drop policy applied on counting_setting;
create policy applied on counting_setting for select to guichet_app
  using (market_id is not null and exists (select from market m where m.id = counting_setting.market_id));
-- For all of one's own, or for a market one looks after; never for a market of others.
create policy set_by_desk on counting_setting for insert to guichet_app
  with check (organisation_id = current_organisation() and (market_id is null or market_id in (select my_managed_markets())));
create policy ended_by_desk on counting_setting for update to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
-- The buyer's rules and those of the structure that leads apply to the lot: everybody on it may read them.
create policy of_acquaintance on counting_setting for select to guichet_app
  using (market_id is null and exists (select from acquaintance a
    where a.organisation_id = current_organisation() and a.knows_id = counting_setting.organisation_id));
grant update (withdrawn_at) on counting_setting to guichet_app;

-- How many lines not yet sealed a rule of this place would count anew: a number that whoever sets the rule may know.
create function unsealed_lines(one_market uuid, one_lot uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select count(*) from hour_entry e
    where e.state in ('submitted', 'validated') and e.corrects_id is null
      and (one_lot is null or e.lot_id = one_lot) and (one_market is null or e.market_id = one_market)
      and e.market_id in (select my_managed_markets());
  end;
revoke all on function unsealed_lines(uuid, uuid) from public;
grant execute on function unsealed_lines(uuid, uuid) to guichet_app;

-- Organisations met on a lot know each other's identity from then on.
create table acquaintance (
  organisation_id uuid not null references organisation (id),
  knows_id uuid not null references organisation (id),
  primary key (organisation_id, knows_id)
);

-- Who sees what of the main thread. lot_access is drawn from the facts by triggers; every policy reads it.
create function redraw_lot_access(touched uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from lot_access where lot_id = touched;
  insert into lot_access (lot_id, market_id, organisation_id, capacity)
  select l.id, m.id, m.keeper_id, 'keeper' from lot l join market m on m.id = l.market_id where l.id = touched
  union
  select l.id, m.id, m.buyer_id, 'buyer' from lot l join market m on m.id = l.market_id where l.id = touched
  union
  select lot_id, market_id, organisation_id, 'facilitator' from lot_assignment
    where lot_id = touched and (until_day is null or until_day >= paris_today())
  union
  select lot_id, market_id, organisation_id, case when role = 'inclusion' then 'inclusion' else 'company' end
    from lot_party where lot_id = touched
  union
  select lot_id, market_id, employer_id, 'inclusion' from employment_contract
    where lot_id = touched and employer_id <> company_id;
  insert into acquaintance (organisation_id, knows_id)
  select distinct a.organisation_id, b.organisation_id from lot_access a join lot_access b on b.lot_id = a.lot_id
  where a.lot_id = touched and a.organisation_id <> b.organisation_id
  on conflict do nothing;
end
$$;
revoke all on function redraw_lot_access(uuid) from public;

create function lot_access_follows() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_table_name = 'lot' then
    perform redraw_lot_access(new.id);
  elsif tg_table_name = 'market' then
    perform redraw_lot_access(id) from lot where market_id = new.id;
  else
    perform redraw_lot_access(coalesce(new.lot_id, old.lot_id));
  end if;
  return null;
end
$$;
create trigger lot_access_follows after insert on lot for each row execute function lot_access_follows();
create trigger lot_access_follows after update of keeper_id, buyer_id on market for each row execute function lot_access_follows();
create trigger lot_access_follows after insert or update or delete on lot_assignment for each row execute function lot_access_follows();
create trigger lot_access_follows after insert or update or delete on lot_party for each row execute function lot_access_follows();
create trigger lot_access_follows after insert or update of employer_id, company_id, lot_id on employment_contract
  for each row execute function lot_access_follows();

-- Markets the current organisation looks after (as keeper, buyer or facilitator).
create function my_managed_markets() returns setof uuid
  language sql stable parallel safe
  begin atomic
    select market_id from lot_access
    where organisation_id = current_organisation() and capacity in ('keeper', 'buyer', 'facilitator');
  end;

do $$
declare
  name text;
begin
  foreach name in array array[
    'operation', 'programme', 'market', 'market_programme', 'market_step', 'lot', 'tranche', 'market_amount', 'commitment',
    'commitment_version', 'lot_party', 'lot_assignment', 'lot_access', 'person', 'eligibility', 'employment_contract',
    'declaration', 'hour_entry', 'hour_allocation', 'globalisation', 'globalisation_lot', 'counting_setting', 'document',
    'document_version', 'saved_view', 'hours_delta', 'hours_total', 'acquaintance'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

-- How many people worked on a market, or on all of hers: a number that whoever looks after it may know without reading anybody.
create function people_on_markets(one_market uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select count(distinct c.person_id) from employment_contract c
    where (one_market is null or c.market_id = one_market) and c.market_id in (select my_managed_markets())
      and c.state not in ('planned', 'removed');
  end;
revoke all on function people_on_markets(uuid) from public;
grant execute on function people_on_markets(uuid) to guichet_app;

create policy mine on lot_access for select to guichet_app using (organisation_id = current_organisation());
create policy managed on lot_access for select to guichet_job using (true);
grant select on lot_access to guichet_app, guichet_job;

create policy seen on operation for select to guichet_app
  using (current_organisation() in (keeper_id, buyer_id) or id in (select operation_id from market));
create policy kept on operation for insert to guichet_app with check (keeper_id = current_organisation());
create policy edited on operation for update to guichet_app using (current_organisation() in (keeper_id, buyer_id));
grant select, insert, update on operation to guichet_app;

create policy known on programme for select to guichet_app
  using ((organisation_id is null and current_organisation() is not null) or organisation_id = current_organisation()
    or id in (select programme_id from market_programme));
create policy own on programme for insert to guichet_app with check (organisation_id = current_organisation());
create policy own_edited on programme for update to guichet_app using (organisation_id = current_organisation());
grant select, insert, update on programme to guichet_app;

create policy seen on market for select to guichet_app
  using (current_organisation() in (keeper_id, buyer_id)
    or id in (select market_id from lot_access where organisation_id = current_organisation()));
create policy kept on market for insert to guichet_app with check (keeper_id = current_organisation());
create policy managed on market for update to guichet_app
  using (current_organisation() in (keeper_id, buyer_id) or id in (select my_managed_markets()));
grant select, insert on market to guichet_app;
grant update (operation_id, parent_id, bought_for, kind, vehicle, reference, object, cpv, ccag, derogates_ccag, department_code, commune_code,
  place, consultation_on, notified_on, starts_on, ends_on, state, state_since, version) on market to guichet_app;

-- Facts about a whole market: whoever sees it reads them, whoever looks after it writes them.
do $$
declare
  name text;
begin
  foreach name in array array['market_programme', 'market_step'] loop
    execute format('create policy seen on %1$I for select to guichet_app using (market_id in (select id from market))', name);
    execute format('create policy managed on %1$I for insert to guichet_app with check (market_id in (select my_managed_markets())
      or market_id in (select id from market where current_organisation() in (keeper_id, buyer_id)))', name);
    execute format('grant select, insert on %I to guichet_app', name);
  end loop;
  foreach name in array array['tranche', 'commitment', 'lot_party', 'lot_assignment'] loop
    execute format('create policy seen on %1$I for select to guichet_app using (exists (select from lot_access a where a.lot_id = %1$I.lot_id and a.organisation_id = current_organisation()))', name);
    execute format('create policy managed on %1$I for insert to guichet_app with check (exists (select from lot_access a where a.lot_id = %1$I.lot_id and a.organisation_id = current_organisation() and a.capacity in (''keeper'', ''buyer'', ''facilitator'')))', name);
    execute format('create policy edited on %1$I for update to guichet_app using (exists (select from lot_access a where a.lot_id = %1$I.lot_id and a.organisation_id = current_organisation() and a.capacity in (''keeper'', ''buyer'', ''facilitator'')))
      with check (exists (select from lot_access a where a.lot_id = %1$I.lot_id and a.organisation_id = current_organisation() and a.capacity in (''keeper'', ''buyer'', ''facilitator'')))', name);
    execute format('grant select, insert, update on %I to guichet_app', name);
  end loop;
end
$$;
-- A facilitator of the market takes her own place on a lot she adds to it.
create policy joined on lot_assignment for insert to guichet_app
  with check (organisation_id = current_organisation() and market_id in (select my_managed_markets()));
create policy removed on market_programme for delete to guichet_app using (market_id in (select my_managed_markets()));
grant delete on market_programme to guichet_app;

create policy seen on lot for select to guichet_app
  using (exists (select from lot_access a where a.lot_id = lot.id and a.organisation_id = current_organisation()) or market_id in (select id from market where current_organisation() in (keeper_id, buyer_id)));
create policy managed on lot for insert to guichet_app
  with check (market_id in (select id from market where current_organisation() in (keeper_id, buyer_id)) or market_id in (select my_managed_markets()));
create policy edited on lot for update to guichet_app using (exists (select from lot_access a where a.lot_id = lot.id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')));
grant select, insert, update on lot to guichet_app;

-- A company keeps its own named contact and delegation up to date.
create policy own_contact on lot_party for update to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

-- Of its own row a company writes the contact and the delegation alone; its role, its part and its days are the desk's.
create function own_contact_only() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.organisation_id = current_organisation()
    and (new.lot_id, new.market_id, new.organisation_id, new.role, new.under_id, new.act_on, new.share_minutes, new.ended_on)
      is distinct from (old.lot_id, old.market_id, old.organisation_id, old.role, old.under_id, old.act_on, old.share_minutes, old.ended_on)
    and not exists (select from lot_access a where a.lot_id = old.lot_id and a.organisation_id = current_organisation()
      and a.capacity in ('keeper', 'buyer', 'facilitator')) then
    raise exception 'a company changes its contact only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger own_contact_only before update on lot_party for each row execute function own_contact_only();

create policy seen on commitment_version for select to guichet_app
  using (exists (select from commitment c where c.id = commitment_version.commitment_id));
create policy managed on commitment_version for insert to guichet_app
  with check (market_id in (select my_managed_markets()));
-- A proposed version may be signed or taken back; once signed nothing of it changes.
create policy signed on commitment_version for update to guichet_app
  using (signed_on is null and market_id in (select my_managed_markets()))
  with check (market_id in (select my_managed_markets()));
create policy taken_back on commitment_version for delete to guichet_app
  using (signed_on is null and market_id in (select my_managed_markets()));
grant select, insert, delete on commitment_version to guichet_app;
grant update (signed_on) on commitment_version to guichet_app;

-- Published figures for whoever sees the market; estimates for the buyer, for who typed them, or through a key that shares amounts.
create policy published on market_amount for select to guichet_app
  using (origin = 'decp' and market_id in (select id from market));
create policy confidential on market_amount for select to guichet_app
  using (market_id in (select id from market where buyer_id = current_organisation() or keeper_id = current_organisation()
    or (id in (select my_managed_markets()) and buyer_id in (
      select from_organisation_id from exchange_link
      where to_organisation_id = current_organisation() and shares_amounts and accepted_at is not null and revoked_at is null
        and paris_today() between valid_from and valid_until))));
create policy written on market_amount for insert to guichet_app
  with check (market_id in (select id from market where current_organisation() in (keeper_id, buyer_id)));
grant select, insert on market_amount to guichet_app;

-- People: the structure that follows them; and the employer or the company for those who work for it.
create policy held on person for all to guichet_app
  using (holder_id = current_organisation()) with check (holder_id = current_organisation());
create policy at_work on person for select to guichet_app
  using (id in (select person_id from employment_contract where current_organisation() in (employer_id, company_id)));
create policy proposed on person for insert to guichet_app
  with check (proposed_by = current_organisation());
create policy proposed_seen on person for select to guichet_app using (proposed_by = current_organisation());
grant select, insert, update on person to guichet_app;

create policy held on eligibility for all to guichet_app
  using (holder_id = current_organisation()) with check (holder_id = current_organisation());
create policy at_work on eligibility for select to guichet_app
  using (person_id in (select person_id from employment_contract where current_organisation() in (employer_id, company_id)));
grant select, insert on eligibility to guichet_app;
grant update (ended_on) on eligibility to guichet_app;

create policy concerned on employment_contract for select to guichet_app
  using (current_organisation() in (holder_id, employer_id, company_id));
-- Nobody attaches a contract to a person she does not see, and would then read.
create policy added on employment_contract for insert to guichet_app
  with check (current_organisation() in (holder_id, employer_id, company_id) and person_id in (select id from person));
create policy edited on employment_contract for update to guichet_app
  using (current_organisation() in (holder_id, employer_id, company_id));
grant select, insert, update on employment_contract to guichet_app;

create policy seen on declaration for select to guichet_app
  using (company_id = current_organisation() or exists (select from lot_access a where a.lot_id = declaration.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')));
create policy opened on declaration for insert to guichet_app
  with check (company_id = current_organisation() or exists (select from lot_access a where a.lot_id = declaration.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')));
create policy moved on declaration for update to guichet_app
  using (company_id = current_organisation() or exists (select from lot_access a where a.lot_id = declaration.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')));
grant select, insert, update on declaration to guichet_app;

-- Employer and company at work both see the line, whichever of them declared it: neither declares it twice.
create policy concerned on hour_entry for select to guichet_app
  using (current_organisation() in (holder_id, company_id)
    or contract_id in (select id from employment_contract where current_organisation() in (employer_id, company_id)));
create policy declared on hour_entry for insert to guichet_app
  with check (current_organisation() in (holder_id, company_id));
-- Sealing is the last change of a line: it may become locked, and nothing touches it afterwards.
create policy changed on hour_entry for update to guichet_app
  using (current_organisation() in (holder_id, company_id) and state <> 'locked')
  with check (current_organisation() in (holder_id, company_id));
create policy withdrawn on hour_entry for delete to guichet_app
  using (current_organisation() in (holder_id, company_id) and state = 'submitted');
grant select, insert, update, delete on hour_entry to guichet_app;

create policy seen on hour_allocation for select to guichet_app using (exists (select from lot_access a where a.lot_id = hour_allocation.lot_id and a.organisation_id = current_organisation()));
create policy decided on hour_allocation for insert to guichet_app with check (exists (select from lot_access a where a.lot_id = hour_allocation.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')));
create policy undone on hour_allocation for delete to guichet_app using (exists (select from lot_access a where a.lot_id = hour_allocation.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator'))
    and not exists (select from hour_entry e where e.id = hour_allocation.entry_id and e.state = 'locked'));
grant select, insert, delete on hour_allocation to guichet_app;

create policy seen on globalisation_lot for select to guichet_app using (exists (select from lot_access a where a.lot_id = globalisation_lot.lot_id and a.organisation_id = current_organisation()));
create policy managed on globalisation_lot for insert to guichet_app with check (exists (select from lot_access a where a.lot_id = globalisation_lot.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')));
create policy seen on globalisation for select to guichet_app
  using (company_id = current_organisation() or id in (select globalisation_id from globalisation_lot));
create policy managed on globalisation for insert to guichet_app with check (created_by = current_account());
grant select, insert on globalisation, globalisation_lot to guichet_app;

create policy own on counting_setting for all to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy applied on counting_setting for select to guichet_app using (market_id in (select id from market));
grant select, insert on counting_setting to guichet_app;
grant update (until_day) on counting_setting to guichet_app;

create policy own on document for all to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy of_market on document for select to guichet_app
  using (declaration_id is null and (exists (select from lot_access a where a.lot_id = document.lot_id and a.organisation_id = current_organisation()) or (lot_id is null and market_id in (select my_managed_markets()))));
create policy of_declaration on document for select to guichet_app
  using (declaration_id in (select declaration_id from hour_entry) or declaration_id in (select id from declaration where company_id = current_organisation()));
grant select, insert on document to guichet_app;
grant update (name, archived_at) on document to guichet_app;
create policy of_document on document_version for select to guichet_app using (document_id in (select id from document));
create policy added on document_version for insert to guichet_app
  with check (document_id in (select id from document where organisation_id = current_organisation()));
grant select, insert on document_version to guichet_app;

create policy mine on saved_view for all to guichet_app
  using (account_id = current_account() and organisation_id = current_organisation())
  with check (account_id = current_account() and organisation_id = current_organisation());
grant select, insert on saved_view to guichet_app;
grant update (removed_at) on saved_view to guichet_app;
-- The side menu is drawn on every page, those of the gate too.
create policy mine_in_the_menu on saved_view for select to guichet_gate
  using (account_id = current_account() and organisation_id = current_organisation());
grant select on saved_view to guichet_gate;

create policy seen on hours_delta for select to guichet_app
  using (exists (select from lot_access a where a.lot_id = hours_delta.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')) or company_id = current_organisation() or holder_id = current_organisation());
create policy appended on hours_delta for insert to guichet_app
  with check (company_id = current_organisation() or holder_id = current_organisation());
create policy seen on hours_total for select to guichet_app
  using (exists (select from lot_access a where a.lot_id = hours_total.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')) or company_id = current_organisation() or holder_id = current_organisation());
grant select, insert on hours_delta to guichet_app;
grant select on hours_total to guichet_app;

create policy met on organisation for select to guichet_app
  using (exists (select from acquaintance a where a.organisation_id = current_organisation() and a.knows_id = organisation.id));
create policy mine on acquaintance for select to guichet_app using (organisation_id = current_organisation());
grant select on acquaintance to guichet_app;

-- The jobs expect, remind and fold; they read no name.
do $$
declare
  name text;
begin
  foreach name in array array['market', 'lot', 'lot_party', 'lot_assignment', 'commitment', 'commitment_version', 'employment_contract', 'declaration', 'hours_delta', 'hours_total'] loop
    execute format('create policy job on %1$I for all to guichet_job using (true) with check (true)', name);
  end loop;
end
$$;
grant select on market, lot, lot_party, lot_assignment, commitment, commitment_version, employment_contract to guichet_job;
grant update (bounced_at) on lot_party to guichet_job;
grant select, insert, update on declaration, hours_total to guichet_job;
-- update: only to hold the rows it folds.
grant select, update, delete on hours_delta to guichet_job;

-- Whom to ask about a lot: the person who leads on it and her structure's telephone, for whoever is on the lot.
create function lot_referent(asked uuid) returns table (name text, structure text, phone text, email text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(a.name, ''), o.name, o.phone, o.email
  from lot_assignment l join organisation o on o.id = l.organisation_id left join account a on a.id = l.account_id and a.disabled_at is null
  where l.lot_id = asked and l.role = 'lead' and (l.until_day is null or l.until_day >= paris_today())
    and exists (select from lot_access x where x.lot_id = asked and x.organisation_id = current_organisation())
$$;
revoke all on function lot_referent(uuid) from public;
grant execute on function lot_referent(uuid) to guichet_app;

-- A dead link asks for another one: the gate finds the known address by the link, or by what is typed; nothing more.
create policy reached on lot_party for select to guichet_gate using (true);
grant select (id, lot_id, market_id, organisation_id, contact_email, contact_phone, delegate_email, delegate_until, ended_on) on lot_party to guichet_gate;
create policy reached on market for select to guichet_gate using (true);
grant select (id, reference) on market to guichet_gate;

-- A lot and its market always go together.
alter table lot add unique (id, market_id);
do $$
declare
  name text;
begin
  foreach name in array array[
    'tranche', 'commitment', 'lot_party', 'lot_assignment', 'lot_access', 'employment_contract', 'declaration', 'hour_entry', 'hour_allocation'
  ] loop
    execute format('alter table %I add foreign key (lot_id, market_id) references lot (id, market_id)', name);
  end loop;
end
$$;

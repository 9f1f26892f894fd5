-- The same rights, said so that the indexes answer them. A set of ids is read once into an array, which an index can look up,
-- where `in (select …)` makes PostgreSQL read the whole table; `exists` is asked of the few rows at hand.

-- Whoever lists her markets, her lots, her companies or her declarations reads those rows only.
alter policy seen on market
  using (keeper_id = current_organisation() or buyer_id = current_organisation()
    or id = any (array(select market_id from lot_access where organisation_id = current_organisation())));
alter policy seen on lot
  using (id = any (array(select lot_id from lot_access where organisation_id = current_organisation()))
    or market_id = any (array(select m.id from market m where current_organisation() in (m.keeper_id, m.buyer_id))));
alter policy own_and_linked on organisation
  using (id = current_organisation() or parent_id = current_organisation() or id = any (array(select linked_organisations())));
alter policy met on organisation
  using (id = any (array(select knows_id from acquaintance where organisation_id = current_organisation())));
alter policy linked on contact
  using (archived_at is null and organisation_id = any (array(select linked_organisations())));
alter policy seen on declaration
  using (company_id = current_organisation() or lot_id = any (array(select lot_id from lot_access
    where organisation_id = current_organisation() and capacity in ('keeper', 'buyer', 'facilitator'))));

-- What hangs on one person, one market, one commitment or one paper is asked row by row.
alter policy at_work on person using (exists (select from employment_contract c
  where c.person_id = person.id and current_organisation() in (c.employer_id, c.company_id)));
alter policy at_work on eligibility using (exists (select from employment_contract c
  where c.person_id = eligibility.person_id and current_organisation() in (c.employer_id, c.company_id)));
alter policy seen on commitment_version
  using (exists (select from commitment c where c.id = commitment_version.commitment_id));
alter policy seen on market_programme using (exists (select from market m where m.id = market_programme.market_id));
alter policy seen on market_step using (exists (select from market m where m.id = market_step.market_id));
alter policy applied on counting_setting using (exists (select from market m where m.id = counting_setting.market_id));
alter policy published on market_amount
  using (origin = 'decp' and exists (select from market m where m.id = market_amount.market_id));
alter policy confidential on market_amount
  using (exists (select from market m where m.id = market_amount.market_id
    and (m.buyer_id = current_organisation() or m.keeper_id = current_organisation()
      or (m.buyer_id in (select from_organisation_id from exchange_link
          where to_organisation_id = current_organisation() and shares_amounts and accepted_at is not null and revoked_at is null
            and paris_today() between valid_from and valid_until)
        and exists (select from lot_access a where a.market_id = m.id and a.organisation_id = current_organisation()
          and a.capacity in ('keeper', 'buyer', 'facilitator'))))));
alter policy seen on operation
  using (current_organisation() in (keeper_id, buyer_id) or exists (select from market m where m.operation_id = operation.id));
alter policy known on programme
  using ((organisation_id is null and current_organisation() is not null) or organisation_id = current_organisation()
    or exists (select from market_programme tied where tied.programme_id = programme.id));
alter policy of_declaration on document
  using (exists (select from hour_entry e where e.declaration_id = document.declaration_id)
    or exists (select from declaration d where d.id = document.declaration_id and d.company_id = current_organisation()));
alter policy of_document on document_version using (exists (select from document d where d.id = document_version.document_id));

create or replace function people_on_markets(one_market uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select count(distinct c.person_id) from employment_contract c
    where c.state not in ('planned', 'removed')
      and c.market_id = any (array(select m from my_managed_markets() m where one_market is null or m = one_market));
  end;

-- Names are found through their pieces among the people one structure follows. Row security lets no index serve `like`, which
-- could tell of rows not hers: this function says for whom first, gives ids alone, and the reader's own policies apply to them.
create extension if not exists btree_gin with schema public;
drop index person_search;
create index person_search on person using gin (holder_id, folded_name gin_trgm_ops);
create function people_named(words text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
  holder uuid := current_organisation();
  -- The longest is the rarest.
  rarest text := (select word from unnest(words) word order by length(word) desc limit 1);
begin
  return query select p.id from person p
    where p.holder_id = holder and p.folded_name like '%' || rarest || '%'
      and p.folded_name like all (array(select '%' || word || '%' from unnest(words) word))
    order by p.folded_name, p.id limit most;
end
$$;
revoke all on function people_named(text[], integer) from public;
grant execute on function people_named(text[], integer) to guichet_app;
-- An owner who is not superuser reads through it too.
do $$
begin
  execute format('create policy searched on person for select to %I using (holder_id = current_organisation())', current_user);
end
$$;

-- The columns by which rows are looked for.
create index lot_party_market on lot_party (market_id);
create index commitment_market on commitment (market_id);
create index lot_assignment_market on lot_assignment (market_id);
create index market_programme_programme on market_programme (programme_id);
create index employment_contract_market on employment_contract (market_id, person_id);
create index employment_contract_holder on employment_contract (holder_id);
create index eligibility_holder on eligibility (holder_id, until_day);
create index declaration_company on declaration (company_id, month);
create index declaration_open on declaration (lot_id) where state in ('expected', 'late', 'submitted', 'under-review', 'rejected');
create index hour_entry_corrects on hour_entry (corrects_id) where corrects_id is not null;
create index market_parent on market (parent_id) where parent_id is not null;
create index session_membership on session (membership_id);
create index link_token_account on link_token (account_id);

-- The totals of a lot stand side by side in the index: one page to read, where its months are scattered over the table.
alter table hours_total drop constraint hours_total_pkey;
alter table hours_total add primary key (lot_id, month, company_id, holder_id, contract_type, method)
  include (submitted_minutes, counted_minutes);

-- Tranches that change, hours worked by everybody, hours the buyer refuses later, and several structures on one declaration.

alter table tranche add column version integer not null default 1, add column removed_at timestamptz;
alter table tranche drop constraint tranche_lot_id_number_key;
-- A number is free again once its tranche was taken back.
create unique index tranche_lot_id_number_key on tranche (lot_id, number) where removed_at is null;

-- What happened to a tranche, read by both sides whoever acted.
create table tranche_step (
  id uuid primary key default gen_random_uuid(),
  tranche_id uuid not null references tranche (id),
  lot_id uuid not null,
  market_id uuid not null,
  act text not null check (act in ('added', 'edited', 'affirmed', 'affirmation-taken-back', 'removed', 'restored')),
  on_day date not null,
  minutes integer not null check (minutes >= 0),
  reason text not null default '',
  account_id uuid references account (id),
  created_at timestamptz not null default now(),
  foreign key (lot_id, market_id) references lot (id, market_id)
);
create index tranche_step_lot on tranche_step (lot_id, created_at);

-- All hours worked on a lot in a month by the people of one company, insertion or not: what a share is a share of.
create table worked_month (
  id uuid primary key default gen_random_uuid(),
  lot_id uuid not null,
  market_id uuid not null,
  company_id uuid not null references organisation (id),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  minutes integer not null check (minutes >= 0),
  via text not null check (via in ('link', 'account', 'api', 'facilitator')),
  declared_by text not null default '',
  declared_at timestamptz not null,
  version integer not null default 1,
  unique (lot_id, company_id, month),
  foreign key (lot_id, market_id) references lot (id, market_id)
);

-- What each structure decided of its own people's lines in a declaration.
create table declaration_review (
  declaration_id uuid not null references declaration (id),
  structure_id uuid not null references organisation (id),
  reviewed_at timestamptz not null,
  reviewed_by uuid references account (id),
  reason text not null default '',
  note text not null default '',
  primary key (declaration_id, structure_id)
);
create index declaration_review_go on declaration_review (structure_id, reviewed_by, reviewed_at);
insert into declaration_review (declaration_id, structure_id, reviewed_at, reviewed_by, reason, note)
select distinct on (d.id, s.structure_id) d.id, s.structure_id, d.reviewed_at, d.reviewed_by, d.reason, d.note
from declaration d join (
  select declaration_id, holder_id as structure_id from hour_entry where state <> 'submitted'
  union
  select n.id, a.organisation_id from declaration n join lot_assignment a on a.lot_id = n.lot_id and a.role = 'lead' where n.no_hours
) s on s.declaration_id = d.id
where d.reviewed_at is not null;

-- Validated hours a structure proposes the buyer to refuse (convention S2 art. 4): who proposes, who decides, why.
create table hour_refusal (
  id uuid primary key default gen_random_uuid(),
  declaration_id uuid not null references declaration (id),
  lot_id uuid not null,
  market_id uuid not null,
  company_id uuid not null references organisation (id),
  month text not null,
  -- The lines are those of its own people.
  structure_id uuid not null references organisation (id),
  buyer_id uuid not null references organisation (id),
  lines integer not null check (lines > 0),
  minutes integer not null check (minutes >= 0),
  reason text not null check (reason <> ''),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  proposed_by uuid references account (id),
  proposer text not null default '',
  proposed_at timestamptz not null,
  decided_by uuid references account (id),
  decider text not null default '',
  decided_at timestamptz,
  answer text not null default '',
  version integer not null default 1,
  foreign key (lot_id, market_id) references lot (id, market_id),
  check ((state = 'proposed') = (decided_at is null))
);
create unique index hour_refusal_waiting on hour_refusal (declaration_id, structure_id) where state = 'proposed';
create index hour_refusal_buyer on hour_refusal (buyer_id, proposed_at);
create index hour_refusal_structure on hour_refusal (structure_id, proposed_at);
create index hour_refusal_company on hour_refusal (company_id, proposed_at);
create index hour_refusal_market on hour_refusal (market_id);

-- The company may send a refused line again, or withdraw it: the refusal keeps its own figures.
create table hour_refusal_line (
  refusal_id uuid not null references hour_refusal (id),
  entry_id bigint not null references hour_entry (id) on delete cascade,
  primary key (refusal_id, entry_id)
);
create index hour_refusal_line_entry on hour_refusal_line (entry_id);

do $$
declare
  name text;
begin
  foreach name in array array['tranche_step', 'worked_month', 'declaration_review', 'hour_refusal', 'hour_refusal_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

create policy seen on tranche_step for select to guichet_app
  using (exists (select from lot_access a where a.lot_id = tranche_step.lot_id and a.organisation_id = current_organisation()));
create policy managed on tranche_step for insert to guichet_app
  with check (exists (select from lot_access a where a.lot_id = tranche_step.lot_id and a.organisation_id = current_organisation()
    and a.capacity in ('keeper', 'buyer', 'facilitator')));
grant select, insert on tranche_step to guichet_app;

-- A company reads and writes its own months; whoever looks after the lot reads them all, and the facilitator may type them.
create policy seen on worked_month for select to guichet_app
  using (company_id = current_organisation() or exists (select from lot_access a where a.lot_id = worked_month.lot_id
    and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'buyer', 'facilitator')));
create policy declared on worked_month for insert to guichet_app
  with check (exists (select from lot_access a where a.lot_id = worked_month.lot_id and a.organisation_id = current_organisation()
    and (a.capacity in ('keeper', 'facilitator') or (a.capacity in ('company', 'inclusion') and worked_month.company_id = current_organisation()))));
create policy corrected on worked_month for update to guichet_app
  using (exists (select from lot_access a where a.lot_id = worked_month.lot_id and a.organisation_id = current_organisation()
    and (a.capacity in ('keeper', 'facilitator') or (a.capacity in ('company', 'inclusion') and worked_month.company_id = current_organisation()))));
grant select, insert on worked_month to guichet_app;
grant update (minutes, via, declared_by, declared_at, version) on worked_month to guichet_app;

create policy seen on declaration_review for select to guichet_app
  using (structure_id = current_organisation() or declaration_id in (select id from declaration));
create policy decided on declaration_review for all to guichet_app
  using (structure_id = current_organisation())
  with check (structure_id = current_organisation() and declaration_id in (select id from declaration));
grant select, insert, update, delete on declaration_review to guichet_app;

create policy seen on hour_refusal for select to guichet_app
  using (current_organisation() in (structure_id, buyer_id, company_id) or exists (select from lot_access a
    where a.lot_id = hour_refusal.lot_id and a.organisation_id = current_organisation() and a.capacity in ('keeper', 'facilitator')));
create policy proposed on hour_refusal for insert to guichet_app
  with check (structure_id = current_organisation() and proposed_by = current_account() and state = 'proposed'
    and buyer_id = (select m.buyer_id from market m where m.id = market_id)
    and exists (select from lot_access a where a.lot_id = hour_refusal.lot_id and a.organisation_id = current_organisation()
      and a.capacity = 'facilitator'));
create policy withdrawn on hour_refusal for update to guichet_app
  using (structure_id = current_organisation() and state = 'proposed')
  with check (structure_id = current_organisation() and state = 'withdrawn');
create policy decided on hour_refusal for update to guichet_app
  using (buyer_id = current_organisation() and state = 'proposed')
  with check (buyer_id = current_organisation() and state in ('accepted', 'declined') and decided_by = current_account());
grant select, insert on hour_refusal to guichet_app;
grant update (state, decided_by, decider, decided_at, answer, version) on hour_refusal to guichet_app;

-- The buyer reads sums, never the lines (permissions.md §6.2).
create policy seen on hour_refusal_line for select to guichet_app
  using (refusal_id in (select id from hour_refusal where current_organisation() in (structure_id, company_id)));
create policy proposed on hour_refusal_line for insert to guichet_app
  with check (refusal_id in (select id from hour_refusal where structure_id = current_organisation() and state = 'proposed')
    and entry_id in (select id from hour_entry where holder_id = current_organisation()));
grant select, insert on hour_refusal_line to guichet_app;

-- A sum that whoever is on the lot may know, since what is owed there follows from it; the months stay with who may read them.
create function lot_worked_minutes(asked uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select coalesce(sum(w.minutes), 0)::bigint from worked_month w
    where w.lot_id = asked
      and exists (select from lot_access a where a.lot_id = asked and a.organisation_id = current_organisation());
  end;
-- Hours owed for what is invoiced so far (the latest figure known): the hours are told, the amount is not.
create function lot_minutes_invoiced(asked uuid, cents_per_hour bigint, threshold bigint, full_tranches boolean) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select (case when full_tranches then beyond / cents_per_hour * 60 else beyond * 60 / cents_per_hour end)::bigint
    from (
      select greatest(0, coalesce((
        select m.cents from market_amount m where m.lot_id = asked and m.nature = 'invoiced'
        order by m.on_day desc, m.created_at desc limit 1), 0) - threshold) as beyond
    ) invoiced
    where exists (select from lot_access a where a.lot_id = asked and a.organisation_id = current_organisation());
  end;

-- Where the lines of a declaration stand, structure by structure: counts only, for the structures that share the lot.
create function declaration_lines(asked uuid[])
  returns table (declaration_id uuid, structure_id uuid, structure text, state text, lines bigint, minutes bigint, counted bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select e.declaration_id, e.holder_id, max(o.name::text), e.state, count(*),
      sum(e.worked_minutes + e.training_minutes)::bigint, sum(e.counted_minutes)::bigint
    from hour_entry e join organisation o on o.id = e.holder_id
    where e.declaration_id = any(asked) and e.corrects_id is null
      and exists (select from lot_access a where a.lot_id = e.lot_id and a.organisation_id = current_organisation()
        and a.capacity = 'facilitator')
    group by e.declaration_id, e.holder_id, e.state;
  end;

-- Lines of anybody that wait for a decision in one declaration.
create function declaration_open_lines(asked uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select count(*) from hour_entry e
    where e.declaration_id = asked and e.state = 'submitted'
      and exists (select from lot_access a where a.lot_id = e.lot_id and a.organisation_id = current_organisation());
  end;

-- An issued statement seals every line of the declaration, whichever structure follows the person.
create function seal_lines(asked uuid[], statement text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  sealed bigint;
begin
  update hour_entry e set state = 'locked', locked_in = statement
  where e.declaration_id = any(asked) and e.state = 'validated'
    and exists (select from lot_access a where a.lot_id = e.lot_id and a.organisation_id = current_organisation()
      and a.capacity = 'facilitator');
  get diagnostics sealed = row_count;
  return sealed;
end
$$;

-- How many people worked on an operation, each counted once whatever the markets.
create function people_on_operation(asked uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select count(distinct c.person_id) from employment_contract c join market m on m.id = c.market_id
    where m.operation_id = asked and c.market_id in (select my_managed_markets()) and c.state not in ('planned', 'removed');
  end;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'lot_worked_minutes(uuid)', 'lot_minutes_invoiced(uuid, bigint, bigint, boolean)', 'declaration_lines(uuid[])',
    'declaration_open_lines(uuid)', 'seal_lines(uuid[], text)', 'people_on_operation(uuid)'
  ] loop
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to guichet_app', signature);
  end loop;
end
$$;

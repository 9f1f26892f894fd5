-- Eligibility: why a decision was taken and on which papers, where people live, their numbers, what a market changes, the priority districts.

-- The positions that may read why somebody is eligible (permissions.md, 6.2): asked of the membership in force, never of what a request says.
create function acts_as(variadic asked text[]) returns boolean
  language sql stable parallel safe
  begin atomic
    select exists (select from membership where account_id = current_account() and organisation_id = current_organisation()
      and position = any (asked) and suspended_at is null and (valid_until is null or valid_until >= paris_today()));
  end;
create function reads_reasons() returns boolean
  language sql stable parallel safe
  return acts_as('facilitator.admin', 'facilitator.facilitator', 'facilitator.accompaniment');

create table eligibility_reason (
  id uuid primary key default gen_random_uuid(),
  eligibility_id uuid not null references eligibility (id) on delete cascade,
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  -- A criterion of the catalogue; HEALTH or STATE_SUPPORT where only the answer may be kept.
  criterion text not null check (criterion <> ''),
  criterion_version text not null,
  -- Of a public the market added.
  label text not null default '',
  main boolean not null default false,
  created_at timestamptz not null default now(),
  unique (eligibility_id, criterion)
);
create unique index eligibility_reason_main on eligibility_reason (eligibility_id) where main;
create index eligibility_reason_person on eligibility_reason (person_id);

create table eligibility_proof (
  id uuid primary key default gen_random_uuid(),
  reason_id uuid not null references eligibility_reason (id) on delete cascade,
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  -- Neither kind nor dates for health and justice: that a paper was seen, by whom and when.
  kind text not null default '',
  dated_on date,
  valid_until date,
  -- Who wrote a reasoned opinion.
  author text not null default '',
  seen_on date not null,
  seen_by uuid references account (id),
  -- The prescriber that supplied it, and reads it back.
  supplied_by uuid references organisation (id),
  created_at timestamptz not null default now()
);
create index eligibility_proof_reason on eligibility_proof (reason_id);
create index eligibility_proof_supplied on eligibility_proof (supplied_by) where supplied_by is not null;

-- The document itself: a reasoned opinion, or a proof where the structure chose to keep it; gone when its time has passed.
create table eligibility_document (
  id uuid primary key default gen_random_uuid(),
  proof_id uuid not null unique references eligibility_proof (id) on delete cascade,
  holder_id uuid not null references organisation (id),
  name text not null check (name <> ''),
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  content bytea not null,
  keep_until date not null,
  created_at timestamptz not null default now()
);
create index eligibility_document_until on eligibility_document (keep_until);

create table person_residence (
  person_id uuid primary key references person (id),
  holder_id uuid not null references organisation (id),
  label text not null check (label <> ''),
  postcode text not null default '',
  commune text not null,
  commune_code text not null check (commune_code ~ '^([0-9]{2}|2[AB])[0-9]{3}$'),
  longitude double precision not null check (longitude between -180 and 180),
  latitude double precision not null check (latitude between -90 and 90),
  -- Only a point at the house decides whether it is in a district.
  precise boolean not null,
  source text not null,
  checked_at timestamptz not null,
  version integer not null default 1
);

create table person_number (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  kind text not null check (kind in ('pass-iae', 'france-travail')),
  value text not null check (value ~ '^[0-9A-Z]{6,20}$'),
  created_by uuid references account (id),
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index person_number_one on person_number (person_id, kind) where removed_at is null;

create table person_profile (
  person_id uuid primary key references person (id),
  holder_id uuid not null references organisation (id),
  training_scale text check (training_scale in ('national', 'former', 'asp')),
  training_value text,
  -- How long without work when last examined, in the codes of the paying agency.
  unemployment_bracket text check (unemployment_bracket in ('01', '02', '03', '04')),
  examined_on date not null,
  check ((training_scale is null) = (training_value is null))
);

-- Where the person lived when she was hired, with the list of districts in force that day.
create table contract_residence (
  contract_id uuid primary key references employment_contract (id),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  commune text not null default '',
  commune_code text not null default '',
  district text not null check (district in ('yes', 'no', 'unknown')),
  district_code text not null default '',
  vintage integer,
  source text not null default '',
  taken_at timestamptz not null
);
create index contract_residence_person on contract_residence (person_id);

create table market_eligibility_rule (
  id uuid primary key default gen_random_uuid(),
  market_id uuid not null references market (id),
  lot_id uuid,
  organisation_id uuid not null references organisation (id),
  effect text not null check (effect in ('added', 'excluded', 'prioritised', 'quota')),
  criterion text not null check (criterion <> ''),
  label text not null default '',
  share_basis_points integer check (share_basis_points between 1 and 10000),
  from_day date not null,
  until_day date,
  source text not null check (source <> ''),
  created_by uuid references account (id),
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (lot_id, market_id) references lot (id, market_id),
  check (until_day is null or until_day >= from_day),
  check ((effect = 'quota') = (share_basis_points is not null)),
  check ((effect = 'added') = (label <> ''))
);
create index market_eligibility_rule_market on market_eligibility_rule (market_id);

create table eligibility_setting (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  code text not null,
  value jsonb not null,
  from_day date not null,
  until_day date,
  source text not null check (source <> ''),
  created_by uuid references account (id),
  created_at timestamptz not null default now(),
  check (until_day is null or until_day >= from_day)
);
create index eligibility_setting_lookup on eligibility_setting (organisation_id, code, from_day);

-- Official outlines: one import of a vintage is in force at a time; the former may be put back.
create table district_import (
  id uuid primary key default gen_random_uuid(),
  vintage integer not null check (vintage in (2015, 2024)),
  source text not null check (source <> ''),
  file_name text not null default '',
  outlines integer not null,
  points integer not null,
  -- The file holds every district of the country: outside its outlines, the answer is no.
  whole boolean not null default false,
  state text not null check (state in ('proposed', 'in-force', 'replaced', 'withdrawn')),
  replaces_id uuid references district_import (id),
  created_by uuid references account (id),
  created_at timestamptz not null default now(),
  decided_at timestamptz
);
create unique index district_import_in_force on district_import (vintage) where state = 'in-force';

create table district_outline (
  import_id uuid not null references district_import (id) on delete cascade,
  code text not null,
  name text not null default '',
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  polygons jsonb not null,
  primary key (import_id, code)
);
create index district_outline_box on district_outline (import_id, west, east);

do $$
declare
  name text;
begin
  foreach name in array array['eligibility_reason', 'eligibility_proof', 'eligibility_document', 'person_residence', 'person_number',
    'person_profile', 'contract_residence', 'market_eligibility_rule', 'eligibility_setting', 'district_import', 'district_outline'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  -- Why: for those who decide and accompany, in the structure that follows the person, and for nobody else there.
  foreach name in array array['eligibility_reason', 'eligibility_proof', 'eligibility_document', 'person_number', 'person_profile', 'contract_residence'] loop
    execute format('create policy deciders on %I for all to guichet_app
      using (holder_id = current_organisation() and reads_reasons()) with check (holder_id = current_organisation() and reads_reasons())', name);
  end loop;
end
$$;
grant select, insert on eligibility_reason, eligibility_proof, eligibility_document to guichet_app;
create policy supplied on eligibility_proof for select to guichet_app using (supplied_by = current_organisation());
grant select, insert on person_number, person_profile, contract_residence to guichet_app;
grant update (removed_at) on person_number to guichet_app;
grant update (training_scale, training_value, unemployment_bracket, examined_on) on person_profile to guichet_app;
grant update (commune, commune_code, district, district_code, vintage, source, taken_at) on contract_residence to guichet_app;

create policy held on person_residence for all to guichet_app
  using (holder_id = current_organisation()) with check (holder_id = current_organisation());
grant select, insert, update, delete on person_residence to guichet_app;

-- A decision is undone within two days and by who may decide: it goes with its reasons, the journal keeps that it was taken.
create policy undone on eligibility as restrictive for delete to guichet_app
  using (decided_on >= paris_today() - 1 and reads_reasons());
grant delete on eligibility to guichet_app;

create policy seen on market_eligibility_rule for select to guichet_app
  using (market_id in (select id from market) and (lot_id is null or exists (select from lot_access a
    where a.lot_id = market_eligibility_rule.lot_id and a.organisation_id = current_organisation())));
create policy managed on market_eligibility_rule for insert to guichet_app
  with check (organisation_id = current_organisation() and market_id in (select my_managed_markets()));
create policy withdrawn on market_eligibility_rule for update to guichet_app using (market_id in (select my_managed_markets()));
grant select, insert on market_eligibility_rule to guichet_app;
grant update (removed_at) on market_eligibility_rule to guichet_app;

create policy own on eligibility_setting for all to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
grant select, insert on eligibility_setting to guichet_app;
grant update (until_day) on eligibility_setting to guichet_app;

-- Public facts, the same for everybody; only the operator brings them in.
create policy known on district_import for select to guichet_app
  using (current_organisation() is not null and (state = 'in-force' or acts_as('operator.support')));
create policy brought on district_import for insert to guichet_app with check (acts_as('operator.support'));
create policy decided on district_import for update to guichet_app using (acts_as('operator.support'));
grant select, insert on district_import to guichet_app;
grant update (state, replaces_id, decided_at) on district_import to guichet_app;
create policy known on district_outline for select to guichet_app using (import_id in (select id from district_import));
create policy brought on district_outline for insert to guichet_app with check (acts_as('operator.support'));
grant select, insert on district_outline to guichet_app;

-- Documents go when their time has passed; the job sees nothing else of them.
create policy expired on eligibility_document for all to guichet_job using (true) with check (false);
grant select (id, keep_until), delete on eligibility_document to guichet_job;

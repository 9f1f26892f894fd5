-- People, eligibility, contracts and hours. A person belongs to the facilitator structure that follows her.
create table person (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  family_name text collate "fr-x-icu" not null check (family_name <> ''),
  given_name text collate "fr-x-icu" not null check (given_name <> ''),
  folded_name text not null,
  birth_date date,
  commune_code text not null default '',
  commune text not null default '',
  email text not null default '',
  phone text not null default '',
  proposed_by uuid references organisation (id),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index person_holder on person (holder_id, folded_name, id);
create index person_search on person using gin (folded_name gin_trgm_ops);

create table eligibility (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  verdict text not null check (verdict in ('eligible', 'not-eligible')),
  from_day date not null,
  until_day date,
  rule_code text not null,
  rule_version text not null,
  decided_on date not null,
  decided_by uuid references account (id),
  ended_on date,
  created_at timestamptz not null default now(),
  check (until_day is null or until_day >= from_day)
);
create index eligibility_person on eligibility (person_id, from_day);

create table employment_contract (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  employer_id uuid not null references organisation (id),
  -- Where the person works when the employer is a temporary agency, a GEIQ or an association.
  company_id uuid not null references organisation (id),
  method text not null check (method in ('direct-hire', 'secondment', 'subcontracting', 'training-placement')),
  type text not null check (type in (
    'CDI', 'CDD', 'CDDI', 'CDD_USAGE', 'CDI_INCLUSION', 'CTT', 'CDI_INTERIMAIRE', 'CDPI', 'APPRENTISSAGE', 'PROFESSIONNALISATION',
    'PEC', 'CIE', 'CDD_TREMPLIN', 'CHANTIER', 'ESAT_USAGER', 'CONTRAT_EMPLOI_PENITENTIAIRE', 'AUTRE', 'CAE', 'CONTRAT_AIDE'
  )),
  job text not null default '',
  rome_code text not null default '',
  weekly_minutes integer not null default 2100 check (weekly_minutes between 0 and 3600),
  starts_on date not null,
  trial_ends_on date,
  planned_end_on date,
  ended_on date,
  end_reason text check (end_reason in (
    'term', 'employer-break', 'employee-break', 'mutual-break', 'trial-break', 'misconduct', 'force-majeure', 'converted-to-cdi', 'never-started'
  )),
  state text not null default 'planned' check (state in ('planned', 'active', 'trial-over', 'suspended', 'ended', 'removed')),
  follows_id uuid references employment_contract (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (planned_end_on is null or planned_end_on >= starts_on),
  check ((ended_on is null) = (end_reason is null))
);
create index employment_contract_lot on employment_contract (lot_id, company_id);
create index employment_contract_person on employment_contract (person_id, starts_on);
create index employment_contract_employer on employment_contract (employer_id);
create index employment_contract_company on employment_contract (company_id);

-- One month, one lot, one company: what is expected, sent, read and answered.
create table declaration (
  id uuid primary key default gen_random_uuid(),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  company_id uuid not null references organisation (id),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  state text not null default 'expected' check (state in (
    'expected', 'late', 'submitted', 'under-review', 'validated', 'partially-validated', 'rejected', 'locked', 'corrected', 'not-due'
  )),
  due_on date not null,
  no_hours boolean not null default false,
  submitted_at timestamptz,
  submitted_by text not null default '',
  via text not null default '' check (via in ('', 'link', 'account', 'api', 'file', 'facilitator')),
  -- Each time somebody was reminded of it, the oldest first.
  reminded_at timestamptz[] not null default '{}',
  reviewed_at timestamptz,
  reviewed_by uuid references account (id),
  reason text not null default '',
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (lot_id, company_id, month)
);
create index declaration_state on declaration (state, month) where state in ('expected', 'late', 'submitted', 'under-review', 'rejected');
create index declaration_market on declaration (market_id, month);

create table hour_entry (
  id bigint generated always as identity primary key,
  declaration_id uuid not null references declaration (id),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  contract_id uuid not null references employment_contract (id),
  company_id uuid not null references organisation (id),
  month text not null,
  -- Training is apart: the hours of a line are worked + training.
  worked_minutes integer not null,
  training_minutes integer not null default 0,
  -- Day by day, when the declarant gives it: [{"day": "2026-06-01", "minutes": 480}].
  days jsonb,
  state text not null default 'submitted' check (state in ('submitted', 'validated', 'rejected', 'locked')),
  reason text not null default '',
  counted_minutes integer not null default 0,
  rule_version text not null default '',
  corrects_id bigint references hour_entry (id),
  locked_in text not null default '',
  created_at timestamptz not null default now(),
  check (corrects_id is not null or (worked_minutes >= 0 and training_minutes >= 0))
);
create unique index hour_entry_once on hour_entry (contract_id, month, lot_id) where corrects_id is null;
create index hour_entry_declaration on hour_entry (declaration_id);
create index hour_entry_person on hour_entry (person_id, month);
create index hour_entry_lot on hour_entry (lot_id, month);

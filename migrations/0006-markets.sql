-- Operations, markets, lots, who takes part in them, and what is owed.
create table operation (
  id uuid primary key default gen_random_uuid(),
  keeper_id uuid not null references organisation (id),
  buyer_id uuid not null references organisation (id),
  name text collate "fr-x-icu" not null check (name <> ''),
  reference text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index operation_buyer on operation (buyer_id, name, id);

-- NPNRU, great works, a buyer's own programme: what it asks, on which public. organisation_id null is national.
create table programme (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisation (id),
  code text not null,
  name text collate "fr-x-icu" not null,
  target_basis_points integer check (target_basis_points between 0 and 10000),
  target_public text not null default '',
  source text not null,
  valid_from date not null,
  valid_until date,
  unique nulls not distinct (organisation_id, code)
);
-- National programmes with what they ask, since when, and the text that says so.
insert into programme (code, name, target_basis_points, target_public, source, valid_from, valid_until) values
  ('PNRU', 'Programme national de rénovation urbaine (2005)', 500, 'Habitants des ZUS', 'Charte nationale d’insertion de l’ANRU, février 2005', '2005-02-01', '2015-03-23'),
  ('NPNRU', 'Nouveau programme de renouvellement urbain, travaux et ingénierie', 500, 'Habitants des QPV éloignés de l’emploi, en priorité femmes et jeunes sans qualification', 'Charte nationale d’insertion NPNRU 2014-2024, adoptée le 24 mars 2015', '2015-03-24', null),
  ('NPNRU-GUP', 'Nouveau programme de renouvellement urbain, gestion urbaine de proximité', 1000, 'Habitants des QPV éloignés de l’emploi, en priorité femmes et jeunes sans qualification', 'Charte nationale d’insertion NPNRU 2014-2024, adoptée le 24 mars 2015', '2015-03-24', null),
  ('SGP-5', 'Société du Grand Paris, marchés d’avant octobre 2020', 500, '', 'Grand Paris durable, 23 juin 2021', '2010-06-03', '2020-09-30'),
  ('SGP', 'Société des grands projets', 1000, '', 'Grand Paris durable, 23 juin 2021 : 10 % depuis octobre 2020', '2020-10-01', null);

create table market (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid references operation (id),
  parent_id uuid references market (id),
  keeper_id uuid not null references organisation (id),
  buyer_id uuid not null references organisation (id),
  -- The member commune a shared procurement service buys for.
  bought_for text not null default '',
  kind text not null default 'market' check (kind in ('market', 'framework', 'call-off', 'purchase-order', 'concession', 'partnership', 'private')),
  vehicle text not null default 'execution-clause' check (vehicle in (
    'execution-clause', 'execution-clause-with-criterion', 'award-criterion', 'reserved-disability', 'reserved-iae',
    'reserved-disability-or-iae', 'reserved-prison', 'reserved-sse', 'insertion-service', 'school-training-clause', 'private-voluntary'
  )),
  reference text not null default '',
  object text collate "fr-x-icu" not null check (object <> ''),
  cpv text not null default '',
  ccag text not null default '' check (ccag in ('', 'works', 'project-management', 'supplies-services', 'industrial', 'intellectual', 'information-technology', 'none')),
  derogates_ccag boolean not null default false,
  department_code text not null default '',
  commune_code text not null default '',
  place text not null default '',
  consultation_on date,
  notified_on date,
  starts_on date,
  ends_on date,
  state text not null default 'identified' check (state in (
    'identified', 'under-study', 'calibrated', 'dce-ready', 'published', 'offers-analysed', 'awarded', 'notified', 'running',
    'suspended', 'completed', 'closed', 'no-clause', 'unsuccessful', 'terminated'
  )),
  state_since timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index market_buyer on market (buyer_id, ends_on, id);
create index market_keeper on market (keeper_id);
create index market_operation on market (operation_id);

create table market_programme (
  market_id uuid not null references market (id),
  programme_id uuid not null references programme (id),
  primary key (market_id, programme_id)
);

create table market_step (
  id uuid primary key default gen_random_uuid(),
  market_id uuid not null references market (id),
  state text not null,
  on_day date not null,
  reason text not null default '',
  account_id uuid references account (id),
  created_at timestamptz not null default now()
);
create index market_step_market on market_step (market_id, created_at);

create table lot (
  id uuid primary key default gen_random_uuid(),
  market_id uuid not null references market (id),
  number integer not null check (number > 0),
  title text collate "fr-x-icu" not null check (title <> ''),
  trade text not null default '',
  state text not null default 'in-preparation' check (state in (
    'in-preparation', 'published', 'awarded', 'notified', 'running', 'suspended', 'completed', 'closed', 'no-clause', 'unsuccessful', 'terminated'
  )),
  notified_on date,
  starts_on date,
  ends_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (market_id, number),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);

create table tranche (
  id uuid primary key default gen_random_uuid(),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  number integer not null,
  conditional boolean not null default false,
  minutes integer not null check (minutes >= 0),
  affirmed_on date,
  starts_on date,
  ends_on date,
  unique (lot_id, number)
);

-- What is secret until published, apart from everything else, each figure with its origin.
create table market_amount (
  id uuid primary key default gen_random_uuid(),
  market_id uuid not null references market (id),
  lot_id uuid references lot (id),
  nature text not null check (nature in ('estimate', 'awarded', 'invoiced', 'labour-share', 'hourly-cost')),
  origin text not null check (origin in ('decp', 'confidential', 'declared')),
  cents bigint,
  basis_points integer,
  on_day date not null,
  source text not null default '',
  created_by uuid references account (id),
  created_at timestamptz not null default now(),
  check ((cents is null) <> (basis_points is null))
);
create index market_amount_market on market_amount (market_id);

create table commitment (
  id uuid primary key default gen_random_uuid(),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  kind text not null check (kind in ('fixed', 'variable', 'share', 'training', 'none', 'qualitative')),
  state text not null default 'contractual' check (state in (
    'draft', 'proposed', 'contractual', 'not-triggered', 'started', 'in-progress', 'at-risk', 'fulfilled', 'partially-fulfilled',
    'not-fulfilled', 'suspended', 'reduced', 'waived', 'closed'
  )),
  joint boolean not null default false,
  waiver_reason text not null default '',
  waiver_note text not null default '',
  qualitative text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index commitment_lot on commitment (lot_id);

-- What is owed from a day on; an amendment adds a row, nothing is rewritten.
create table commitment_version (
  id uuid primary key default gen_random_uuid(),
  commitment_id uuid not null references commitment (id),
  market_id uuid not null references market (id),
  number integer not null check (number > 0),
  from_day date not null,
  signed_on date,
  minutes integer check (minutes >= 0),
  hour_per_cents bigint check (hour_per_cents > 0),
  threshold_cents bigint check (threshold_cents >= 0),
  share_basis_points integer check (share_basis_points between 1 and 10000),
  -- The new end of the lot this amendment brings once signed; null leaves it.
  ends_on date,
  reason text not null default '',
  created_by uuid references account (id),
  created_at timestamptz not null default now(),
  unique (commitment_id, number)
);

-- Companies and inclusion structures on a lot, with the named person to reach and how fresh that is.
create table lot_party (
  id uuid primary key default gen_random_uuid(),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  organisation_id uuid not null references organisation (id),
  role text not null check (role in ('holder', 'lead', 'joint', 'subcontractor', 'inclusion')),
  under_id uuid references lot_party (id),
  act_on date,
  share_minutes integer check (share_minutes >= 0),
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text not null default '',
  answered_at timestamptz,
  bounced_at timestamptz,
  delegate_name text not null default '',
  delegate_email text not null default '',
  delegate_until date,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (lot_id, organisation_id, role)
);
create index lot_party_organisation on lot_party (organisation_id);

create table lot_assignment (
  id uuid primary key default gen_random_uuid(),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  organisation_id uuid not null references organisation (id),
  account_id uuid references account (id),
  role text not null check (role in ('lead', 'contributor')),
  territory text not null default '',
  share_basis_points integer not null default 10000 check (share_basis_points between 0 and 10000),
  from_day date not null,
  until_day date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (lot_id, organisation_id)
);
create index lot_assignment_organisation on lot_assignment (organisation_id, account_id);
create unique index lot_assignment_lead on lot_assignment (lot_id) where role = 'lead' and until_day is null;

-- Who may see a lot, drawn from the tables above by triggers so that it cannot drift. Row security reads only this.
create table lot_access (
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  organisation_id uuid not null references organisation (id),
  capacity text not null check (capacity in ('keeper', 'buyer', 'facilitator', 'company', 'inclusion')),
  primary key (organisation_id, market_id, lot_id, capacity)
);
create index lot_access_lot on lot_access (lot_id);

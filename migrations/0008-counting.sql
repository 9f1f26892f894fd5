-- Where hours are counted, papers, what people keep for themselves, and totals that are read often.
create table hour_allocation (
  id bigint generated always as identity primary key,
  entry_id bigint not null references hour_entry (id),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  agreement_id uuid,
  minutes integer not null,
  created_at timestamptz not null default now()
);
create index hour_allocation_entry on hour_allocation (entry_id);
create index hour_allocation_lot on hour_allocation (lot_id);

create table globalisation (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references organisation (id),
  reason text not null default '',
  from_day date not null,
  until_day date not null,
  signed_on date not null,
  created_by uuid references account (id),
  created_at timestamptz not null default now(),
  check (until_day >= from_day)
);
create table globalisation_lot (
  globalisation_id uuid not null references globalisation (id),
  lot_id uuid not null references lot (id),
  market_id uuid not null references market (id),
  primary key (globalisation_id, lot_id)
);
alter table hour_allocation add foreign key (agreement_id) references globalisation (id);

-- Rules as dated data: the most precise level wins; national defaults live in the code with their source.
create table counting_setting (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  market_id uuid references market (id),
  lot_id uuid references lot (id),
  code text not null,
  value jsonb not null,
  from_day date not null,
  until_day date,
  source text not null check (source <> ''),
  created_by uuid references account (id),
  created_at timestamptz not null default now()
);
create index counting_setting_lookup on counting_setting (organisation_id, code, from_day);

create table document (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  market_id uuid references market (id),
  lot_id uuid references lot (id),
  declaration_id uuid references declaration (id),
  kind text not null check (kind in ('tender', 'award', 'subcontracting', 'amendment', 'proof', 'letter', 'other')),
  name text not null check (name <> ''),
  archived_at timestamptz,
  created_at timestamptz not null default now()
);
create index document_market on document (market_id);
create index document_declaration on document (declaration_id);

create table document_version (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references document (id),
  number integer not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  content bytea not null,
  created_by text not null default '',
  created_at timestamptz not null default now(),
  unique (document_id, number)
);

create table saved_view (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  account_id uuid not null references account (id),
  name text not null check (name <> ''),
  address text not null check (address like '/%'),
  -- Removed views may be put back.
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index saved_view_name on saved_view (account_id, organisation_id, name) where removed_at is null;

-- Totals read on every page: deltas are appended with the write that causes them, a job folds them.
create table hours_delta (
  id bigint generated always as identity primary key,
  lot_id uuid not null,
  market_id uuid not null,
  company_id uuid not null,
  holder_id uuid not null,
  month text not null,
  contract_type text not null,
  method text not null,
  submitted_minutes bigint not null default 0,
  counted_minutes bigint not null default 0
);
create table hours_total (
  lot_id uuid not null,
  market_id uuid not null,
  company_id uuid not null,
  holder_id uuid not null,
  month text not null,
  contract_type text not null,
  method text not null,
  submitted_minutes bigint not null default 0,
  counted_minutes bigint not null default 0,
  folded_at timestamptz not null default now(),
  primary key (lot_id, month, company_id, holder_id, contract_type, method)
);
create index hours_total_market on hours_total (market_id);
create index hours_total_holder on hours_total (holder_id, month);
create index hours_delta_lot on hours_delta (lot_id);

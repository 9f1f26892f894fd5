-- One row = one service (desk) of one SIRET = one tenant.
create table organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in (
    'facilitator', 'buyer', 'insertion', 'state', 'company', 'inclusion', 'prescriber', 'operator'
  )),
  parent_id uuid references organisation (id),
  identifier_type text not null default 'SIRET' check (identifier_type in (
    'SIRET', 'TVA', 'TAHITI', 'RIDET', 'FRWF', 'IREP', 'HORS-UE', 'NONE'
  )),
  identifier text,
  service_name text not null default '',
  name text collate "fr-x-icu" not null check (name <> ''),
  street text not null default '',
  postcode text not null default '',
  city text not null default '',
  commune_code text not null default '',
  activity_code text not null default '',
  activity_nomenclature text not null default '',
  identity_source text not null default 'manual' check (identity_source in ('register', 'manual', 'demo')),
  identity_checked_at timestamptz,
  email text not null default '',
  phone text not null default '',
  accent text not null default '' check (accent = '' or accent ~ '^#[0-9a-f]{6}$'),
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  -- Organisations without a number are told apart by nobody but those who read their names.
  unique (identifier_type, identifier, service_name, kind)
);
create index organisation_parent on organisation (parent_id);

create table account (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  name text collate "fr-x-icu" not null check (name <> ''),
  password_hash text,
  password_changed_at timestamptz,
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  density text not null default 'normal' check (density in ('normal', 'compact')),
  font text not null default 'standard' check (font in ('standard', 'readable')),
  last_membership_id uuid,
  disabled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  last_sign_in_at timestamptz
);

create table membership (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  account_id uuid not null references account (id),
  position text not null check (position in (
    'facilitator.admin', 'facilitator.facilitator', 'facilitator.accompaniment', 'facilitator.clerk', 'facilitator.steering',
    'buyer.admin', 'buyer.procurement', 'buyer.site', 'buyer.decider',
    'insertion.officer', 'insertion.grants', 'state.coordination',
    'company.admin', 'company.declarant', 'inclusion.user', 'prescriber.user',
    'person.self', 'control.auditor', 'control.dpo', 'operator.support'
  )),
  administers boolean not null default false,
  valid_until date,
  suspended_at timestamptz,
  suspended_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, account_id, position)
);
create index membership_account on membership (account_id);

create table invitation (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  email text not null check (email = lower(email)),
  position text not null,
  administers boolean not null default false,
  -- The last day of the membership it gives; a control never goes without one.
  valid_until date,
  invited_by uuid references account (id),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (position <> 'control.auditor' or valid_until is not null)
);
create index invitation_organisation on invitation (organisation_id, created_at desc);
create unique index invitation_waiting on invitation (organisation_id, email)
  where accepted_at is null and withdrawn_at is null;

-- The relation that replaces the shared key: read again at every request, worthless once ended.
create table exchange_link (
  id uuid primary key default gen_random_uuid(),
  from_organisation_id uuid not null references organisation (id),
  to_organisation_id uuid references organisation (id),
  invited_identifier text not null,
  -- What the register answered for that number; empty when it did not.
  invited_name text not null default '',
  purpose text not null check (purpose <> ''),
  shares_amounts boolean not null default false,
  shares_names boolean not null default false,
  valid_from date not null,
  valid_until date not null,
  pairing_hash text,
  pairing_expires_at timestamptz,
  pairing_failures integer not null default 0,
  accepted_at timestamptz,
  accepted_by uuid references account (id),
  revoked_at timestamptz,
  revoked_by uuid references account (id),
  created_by uuid not null references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (valid_until >= valid_from),
  check (to_organisation_id is null or to_organisation_id <> from_organisation_id)
);
create index exchange_link_from on exchange_link (from_organisation_id);
create index exchange_link_to on exchange_link (to_organisation_id);
create unique index exchange_link_pairing on exchange_link (pairing_hash);
create index exchange_link_invited on exchange_link (invited_identifier) where accepted_at is null and revoked_at is null;

-- Points of contact: the small feature every other one imitates.
create table contact (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  label text collate "fr-x-icu" not null check (label <> ''),
  purpose text not null check (purpose in ('general', 'markets', 'hours', 'people', 'invoices')),
  email text not null default '',
  phone text not null default '',
  internal_note text not null default '',
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (email <> '' or phone <> '')
);
create index contact_list on contact (organisation_id, archived_at, label, id);
create unique index contact_label on contact (organisation_id, lower(label)) where archived_at is null;

-- A decision that needs two people: who asked, who answered.
create table approval (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  action text not null check (action in ('second-factor-reset', 'organisation-closing')),
  subject_id uuid not null,
  reason text not null default '',
  requested_by uuid not null references account (id),
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  decision text check (decision in ('approved', 'refused', 'withdrawn')),
  version integer not null default 1,
  check (decided_by is null or decided_by <> requested_by)
);
create index approval_organisation on approval (organisation_id, requested_at desc);

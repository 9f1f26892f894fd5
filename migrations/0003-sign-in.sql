-- What opens the door. Only guichet_gate reads secrets; the signed-in person sees names and dates of her own.
create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  account_id uuid not null references account (id),
  membership_id uuid references membership (id),
  device text not null default '',
  method text not null check (method in ('password', 'passkey', 'proconnect', 'link')),
  second_factor boolean not null default false,
  strong_until timestamptz,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  oidc_id_token text
);
create index session_account on session (account_id, created_at desc);

create table second_factor (
  account_id uuid primary key references account (id),
  secret_sealed text not null,
  confirmed_at timestamptz,
  last_counter bigint not null default 0,
  created_at timestamptz not null default now()
);

create table recovery_code (
  account_id uuid not null references account (id),
  code_hash text not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, code_hash)
);

create table passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text not null default '',
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_account on passkey (account_id);

create table professional_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (id),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (issuer, subject)
);
create index professional_identity_account on professional_identity (account_id);

-- A secret sent to somebody for one purpose only; the browser also keeps short ceremonies here (TOTP step, passkey challenge, OIDC state).
create table link_token (
  token_hash text primary key,
  purpose text not null check (purpose in (
    'set-up', 'invitation', 'password-reset', 'email-change', 'sign-in', 'second-step', 'passkey', 'proconnect', 'declaration', 'calendar'
  )),
  account_id uuid references account (id),
  organisation_id uuid references organisation (id),
  subject_id uuid,
  detail jsonb not null default '{}',
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index link_token_expiry on link_token (expires_at);

create table throttle (
  key text primary key,
  failures integer not null default 0,
  window_start timestamptz not null,
  blocked_until timestamptz
);

-- Messages shown after an action, kept so that nothing depends on a passing toast.
create table notice (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id),
  organisation_id uuid references organisation (id),
  tone text not null check (tone in ('done', 'info', 'problem')),
  message text not null,
  undo_action text,
  undo_until timestamptz,
  shown_at timestamptz,
  created_at timestamptz not null default now()
);
create index notice_account on notice (account_id, created_at desc);
create index notice_waiting on notice (account_id) where shown_at is null;

-- Audit: append-only, one SHA-256 chain per organisation (and one for the instance).
create table audit_head (
  chain text primary key,
  sequence bigint not null,
  hash bytea not null
);

create table audit_event (
  chain text not null,
  sequence bigint not null,
  organisation_id uuid,
  account_id uuid,
  at timestamptz not null,
  entry text not null,
  action text not null generated always as ((entry::jsonb) ->> 'action') stored,
  subject_type text generated always as ((entry::jsonb) ->> 'subjectType') stored,
  subject_id text generated always as ((entry::jsonb) ->> 'subjectId') stored,
  previous bytea not null,
  hash bytea not null,
  primary key (chain, sequence)
);
create index audit_event_organisation on audit_event (organisation_id, at desc);
create index audit_event_account on audit_event (account_id, at desc);
create index audit_event_subject on audit_event (organisation_id, subject_type, subject_id, at desc);

create function audit_link() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  head audit_head%rowtype;
begin
  new.chain := coalesce('organisation:' || new.organisation_id::text, 'instance');
  insert into audit_head (chain, sequence, hash) values (new.chain, 0, sha256(convert_to(new.chain, 'UTF8')))
    on conflict (chain) do nothing;
  select * into strict head from audit_head where chain = new.chain for update;
  new.sequence := head.sequence + 1;
  new.previous := head.hash;
  new.hash := sha256(head.hash || convert_to(new.chain || '|' || new.sequence || '|' || new.entry, 'UTF8'));
  update audit_head set sequence = new.sequence, hash = new.hash where chain = new.chain;
  return new;
end
$$;
create trigger audit_link before insert on audit_event for each row execute function audit_link();

create function audit_is_final() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger audit_is_final before update or delete on audit_event for each row execute function audit_is_final();
create trigger audit_stays before truncate on audit_event execute function audit_is_final();

-- What the nightly walk along each chain found, and when.
create table audit_check (
  chain text primary key,
  checked_at timestamptz not null,
  entries bigint not null,
  broken_at bigint,
  because text check (because in ('hash', 'gap', 'truncated'))
);

-- Idempotency: key, effect and outcome commit together.
create table idempotency (
  actor text not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  status integer,
  outcome jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_age on idempotency (created_at);

-- Outbox: what to say to whom, composed when it leaves; a secret link is minted then, never stored.
create table outbox (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisation (id),
  template text not null,
  recipient text not null,
  account_id uuid references account (id),
  parameters jsonb not null default '{}',
  status text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'kept', 'failed', 'cancelled')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  message_id text not null,
  subject text not null default '',
  kept_body text,
  last_problem text not null default '',
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outbox_organisation on outbox (organisation_id, created_at desc);
create index outbox_due on outbox (next_attempt_at) where status in ('waiting', 'sending');

create table partner_key (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  name text not null check (name <> ''),
  prefix text not null unique,
  secret_hash text not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_by uuid not null references account (id),
  created_at timestamptz not null default now()
);
create index partner_key_organisation on partner_key (organisation_id, created_at desc);

-- What this database says of itself; one row, written at the first start.
create table instance (
  one boolean primary key default true check (one),
  demo boolean not null,
  created_at timestamptz not null default now(),
  opened_at timestamptz
);
grant select on instance to guichet_app, guichet_gate, guichet_job, guichet_reader;
grant update (opened_at) on instance to guichet_gate;

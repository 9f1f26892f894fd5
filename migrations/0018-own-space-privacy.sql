-- A person's own space, requests about one's data, retention, legal holds, erasure that leaves no name behind.

-- The fifth role: access requests, retention and erasure. It sees the rows about people wherever they are, for one step at a time.
do $$
begin
  begin
    create role guichet_privacy nologin noinherit;
  exception
    when duplicate_object or unique_violation then null;
  end;
  grant guichet_privacy to guichet_login;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant guichet_privacy to %I', current_user);
  end if;
end
$$;
grant usage on schema public to guichet_privacy;

-- The person whose own space is open in this transaction; null everywhere else.
create function current_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

alter table person add column age_band text not null default '' check (age_band in ('', '-26', '26-49', '50+'));
alter table person add column department_code text not null default '';
-- A contact that Guichet cannot see (a call, a visit), told by whoever follows her.
alter table person add column last_contact_on date;
-- Only what proves counted hours is left of her: out of lists and searches.
alter table person add column archived_on date;
alter table person add column anonymised_at timestamptz;
create index person_retention on person (created_at) where anonymised_at is null;
alter table account add column erased_at timestamptz;

-- What the journal tells about people stands aside, so that it may go while the chain stays whole: the entry keeps its salted digest.
create table audit_detail (
  chain text not null,
  sequence bigint not null,
  organisation_id uuid,
  subject_type text not null default '',
  subject_id text not null default '',
  salt text not null,
  told text not null,
  primary key (chain, sequence)
);
create index audit_detail_subject on audit_detail (subject_id);
alter table audit_detail enable row level security;
alter table audit_detail force row level security;
create policy own_chain on audit_detail for select to guichet_app using (organisation_id = current_organisation());
create policy verified on audit_detail for select to guichet_job using (true);
-- An owner who is not superuser writes it through the trigger below.
do $$
begin
  execute format('create policy keeper on audit_detail for all to %I using (true) with check (true)', current_user);
end
$$;
grant select on audit_detail to guichet_app, guichet_job;

create or replace function audit_link() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  head audit_head%rowtype;
  told text;
  salt text;
begin
  new.chain := coalesce('organisation:' || new.organisation_id::text, 'instance');
  insert into audit_head (chain, sequence, hash) values (new.chain, 0, sha256(convert_to(new.chain, 'UTF8')))
    on conflict (chain) do nothing;
  select * into strict head from audit_head where chain = new.chain for update;
  new.sequence := head.sequence + 1;
  if (new.entry::jsonb) ? 'aside' then
    told := (new.entry::json -> 'aside')::text;
    salt := gen_random_uuid()::text;
    insert into audit_detail (chain, sequence, organisation_id, subject_type, subject_id, salt, told)
      values (new.chain, new.sequence, new.organisation_id, coalesce(new.entry::jsonb ->> 'subjectType', ''),
        coalesce(new.entry::jsonb ->> 'subjectId', ''), salt, told);
    new.entry := ((new.entry::jsonb - 'aside')
      || jsonb_build_object('detail', encode(sha256(convert_to(salt || told, 'UTF8')), 'hex')))::text;
  end if;
  new.previous := head.hash;
  new.hash := sha256(head.hash || convert_to(new.chain || '|' || new.sequence || '|' || new.entry, 'UTF8'));
  update audit_head set sequence = new.sequence, hash = new.hash where chain = new.chain;
  return new;
end
$$;

-- Who read my file, in whatever organisation.
create index audit_event_person on audit_event (subject_id, at desc) where subject_type = 'person';

-- An entry as it was told, for whoever may read its detail; once the detail is purged, the entry as it is chained.
create function audit_told(of_chain text, of_sequence bigint, entry text) returns text
  language sql stable parallel safe
  return case when entry like '%"detail"%' then coalesce(
    (select (entry::jsonb || d.told::jsonb)::text from audit_detail d where d.chain = of_chain and d.sequence = of_sequence), entry)
    else entry end;

-- The code a person receives on paper: its mark alone is kept, made with the secret of the instance.
create table person_access (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  code_hash text not null unique,
  expires_on date not null,
  created_by uuid references account (id),
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index person_access_person on person_access (person_id, created_at desc);

create table rights_request (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  kind text not null check (kind in ('access', 'rectification', 'opposition', 'erasure')),
  via text not null check (via in ('own-space', 'paper', 'mail', 'visit')),
  state text not null default 'received' check (state in ('received', 'under-review', 'accepted', 'partly-accepted', 'refused', 'withdrawn')),
  message text not null default '',
  received_on date not null,
  due_on date not null,
  extended_on date,
  extension_reason text not null default '',
  answer text not null default '',
  answered_on date,
  answered_by uuid references account (id),
  done_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (due_on >= received_on)
);
create index rights_request_holder on rights_request (holder_id, due_on, id);
create index rights_request_person on rights_request (person_id, created_at desc);

-- A sum of validated hours stated on a day; it verifies true or false, and says nothing of whom.
create table hours_certificate (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  code text not null unique,
  from_month text not null,
  until_month text not null,
  minutes integer not null check (minutes >= 0),
  issued_on date not null,
  signature text not null,
  created_at timestamptz not null default now()
);
create index hours_certificate_person on hours_certificate (person_id, created_at desc);

-- What must stay although its time has come: of one person, or of all who worked on a market.
create table legal_hold (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  person_id uuid references person (id),
  market_id uuid references market (id),
  ground text not null check (ground in ('litigation', 'esf', 'control', 'other')),
  reason text not null check (reason <> ''),
  until_day date not null,
  created_by uuid not null references account (id),
  created_at timestamptz not null default now(),
  lifted_on date,
  lifted_by uuid references account (id),
  version integer not null default 1,
  check ((person_id is null) <> (market_id is null))
);
create index legal_hold_organisation on legal_hold (organisation_id, created_at desc);
create index legal_hold_person on legal_hold (person_id);
create index legal_hold_market on legal_hold (market_id);

-- How long, between the floor and the ceiling of the rule; a change adds a row.
create table retention_setting (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  rule text not null,
  months integer not null check (months between 0 and 240),
  reason text not null check (reason <> ''),
  from_day date not null,
  created_by uuid references account (id),
  created_at timestamptz not null default now()
);
create index retention_setting_organisation on retention_setting (organisation_id, rule, created_at desc);

-- Thirty days' notice before something goes.
create table retention_notice (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid references organisation (id),
  person_id uuid references person (id),
  account_id uuid references account (id),
  deed text not null check (deed in ('archive', 'anonymise', 'delete', 'erase-account')),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'kept', 'done', 'lapsed')),
  notified_on date not null,
  kept_by uuid references account (id),
  closed_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((person_id is null) <> (account_id is null))
);
create index retention_notice_holder on retention_notice (holder_id, due_on, id) where state = 'open';
create unique index retention_notice_person on retention_notice (person_id) where state = 'open';
create unique index retention_notice_account on retention_notice (account_id) where state = 'open';

-- What was erased, by the digest of its number: played again after a restore, exported apart. It refers to nothing.
create table erasure (
  id uuid primary key default gen_random_uuid(),
  subject_hash text not null,
  deed text not null check (deed in ('archive', 'anonymise', 'delete', 'erase-account')),
  organisation_id uuid,
  erased_at timestamptz not null,
  unique (subject_hash, deed)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'person_access', 'rights_request', 'hours_certificate', 'legal_hold', 'retention_setting', 'retention_notice', 'erasure'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['person_access', 'rights_request', 'hours_certificate', 'retention_notice'] loop
    execute format('create policy held on %I for all to guichet_app
      using (holder_id = current_organisation()) with check (holder_id = current_organisation())', name);
  end loop;
  foreach name in array array['legal_hold', 'retention_setting', 'erasure'] loop
    execute format('create policy own on %I for all to guichet_app
      using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', name);
  end loop;
end
$$;
grant select, insert on person_access, rights_request, hours_certificate, legal_hold, retention_setting to guichet_app;
grant update (revoked_at) on person_access to guichet_app;
grant update (state, answer, answered_on, answered_by, extended_on, extension_reason, due_on, done_on, version) on rights_request to guichet_app;
grant update (lifted_on, lifted_by, version) on legal_hold to guichet_app;
grant select on retention_notice, erasure to guichet_app;
grant update (state, kept_by, closed_on, version) on retention_notice to guichet_app;

-- Before anybody is known: the code of a sheet, a known address to which a lost link is sent again, the number of a certificate.
create policy reached on person_access for all to guichet_gate using (true) with check (true);
grant select on person_access to guichet_gate;
grant update (last_used_at) on person_access to guichet_gate;
create policy reached on person for select to guichet_gate using (true);
grant select (id, holder_id, birth_date, email, phone, anonymised_at) on person to guichet_gate;
create policy verified on hours_certificate for select to guichet_gate using (true);
grant select (code, from_month, until_month, minutes, issued_on, signature) on hours_certificate to guichet_gate;
-- The letter of a link asks whether the person is still there.
create policy named on person for select to guichet_job using (true);
grant select (id, holder_id, email, anonymised_at) on person to guichet_job;
create policy counted on rights_request for select to guichet_job using (true);
grant select (id, holder_id, state, due_on) on rights_request to guichet_job;
create policy counted on retention_notice for select to guichet_job using (true);
grant select (id, holder_id, account_id, state, due_on) on retention_notice to guichet_job;
-- Every table that refers to a person, straight or through another: with the column that leads there.
create view personal_table with (security_invoker = true) as
  with recursive led(relation, path_column, parent, depth, seen) as (
    select k.conrelid, k.conkey[1], k.confrelid, 1, array[k.confrelid, k.conrelid]
    from pg_constraint k
    where k.contype = 'f' and k.confrelid = 'person'::regclass and array_length(k.conkey, 1) = 1 and k.conrelid <> k.confrelid
    union all
    select k.conrelid, k.conkey[1], k.confrelid, l.depth + 1, l.seen || k.conrelid
    from led l
    join pg_constraint k on k.confrelid = l.relation and k.contype = 'f' and array_length(k.conkey, 1) = 1
    where not k.conrelid = any(l.seen) and k.confkey[1] = (
      select attnum from pg_attribute where attrelid = k.confrelid and attname = 'id')
  )
  select distinct on (l.relation) c.relname::text as name, a.attname::text as leads_by, p.relname::text as leads_to, l.depth
  from led l
  join pg_class c on c.oid = l.relation and c.relkind in ('r', 'p')
  join pg_class p on p.oid = l.parent
  join pg_attribute a on a.attrelid = l.relation and a.attnum = l.path_column
  order by l.relation, l.depth, a.attname <> 'person_id', a.attname;
grant select on personal_table to guichet_app, guichet_privacy, guichet_job;

-- No sub-select in the policy of an own space: others read these tables from their own policies, and would turn in a circle.
-- Opens to the privacy role the tables about people, and shuts them to an own space but for its person. A migration that adds such a table calls it.
create function guard_personal_tables() returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  each record;
begin
  for each in
    select 'person' as name, 'id' as own_column union all
    select name, case when leads_to = 'person' then leads_by end from personal_table union all
    select unnest(array['account', 'approval', 'membership', 'invitation', 'session', 'second_factor', 'recovery_code', 'passkey', 'professional_identity',
      'saved_view', 'notice', 'link_token', 'outbox', 'idempotency', 'audit_event', 'audit_detail', 'document', 'document_version',
      'declaration', 'market', 'lot', 'lot_party', 'organisation', 'retention_setting', 'legal_hold', 'retention_notice', 'erasure',
      'rights_request']), null
  loop
    if not exists (select from pg_policies where schemaname = 'public' and tablename = each.name and policyname = 'privacy') then
      execute format('create policy privacy on %I for all to guichet_privacy using (true) with check (true)', each.name);
      execute format('grant select, update, delete on %I to guichet_privacy', each.name);
    end if;
    if each.own_column is not null
      and not exists (select from pg_policies where schemaname = 'public' and tablename = each.name and policyname = 'own_space') then
      execute format('create policy own_space on %I as restrictive for all to guichet_app
        using (current_person() is null or %I = current_person())', each.name, each.own_column);
    end if;
  end loop;
end
$$;
select guard_personal_tables();
revoke all on function guard_personal_tables() from public;
revoke update, delete on audit_event from guichet_privacy;
grant insert on audit_event, outbox, erasure, retention_notice to guichet_privacy;
grant select on audit_head to guichet_privacy;

-- Needs and placements: job sheets, their spread to prescribers, candidates and what became of them.
create table job_offer (
  id uuid primary key default gen_random_uuid(),
  -- The structure that finds candidates for it.
  facilitator_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  lot_id uuid not null,
  market_id uuid not null,
  title text collate "fr-x-icu" not null check (title <> ''),
  rome_code text not null check (rome_code ~ '^[A-N][0-9]{4}$'),
  posts integer not null check (posts between 1 and 500),
  commune text not null check (commune <> ''),
  commune_code text not null default '',
  department_code text not null default '',
  starts_on date not null,
  ends_on date,
  weekly_minutes integer not null check (weekly_minutes between 1 and 3600),
  contract_types text[] not null default '{}',
  licence text not null default '' check (licence in ('', 'AM', 'A', 'B', 'BE', 'C', 'CE', 'D')),
  level integer check (level between 1 and 8),
  ppe_provided boolean not null default true,
  requirements text not null default '',
  schedule text not null default '',
  site_contact text not null default '',
  site_phone text not null default '',
  closes_on date not null,
  state text not null default 'open' check (state in ('draft', 'open', 'filled', 'closed', 'cancelled')),
  state_since timestamptz not null default now(),
  reason text not null default '',
  asked_via text not null check (asked_via in ('link', 'account', 'facilitator')),
  spread_at timestamptz,
  created_by uuid references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  foreign key (lot_id, market_id) references lot (id, market_id),
  unique (id, facilitator_id, company_id),
  check (ends_on is null or ends_on >= starts_on)
);
create index job_offer_facilitator on job_offer (facilitator_id, closes_on, id);
create index job_offer_company on job_offer (company_id, closes_on, id);
create index job_offer_market on job_offer (market_id);

-- Which prescribers are told of the posts of a département: chosen once.
create table offer_audience (
  facilitator_id uuid not null references organisation (id),
  organisation_id uuid not null references organisation (id),
  department_code text not null,
  created_at timestamptz not null default now(),
  primary key (facilitator_id, organisation_id, department_code)
);
create index offer_audience_organisation on offer_audience (organisation_id);

create table offer_recipient (
  id uuid primary key default gen_random_uuid(),
  offer_id uuid not null references job_offer (id),
  facilitator_id uuid not null references organisation (id),
  organisation_id uuid not null references organisation (id),
  recipient text not null,
  sent_at timestamptz not null,
  answer text not null default '' check (answer in ('', 'someone', 'nobody')),
  people integer check (people between 1 and 500),
  answered_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (offer_id, organisation_id)
);
create index offer_recipient_organisation on offer_recipient (organisation_id);

-- A candidate on a post. What the company reads of her is written here: it never reads the person.
create table placement (
  id uuid primary key default gen_random_uuid(),
  offer_id uuid not null,
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  -- The prescriber who put her forward; null when the structure itself did.
  proposed_by_id uuid references organisation (id),
  initials text not null,
  trade text not null default '',
  commune text not null default '',
  available_on date,
  presentation text not null default '',
  state text not null check (state in (
    'suggested', 'proposed', 'silent', 'interview', 'selected', 'hired', 'rejected', 'withdrawn', 'no-show'
  )),
  state_since timestamptz not null default now(),
  sent_on date,
  due_on date,
  reminded_at timestamptz[] not null default '{}',
  -- As the company may read it.
  reason text not null default '',
  contract_id uuid references employment_contract (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  foreign key (offer_id, holder_id, company_id) references job_offer (id, facilitator_id, company_id),
  check ((sent_on is null) = (due_on is null)),
  check (state <> 'hired' or contract_id is not null)
);
create unique index placement_once on placement (offer_id, person_id);
create index placement_holder on placement (holder_id, state_since, id);
create index placement_company on placement (company_id, state);
create index placement_proposer on placement (proposed_by_id);
create index placement_person on placement (person_id);
create index placement_waiting on placement (due_on) where state = 'proposed';

-- Each move, never rewritten.
create table placement_step (
  id bigint generated always as identity primary key,
  placement_id uuid not null references placement (id),
  holder_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  proposed_by_id uuid references organisation (id),
  from_state text not null,
  to_state text not null,
  side text not null check (side in ('facilitator', 'company', 'inclusion', 'prescriber', 'automatic')),
  account_id uuid references account (id),
  reason text not null default '',
  note text not null default '',
  -- Between the team and the referent: the company does not read it.
  kept boolean not null default false,
  at timestamptz not null default now()
);
create index placement_step_placement on placement_step (placement_id, at);

create table interview (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null unique references placement (id),
  holder_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  proposed_by_id uuid references organisation (id),
  starts_at timestamptz not null,
  minutes integer not null default 30 check (minutes between 5 and 600),
  place text not null check (place <> ''),
  meets text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now()
);

-- Hours spent in training before any contract, and whether the rule counts them.
create table pre_hire_training (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references placement (id),
  holder_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  proposed_by_id uuid references organisation (id),
  kind text not null check (kind in ('POEI', 'POEC', 'AFPR', 'CARED', 'PMSMP', 'OTHER')),
  organiser text not null check (organiser <> ''),
  starts_on date not null,
  ends_on date not null,
  minutes integer not null check (minutes > 0),
  counted boolean not null,
  rule_version text not null,
  created_at timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index pre_hire_training_placement on pre_hire_training (placement_id);

-- What the site and the person read on the first day.
create table welcome_sheet (
  placement_id uuid primary key references placement (id),
  holder_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  proposed_by_id uuid references organisation (id),
  first_day date not null,
  first_time text not null check (first_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  address text not null check (address <> ''),
  receives text not null check (receives <> ''),
  phone text not null default '',
  tutor text not null default '',
  brings text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table information_session (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  offer_id uuid references job_offer (id),
  title text collate "fr-x-icu" not null check (title <> ''),
  place text not null check (place <> ''),
  starts_at timestamptz not null,
  minutes integer not null default 60 check (minutes between 5 and 600),
  places integer check (places between 1 and 1000),
  cancelled_at timestamptz,
  reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index information_session_holder on information_session (holder_id, starts_at, id);

create table session_registration (
  session_id uuid not null references information_session (id),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  registered_by uuid not null references organisation (id),
  attendance text not null default '' check (attendance in ('', 'came', 'absent', 'excused')),
  created_at timestamptz not null default now(),
  primary key (session_id, person_id)
);
create index session_registration_person on session_registration (person_id);

do $$
declare
  name text;
begin
  foreach name in array array[
    'job_offer', 'offer_audience', 'offer_recipient', 'placement', 'placement_step', 'interview', 'pre_hire_training',
    'welcome_sheet', 'information_session', 'session_registration'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

-- A post: the company, the structure that finds candidates, and the prescribers it was spread to.
create policy seen on job_offer for select to guichet_app
  using (current_organisation() in (company_id, facilitator_id)
    or (state <> 'draft' and (id in (select offer_id from offer_recipient where organisation_id = current_organisation())
      or id in (select p.offer_id from placement p where p.proposed_by_id = current_organisation()))));
create policy asked on job_offer for insert to guichet_app
  with check (
    (company_id = current_organisation()
      and exists (select from lot_access a where a.lot_id = job_offer.lot_id and a.organisation_id = current_organisation() and a.capacity in ('company', 'inclusion'))
      and exists (select from lot_assignment s where s.lot_id = job_offer.lot_id and s.organisation_id = job_offer.facilitator_id))
    or (facilitator_id = current_organisation()
      and exists (select from lot_access a where a.lot_id = job_offer.lot_id and a.organisation_id = current_organisation() and a.capacity in ('facilitator', 'keeper'))
      and exists (select from lot_party p where p.lot_id = job_offer.lot_id and p.organisation_id = job_offer.company_id)));
create policy edited on job_offer for update to guichet_app
  using (current_organisation() in (company_id, facilitator_id));
grant select, insert on job_offer to guichet_app;
grant update (title, rome_code, posts, commune, commune_code, department_code, starts_on, ends_on, weekly_minutes, contract_types,
  licence, level, ppe_provided, requirements, schedule, site_contact, site_phone, closes_on, state, state_since, reason, spread_at, version)
  on job_offer to guichet_app;

create policy both_sides on offer_audience for select to guichet_app using (current_organisation() in (facilitator_id, organisation_id));
create policy chosen on offer_audience for insert to guichet_app with check (facilitator_id = current_organisation());
create policy dropped on offer_audience for delete to guichet_app using (facilitator_id = current_organisation());
grant select, insert, delete on offer_audience to guichet_app;

create policy both_sides on offer_recipient for select to guichet_app using (current_organisation() in (facilitator_id, organisation_id));
create policy sent on offer_recipient for insert to guichet_app
  with check (facilitator_id = current_organisation()
    and offer_id in (select o.id from job_offer o where o.facilitator_id = current_organisation()));
create policy answered on offer_recipient for update to guichet_app
  using (current_organisation() in (facilitator_id, organisation_id));
grant select, insert on offer_recipient to guichet_app;
grant update (recipient, sent_at, answer, people, answered_at, version) on offer_recipient to guichet_app;

-- Who is told of a post knows who spreads it and who takes on; the structure knows whom it told.
create function recipients_meet() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into acquaintance (organisation_id, knows_id)
  select met.one, met.other from (
    select new.facilitator_id, new.organisation_id union all select new.organisation_id, new.facilitator_id
    union all select new.organisation_id, o.company_id from job_offer o where o.id = new.offer_id
  ) met (one, other)
  where met.one <> met.other on conflict do nothing;
  return null;
end
$$;
create trigger recipients_meet after insert on offer_recipient for each row execute function recipients_meet();

-- A referent knows where the person it proposed is presented, and by whom; the structure knows the referent.
create function placement_meets() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into acquaintance (organisation_id, knows_id)
  values (new.proposed_by_id, new.company_id), (new.proposed_by_id, new.holder_id), (new.holder_id, new.proposed_by_id)
  on conflict do nothing;
  return null;
end
$$;
create trigger placement_meets after insert on placement for each row when (new.proposed_by_id is not null)
  execute function placement_meets();

create function audience_meets() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into acquaintance (organisation_id, knows_id)
  values (new.facilitator_id, new.organisation_id), (new.organisation_id, new.facilitator_id) on conflict do nothing;
  return null;
end
$$;
create trigger audience_meets after insert on offer_audience for each row execute function audience_meets();

create policy held on placement for select to guichet_app using (holder_id = current_organisation());
create policy presented on placement for select to guichet_app
  using (company_id = current_organisation() and sent_on is not null);
create policy put_forward on placement for select to guichet_app using (proposed_by_id = current_organisation());
create policy proposed on placement for insert to guichet_app
  with check (
    (holder_id = current_organisation() and person_id in (select p.id from person p where p.holder_id = current_organisation()))
    or (proposed_by_id = current_organisation() and state = 'suggested' and sent_on is null
      and person_id in (select p.id from person p where p.proposed_by = current_organisation() and p.holder_id = placement.holder_id)
      and offer_id in (select r.offer_id from offer_recipient r where r.organisation_id = current_organisation())));
create policy moved on placement for update to guichet_app
  using (holder_id = current_organisation() or proposed_by_id = current_organisation()
    or (company_id = current_organisation() and sent_on is not null));
grant select, insert on placement to guichet_app;
grant update (trade, commune, available_on, presentation, state, state_since, sent_on, due_on, reminded_at, reason, contract_id, version)
  on placement to guichet_app;

-- Of a candidate the company and the referent write where it stands, nothing else.
create function placement_answer_only() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_organisation() is not null and current_organisation() <> old.holder_id
    and (new.initials, new.trade, new.commune, new.available_on, new.presentation, new.contract_id)
      is distinct from (old.initials, old.trade, old.commune, old.available_on, old.presentation, old.contract_id) then
    raise exception 'only the structure that follows her writes about a candidate' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger placement_answer_only before update on placement for each row execute function placement_answer_only();

do $$
declare
  name text;
begin
  -- What is attached to a candidate follows who may read the candidate.
  foreach name in array array['interview', 'pre_hire_training', 'welcome_sheet'] loop
    execute format('create policy seen on %1$I for select to guichet_app using (current_organisation() in (holder_id, company_id, proposed_by_id) and placement_id in (select id from placement))', name);
    execute format('create policy written on %1$I for insert to guichet_app with check (holder_id = current_organisation() and placement_id in (select p.id from placement p where p.holder_id = current_organisation()))', name);
    execute format('create policy edited on %1$I for update to guichet_app using (holder_id = current_organisation())', name);
    execute format('grant select, insert on %I to guichet_app', name);
  end loop;
end
$$;
grant update (starts_at, minutes, place, meets, version) on interview to guichet_app;
grant update (first_day, first_time, address, receives, phone, tutor, brings, version) on welcome_sheet to guichet_app;

create policy seen on placement_step for select to guichet_app
  using (current_organisation() in (holder_id, proposed_by_id) or (company_id = current_organisation() and not kept));
create policy appended on placement_step for insert to guichet_app
  with check (placement_id in (select id from placement) and current_organisation() in (holder_id, company_id, proposed_by_id));
grant select, insert on placement_step to guichet_app;

create policy held on information_session for all to guichet_app
  using (holder_id = current_organisation()) with check (holder_id = current_organisation());
create policy invited on information_session for select to guichet_app
  using (exists (select from offer_audience a where a.facilitator_id = information_session.holder_id and a.organisation_id = current_organisation()));
grant select, insert on information_session to guichet_app;
grant update (title, place, starts_at, minutes, places, offer_id, cancelled_at, reason, version) on information_session to guichet_app;

create policy seen on session_registration for select to guichet_app
  using (current_organisation() in (holder_id, registered_by));
create policy registered on session_registration for insert to guichet_app
  with check (registered_by = current_organisation()
    and session_id in (select s.id from information_session s where s.holder_id = session_registration.holder_id and s.cancelled_at is null)
    and person_id in (select p.id from person p where p.holder_id = session_registration.holder_id
      and current_organisation() in (p.holder_id, p.proposed_by)));
create policy noted on session_registration for update to guichet_app using (holder_id = current_organisation());
create policy left_out on session_registration for delete to guichet_app
  using (current_organisation() in (holder_id, registered_by) and attendance = '');
grant select, insert, delete on session_registration to guichet_app;
grant update (attendance) on session_registration to guichet_app;

-- How many are registered: a number whoever is invited may know, without reading anybody.
create function session_count(asked uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select count(*) from session_registration r join information_session s on s.id = r.session_id
  where s.id = asked and (s.holder_id = current_organisation()
    or exists (select from offer_audience a where a.facilitator_id = s.holder_id and a.organisation_id = current_organisation()))
$$;
revoke all on function session_count(uuid) from public;
grant execute on function session_count(uuid) to guichet_app;

-- How many of one's own posts are filled: the structure and the company count the same.
create function hired_on(asked uuid) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select count(*) from placement p join job_offer o on o.id = p.offer_id
  where o.id = asked and p.state = 'hired' and current_organisation() in (o.facilitator_id, o.company_id)
$$;
revoke all on function hired_on(uuid) from public;
grant execute on function hired_on(uuid) to guichet_app;

-- The jobs remind, say silent, close what is past, and compose the letters; they read no name.
do $$
declare
  name text;
begin
  foreach name in array array['job_offer', 'offer_recipient', 'placement', 'placement_step'] loop
    execute format('create policy job on %1$I for all to guichet_job using (true) with check (true)', name);
  end loop;
end
$$;
grant select on job_offer, offer_recipient to guichet_job;
grant select (id, offer_id, holder_id, company_id, proposed_by_id, state, state_since, sent_on, due_on, reminded_at, version) on placement to guichet_job;
grant update (state, state_since, version) on job_offer to guichet_job;
grant update (state, state_since, reminded_at, version) on placement to guichet_job;
grant insert on placement_step to guichet_job;

-- A dead link asks for another one: the gate finds the known address, nothing more.
create policy reached on offer_recipient for select to guichet_gate using (true);
grant select (id, offer_id, facilitator_id, organisation_id, recipient) on offer_recipient to guichet_gate;
create policy reached on job_offer for select to guichet_gate using (true);
grant select (id, lot_id, state) on job_offer to guichet_gate;
create policy reached on placement for select to guichet_gate using (true);
grant select (id, offer_id, company_id, state) on placement to guichet_gate;

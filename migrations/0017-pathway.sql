-- The way of a person through her contracts: visits and their notes, evaluations, meetings, skills, obstacles, what follows, where she is afterwards.
create table visit (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  contract_id uuid not null references employment_contract (id),
  kind text not null check (kind in ('first-day', 'first-week', 'trial-end', 'quarterly', 'before-end', 'exit-interview', 'by-hand')),
  -- The same visit keeps its key when the dates of its contract change; empty for one added by hand.
  plan_key text not null default '',
  -- What the rule says, before Sundays and public holidays are left aside.
  wanted_on date not null,
  due_on date not null,
  state text not null default 'planned' check (state in ('planned', 'moved', 'done', 'absent', 'cancelled')),
  done_on date,
  signal text check (signal in ('well', 'watch', 'difficulty')),
  cancelled_because text check (cancelled_because in ('contract-ended', 'contract-changed', 'contract-removed', 'by-hand')),
  -- Who goes.
  account_id uuid references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((state in ('done', 'absent')) = (done_on is not null)),
  check ((state = 'cancelled') = (cancelled_because is not null)),
  check ((kind = 'by-hand') = (plan_key = ''))
);
create unique index visit_once on visit (contract_id, plan_key) where plan_key <> '';
create index visit_due on visit (holder_id, due_on, id);
create index visit_contract on visit (contract_id);
create index visit_person on visit (person_id, due_on);

-- What was noted, kept even when somebody else noted the same visit meanwhile.
create table visit_note (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references visit (id),
  holder_id uuid not null references organisation (id),
  -- Given by the telephone when the note is written: sent ten times, it is received once.
  note_key uuid not null,
  outcome text not null check (outcome in ('done', 'absent', 'moved')),
  signal text check (signal in ('well', 'watch', 'difficulty')),
  words text not null default '',
  noted_on date not null,
  next_on date,
  -- waiting: somebody wrote meanwhile and nobody chose yet.
  standing text not null check (standing in ('kept', 'waiting', 'set-aside')),
  account_id uuid references account (id),
  received_at timestamptz not null default now(),
  unique (holder_id, note_key)
);
create index visit_note_visit on visit_note (visit_id, received_at);

create table work_evaluation (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  contract_id uuid not null references employment_contract (id),
  -- Who evaluates: the structure itself, the employer or the company at work.
  organisation_id uuid not null references organisation (id),
  account_id uuid references account (id),
  evaluated_on date not null,
  ratings jsonb not null,
  words text not null default '',
  created_at timestamptz not null default now()
);
create index work_evaluation_contract on work_evaluation (contract_id, evaluated_on);

create table tripartite_report (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  contract_id uuid not null references employment_contract (id),
  account_id uuid references account (id),
  held_on date not null,
  present text[] not null,
  said text not null,
  agreed text not null default '',
  next_on date,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index tripartite_report_contract on tripartite_report (contract_id, held_on);
create index tripartite_report_person on tripartite_report (person_id, held_on);

create table skill (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  label text not null check (label <> ''),
  level text not null check (level in ('discovered', 'helped', 'alone', 'teaches')),
  -- Where it was learnt: a contract of hers, or a place in words.
  contract_id uuid references employment_contract (id),
  place text not null default '',
  seen_on date not null,
  account_id uuid references account (id),
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create index skill_person on skill (person_id) where removed_at is null;

create table next_contract (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  contract_id uuid not null references employment_contract (id),
  step text not null check (step in ('renewal', 'other-lot', 'other-employer', 'permanent-job', 'training', 'nothing')),
  lot_id uuid references lot (id),
  words text not null default '',
  proposed_on date not null,
  account_id uuid references account (id),
  withdrawn_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index next_contract_once on next_contract (contract_id) where withdrawn_at is null;

-- Whom the end of a contract was announced to, so that it is announced once.
create table contract_alert (
  contract_id uuid primary key references employment_contract (id),
  holder_id uuid not null references organisation (id),
  prescriber_id uuid not null references organisation (id),
  ends_on date not null,
  alerted_on date not null
);

create table obstacle (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  kind text not null check (kind in ('mobility', 'housing', 'childcare', 'language', 'health', 'debt', 'administrative', 'digital', 'family', 'training')),
  state text not null default 'open' check (state in ('open', 'referred', 'in-progress', 'lifted')),
  referent_id uuid references account (id),
  specialist text not null default '',
  specialist_phone text not null default '',
  opened_on date not null,
  lifted_on date,
  -- The prescriber that signalled it; absent when the team saw it.
  signalled_by uuid references organisation (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((state = 'lifted') = (lifted_on is not null))
);
create index obstacle_person on obstacle (person_id);

-- The words of the team stay apart: what is shared of an obstacle never holds them.
create table obstacle_note (
  id uuid primary key default gen_random_uuid(),
  obstacle_id uuid not null references obstacle (id),
  holder_id uuid not null references organisation (id),
  words text not null check (words <> ''),
  account_id uuid references account (id),
  created_at timestamptz not null default now()
);
create index obstacle_note_obstacle on obstacle_note (obstacle_id, created_at);

create table obstacle_share (
  id uuid primary key default gen_random_uuid(),
  obstacle_id uuid not null references obstacle (id),
  holder_id uuid not null references organisation (id),
  prescriber_id uuid not null references organisation (id),
  account_id uuid references account (id),
  shared_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index obstacle_share_once on obstacle_share (obstacle_id, prescriber_id) where ended_at is null;

create table exit_situation (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  contract_id uuid not null references employment_contract (id),
  point text not null check (point in ('contract-end', 'clause-exit', 'm3', 'm6', 'm12')),
  due_on date not null,
  state text not null default 'expected' check (state in ('expected', 'answered', 'cancelled')),
  code text check (code in ('cdi', 'cdi-aided', 'fixed-term-long', 'fixed-term-short', 'business', 'public-service', 'aided-contract',
    'training', 'inclusion', 'retirement', 'searching', 'inactive', 'unknown', 'neutralised', 'not-reached')),
  observed_on date,
  source text check (source in ('link', 'phone', 'employer', 'team', 'contract')),
  -- Each time the person was asked, the oldest first.
  asked_at timestamptz[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (contract_id, point),
  check ((state = 'answered') = (code is not null)),
  check ((code is null) = (observed_on is null) and (code is null) = (source is null))
);
create index exit_situation_due on exit_situation (holder_id, due_on, id);
create index exit_situation_person on exit_situation (person_id);

do $$
declare
  name text;
begin
  foreach name in array array[
    'visit', 'visit_note', 'work_evaluation', 'tripartite_report', 'skill', 'next_contract', 'contract_alert', 'obstacle', 'obstacle_note',
    'obstacle_share', 'exit_situation'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  -- The structure that follows the person writes everything about her way but the obstacles.
  foreach name in array array['visit', 'visit_note', 'work_evaluation', 'tripartite_report', 'skill', 'next_contract', 'exit_situation'] loop
    execute format('create policy held on %I for all to guichet_app
      using (holder_id = current_organisation()) with check (holder_id = current_organisation())', name);
    execute format('grant select, insert, update on %I to guichet_app', name);
  end loop;
end
$$;

-- The people this prescriber sent; nobody else's, and nothing to any other kind of organisation.
create function people_i_prescribe() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select p.id from person p join organisation o on o.id = current_organisation() and o.kind = 'prescriber' where p.proposed_by = o.id
$$;
revoke all on function people_i_prescribe() from public;
grant execute on function people_i_prescribe() to guichet_app;

-- Who sent a person, by name, for the structure that follows her: they may have met nowhere else.
create function prescriber_of(asked uuid) returns table (id uuid, name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select o.id, o.name from person p join organisation o on o.id = p.proposed_by and o.kind = 'prescriber'
  where p.id = asked and p.holder_id = current_organisation()
$$;
revoke all on function prescriber_of(uuid) from public;
grant execute on function prescriber_of(uuid) to guichet_app;

-- What a prescriber reads of their work: who, where, until when, how many hours in all, what follows; nothing else of the contract.
create function prescribed_contracts() returns table (
    contract_id uuid, person_id uuid, given_name text, family_name text, structure_id uuid, structure text, company text, type text, job text,
    starts_on date, ends_on date, state text, step text, counted_minutes bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.id, p.id, p.given_name, p.family_name, h.id, h.name, w.name, c.type, c.job, c.starts_on, coalesce(c.ended_on, c.planned_end_on), c.state,
    (select n.step from next_contract n where n.contract_id = c.id and n.withdrawn_at is null),
    (select coalesce(sum(e.counted_minutes), 0)::bigint from hour_entry e where e.contract_id = c.id)
  from organisation o join person p on p.proposed_by = o.id join employment_contract c on c.person_id = p.id and c.state <> 'removed'
    join organisation h on h.id = c.holder_id join organisation w on w.id = c.company_id
  where o.id = current_organisation() and o.kind = 'prescriber'
$$;
revoke all on function prescribed_contracts() from public;
grant execute on function prescribed_contracts() to guichet_app;

-- Only who accompanies the people, in her position of the day, sees what stands in their way.
create function accompanies() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from membership m
    where 'member:' || m.id = current_actor() and m.account_id = current_account() and m.organisation_id = current_organisation()
      and m.position = 'facilitator.accompaniment' and m.suspended_at is null and (m.valid_until is null or m.valid_until >= paris_today()))
$$;
revoke all on function accompanies() from public;
grant execute on function accompanies() to guichet_app;

-- The employer and the company at work, for the contracts that concern them.
create policy at_work on visit for select to guichet_app
  using (contract_id in (select id from employment_contract where current_organisation() in (employer_id, company_id)));
create policy prescribed on visit for select to guichet_app using (person_id in (select people_i_prescribe()));
-- A company that adds a contract while declaring plans its visits in the same breath.
create policy planned on visit for insert to guichet_app
  with check (state = 'planned' and kind <> 'by-hand' and exists (select from employment_contract c
    where c.id = visit.contract_id and c.holder_id = visit.holder_id and c.person_id = visit.person_id
      and current_organisation() in (c.employer_id, c.company_id)));

create policy at_work on work_evaluation for select to guichet_app
  using (contract_id in (select id from employment_contract where current_organisation() in (employer_id, company_id)));
create policy evaluated on work_evaluation for insert to guichet_app
  with check (organisation_id = current_organisation() and exists (select from employment_contract c
    where c.id = work_evaluation.contract_id and c.holder_id = work_evaluation.holder_id and c.person_id = work_evaluation.person_id
      and current_organisation() in (c.employer_id, c.company_id)));
create policy prescribed on work_evaluation for select to guichet_app using (person_id in (select people_i_prescribe()));
create policy at_work on tripartite_report for select to guichet_app
  using (contract_id in (select id from employment_contract where current_organisation() in (employer_id, company_id)));
create policy prescribed on tripartite_report for select to guichet_app using (person_id in (select people_i_prescribe()));

create policy alerted on contract_alert for select to guichet_app using (current_organisation() in (holder_id, prescriber_id));
grant select on contract_alert to guichet_app;

create policy accompanied on obstacle for all to guichet_app
  using (holder_id = current_organisation() and accompanies()) with check (holder_id = current_organisation() and accompanies());
create policy shared on obstacle for select to guichet_app
  using (signalled_by = current_organisation()
    or id in (select obstacle_id from obstacle_share where prescriber_id = current_organisation() and ended_at is null));
create policy signalled on obstacle for insert to guichet_app
  with check (signalled_by = current_organisation() and state = 'open' and person_id in (select people_i_prescribe())
    and exists (select from person p where p.id = obstacle.person_id and p.holder_id = obstacle.holder_id));
grant select, insert, update on obstacle to guichet_app;
create policy accompanied on obstacle_note for all to guichet_app
  using (holder_id = current_organisation() and accompanies()) with check (holder_id = current_organisation() and accompanies());
create policy signalled on obstacle_note for insert to guichet_app
  with check (obstacle_id in (select id from obstacle o where o.signalled_by = current_organisation() and o.holder_id = obstacle_note.holder_id));
grant select, insert on obstacle_note to guichet_app;
create policy accompanied on obstacle_share for all to guichet_app
  using (holder_id = current_organisation() and accompanies()) with check (holder_id = current_organisation() and accompanies());
create policy received on obstacle_share for select to guichet_app using (prescriber_id = current_organisation());
grant select, insert on obstacle_share to guichet_app;
grant update (ended_at) on obstacle_share to guichet_app;

-- Of exits: the employing structure its own, whole; the company the end of the contract; the prescriber those it sent.
create policy employed on exit_situation for select to guichet_app
  using (contract_id in (select id from employment_contract where employer_id = current_organisation() and employer_id <> company_id));
create policy answered on exit_situation for update to guichet_app
  using (contract_id in (select id from employment_contract where employer_id = current_organisation() and employer_id <> company_id));
create policy at_work on exit_situation for select to guichet_app
  using (point = 'contract-end' and contract_id in (select id from employment_contract where current_organisation() in (employer_id, company_id)));
create policy prescribed on exit_situation for select to guichet_app using (person_id in (select people_i_prescribe()));

-- The jobs plan, ask and announce; they read an address, never a name.
do $$
declare
  name text;
begin
  foreach name in array array['visit', 'exit_situation', 'contract_alert'] loop
    execute format('create policy job on %I for all to guichet_job using (true) with check (true)', name);
  end loop;
  foreach name in array array['next_contract', 'counting_setting', 'eligibility', 'person'] loop
    execute format('create policy job_pathway on %I for select to guichet_job using (true)', name);
  end loop;
end
$$;
grant select, insert, update on visit, exit_situation, contract_alert to guichet_job;
grant select (contract_id, withdrawn_at) on next_contract to guichet_job;
grant select on counting_setting to guichet_job;
grant select (person_id, verdict, until_day, ended_on) on eligibility to guichet_job;
grant select (id, holder_id, proposed_by, email, phone) on person to guichet_job;

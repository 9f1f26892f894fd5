-- What the rights of people still missed: nothing new about whoever is put aside, files typed by mistake, durations of
-- obstacles and reasons, segments of the journal, follow-up counted for buyers.

-- Typed by mistake: out of everything at once, put back or gone for good within a day.
alter table person add column removed_at timestamptz;
grant select (archived_on, removed_at) on person to guichet_job;
grant select (archived_on, removed_at) on person to guichet_gate;

create or replace function people_named(words text[], most integer) returns setof uuid
  language plpgsql stable security definer set plan_cache_mode = force_custom_plan set search_path = pg_catalog, public, pg_temp
as $$
declare
  holder uuid := current_organisation();
  -- The longest is the rarest.
  rarest text := (select word from unnest(words) word order by length(word) desc limit 1);
begin
  return query select p.id from person p
    where p.holder_id = holder and p.folded_name like '%' || rarest || '%'
      and p.folded_name like all (array(select '%' || word || '%' from unnest(words) word))
      and p.archived_on is null and p.anonymised_at is null and p.removed_at is null
    order by p.folded_name, p.id limit most;
end
$$;

-- A file put aside or anonymous is read, never written to: no story, of whatever area, says anything new of her.
create function refuse_absent_person() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from person where id = new.person_id
    and (archived_on is not null or anonymised_at is not null or removed_at is not null)) then
    raise exception 'this person is put aside' using errcode = 'check_violation', constraint = 'person_present';
  end if;
  return new;
end
$$;
do $$
declare
  name text;
begin
  foreach name in array array['employment_contract', 'eligibility', 'person_residence', 'person_profile', 'person_number', 'referral',
    'pool_profile', 'platform_candidate', 'placement', 'session_registration', 'work_evaluation', 'skill', 'obstacle'] loop
    execute format('create trigger stays_present before insert on %I for each row
      when (current_user = ''guichet_app'') execute function refuse_absent_person()', name);
  end loop;
end
$$;
create trigger stays_present_again before update of removed_at on pool_profile for each row
  when (current_user = 'guichet_app' and new.removed_at is null) execute function refuse_absent_person();

-- Typed by mistake, taken back the same day and put back; what was taken back is read by nobody.
alter table obstacle add column removed_at timestamptz;
alter table work_evaluation add column removed_at timestamptz;
alter table person_residence add column removed_at timestamptz;

-- Who evaluated takes its own evaluation back; the structure its own, by the policy above.
create policy taken_back on work_evaluation for update to guichet_app using (organisation_id = current_organisation());

-- A prescriber takes back what it signalled that day, while the team has not begun to follow it.
create function take_back_signal(signal uuid, gone timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update obstacle set removed_at = gone
    where id = signal and signalled_by = current_organisation() and referent_id is null and version = 1
      and (removed_at is null) = (gone is not null);
  return found;
end
$$;
revoke all on function take_back_signal(uuid, timestamptz) from public;
grant execute on function take_back_signal(uuid, timestamptz) to guichet_app;
do $$
begin
  execute format('create policy taken_back on obstacle for all to %I using (true) with check (true)', current_user);
end
$$;

-- A part of a file that goes before the file: what stood in the way of the person, reasons of health and justice.
alter table retention_notice drop constraint retention_notice_deed_check;
alter table retention_notice add constraint retention_notice_deed_check
  check (deed in ('archive', 'anonymise', 'delete', 'erase-account', 'erase-obstacles', 'erase-reasons'));
alter table erasure drop constraint erasure_deed_check;
alter table erasure add constraint erasure_deed_check
  check (deed in ('archive', 'anonymise', 'delete', 'erase-account', 'erase-obstacles', 'erase-reasons'));
drop index retention_notice_person;
create unique index retention_notice_person on retention_notice
  (person_id, (case when deed in ('erase-obstacles', 'erase-reasons') then deed else 'file' end)) where state = 'open';
grant update (erased_at) on erasure to guichet_privacy;

-- What stays of a reason once it went: how many, by year, of nobody.
create table reason_tally (
  holder_id uuid not null references organisation (id),
  criterion text not null check (criterion in ('HEALTH', 'STATE_SUPPORT')),
  year integer not null,
  decisions integer not null check (decisions > 0),
  primary key (holder_id, criterion, year)
);
alter table reason_tally enable row level security;
alter table reason_tally force row level security;
create policy held on reason_tally for select to guichet_app using (holder_id = current_organisation());
create policy privacy on reason_tally for all to guichet_privacy using (true) with check (true);
grant select on reason_tally to guichet_app;
grant select, insert, update on reason_tally to guichet_privacy;

-- Minutes of a platform meeting are words somebody typed: an erasure looks for the name there.
create policy privacy on platform_meeting for all to guichet_privacy using (true) with check (true);
grant select (id, minutes), update (minutes) on platform_meeting to guichet_privacy;

-- Entries of security and reading whose time is over leave by runs, each leaving its place and its last hash: the walk goes on from it.
create table audit_segment (
  chain text not null,
  from_sequence bigint not null,
  until_sequence bigint not null,
  hash bytea not null,
  newest_at timestamptz not null,
  cut_at timestamptz not null,
  primary key (chain, from_sequence),
  check (until_sequence >= from_sequence),
  -- The floor of the law, whatever asks: a year.
  check (newest_at <= cut_at - interval '12 months')
);
alter table audit_segment enable row level security;
alter table audit_segment force row level security;
create policy walked on audit_segment for select to guichet_job using (true);
grant select on audit_segment to guichet_job;
do $$
begin
  execute format('create policy keeper on audit_segment for all to %I using (true) with check (true)', current_user);
  execute format('create policy cutter on audit_event for all to %I using (true) with check (true)', current_user);
end
$$;

create or replace function audit_is_final() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from audit_segment s
      where s.chain = old.chain and old.sequence between s.from_sequence and s.until_sequence) then
      return old;
    end if;
  end if;
  raise exception 'the audit log is append-only' using errcode = 'restrict_violation';
end
$$;

-- Takes out of one chain the entries of these actions, older than their day; answers how many went.
create function audit_forget(of_chain text, logs text[], logs_before timestamptz, reads text[], reads_before timestamptz, asked_at timestamptz)
  returns bigint
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone bigint;
begin
  insert into audit_segment (chain, from_sequence, until_sequence, hash, newest_at, cut_at)
    select of_chain, min(sequence), max(sequence), (array_agg(hash order by sequence desc))[1], max(at), asked_at
    from (select sequence, hash, at, sequence - row_number() over (order by sequence) as run from audit_event
      where chain = of_chain and ((action = any(logs) and at < logs_before) or (action = any(reads) and at < reads_before))
        -- The last entry is the head: it stays, so that a chain never ends in a hole.
        and sequence < (select h.sequence from audit_head h where h.chain = of_chain)) old
    group by run;
  delete from audit_detail d using audit_segment s
    where d.chain = of_chain and s.chain = of_chain and d.sequence between s.from_sequence and s.until_sequence;
  delete from audit_event e using audit_segment s
    where e.chain = of_chain and s.chain = of_chain and s.cut_at = asked_at and e.sequence between s.from_sequence and s.until_sequence;
  get diagnostics gone = row_count;
  return gone;
end
$$;
revoke all on function audit_forget(text, text[], timestamptz, text[], timestamptz, timestamptz) from public;
grant execute on function audit_forget(text, text[], timestamptz, text[], timestamptz, timestamptz) to guichet_job;

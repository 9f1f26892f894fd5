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

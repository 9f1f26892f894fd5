-- Prescribers, the people they refer, the pool, the meetings of the recruitment platform, duplicates.

-- Which prescribers a facilitator structure works with, and what each is. The kind is what this structure knows of it.
create table prescriber_partner (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  prescriber_id uuid not null references organisation (id),
  kind text not null check (kind in (
    'AFPA', 'ASE', 'CAARUD', 'CADA', 'CAF', 'CAP_EMPLOI', 'CAVA', 'CCAS', 'CHRS', 'CHU', 'CIDFF', 'CPH', 'CSAPA', 'DEPT', 'E2C', 'EPIDE',
    'FT', 'HUDA', 'ML', 'MSA', 'OACAS', 'OCASF', 'ODC', 'OHPD', 'OIL', 'PENSION', 'PIJ_BIJ', 'PJJ', 'PLIE', 'PREVENTION', 'RS_FJT', 'SPIP',
    'ORIENTEUR', 'OTHER'
  )),
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (holder_id, prescriber_id)
);
create index prescriber_partner_prescriber on prescriber_partner (prescriber_id);

-- Who follows a candidate at the prescriber's; she may have no account.
create table referent (
  id uuid primary key default gen_random_uuid(),
  prescriber_id uuid not null references organisation (id),
  account_id uuid references account (id),
  -- The facilitator structure that wrote her down, when the prescriber has no account.
  added_by uuid references organisation (id),
  name text collate "fr-x-icu" not null check (name <> ''),
  email text not null default '',
  phone text not null default '',
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index referent_prescriber on referent (prescriber_id, name);
create unique index referent_account on referent (prescriber_id, account_id) where account_id is not null;

-- One proposal of one person to one structure. The prescriber reads what she typed and what became of it, never the file itself.
create table referral (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  prescriber_id uuid not null references organisation (id),
  referent_id uuid not null references referent (id),
  family_name text collate "fr-x-icu" not null check (family_name <> ''),
  given_name text collate "fr-x-icu" not null check (given_name <> ''),
  folded_name text not null,
  birth_date date,
  commune text not null default '',
  email text not null default '',
  phone text not null default '',
  -- Codes of criteria the prescriber says are met; none of them tells of health or justice.
  claims text[] not null default '{}',
  wish_code text not null default '',
  available_from date,
  informed_on date not null,
  source text not null check (source in ('form', 'file', 'known', 'facilitator')),
  state text not null default 'referred' check (state in (
    'referred', 'met', 'eligibility-pending', 'eligible', 'not-eligible', 'in-pool', 'expired', 'refused', 'hired', 'withdrawn'
  )),
  since date not null,
  reason text not null default '',
  accepted_at timestamptz,
  accepted_by uuid references account (id),
  meet_on date,
  closed_at timestamptz,
  -- What the last step replaced, so that it can be undone: state, since, reason, accepted and closed.
  before_step jsonb,
  version integer not null default 1,
  created_by uuid references account (id),
  created_at timestamptz not null default now()
);
create index referral_holder on referral (holder_id, state, since);
create index referral_prescriber on referral (prescriber_id, created_at desc);
create index referral_person on referral (person_id);
create index referral_referent on referral (referent_id);
create index person_birth on person (holder_id, birth_date);

-- What became of a person, told to her referents: on their page at once, by mail once a day.
create table referral_feedback (
  id bigint generated always as identity primary key,
  person_id uuid not null references person (id),
  holder_id uuid not null references organisation (id),
  what text not null,
  reason text not null default '',
  at timestamptz not null,
  told_at timestamptz
);
create index referral_feedback_person on referral_feedback (person_id, at);
create index referral_feedback_untold on referral_feedback (at) where told_at is null;

-- What a person looks for and can do; nothing sensitive may be written here.
create table pool_profile (
  person_id uuid primary key references person (id),
  holder_id uuid not null references organisation (id),
  rome_codes text[] not null default '{}',
  department_code text not null default '',
  driving_licence text not null default 'unknown' check (driving_licence in ('yes', 'no', 'unknown')),
  vehicle text not null default 'unknown' check (vehicle in ('yes', 'no', 'unknown')),
  available_from date,
  training_level smallint check (training_level between 0 and 8),
  languages text[] not null default '{}',
  removed_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid references account (id)
);
create index pool_profile_holder on pool_profile (holder_id, available_from) where removed_at is null;
create index pool_profile_trade on pool_profile using gin (rome_codes);

create table platform_meeting (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  title text not null check (title <> ''),
  held_on date not null,
  starts_at text not null check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text not null check (place <> ''),
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  minutes text not null default '',
  version integer not null default 1,
  created_by uuid references account (id),
  created_at timestamptz not null default now()
);
create index platform_meeting_holder on platform_meeting (holder_id, held_on);

create table platform_guest (
  meeting_id uuid not null references platform_meeting (id),
  holder_id uuid not null references organisation (id),
  prescriber_id uuid not null references organisation (id),
  attended boolean,
  primary key (meeting_id, prescriber_id)
);
create index platform_guest_prescriber on platform_guest (prescriber_id);

create table platform_candidate (
  meeting_id uuid not null references platform_meeting (id),
  holder_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  rome_code text not null default '',
  decision text not null default '' check (decision in ('', 'propose', 'meet', 'training', 'obstacle', 'wait', 'leave')),
  decided_at timestamptz,
  primary key (meeting_id, person_id)
);
create index platform_candidate_person on platform_candidate (person_id);

-- Two files a person looked at and said are two people.
create table person_distinct (
  holder_id uuid not null references organisation (id),
  one_id uuid not null references person (id) on delete cascade,
  other_id uuid not null references person (id) on delete cascade,
  said_by uuid references account (id),
  said_at timestamptz not null,
  primary key (one_id, other_id)
);
create index person_distinct_other on person_distinct (other_id);

-- A merge keeps what undoes it, for a while.
create table person_merge (
  id uuid primary key default gen_random_uuid(),
  holder_id uuid not null references organisation (id),
  kept_id uuid not null references person (id) on delete cascade,
  removed_id uuid not null,
  snapshot jsonb,
  merged_by uuid references account (id),
  merged_at timestamptz not null,
  undo_until timestamptz not null,
  undone_at timestamptz
);
create index person_merge_holder on person_merge (holder_id, merged_at desc);
create index person_merge_kept on person_merge (kept_id);

do $$
declare
  name text;
begin
  foreach name in array array[
    'prescriber_partner', 'referent', 'referral', 'referral_feedback', 'pool_profile', 'platform_meeting', 'platform_guest',
    'platform_candidate', 'person_distinct', 'person_merge'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

create policy both_sides on prescriber_partner for select to guichet_app
  using (current_organisation() in (holder_id, prescriber_id));
create policy kept on prescriber_partner for insert to guichet_app with check (holder_id = current_organisation());
create policy edited on prescriber_partner for update to guichet_app
  using (holder_id = current_organisation()) with check (holder_id = current_organisation());
grant select, insert on prescriber_partner to guichet_app;
grant update (kind, ended_at, version) on prescriber_partner to guichet_app;

-- Each side knows who the other is; a prescriber never learns of another prescriber.
create policy partners on organisation for select to guichet_app
  using (id in (select prescriber_id from prescriber_partner where holder_id = current_organisation())
    or id in (select holder_id from prescriber_partner where prescriber_id = current_organisation()));

create policy both_sides on referral for select to guichet_app
  using (current_organisation() in (holder_id, prescriber_id));
-- Whom a prescriber already referred: asked apart, since a policy may not read its own table.
create function people_i_referred() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select person_id from referral where prescriber_id = current_organisation();
  end;
revoke all on function people_i_referred() from public;
grant execute on function people_i_referred() to guichet_app;

create policy proposed on referral for insert to guichet_app
  with check (current_organisation() in (holder_id, prescriber_id)
    and exists (select from prescriber_partner p
      where p.holder_id = referral.holder_id and p.prescriber_id = referral.prescriber_id and p.ended_at is null)
    and (exists (select from person p where p.id = referral.person_id and p.holder_id = referral.holder_id)
      or person_id in (select people_i_referred())));
create policy moved on referral for update to guichet_app
  using (current_organisation() in (holder_id, prescriber_id))
  with check (current_organisation() in (holder_id, prescriber_id));
grant select, insert on referral to guichet_app;
grant update (family_name, given_name, folded_name, birth_date, commune, email, phone, claims, wish_code, available_from, state, since, reason,
  accepted_at, accepted_by, meet_on, closed_at, before_step, version) on referral to guichet_app;

-- A prescriber corrects what she typed until the person is met, and withdraws; every other step is the structure's.
create function prescriber_moves_only() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_organisation() = new.prescriber_id and current_organisation() <> new.holder_id then
    if (new.accepted_at, new.accepted_by, new.meet_on) is distinct from (old.accepted_at, old.accepted_by, old.meet_on)
      or (new.state <> old.state and new.state <> 'withdrawn' and old.state <> 'withdrawn')
      or (old.state <> 'referred' and (new.family_name, new.given_name, new.birth_date, new.commune, new.email, new.phone, new.claims,
          new.wish_code, new.available_from)
        is distinct from (old.family_name, old.given_name, old.birth_date, old.commune, old.email, old.phone, old.claims,
          old.wish_code, old.available_from)) then
      raise exception 'a prescriber corrects until the person is met, and withdraws' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end
$$;
create trigger prescriber_moves_only before update on referral for each row execute function prescriber_moves_only();

-- Until the person is met, what the prescriber corrects is also corrected in the file.
create policy proposed_corrected on person for update to guichet_app
  using (proposed_by = current_organisation() and exists (select from referral r
    where r.person_id = person.id and r.prescriber_id = current_organisation() and r.state = 'referred'))
  with check (proposed_by = current_organisation());

-- Whoever proposed her once does not read the file for ever: only until she is met.
create function met_by_structure(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select exists (select from referral r where r.person_id = asked and r.prescriber_id = current_organisation())
      and not exists (select from referral r
        where r.person_id = asked and r.prescriber_id = current_organisation() and r.state = 'referred');
  end;
revoke all on function met_by_structure(uuid) from public;
grant execute on function met_by_structure(uuid) to guichet_app;
drop policy proposed_seen on person;
create policy proposed_seen on person for select to guichet_app
  using (proposed_by = current_organisation() and not met_by_structure(id));

create policy own on referent for select to guichet_app
  using (prescriber_id = current_organisation() or added_by = current_organisation()
    or id in (select referent_id from referral where holder_id = current_organisation()));
create policy written on referent for insert to guichet_app
  with check ((prescriber_id = current_organisation() and added_by is null)
    or (added_by = current_organisation() and exists (select from prescriber_partner p
      where p.holder_id = current_organisation() and p.prescriber_id = referent.prescriber_id and p.ended_at is null)));
create policy edited on referent for update to guichet_app
  using (prescriber_id = current_organisation() or added_by = current_organisation())
  with check (prescriber_id = current_organisation() or added_by = current_organisation());
grant select, insert on referent to guichet_app;
grant update (name, email, phone, ended_at, version) on referent to guichet_app;

create policy held on referral_feedback for select to guichet_app using (holder_id = current_organisation());
-- From the proposal to its end, and not a day more.
create policy referred on referral_feedback for select to guichet_app
  using (exists (select from referral r where r.person_id = referral_feedback.person_id and r.prescriber_id = current_organisation()
    and r.created_at <= referral_feedback.at and (r.closed_at is null or r.closed_at >= referral_feedback.at)));
-- Whoever sees the person may say what became of her: the structure, or the company that answers.
create policy told on referral_feedback for insert to guichet_app
  with check (told_at is null
    and exists (select from person p where p.id = referral_feedback.person_id and p.holder_id = referral_feedback.holder_id));
grant select, insert on referral_feedback to guichet_app;

do $$
declare
  name text;
begin
  foreach name in array array['pool_profile', 'platform_meeting', 'platform_guest', 'platform_candidate', 'person_distinct'] loop
    execute format('create policy held on %I for all to guichet_app using (holder_id = current_organisation())
      with check (holder_id = current_organisation())', name);
    execute format('grant select, insert, update on %I to guichet_app', name);
  end loop;
end
$$;
grant delete on platform_guest, platform_candidate to guichet_app;
create policy of_held_person on pool_profile as restrictive for insert to guichet_app
  with check (exists (select from person p where p.id = person_id and p.holder_id = current_organisation()));
create policy of_held_person on platform_candidate as restrictive for insert to guichet_app
  with check (exists (select from person p where p.id = person_id and p.holder_id = current_organisation())
    and exists (select from platform_meeting m where m.id = meeting_id and m.holder_id = current_organisation()));
create policy of_partner on platform_guest as restrictive for insert to guichet_app
  with check (exists (select from platform_meeting m where m.id = meeting_id and m.holder_id = current_organisation())
    and exists (select from prescriber_partner p
      where p.holder_id = current_organisation() and p.prescriber_id = platform_guest.prescriber_id));

-- A guest reads where and when, her own seat, and what was decided about her own candidates.
create policy seated on platform_guest for select to guichet_app using (prescriber_id = current_organisation());
create policy invited on platform_meeting for select to guichet_app
  using (id in (select meeting_id from platform_guest where prescriber_id = current_organisation()));
create policy referred on platform_candidate for select to guichet_app
  using (person_id in (select person_id from referral where prescriber_id = current_organisation())
    and meeting_id in (select meeting_id from platform_guest where prescriber_id = current_organisation()));

create policy held on person_merge for select to guichet_app using (holder_id = current_organisation());
-- What undoes a merge is read by the undoing alone.
grant select (id, holder_id, kept_id, removed_id, merged_by, merged_at, undo_until, undone_at) on person_merge to guichet_app;

-- The jobs: the daily letter, the end of eligibilities, the end of what undoes a merge.
do $$
declare
  name text;
begin
  foreach name in array array['referent', 'referral', 'referral_feedback', 'eligibility', 'person_merge'] loop
    execute format('create policy job on %1$I for all to guichet_job using (true) with check (true)', name);
  end loop;
end
$$;
grant select on referent, referral, referral_feedback, eligibility to guichet_job;
grant update (state, since, before_step, version) on referral to guichet_job;
grant insert on referral_feedback to guichet_job;
grant update (told_at) on referral_feedback to guichet_job;
grant select (id, undo_until, snapshot), update (snapshot) on person_merge to guichet_job;

-- Every single-column reference to a person, told by the catalogue, so that a table added later is moved too.
create function person_references() returns table (place regclass, link name, keys name[])
  language sql stable set search_path = pg_catalog, public, pg_temp
as $$
  select c.conrelid::regclass, a.attname,
    (select array_agg(k.attname order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
      where i.indrelid = c.conrelid and i.indisprimary)
  from pg_constraint c
    cross join lateral unnest(c.conkey, c.confkey) as pair(here, there)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.here
    join pg_attribute t on t.attrelid = c.confrelid and t.attnum = pair.there
  where c.contype = 'f' and c.confrelid = 'person'::regclass and t.attname = 'id'
  order by 1, 2
$$;

-- Moves all that refers to one person to another of the same structure, row by row, and keeps what undoes it.
-- Runs as the owner: sealed hours and decided eligibilities move too, and nothing else of them changes.
create function merge_people(kept uuid, removed uuid, at timestamptz, until timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  ref record;
  line record;
  key jsonb;
  moved jsonb := '[]';
  dropped jsonb := '[]';
  gone jsonb;
  was jsonb;
  merge uuid;
begin
  if kept = removed or (select count(*) from (
      select from person where id in (kept, removed) and holder_id = current_organisation() order by id for update) locked) <> 2 then
    raise exception 'both people must be followed here' using errcode = 'insufficient_privilege';
  end if;
  select to_jsonb(p) into gone from person p where id = removed;
  select to_jsonb(p) into was from person p where id = kept;
  for ref in select * from person_references() loop
    for line in execute format('select ctid as spot, to_jsonb(t) as was from %s t where %I = $1', ref.place, ref.link) using removed loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', ref.place, ref.link) using kept, line.spot;
        select jsonb_object_agg(k, case when k = ref.link then to_jsonb(kept) else line.was -> k::text end) into key from unnest(ref.keys) k;
        moved := moved || jsonb_build_array(jsonb_build_object('place', ref.place::text, 'link', ref.link, 'key', key));
      exception when unique_violation then
        -- The kept person already has hers: one is enough, and the other waits in the snapshot.
        execute format('delete from %s where ctid = $1', ref.place) using line.spot;
        dropped := dropped || jsonb_build_array(jsonb_build_object('place', ref.place::text, 'row', line.was));
      end;
    end loop;
  end loop;
  delete from person where id = removed;
  insert into person_merge (holder_id, kept_id, removed_id, snapshot, merged_by, merged_at, undo_until)
  values (current_organisation(), kept, removed, jsonb_build_object('removed', gone, 'kept', was, 'moved', moved, 'dropped', dropped),
    current_account(), at, until)
  returning id into merge;
  return merge;
end
$$;
revoke all on function merge_people(uuid, uuid, timestamptz, timestamptz) from public;
grant execute on function merge_people(uuid, uuid, timestamptz, timestamptz) to guichet_app;

-- Gives back to the person taken away what was hers; what happened since stays where it happened. false: too late.
create function unmerge_people(merge uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  done person_merge%rowtype;
  each jsonb;
begin
  select * into done from person_merge where id = merge and holder_id = current_organisation() for update;
  if not found or done.undone_at is not null or done.undo_until < at or done.snapshot is null then
    return false;
  end if;
  perform insert_again('person', done.snapshot -> 'removed');
  for each in select * from jsonb_array_elements(done.snapshot -> 'moved') loop
    execute format('update %s t set %I = $1 where %I = $2 and to_jsonb(t) @> $3',
      (each ->> 'place')::regclass, each ->> 'link', each ->> 'link')
      using done.removed_id, done.kept_id, (each -> 'key') || jsonb_build_object(each ->> 'link', done.kept_id);
  end loop;
  for each in select * from jsonb_array_elements(done.snapshot -> 'dropped') loop
    perform insert_again((each ->> 'place')::regclass, each -> 'row');
  end loop;
  -- The identity chosen while merging goes back too, unless somebody corrected it since.
  update person p set family_name = k.family_name, given_name = k.given_name, folded_name = k.folded_name, birth_date = k.birth_date,
    commune = k.commune, commune_code = k.commune_code, email = k.email, phone = k.phone, version = p.version + 1
  from jsonb_populate_record(null::person, done.snapshot -> 'kept') k
  where p.id = done.kept_id and p.version = k.version + 1;
  update person_merge set undone_at = at, snapshot = null where id = merge;
  return true;
end
$$;
revoke all on function unmerge_people(uuid, timestamptz) from public;
grant execute on function unmerge_people(uuid, timestamptz) to guichet_app;

create function insert_again(place regclass, was jsonb) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
  list text;
begin
  select string_agg(quote_ident(attname), ', ') into list from pg_attribute
    where attrelid = place and attnum > 0 and not attisdropped and attgenerated = '';
  execute format('insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, $1)', place, list) using was;
end
$$;
revoke all on function insert_again(regclass, jsonb) from public;

-- A dead link asks for another one: the gate finds the known address, nothing more.
create policy reached on referent for select to guichet_gate using (true);
grant select (id, prescriber_id, email, ended_at) on referent to guichet_gate;

-- A referent without an account follows her candidates by a link.
do $$
declare
  purposes text;
begin
  select pg_get_constraintdef(oid) into strict purposes from pg_constraint where conname = 'link_token_purpose_check';
  execute 'alter table link_token drop constraint link_token_purpose_check';
  execute 'alter table link_token add constraint link_token_purpose_check ' || replace(purposes, ']))', ', ''referral''::text]))');
end
$$;

-- Whom a prescriber follows is told by its own proposals, whoever proposed her first and whatever file she is in; merges keep all of both.

-- The names are those the prescriber gave: it does not read the file once the person is met.
create function people_i_follow() returns table (
    id uuid, holder_id uuid, family_name text, given_name text, folded_name text, commune text, commune_code text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select distinct on (r.person_id) r.person_id, r.holder_id, r.family_name, r.given_name, r.folded_name, r.commune,
    case when lower(p.commune) = lower(r.commune) then p.commune_code else '' end
  from organisation o join referral r on r.prescriber_id = o.id and r.state <> 'withdrawn'
    join person p on p.id = r.person_id and p.archived_on is null and p.anonymised_at is null and p.removed_at is null
  where o.id = current_organisation() and o.kind = 'prescriber'
  order by r.person_id, r.closed_at is not null, r.created_at desc, r.id
$$;
revoke all on function people_i_follow() from public;
grant execute on function people_i_follow() to guichet_app;

create or replace function people_i_prescribe() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select f.id from people_i_follow() f
$$;

-- Who sent a person and still follows her, by name, for the structure: the latest proposal still open first.
create or replace function prescriber_of(asked uuid) returns table (id uuid, name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select o.id, o.name from referral r join organisation o on o.id = r.prescriber_id and o.kind = 'prescriber'
  where r.person_id = asked and r.holder_id = current_organisation() and r.state <> 'withdrawn'
  group by o.id, o.name order by bool_or(r.closed_at is null) desc, max(r.created_at) desc, o.id
$$;

create or replace function prescribed_contracts() returns table (
    contract_id uuid, person_id uuid, given_name text, family_name text, structure_id uuid, structure text, company text, type text, job text,
    starts_on date, ends_on date, state text, step text, counted_minutes bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.id, f.id, f.given_name, f.family_name, h.id, h.name, w.name, c.type, c.job, c.starts_on, coalesce(c.ended_on, c.planned_end_on), c.state,
    (select n.step from next_contract n where n.contract_id = c.id and n.withdrawn_at is null),
    (select coalesce(sum(e.counted_minutes), 0)::bigint from hour_entry e where e.contract_id = c.id)
  from people_i_follow() f join employment_contract c on c.person_id = f.id and c.holder_id = f.holder_id and c.state <> 'removed'
    join organisation h on h.id = c.holder_id join organisation w on w.id = c.company_id
$$;

drop policy proposed on placement;
create policy proposed on placement for insert to guichet_app
  with check (
    (holder_id = current_organisation() and person_id in (select p.id from person p where p.holder_id = current_organisation()))
    or (proposed_by_id = current_organisation() and state = 'suggested' and sent_on is null
      and person_id in (select f.id from people_i_follow() f where f.holder_id = placement.holder_id)
      and offer_id in (select r.offer_id from offer_recipient r where r.organisation_id = current_organisation())));

-- Of a candidate it put forward, a prescriber reads what becomes of her while it follows her.
drop policy put_forward on placement;
create policy put_forward on placement for select to guichet_app
  using (proposed_by_id = current_organisation() and person_id in (select people_i_prescribe()));
drop policy seen on placement_step;
create policy seen on placement_step for select to guichet_app
  using (holder_id = current_organisation() or (company_id = current_organisation() and not kept)
    or (proposed_by_id = current_organisation() and placement_id in (select id from placement)));

drop policy registered on session_registration;
create policy registered on session_registration for insert to guichet_app
  with check (registered_by = current_organisation()
    and session_id in (select s.id from information_session s where s.holder_id = session_registration.holder_id and s.cancelled_at is null)
    and (person_id in (select p.id from person p where p.holder_id = session_registration.holder_id and p.holder_id = current_organisation())
      or person_id in (select f.id from people_i_follow() f where f.holder_id = session_registration.holder_id)));

drop policy signalled on obstacle;
create policy signalled on obstacle for insert to guichet_app
  with check (signalled_by = current_organisation() and state = 'open'
    and exists (select from people_i_follow() f where f.id = obstacle.person_id and f.holder_id = obstacle.holder_id));
-- What was shared with it stays with it while it follows her, and no longer.
drop policy shared on obstacle;
create policy shared on obstacle for select to guichet_app
  using ((signalled_by = current_organisation()
      or id in (select obstacle_id from obstacle_share where prescriber_id = current_organisation() and ended_at is null))
    and person_id in (select people_i_prescribe()));

-- Several prescribers may follow one person: each is told of the end of her contract.
alter table contract_alert drop constraint contract_alert_pkey, add primary key (contract_id, prescriber_id);

-- One decision is in force at a time. Two left open by a merge: the older one ends the day the newer was taken.
update eligibility e set ended_on = n.decided_on
from eligibility n
where e.ended_on is null and n.ended_on is null and n.person_id = e.person_id
  and n.id = (select l.id from eligibility l where l.person_id = e.person_id and l.ended_on is null order by l.created_at desc, l.id desc limit 1)
  and n.id <> e.id;
create unique index eligibility_open on eligibility (person_id) where ended_on is null;

-- What hangs on a candidate follows her to the candidate that stays on the same post: told by the catalogue.
create function merge_candidates(was jsonb, into_id uuid) returns jsonb
  language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
  ref record;
  line record;
  moved jsonb := '[]';
  dropped jsonb := '[]';
  restated jsonb;
begin
  for ref in
    select c.conrelid::regclass as place, a.attname as link,
      (select array_agg(k.attname order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
        where i.indrelid = c.conrelid and i.indisprimary) as keys
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'placement'::regclass and array_length(c.conkey, 1) = 1
    order by 1, 2
  loop
    for line in execute format('select ctid as spot, to_jsonb(t) as was from %s t where %I = $1', ref.place, ref.link)
      using (was ->> 'id')::uuid
    loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', ref.place, ref.link) using into_id, line.spot;
        moved := moved || jsonb_build_array(jsonb_build_object('place', ref.place::text, 'link', ref.link, 'to', was ->> 'id',
          'key', (select jsonb_object_agg(k, case when k = ref.link then to_jsonb(into_id) else line.was -> k::text end) from unnest(ref.keys) k)));
      exception when unique_violation then
        execute format('delete from %s where ctid = $1', ref.place) using line.spot;
        dropped := dropped || jsonb_build_array(jsonb_build_object('place', ref.place::text, 'row', line.was));
      end;
    end loop;
  end loop;
  -- The hire is what happened: the candidate that stays is the one hired.
  if was ->> 'state' = 'hired' then
    select to_jsonb(p) into restated from placement p where p.id = into_id and p.state <> 'hired';
    update placement set state = 'hired', state_since = (was ->> 'state_since')::timestamptz, contract_id = (was ->> 'contract_id')::uuid,
      version = version + 1
    where id = into_id and state <> 'hired';
  end if;
  return jsonb_build_object('moved', moved, 'dropped', dropped, 'restated', restated);
end
$$;
revoke all on function merge_candidates(jsonb, uuid) from public;

create or replace function merge_people(kept uuid, removed uuid, at timestamptz, until timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  ref record;
  line record;
  key jsonb;
  moved jsonb := '[]';
  dropped jsonb := '[]';
  candidates jsonb := '[]';
  closed jsonb;
  twin uuid;
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
  -- Of two decisions in force the newer says what is so; the older one ends.
  with ending as (
    update eligibility e set ended_on = (at at time zone 'Europe/Paris')::date
    where e.id in (select o.id from eligibility o where o.person_id in (kept, removed) and o.ended_on is null
      order by o.created_at desc, o.id desc offset 1)
    returning e.id, e.ended_on)
  select coalesce(jsonb_agg(to_jsonb(ending)), '[]') into closed from ending;
  for ref in select * from person_references() loop
    for line in execute format('select ctid as spot, to_jsonb(t) as was from %s t where %I = $1', ref.place, ref.link) using removed loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', ref.place, ref.link) using kept, line.spot;
        select jsonb_object_agg(k, case when k = ref.link then to_jsonb(kept) else line.was -> k::text end) into key from unnest(ref.keys) k;
        moved := moved || jsonb_build_array(jsonb_build_object('place', ref.place::text, 'link', ref.link, 'key', key));
      exception when unique_violation then
        if ref.place = 'placement'::regclass then
          select id into strict twin from placement where person_id = kept and offer_id = (line.was ->> 'offer_id')::uuid;
          candidates := candidates || jsonb_build_array(merge_candidates(line.was, twin));
        end if;
        -- The kept person already has hers: one is enough, and the other waits in the snapshot.
        execute format('delete from %s where ctid = $1', ref.place) using line.spot;
        dropped := dropped || jsonb_build_array(jsonb_build_object('place', ref.place::text, 'row', line.was));
      end;
    end loop;
  end loop;
  delete from person where id = removed;
  insert into person_merge (holder_id, kept_id, removed_id, snapshot, merged_by, merged_at, undo_until)
  values (current_organisation(), kept, removed, jsonb_build_object('removed', gone, 'kept', was, 'moved', moved, 'dropped', dropped,
      'candidates', candidates, 'closed', closed),
    current_account(), at, until)
  returning id into merge;
  return merge;
end
$$;

create or replace function unmerge_people(merge uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  done person_merge%rowtype;
  each jsonb;
  candidate jsonb;
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
  for candidate in select * from jsonb_array_elements(coalesce(done.snapshot -> 'candidates', '[]')) loop
    for each in select * from jsonb_array_elements(candidate -> 'moved') loop
      execute format('update %s t set %I = $1 where %I in (select id from placement where person_id = $2) and to_jsonb(t) @> $3',
        (each ->> 'place')::regclass, each ->> 'link', each ->> 'link')
        using (each ->> 'to')::uuid, done.kept_id, each -> 'key';
    end loop;
    for each in select * from jsonb_array_elements(candidate -> 'dropped') loop
      perform insert_again((each ->> 'place')::regclass, each -> 'row');
    end loop;
    -- Unless it moved on since.
    update placement p set state = k.state, state_since = k.state_since, contract_id = k.contract_id, version = p.version + 1
    from jsonb_populate_record(null::placement, nullif(candidate -> 'restated', 'null')) k
    where p.id = k.id and p.state = 'hired' and p.version = k.version + 1;
  end loop;
  for each in select * from jsonb_array_elements(coalesce(done.snapshot -> 'closed', '[]')) loop
    update eligibility e set ended_on = null
    where e.id = (each ->> 'id')::uuid and e.ended_on = (each ->> 'ended_on')::date
      and not exists (select from eligibility o where o.person_id = e.person_id and o.ended_on is null);
  end loop;
  -- The identity chosen while merging goes back too, unless somebody corrected it since or she was merged again.
  update person p set family_name = k.family_name, given_name = k.given_name, folded_name = k.folded_name, birth_date = k.birth_date,
    commune = k.commune, commune_code = k.commune_code, email = k.email, phone = k.phone, version = p.version + 1
  from jsonb_populate_record(null::person, done.snapshot -> 'kept') k
  where p.id = done.kept_id and k.id = p.id and p.version = k.version + 1;
  update person_merge set undone_at = at, snapshot = null where id = merge;
  return true;
end
$$;

-- A prescriber taken off the list is no longer invited to collective information.
drop policy invited on information_session;
create policy invited on information_session for select to guichet_app
  using (exists (select from offer_audience a join prescriber_partner p
      on p.holder_id = a.facilitator_id and p.prescriber_id = a.organisation_id and p.ended_at is null
    where a.facilitator_id = information_session.holder_id and a.organisation_id = current_organisation()));

-- The paper the structure waits for: which, dated when, and when the prescriber said that it was handed or renewed.
alter table referral
  add column proof_kind text not null default '',
  add column proof_dated_on date,
  add column proof_said_at timestamptz;
grant update (proof_kind, proof_dated_on, proof_said_at) on referral to guichet_app;

-- A meeting put back is again what it was: planned, or held.
alter table platform_meeting add column former_state text not null default 'planned' check (former_state in ('planned', 'held'));

-- The links of a referent that somebody else replaces open nothing any more; the letter that carried one repairs nothing either.
create function end_referent_links(asked uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from link_token l using referent t
  where t.id = asked and l.subject_id = t.id and l.purpose = 'referral' and current_organisation() in (t.prescriber_id, t.added_by)
$$;
revoke all on function end_referent_links(uuid) from public;
grant execute on function end_referent_links(uuid) to guichet_app;

-- A training before hire entered by mistake leaves the candidate; its line stays.
alter table pre_hire_training add column removed_at timestamptz;
grant update (removed_at) on pre_hire_training to guichet_app;

-- An owner who is not superuser acts through it too.
do $$
begin
  execute format('create policy said_for_others on referral for select to %I using (true)', current_user);
end
$$;

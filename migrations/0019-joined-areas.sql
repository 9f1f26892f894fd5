-- People put away or made anonymous are no longer found by their names.
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
      and p.archived_on is null and p.anonymised_at is null
    order by p.folded_name, p.id limit most;
end
$$;

-- Feedback on a candidate, written by whoever follows her or has her on a post: a company may say so without reading her file.
create function add_referral_feedback(told uuid, code text, why text, said timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into referral_feedback (person_id, holder_id, what, reason, at)
  select p.id, p.holder_id, code, why, said from person p
  where p.id = told and (p.holder_id = current_organisation() or exists (
    select from placement c where c.person_id = p.id
      and current_organisation() in (c.holder_id, c.company_id, c.proposed_by_id)))
$$;
revoke all on function add_referral_feedback(uuid, text, text, timestamptz) from public;
grant execute on function add_referral_feedback(uuid, text, text, timestamptz) to guichet_app, guichet_job;
-- An owner who is not superuser acts through it too.
do $$
begin
  execute format('create policy said_for_others on person for select to %I using (true)', current_user);
  execute format('create policy said_for_others on placement for select to %I using (true)', current_user);
  execute format('create policy said_for_others on referral_feedback for insert to %I with check (true)', current_user);
end
$$;

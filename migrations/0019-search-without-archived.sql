-- People put away or made anonymous are no longer found by their names.
create or replace function people_named(words text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan
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

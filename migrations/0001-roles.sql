-- The four roles a request may take, none of which owns anything or escapes row-level security.
-- guichet_login only carries them: alone it reads nothing (noinherit).
do $$
declare
  name text;
  login text;
begin
  foreach name in array array['guichet_app', 'guichet_gate', 'guichet_job', 'guichet_reader', 'guichet_login'] loop
    login := case when name = 'guichet_login' then 'login' else 'nologin' end;
    -- Roles belong to the whole server: another database of it may be creating them at this moment.
    begin
      execute format('create role %I %s noinherit', name, login);
    exception
      when duplicate_object or unique_violation then null;
    end;
  end loop;
  grant guichet_app, guichet_gate, guichet_job, guichet_reader to guichet_login;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant guichet_login, guichet_app, guichet_gate, guichet_job, guichet_reader to %I', current_user);
  end if;
end
$$;

revoke all on schema public from public;
grant usage on schema public to guichet_app, guichet_gate, guichet_job, guichet_reader, guichet_login;

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

-- Context of a request, set inside its transaction only. Absent context means no row.
create function current_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;

create function current_account() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;

create function current_actor() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.actor', true), '');

-- Legal days are counted in Paris; the application gives its own clock so that tests can travel.
create function paris_today() returns date
  language sql stable parallel safe
  return coalesce(
    nullif(current_setting('app.today', true), '')::date,
    (now() at time zone 'Europe/Paris')::date
  );

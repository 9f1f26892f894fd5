-- The second lock. Every tenant table: enabled and forced; no policy means no row.
create function linked_organisations() returns setof uuid
  language sql stable parallel safe
  begin atomic
    select case when from_organisation_id = current_organisation() then to_organisation_id else from_organisation_id end
    from exchange_link
    where accepted_at is not null and revoked_at is null
      and paris_today() between valid_from and valid_until
      and current_organisation() in (from_organisation_id, to_organisation_id);
  end;

do $$
declare
  name text;
begin
  foreach name in array array[
    'organisation', 'account', 'membership', 'invitation', 'exchange_link', 'contact', 'approval',
    'session', 'second_factor', 'recovery_code', 'passkey', 'professional_identity', 'link_token', 'throttle', 'notice',
    'audit_event', 'audit_check', 'idempotency', 'outbox', 'partner_key'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

-- guichet_app: one organisation, one account, the links in force.
create policy own_and_linked on organisation for select to guichet_app
  using (id = current_organisation() or parent_id = current_organisation() or id in (select linked_organisations()));
create policy own_update on organisation for update to guichet_app
  using (id = current_organisation()) with check (id = current_organisation());
create policy own_service on organisation for insert to guichet_app
  with check (parent_id = current_organisation());
grant select, insert on organisation to guichet_app;
-- Its kind, its identifier and its end are not an administrator's to change alone.
grant update (name, street, postcode, city, commune_code, activity_code, activity_nomenclature, identity_source,
  identity_checked_at, email, phone, accent, version) on organisation to guichet_app;

create policy colleagues on account for select to guichet_app
  using (id = current_account()
    or id in (select account_id from membership where organisation_id = current_organisation()));
create policy myself on account for update to guichet_app
  using (id = current_account()) with check (id = current_account());
grant select (id, email, name, theme, density, font, password_changed_at, last_membership_id, disabled_at, version, created_at, last_sign_in_at)
  on account to guichet_app;
grant update (name, theme, density, font, version, last_membership_id) on account to guichet_app;

create policy own_organisation on membership for all to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy mine on membership for select to guichet_app using (account_id = current_account());
grant select on membership to guichet_app;
grant update (position, administers, valid_until, suspended_at, suspended_reason, version) on membership to guichet_app;

create policy own on invitation for all to guichet_app
  using (organisation_id = current_organisation())
  with check (organisation_id = current_organisation()
    or organisation_id in (select id from organisation where parent_id = current_organisation()));
grant select, insert on invitation to guichet_app;
grant update (expires_at, withdrawn_at, version) on invitation to guichet_app;

create policy both_sides on exchange_link for select to guichet_app
  using (current_organisation() in (from_organisation_id, to_organisation_id));
create policy sender on exchange_link for insert to guichet_app
  with check (from_organisation_id = current_organisation() and created_by = current_account()
    and to_organisation_id is null and accepted_at is null and revoked_at is null);
create policy either_side on exchange_link for update to guichet_app
  using (current_organisation() in (from_organisation_id, to_organisation_id))
  with check (current_organisation() in (from_organisation_id, to_organisation_id));
-- The terms of a link never change once written, and its code is never read back: only its hash is compared, by the gate.
grant select (id, from_organisation_id, to_organisation_id, invited_identifier, invited_name, purpose, shares_amounts, shares_names,
  valid_from, valid_until, pairing_expires_at, pairing_failures, accepted_at, accepted_by, revoked_at, revoked_by, created_by, version, created_at)
  on exchange_link to guichet_app;
grant insert on exchange_link to guichet_app;
grant update (pairing_hash, pairing_expires_at, pairing_failures, revoked_at, revoked_by, version) on exchange_link to guichet_app;

create policy own on contact for all to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy linked on contact for select to guichet_app
  using (archived_at is null and organisation_id in (select linked_organisations()));
grant select, insert, update on contact to guichet_app;

create policy own on approval for select to guichet_app using (organisation_id = current_organisation());
create policy asked on approval for insert to guichet_app
  with check (organisation_id = current_organisation() and requested_by = current_account() and decided_by is null);
create policy decided on approval for update to guichet_app
  using (organisation_id = current_organisation())
  with check (organisation_id = current_organisation() and (decided_by = current_account()
    or (decision = 'withdrawn' and decided_by is null and requested_by = current_account())));
grant select, insert on approval to guichet_app;
grant update (decided_by, decided_at, decision, version) on approval to guichet_app;

create policy mine on session for select to guichet_app using (account_id = current_account());
create policy mine_ended on session for update to guichet_app
  using (account_id = current_account()) with check (account_id = current_account() and revoked_at is not null);
grant select (id, account_id, membership_id, device, method, second_factor, created_at, seen_at, expires_at, revoked_at) on session to guichet_app;
grant update (revoked_at) on session to guichet_app;

create policy mine on second_factor for select to guichet_app using (account_id = current_account());
grant select (account_id, confirmed_at, created_at) on second_factor to guichet_app;
create policy mine on recovery_code for select to guichet_app using (account_id = current_account());
grant select (account_id, used_at, created_at) on recovery_code to guichet_app;
create policy mine on passkey for all to guichet_app
  using (account_id = current_account()) with check (account_id = current_account());
grant select, delete on passkey to guichet_app;
create policy mine on professional_identity for select to guichet_app using (account_id = current_account());
grant select on professional_identity to guichet_app;

create policy mine on notice for all to guichet_app
  using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update on notice to guichet_app;

create policy own_chain on audit_event for select to guichet_app
  using (organisation_id = current_organisation()
    or (account_id = current_account() and (action like 'account.%' or action like 'session.%')));
create policy append on audit_event for insert to guichet_app
  with check (organisation_id is not distinct from current_organisation() and account_id is not distinct from current_account());
grant select, insert on audit_event to guichet_app;
create policy own_chain on audit_check for select to guichet_app
  using (chain = 'organisation:' || current_organisation()::text);
grant select on audit_check to guichet_app;

create policy own_actor on idempotency for all to guichet_app
  using (actor = current_actor()) with check (actor = current_actor());
grant select, insert, update, delete on idempotency to guichet_app;

create policy own on outbox for select to guichet_app using (organisation_id = current_organisation());
-- A letter whose link opens an account is only asked for through the gate.
create policy asked on outbox for insert to guichet_app
  with check (template not in ('password-reset', 'sign-in', 'email-change')
    and (organisation_id = current_organisation()
      or organisation_id in (select id from organisation where parent_id = current_organisation())
      or (organisation_id is null and account_id = current_account())));
create policy again on outbox for update to guichet_app
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
grant select, insert on outbox to guichet_app;
grant update (status, attempts, last_problem, next_attempt_at) on outbox to guichet_app;

create policy own on partner_key for select to guichet_app using (organisation_id = current_organisation());
create policy made on partner_key for insert to guichet_app
  with check (organisation_id = current_organisation() and created_by = current_account());
create policy revoked on partner_key for update to guichet_app
  using (organisation_id = current_organisation()) with check (revoked_at is not null);
grant select (id, organisation_id, name, prefix, scopes, expires_at, last_used_at, revoked_at, created_by, created_at)
  on partner_key to guichet_app;
grant insert on partner_key to guichet_app;
grant update (revoked_at) on partner_key to guichet_app;

-- guichet_gate: before anyone is known. It opens sessions and accepts invitations, and reads no business table.
do $$
declare
  name text;
begin
  foreach name in array array[
    'organisation', 'account', 'membership', 'invitation', 'session', 'second_factor', 'recovery_code', 'passkey',
    'professional_identity', 'link_token', 'throttle', 'notice', 'audit_event', 'audit_check', 'idempotency', 'outbox',
    'partner_key'
  ] loop
    execute format('create policy gate on %I for all to guichet_gate using (true) with check (true)', name);
    execute format('create policy job on %I for all to guichet_job using (true) with check (true)', name);
  end loop;
end
$$;
grant select on organisation to guichet_gate;
grant insert on organisation to guichet_gate;
grant update (closed_at, version) on organisation to guichet_gate;
grant select, insert, update on account, membership, session, second_factor, recovery_code, passkey,
  professional_identity, link_token, throttle, notice to guichet_gate;
grant delete on second_factor, recovery_code, passkey to guichet_gate;
grant select, insert, update on invitation to guichet_gate;
-- A link nobody accepted yet belongs to one side only: the other finds it by its code, and attaches it to itself alone.
create policy pairing on exchange_link for select to guichet_gate
  using (revoked_at is null and (accepted_at is null or to_organisation_id = current_organisation()));
create policy pairing_tried on exchange_link for update to guichet_gate
  using (revoked_at is null and accepted_at is null)
  with check (to_organisation_id is null or to_organisation_id = current_organisation());
grant select on exchange_link to guichet_gate;
grant update (to_organisation_id, pairing_hash, pairing_expires_at, pairing_failures, accepted_at, accepted_by, version) on exchange_link to guichet_gate;
grant insert on audit_event to guichet_gate;
-- The operator reads the chain of the instance, and no organisation's.
create policy instance_chain on audit_event as restrictive for select to guichet_gate using (chain = 'instance');
grant select (chain, sequence, account_id, at, action, subject_type, subject_id, entry) on audit_event to guichet_gate;
grant select, insert, update, delete on idempotency to guichet_gate;
grant insert on outbox to guichet_gate;
-- The operator's page counts; it reads neither addressees nor texts.
grant select (status, created_at, next_attempt_at) on outbox to guichet_gate;
grant select on audit_check to guichet_gate;
grant select (number, name) on guichet_migration to guichet_gate;
grant select on partner_key to guichet_gate;
grant update (last_used_at) on partner_key to guichet_gate;

-- guichet_job: delivers, expires and cleans; it never reads contacts or other business data it does not need.
grant select on organisation, account, membership, invitation to guichet_job;
grant select, insert, update on outbox, link_token to guichet_job;
grant select, delete on link_token, idempotency, throttle, session, notice to guichet_job;
grant select, insert on audit_event to guichet_job;
grant select on audit_head to guichet_job;
grant select, insert, update on audit_check to guichet_job;

-- A position belongs to the kind of its organisation; controls and beneficiaries exist everywhere.
create function position_fits() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if split_part(new.position, '.', 1) not in ('control', 'person')
    and split_part(new.position, '.', 1) is distinct from (select kind from organisation where id = new.organisation_id) then
    raise exception 'this position does not exist in this kind of organisation' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger position_fits before insert or update of position, organisation_id on membership for each row execute function position_fits();
create trigger position_fits before insert or update of position, organisation_id on invitation for each row execute function position_fits();

-- A service is another desk of the same body, under its number; none of them runs the instance.
create function service_fits() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.parent_id is not null and not exists (select from organisation p where p.id = new.parent_id and new.kind <> 'operator'
    and p.identifier_type = new.identifier_type and p.identifier is not distinct from new.identifier) then
    raise exception 'a service has the number of its parent and never runs the instance' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger service_fits before insert on organisation for each row execute function service_fits();

-- What was ended or decided stays so; row security cannot see what a row was before.
create function end_is_final() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_jsonb(old) ->> tg_argv[0] is not null and to_jsonb(new) ->> tg_argv[0] is distinct from to_jsonb(old) ->> tg_argv[0] then
    raise exception '% is final', tg_argv[0] using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger revoked_is_final before update of revoked_at on exchange_link for each row execute function end_is_final('revoked_at');
create trigger revoked_is_final before update of revoked_at on partner_key for each row execute function end_is_final('revoked_at');
create trigger revoked_is_final before update of revoked_at on session for each row execute function end_is_final('revoked_at');
create trigger decided_is_final before update of decided_by on approval for each row execute function end_is_final('decided_by');

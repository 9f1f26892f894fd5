/** From the bearer key to the partner who holds it; only its hash is known here. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { anonymous } from '#domain/actor.ts';
import type { OrganisationKind } from '#domain/position.ts';
import type { Transaction } from '#db/transaction.ts';
import { hashSecret, sameSecret } from '#services/random.ts';

interface KeyRow {
  id: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  secretHash: string;
  scopes: string[];
}

/** Runs as the gate. */
export async function identifyPartner(db: Transaction, authorization: string | undefined, now: Date): Promise<Actor> {
  const match = /^Bearer (gk_[a-z0-9]{8})_([A-Za-z0-9_-]{20,})$/.exec(authorization ?? '');
  const [, prefix, secret] = match ?? [];
  if (prefix === undefined || secret === undefined) return anonymous;
  const found = await sql<KeyRow>`
    select k.id, k.organisation_id, o.kind as organisation_kind, k.secret_hash, k.scopes
    from partner_key k join organisation o on o.id = k.organisation_id and o.closed_at is null
    where k.prefix = ${prefix} and k.revoked_at is null and k.expires_at > ${now}`.execute(db);
  const row = found.rows[0];
  if (row === undefined || !sameSecret(row.secretHash, hashSecret(secret))) return anonymous;
  await sql`update partner_key set last_used_at = ${now}
    where id = ${row.id} and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 60_000)})`.execute(db);
  return {
    kind: 'partner',
    key: row.id,
    organisation: row.organisationId,
    organisationKind: row.organisationKind,
    scopes: row.scopes,
  };
}

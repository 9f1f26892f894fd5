/** Reads what an agreement binds, who signs it, the hours it moved and its papers. */
import { sql } from 'kysely';
import type { SignatureDecision } from '#domain/agreement.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

export interface BoundLot {
  lotId: string;
  marketId: string;
  number: number;
  title: string;
  reference: string;
  object: string;
  buyerId: string;
  buyer: string;
  /** The reader sees the lot itself, beyond the agreement. */
  mine: boolean;
}

export async function listBoundLots({ db }: Context, agreement: string): Promise<BoundLot[]> {
  return (await sql<BoundLot>`select * from agreement_lots(${agreement})`.execute(db)).rows;
}

export interface SignatureRow {
  organisationId: string;
  capacity: 'company' | 'buyer';
  decision: SignatureDecision;
  signedOn: Day | null;
  reason: string;
  recordedByOrganisationId: string | null;
  decidedAt: Date | null;
  /** Nobody works there here. */
  absent: boolean;
}

export async function listSignatures({ db }: Context, agreement: string): Promise<SignatureRow[]> {
  const found = await sql<SignatureRow>`
    select organisation_id, capacity, decision, signed_on, reason, recorded_by_organisation_id, decided_at,
      has_no_member(organisation_id) as absent
    from globalisation_signature where globalisation_id = ${agreement}
    order by capacity desc, organisation_id`.execute(db);
  return found.rows;
}

export interface MovedHours {
  fromLotId: string;
  toLotId: string;
  month: Month;
  minutes: Minutes;
}

export async function listMovedHours({ db }: Context, agreement: string): Promise<MovedHours[]> {
  const found = await sql<MovedHours>`
    select from_lot_id, to_lot_id, month, minutes::int as minutes from agreement_hours(${agreement})`.execute(db);
  return found.rows;
}

export interface AgreementDocument {
  id: string;
  name: string;
  organisationId: string;
  createdAt: Date;
}

export function listAgreementDocuments({ db }: Context, agreement: string): Promise<AgreementDocument[]> {
  return db
    .selectFrom('document')
    .select(['id', 'name', 'organisationId', 'createdAt'])
    .where('globalisationId', '=', agreement)
    .where('archivedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** The other sides of a contract are named to each other, even those that share no lot. */
export function namesOf(ctx: Context, organisations: readonly string[]): Promise<Map<string, string>> {
  return throughGate(ctx, async ({ db }) => {
    const found = await sql<{ id: string; name: string }>`
      select id, name || case when service_name = '' then '' else ' – ' || service_name end as name
      from organisation where id = any(${[...new Set(organisations)]}::uuid[])`.execute(db);
    return new Map(found.rows.map(({ id, name }) => [id, name]));
  });
}

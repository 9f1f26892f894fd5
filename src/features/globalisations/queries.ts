/** Reads globalisation agreements as one of their sides; row security shows the others to nobody. */
import { sql } from 'kysely';
import type { AgreementTerms, SignatureDecision } from '#domain/agreement.ts';
import type { Day } from '#domain/day.ts';
import { isDay, parisDay } from '#domain/day.ts';
import type { Month } from '#domain/month.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

export interface AgreementRow extends AgreementTerms {
  id: string;
  companyId: string;
  proposedById: string;
  reason: string;
  endedReason: string;
  replacesId: string | null;
  version: number;
  createdAt: Date;
}

const columns = [
  'id',
  'companyId',
  'proposedById',
  'reason',
  'fromDay',
  'untilDay',
  'signedOn',
  'endedOn',
  'endedReason',
  'withdrawnAt',
  'replacesId',
  'version',
  'createdAt',
] as const;

export async function findAgreement({ db }: Context, id: string): Promise<AgreementRow | null> {
  return (await db.selectFrom('globalisation').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockAgreement({ db }: Context, id: string): Promise<AgreementRow | null> {
  const row = await db.selectFrom('globalisation').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ?? null;
}

/** Amended, and the amendment still waits for signatures. */
export async function findAmendment({ db }: Context, replaces: string): Promise<AgreementRow | null> {
  const row = await db
    .selectFrom('globalisation')
    .select(columns)
    .where('replacesId', '=', replaces)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

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

export const agreementTabs = ['en-vigueur', 'a-signer', 'termines'] as const;
export type AgreementTab = (typeof agreementTabs)[number];
export const agreementsPerPage = 50;

export interface ListedAgreement extends AgreementRow {
  lots: number;
  decisions: SignatureDecision[];
  /** The reader's own organisation has still to answer. */
  mine: boolean;
}

export function listAgreements(
  { db, now }: Context,
  { tab, lot, market, ...query }: { tab: AgreementTab; lot: string | null; market: string | null } & KeysetQuery,
): Promise<KeysetPage<ListedAgreement>> {
  const today = parisDay(now);
  let rows = db
    .selectFrom('globalisation')
    .select(columns)
    .select((row) => [
      sql<number>`(select count(*)::int from globalisation_lot l where l.globalisation_id = globalisation.id)`.as(
        'lots',
      ),
      sql<SignatureDecision[]>`array(select s.decision from globalisation_signature s
        where s.globalisation_id = globalisation.id)`.as('decisions'),
      row
        .exists(
          row
            .selectFrom('globalisationSignature')
            .select('decision')
            .whereRef('globalisationSignature.globalisationId', '=', 'globalisation.id')
            .where('globalisationSignature.decision', '=', 'waiting')
            .where(sql<boolean>`organisation_id = current_organisation()`),
        )
        .$castTo<boolean>()
        .as('mine'),
    ]);
  const last = sql<string>`coalesce(ended_on, until_day)`;
  if (tab === 'en-vigueur') {
    rows = rows.where('withdrawnAt', 'is', null).where('signedOn', 'is not', null).where(last, '>=', today);
  } else if (tab === 'a-signer') {
    rows = rows.where('withdrawnAt', 'is', null).where('signedOn', 'is', null);
  } else {
    rows = rows.where((where) =>
      where.or([
        where('withdrawnAt', 'is not', null),
        where.and([where('signedOn', 'is not', null), where(last, '<', today)]),
      ]),
    );
  }
  if (lot !== null) {
    rows = rows.where('id', 'in', (from) =>
      from.selectFrom('globalisationLot').select('globalisationId').where('lotId', '=', lot),
    );
  }
  if (market !== null) {
    rows = rows.where('id', 'in', (from) =>
      from.selectFrom('globalisationLot').select('globalisationId').where('marketId', '=', market),
    );
  }
  return keysetPage(rows, {
    ...query,
    by: 'untilDay',
    id: 'globalisation.id',
    placeOf: (row) => ({ id: row.id, value: row.untilDay }),
    holds: (value) => isDay(value) && value >= '1000',
  });
}

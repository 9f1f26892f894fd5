/** The organisation of a SIRET, found or written down, by the gate: a market names a buyer or a company nobody works for here yet. */
import { randomUUID } from 'node:crypto';
import type { OrganisationKind } from '#domain/position.ts';
import type { NewOrganisation } from './organisation-opening.ts';
import type { Transaction } from './transaction.ts';

export interface KnownOrganisation {
  id: string;
  kind: OrganisationKind;
  name: string;
}

/** Its main service first: one SIRET may have several desks. */
export async function findOrganisationOfSiret(
  { db }: { db: Transaction },
  { siret, kinds }: { siret: string; kinds: readonly OrganisationKind[] },
): Promise<KnownOrganisation | null> {
  const found = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where('identifierType', '=', 'SIRET')
    .where('identifier', '=', siret)
    .where('kind', 'in', kinds)
    .where('closedAt', 'is', null)
    .orderBy('parentId', (order) => order.asc().nullsFirst())
    .orderBy('createdAt')
    .executeTakeFirst();
  return found ?? null;
}

/** null: another request wrote it first, or it exists and is closed; look again. */
export async function writeOrganisationDown(
  { db, now }: { db: Transaction; now: Date },
  organisation: NewOrganisation,
): Promise<string | null> {
  const written = await db
    .insertInto('organisation')
    .values({ id: randomUUID(), ...organisation, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}

/** Somebody works there: its decisions are its own to write. */
export async function hasMembers({ db }: { db: Transaction }, organisation: string): Promise<boolean> {
  const found = await db
    .selectFrom('membership')
    .select('id')
    .where('organisationId', '=', organisation)
    .where('suspendedAt', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

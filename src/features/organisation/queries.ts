/** Reads and writes one's own organisation; the services beside it are read through the gate, their names only. */
import type { Selectable } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { OrganisationIdentity, Origin } from '#domain/organisation-identity.ts';
import type { OrganisationKind } from '#domain/position.ts';
import type { Organisation } from '#db/schema.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

const columns = [
  'id',
  'kind',
  'identifierType',
  'identifier',
  'serviceName',
  'name',
  'street',
  'postcode',
  'city',
  'communeCode',
  'activityCode',
  'activityNomenclature',
  'identitySource',
  'identityCheckedAt',
  'email',
  'phone',
  'accent',
  'version',
  'createdAt',
] as const;

export type OrganisationRow = Pick<Selectable<Organisation>, (typeof columns)[number]>;

export type Editable = OrganisationIdentity &
  Pick<OrganisationRow, 'email' | 'phone' | 'accent' | 'identitySource' | 'identityCheckedAt'>;

export async function findOwnOrganisation({ db, actor }: Context): Promise<OrganisationRow | null> {
  const row = await db
    .selectFrom('organisation')
    .select(columns)
    .where('id', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}

export async function lockOwnOrganisation({ db, actor }: Context): Promise<OrganisationRow | null> {
  const row = await db
    .selectFrom('organisation')
    .select(columns)
    .where('id', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export function updateOrganisation(
  { db }: Context,
  { id, version, changes }: { id: string; version: number; changes: Partial<Editable> },
): Promise<OrganisationRow> {
  return db
    .updateTable('organisation')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export type SisterService = Pick<OrganisationRow, 'id' | 'kind' | 'name' | 'serviceName'>;

/** The other services of the same SIRET: a colleague must know which desk to knock at. */
export function listSisters(ctx: Context, own: OrganisationRow): Promise<SisterService[]> {
  const { identifier } = own;
  if (identifier === null) return Promise.resolve([]);
  return throughGate(ctx, () =>
    ctx.db
      .selectFrom('organisation')
      .select(['id', 'kind', 'name', 'serviceName'])
      .where('identifierType', '=', own.identifierType)
      .where('identifier', '=', identifier)
      .where('id', '<>', own.id)
      .where('closedAt', 'is', null)
      .orderBy('serviceName')
      .orderBy('id')
      .execute(),
  );
}

/** It starts with the identity of the one that opens it. */
export async function insertService(
  { db, now }: Context,
  { own, kind, serviceName }: { own: OrganisationRow; kind: OrganisationKind; serviceName: string },
): Promise<string> {
  const { identifierType, identifier, name, street, postcode, city, communeCode } = own;
  const { activityCode, activityNomenclature, identitySource, identityCheckedAt } = own;
  const identity = { identifierType, identifier, name, street, postcode, city, communeCode };
  const origin = { activityCode, activityNomenclature, identitySource, identityCheckedAt };
  const row = await db
    .insertInto('organisation')
    .values({ ...identity, ...origin, kind, serviceName, parentId: own.id, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const writesRead = 200;

/** Which fields were written, when and from where, as the journal tells. */
export async function listWrites({ db }: Context, id: string): Promise<(Origin & { fields: string[] })[]> {
  const rows = await db
    .selectFrom('auditEvent')
    .select(['action', 'at', 'entry'])
    .where('organisationId', '=', id)
    .where('subjectType', '=', 'organisation')
    .where('subjectId', '=', id)
    .where('action', 'in', ['organisation.edited', 'organisation.refreshed'])
    .orderBy('at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(writesRead)
    .execute();
  return rows.map(({ action, at, entry }) => ({
    source: action === 'organisation.refreshed' ? ('register' as const) : ('manual' as const),
    at,
    fields: writtenFields(entry),
  }));
}

function writtenFields(entry: string): string[] {
  const { after }: { after?: Record<string, unknown> } = JSON.parse(entry);
  return Object.keys(after ?? {});
}

/** Organisations, operations and framework agreements one may name on a market: those row security lets one see. */
import type { OrganisationKind } from '#domain/position.ts';
import type { KnownOrganisation } from '#db/organisation-known.ts';
import { likePattern, unaccented } from '#db/search.ts';
import type { Context } from '#http/context.ts';

export interface Found {
  value: string;
  label: string;
  detail?: string;
}

const foundAtMost = 12;

export async function findKnownOrganisation({ db }: Context, id: string): Promise<KnownOrganisation | null> {
  const found = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

export async function searchOrganisations(
  { db }: Context,
  { text, kinds }: { text: string; kinds: readonly OrganisationKind[] },
): Promise<Found[]> {
  const pattern = likePattern(text);
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'serviceName', 'city'])
    .where('kind', 'in', kinds)
    .where('closedAt', 'is', null)
    .where((where) =>
      where.or([
        unaccented('organisation.name', pattern),
        unaccented('organisation.serviceName', pattern),
        where('identifier', 'like', likePattern(text.replace(/\s/g, '') || text)),
      ]),
    )
    .orderBy('name')
    .limit(foundAtMost)
    .execute();
  return rows.map(({ id, name, serviceName, city }) => ({
    value: id,
    label: serviceName === '' ? name : `${name}, ${serviceName}`,
    ...(city !== '' && { detail: city }),
  }));
}

export async function searchFrameworks({ db }: Context, text: string): Promise<Found[]> {
  const pattern = likePattern(text);
  const rows = await db
    .selectFrom('market')
    .select(['id', 'object', 'reference'])
    .where('kind', '=', 'framework')
    .where((where) => where.or([unaccented('market.object', pattern), unaccented('market.reference', pattern)]))
    .orderBy('object')
    .limit(foundAtMost)
    .execute();
  return rows.map(({ id, object, reference }) => ({
    value: id,
    label: object,
    ...(reference !== '' && { detail: reference }),
  }));
}

export async function searchOperations({ db }: Context, text: string): Promise<Found[]> {
  const rows = await db
    .selectFrom('operation')
    .select(['id', 'name', 'reference'])
    .where(unaccented('operation.name', likePattern(text)))
    .orderBy('name')
    .limit(foundAtMost)
    .execute();
  return rows.map(({ id, name, reference }) => ({
    value: id,
    label: name,
    ...(reference !== '' && { detail: reference }),
  }));
}

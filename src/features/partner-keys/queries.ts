/** Reads and writes the keys of one's own organisation; their hashes are written, never read here. */
import { organisationOf } from '#domain/actor.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import type { Context } from '#http/context.ts';

export interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const columns = ['id', 'name', 'prefix', 'scopes', 'expiresAt', 'lastUsedAt', 'revokedAt'] as const;

export const keysPerPage = 50;

export function listKeys({ db, actor }: Context, query: KeysetQuery): Promise<KeysetPage<KeyRow>> {
  const rows = db
    .selectFrom('partnerKey')
    .select(columns)
    .where('organisationId', '=', organisationOf(actor) ?? '');
  return keysetPage(rows, {
    ...query,
    by: 'name',
    id: 'id',
    placeOf: ({ id, name }) => ({ id, value: name }),
  });
}

export async function lockKey({ db, actor }: Context, id: string): Promise<KeyRow | null> {
  const row = await db
    .selectFrom('partnerKey')
    .select(columns)
    .where('id', '=', id)
    .where('organisationId', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export function insertKey(
  { db, now }: Context,
  key: Pick<KeyRow, 'name' | 'prefix' | 'scopes' | 'expiresAt'> & {
    organisationId: string;
    secretHash: string;
    createdBy: string;
  },
): Promise<KeyRow> {
  return db
    .insertInto('partnerKey')
    .values({ ...key, createdAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function setRevoked({ db, now }: Context, id: string): Promise<void> {
  await db.updateTable('partnerKey').set({ revokedAt: now }).where('id', '=', id).execute();
}

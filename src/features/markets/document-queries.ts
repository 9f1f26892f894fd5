/** Reads papers of markets and lots, and their versions; row security shows each to whom it may be shown. */
import { sql } from 'kysely';
import type { Context } from '#http/context.ts';
import { organisationOf } from '#domain/actor.ts';

export interface DocumentRow {
  id: string;
  organisationId: string;
  marketId: string | null;
  lotId: string | null;
  kind: 'tender' | 'award' | 'subcontracting' | 'amendment' | 'proof' | 'letter' | 'other';
  name: string;
  archivedAt: Date | null;
}

const columns = ['id', 'organisationId', 'marketId', 'lotId', 'kind', 'name', 'archivedAt'] as const;

export interface VersionRow {
  documentId: string;
  number: number;
  bytes: number;
  createdAt: Date;
  createdBy: string;
}

const shownAtMost = 300;

export function listDocuments({ db }: Context, marketId: string): Promise<DocumentRow[]> {
  return (
    db
      .selectFrom('document')
      .select(columns)
      .where('marketId', '=', marketId)
      // A proof of hours is read beside the hours, by who reviews them.
      .where('declarationId', 'is', null)
      .orderBy('createdAt', 'desc')
      .limit(shownAtMost)
      .execute()
  );
}

export function listVersions({ db }: Context, documents: readonly string[]): Promise<VersionRow[]> {
  if (documents.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('documentVersion')
    .select(['documentId', 'number', 'bytes', 'createdAt', 'createdBy'])
    .where('documentId', 'in', documents)
    .orderBy('number', 'desc')
    .execute();
}

/** Held while a version is added: two at once take their numbers one after the other. */
export async function lockOwnDocument({ db, actor }: Context, id: string): Promise<DocumentRow | null> {
  const row = await db
    .selectFrom('document')
    .select(columns)
    .where('id', '=', id)
    .where('organisationId', '=', organisationOf(actor) ?? '')
    .where('declarationId', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function readContent(
  { db }: Context,
  { id, number }: { id: string; number: number | null },
): Promise<{ name: string; mediaType: string; content: Buffer } | null> {
  const found = await db
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .select(['document.name', 'mediaType', 'content'])
    .where('document.id', '=', id)
    // A proof of hours has its own door, open to who reviews them.
    .where('document.declarationId', 'is', null)
    .$if(number !== null, (query) => query.where(sql<boolean>`number = ${number}`))
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return found ?? null;
}

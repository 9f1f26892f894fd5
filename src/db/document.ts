/** Papers and their versions, whatever they belong to: nothing is overwritten. */
import { createHash, randomUUID } from 'node:crypto';
import type { Transaction } from './transaction.ts';

export interface NewDocument {
  organisationId: string;
  marketId?: string | null;
  lotId?: string | null;
  declarationId?: string | null;
  globalisationId?: string | null;
  kind: 'tender' | 'award' | 'subcontracting' | 'amendment' | 'proof' | 'letter' | 'other';
  name: string;
}

export interface NewVersion {
  documentId: string;
  mediaType: string;
  content: Uint8Array;
  /** Name of who sent it, or of the program. */
  createdBy: string;
}

export async function insertDocument(
  { db, now }: { db: Transaction; now: Date },
  document: NewDocument,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('document')
    .values({ id, ...document, createdAt: now })
    .execute();
  return id;
}

/** The number of the new version; two at once and the second is refused by the constraint on numbers. */
export async function insertDocumentVersion(
  { db, now }: { db: Transaction; now: Date },
  { documentId, mediaType, content, createdBy }: NewVersion,
): Promise<number> {
  const last = await db
    .selectFrom('documentVersion')
    .select((row) => row.fn.max('number').as('number'))
    .where('documentId', '=', documentId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const bytes = Buffer.from(content);
  await db
    .insertInto('documentVersion')
    .values({
      id: randomUUID(),
      documentId,
      number,
      mediaType,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      content: bytes,
      createdBy,
      createdAt: now,
    })
    .execute();
  return number;
}

export async function updateDocument(
  { db }: { db: Transaction },
  { id, ...fields }: { id: string; name?: string; archivedAt?: Date | null },
): Promise<void> {
  await db.updateTable('document').set(fields).where('id', '=', id).execute();
}

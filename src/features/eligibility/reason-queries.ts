/** Reads and writes why a decision was taken and on which papers; row security shows them to those who decide. */
import { createHash } from 'node:crypto';
import type { Day } from '#domain/day.ts';
import type { FileType } from '#domain/file-content.ts';
import type { Context } from '#http/context.ts';

export interface NewReason {
  eligibilityId: string;
  personId: string;
  holderId: string;
  criterion: string;
  criterionVersion: string;
  label: string;
  main: boolean;
}

export interface NewProof {
  personId: string;
  holderId: string;
  kind: string;
  datedOn: Day | null;
  validUntil: Day | null;
  author: string;
  seenOn: Day;
  seenBy: string | null;
  suppliedBy: string | null;
}

export async function insertReason({ db, now }: Context, reason: NewReason, proof: NewProof): Promise<string> {
  const { id: reasonId } = await db
    .insertInto('eligibilityReason')
    .values({ ...reason, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('eligibilityProof')
    .values({ ...proof, reasonId, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface KeptFile {
  name: string;
  mediaType: FileType['mediaType'];
  content: Uint8Array;
}

export async function insertDocument(
  { db, now }: Context,
  { proofId, holderId, file, keepUntil }: { proofId: string; holderId: string; file: KeptFile; keepUntil: Day },
): Promise<void> {
  const content = Buffer.from(file.content);
  await db
    .insertInto('eligibilityDocument')
    .values({
      proofId,
      holderId,
      name: file.name,
      mediaType: file.mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
      keepUntil,
      createdAt: now,
    })
    .execute();
}

export interface ReasonRow {
  eligibilityId: string;
  criterion: string;
  label: string;
  main: boolean;
  kind: string | null;
  datedOn: Day | null;
  validUntil: Day | null;
  author: string | null;
  seenOn: Day | null;
  seenBy: string | null;
  suppliedBy: string | null;
  documentId: string | null;
  keepUntil: Day | null;
}

export function listReasons({ db }: Context, personId: string): Promise<ReasonRow[]> {
  return db
    .selectFrom('eligibilityReason as r')
    .leftJoin('eligibilityProof as p', 'p.reasonId', 'r.id')
    .leftJoin('eligibilityDocument as d', 'd.proofId', 'p.id')
    .leftJoin('account', 'account.id', 'p.seenBy')
    .leftJoin('organisation as supplier', 'supplier.id', 'p.suppliedBy')
    .select(['r.eligibilityId', 'r.criterion', 'r.label', 'r.main'])
    .select(['p.kind', 'p.datedOn', 'p.validUntil', 'p.author', 'p.seenOn'])
    .select(['account.name as seenBy', 'supplier.name as suppliedBy', 'd.id as documentId', 'd.keepUntil'])
    .where('r.personId', '=', personId)
    .orderBy('r.main', 'desc')
    .orderBy('r.criterion')
    .execute();
}

export async function readDocument(
  { db }: Context,
  { id, personId }: { id: string; personId: string },
): Promise<{ name: string; mediaType: string; content: Buffer } | null> {
  const found = await db
    .selectFrom('eligibilityDocument as d')
    .innerJoin('eligibilityProof as p', 'p.id', 'd.proofId')
    .select(['d.name', 'd.mediaType', 'd.content'])
    .where('d.id', '=', id)
    .where('p.personId', '=', personId)
    .executeTakeFirst();
  return found ?? null;
}

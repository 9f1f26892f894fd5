/** Papers of a market or a lot: sent, replaced by a new version, archived and put back; nothing is lost. */
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import type { FileType } from '#domain/file-content.ts';
import { cleanFileName, typeOfContent } from '#domain/file-content.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertDocument, insertDocumentVersion, updateDocument } from '#db/document.ts';
import type { Context } from '#http/context.ts';
import type { NewDocumentInput, NewVersionInput } from './document-input.ts';
import type { DocumentRow } from './document-queries.ts';
import { lockOwnDocument } from './document-queries.ts';
import { findLot } from './lot-queries.ts';
import { lockMarket } from './queries.ts';

export async function sendDocument(
  ctx: Context,
  input: NewDocumentInput,
): Promise<Result<{ id: string; marketId: string; name: string }>> {
  const market = await lockMarket(ctx, input.id);
  const organisationId = organisationOf(ctx.actor);
  if (market === null || organisationId === null) return refuse('not-found');
  const { lotId, kind } = input;
  if (lotId !== null && (await findLot(ctx, lotId))?.marketId !== market.id) {
    return refuse('value-unlisted', { field: 'lotId' });
  }
  const read = await readFile(input.file);
  if (!read.ok) return read;
  const { name, mediaType, content } = read.value;
  const id = await insertDocument(ctx, { organisationId, marketId: market.id, lotId, kind, name });
  await insertDocumentVersion(ctx, { documentId: id, mediaType, content, createdBy: nameOf(ctx.actor) });
  await record(ctx, {
    action: 'document.sent',
    subjectType: 'document',
    subjectId: id,
    after: { marketId: market.id, lotId, kind, name, bytes: content.length },
  });
  return done({ id, marketId: market.id, name });
}

export async function sendNewVersion(
  ctx: Context,
  input: NewVersionInput,
): Promise<Result<{ marketId: string; name: string; number: number }>> {
  const document = await lockOwnDocument(ctx, input.id);
  if (document?.marketId == null) return refuse('not-found');
  if (document.archivedAt !== null) return refuse('document-archived');
  const read = await readFile(input.file);
  if (!read.ok) return read;
  const { name, mediaType, content } = read.value;
  const number = await insertDocumentVersion(ctx, {
    documentId: document.id,
    mediaType,
    content,
    createdBy: nameOf(ctx.actor),
  });
  await updateDocument(ctx, { id: document.id, name });
  await record(ctx, {
    action: 'document.replaced',
    subjectType: 'document',
    subjectId: document.id,
    before: { name: document.name },
    after: { name, number, bytes: content.length },
  });
  return done({ marketId: document.marketId, name, number });
}

export const archiveDocument = (ctx: Context, input: { id: string }) => setArchived(ctx, input.id, true);
export const restoreDocument = (ctx: Context, input: { id: string }) => setArchived(ctx, input.id, false);

async function setArchived(
  ctx: Context,
  id: string,
  archived: boolean,
): Promise<Result<DocumentRow & { marketId: string }>> {
  const document = await lockOwnDocument(ctx, id);
  if (document?.marketId == null) return refuse('not-found');
  if ((document.archivedAt !== null) === archived) return refuse('already-done');
  await updateDocument(ctx, { id, archivedAt: archived ? ctx.now : null });
  await record(ctx, {
    action: archived ? 'document.archived' : 'document.restored',
    subjectType: 'document',
    subjectId: id,
  });
  return done({ ...document, marketId: document.marketId });
}

async function readFile(file: File): Promise<Result<FileType & { name: string; content: Uint8Array }>> {
  const content = new Uint8Array(await file.arrayBuffer());
  const type = typeOfContent(content);
  if (!type.ok) return type;
  const name = cleanFileName(file.name, type.value);
  return name.ok ? done({ ...type.value, name: name.value, content }) : name;
}

function nameOf(actor: Actor): string {
  return actor.kind === 'member' ? actor.name : 'Un programme';
}

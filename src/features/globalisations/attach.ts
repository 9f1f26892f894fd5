/** Files the signed paper of an agreement, read by every side of it. */
import { actorName, organisationOf } from '#domain/actor.ts';
import { mayOnAgreement } from '#domain/agreement.ts';
import { cleanFileName, typeOfContent } from '#domain/file-content.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { insertDocument, insertDocumentVersion } from '#db/document.ts';
import type { Context } from '#http/context.ts';
import type { SentDocument } from './input.ts';
import { lockOpened } from './open-agreement.ts';
import { recordOnAllSides, sidesToTell } from './tell-sides.ts';

export async function sendPaper(ctx: Context, input: SentDocument): Promise<Result<{ id: string; name: string }>> {
  const opened = await lockOpened(ctx, input.id);
  if (opened === null) return refuse('not-found');
  if (!mayOnAgreement('attach', opened)) return refuse('agreement-not-open');
  const attached = await attachPaper(ctx, input);
  if (!attached.ok) return attached;
  const { name } = attached.value;
  await recordOnAllSides(
    ctx,
    { action: 'agreement.document-sent', subjectId: input.id, after: { name } },
    sidesToTell(opened),
  );
  return done({ id: input.id, name });
}

export async function attachPaper(
  ctx: Context,
  { id, file }: { id: string; file: File },
): Promise<Result<{ name: string }>> {
  const organisationId = organisationOf(ctx.actor);
  if (organisationId === null) return refuse('not-allowed');
  const content = new Uint8Array(await file.arrayBuffer());
  const type = typeOfContent(content);
  if (!type.ok) return type;
  const name = cleanFileName(file.name, type.value);
  if (!name.ok) return name;
  const documentId = await insertDocument(ctx, {
    organisationId,
    globalisationId: id,
    kind: 'other',
    name: name.value,
  });
  await insertDocumentVersion(ctx, {
    documentId,
    mediaType: type.value.mediaType,
    content,
    createdBy: ctx.actor.kind === 'member' ? ctx.actor.name : actorName(ctx.actor),
  });
  return done({ name: name.value });
}

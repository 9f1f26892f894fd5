/** Joins a photo or a PDF to a month already sent: a proof the facilitator reads beside the line. */
import { organisationOf } from '#domain/actor.ts';
import { checkAttachedFile } from '#domain/attached-file.ts';
import type { Month } from '#domain/month.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertDocument, insertDocumentVersion } from '#db/document.ts';
import type { Context } from '#http/context.ts';
import { findDeclarationOfMonth } from './declaration-queries.ts';
import type { DoorKind } from './declare-doors.ts';
import { addressOf, openDoor } from './declare-doors.ts';

export interface JoinedDocument {
  token: string;
  id?: string | undefined;
  entreprise?: string | undefined;
  lot?: string | undefined;
  mois: Month;
  file: File;
}

export async function joinDocument(
  ctx: Context,
  { kind, joined }: { kind: DoorKind; joined: JoinedDocument },
): Promise<Result<{ to: string }>> {
  const { token, id, entreprise: company, lot, mois: month, file } = joined;
  const door = await openDoor(ctx, { kind, id, company, token, lot });
  if (door === null) return refuse('not-found');
  const { lotId, marketId, companyId, companyName } = door.lot;
  const declaration = await findDeclarationOfMonth(ctx, { lot: lotId, company: companyId, month });
  if (declaration === null) return refuse('not-found');
  const checked = checkAttachedFile({
    name: file.name,
    content: new Uint8Array(await file.arrayBuffer()),
  });
  if (!checked.ok) return checked;
  const { name, mediaType, content } = checked.value;
  const documentId = await insertDocument(ctx, {
    organisationId: organisationOf(ctx.actor) ?? companyId,
    marketId,
    lotId,
    declarationId: declaration.id,
    kind: 'proof',
    name,
  });
  const createdBy = ctx.actor.kind === 'member' ? ctx.actor.name : companyName;
  await insertDocumentVersion(ctx, { documentId, mediaType, content, createdBy });
  await record(ctx, {
    action: 'declaration.proof-joined',
    subjectType: 'declaration',
    subjectId: declaration.id,
    after: { document: documentId, bytes: content.length },
  });
  return done({ to: addressOf(door, month) });
}

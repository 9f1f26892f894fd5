/** Opens a paper joined to a month; withdraws one joined by mistake, or puts it back, until the month is validated. */
import { canBeSent } from '#domain/declaration-sending.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { updateDocument } from '#db/document.ts';
import type { Context } from '#http/context.ts';
import type { DeclaringDoor, DoorKind } from './declare-doors.ts';
import { addressOf, openDoor } from './declare-doors.ts';
import type { PlacedPaper } from './declare-papers-queries.ts';
import { findPaper } from './declare-papers-queries.ts';

export interface NamedPaper {
  token?: string | undefined;
  id?: string | undefined;
  piece: string;
}

/** null: there is no such paper behind this door. */
export async function paperBehind(
  ctx: Context,
  { kind, named }: { kind: DoorKind; named: NamedPaper },
): Promise<{ paper: PlacedPaper; door: DeclaringDoor } | null> {
  const paper = await findPaper(ctx, named.piece);
  if (paper === null) return null;
  const { token, id } = named;
  const door = await openDoor(ctx, { kind, id, token, company: paper.companyId, lot: paper.lotId });
  const same = door !== null && door.lot.lotId === paper.lotId && door.lot.companyId === paper.companyId;
  return same ? { paper, door } : null;
}

/** By the organisation that joined it alone. */
export async function movePaper(
  ctx: Context,
  { kind, named, back }: { kind: DoorKind; named: NamedPaper; back: boolean },
): Promise<Result<{ to: string; undo: string }>> {
  const found = await paperBehind(ctx, { kind, named });
  if (found === null || !found.paper.own) return refuse('not-found');
  const { paper, door } = found;
  if (!canBeSent(paper.state)) return refuse('paper-kept');
  if (paper.withdrawn !== back) return refuse('already-done');
  await updateDocument(ctx, { id: paper.id, archivedAt: back ? null : ctx.now });
  await record(ctx, {
    action: back ? 'declaration.proof-restored' : 'declaration.proof-withdrawn',
    subjectType: 'declaration',
    subjectId: paper.declarationId,
    after: { document: paper.id },
  });
  return done({ to: addressOf(door, paper.month), undo: `${door.path}/pieces/${paper.id}/remettre` });
}

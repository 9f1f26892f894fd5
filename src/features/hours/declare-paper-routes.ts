/** The doors of papers joined to a month: joined, opened, withdrawn and put back, wherever one declares. */
import type { DoorKind } from './declare-doors.ts';
import type { PageRequest, Route, View } from '#http/route.ts';
import { action, data } from '#http/route.ts';
import { joinDocument } from './declare-document.ts';
import { addressOf } from './declare-doors.ts';
import { drawDeclaring } from './declare-page.tsx';
import { movePaper, paperBehind } from './declare-paper.ts';
import type { byAccount, byLink, inPlace } from './declare-permissions.ts';
import { documentInput, paperInput } from './input.ts';
import { asPaper, isUuid } from './review-proof.ts';
import { readProof } from './review-queue-queries.ts';

type Door = typeof byLink | typeof byAccount | typeof inPlace;

export function paperRoutes({ kind, path, door }: { kind: DoorKind; path: string; door: Door }): Route[] {
  return [
    action({
      ...door,
      path: `${path}/document`,
      files: true,
      throttle: 'upload',
      input: documentInput,
      story: (ctx, joined) => joinDocument(ctx, { kind, joined }),
      afterwards: ({ to }) => ({ to, say: 'Document joint.' }),
      page: (request) => drawDeclaring({ ...request, typed: false }, kind),
    }),
    data({
      ...door,
      path: `${path}/pieces/:piece`,
      async answer({ ctx, params }) {
        const { token, id, piece = '' } = params;
        const found = isUuid(piece) ? await paperBehind(ctx, { kind, named: { token, id, piece } }) : null;
        if (found === null) return null;
        const proof = await readProof(ctx, { declaration: found.paper.declarationId, proof: piece });
        return proof === null ? null : asPaper(proof);
      },
    }),
    moving({ kind, path: `${path}/pieces/:piece/retirer`, door, back: false }),
    moving({ kind, path: `${path}/pieces/:piece/remettre`, door, back: true }),
  ];
}

function moving({ kind, path, door, back }: { kind: DoorKind; path: string; door: Door; back: boolean }): Route {
  return action({
    ...door,
    path,
    input: paperInput,
    story: (ctx, named) => movePaper(ctx, { kind, named, back }),
    afterwards: ({ to, undo }) =>
      back ? { to, say: 'Document remis.' } : { to, say: 'Document retiré. Il ne compte plus comme preuve.', undo },
    page: (request) => drawMonthOf(request, kind),
  });
}

/** The receipt the paper belongs to, with why it does not move. */
async function drawMonthOf(request: PageRequest, kind: DoorKind): Promise<View | null> {
  const { ctx, params } = request;
  const { token, id, piece = '' } = params;
  const found = isUuid(piece) ? await paperBehind(ctx, { kind, named: { token, id, piece } }) : null;
  if (found === null) return null;
  const query = new URL(`http://page${addressOf(found.door, found.paper.month)}`).searchParams;
  return drawDeclaring({ ...request, query, typed: false }, kind);
}

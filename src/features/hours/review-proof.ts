/** A proof as it was sent, shown without letting it run anything. */
import { data } from '#http/route.ts';
import { readProof } from './review-queue-queries.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const shownInPlace = ['image/jpeg', 'image/png', 'application/pdf'];

export const proofRoute = data({
  path: '/heures/:id/pieces/:piece',
  permission: 'hours.review',
  async answer({ ctx, params }) {
    const { id = '', piece = '' } = params;
    const proof = isUuid(piece) ? await readProof(ctx, { declaration: id, proof: piece }) : null;
    return proof === null ? null : asPaper(proof);
  },
});

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

export function asPaper({ mediaType, content }: { mediaType: string; content: Buffer }): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': mediaType,
      'content-disposition': shownInPlace.includes(mediaType) ? 'inline' : 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

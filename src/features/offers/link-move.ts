/** The company writes and moves job sheets through its link: only those of the lot the link was sent for. */
import type { Result } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { MoveOfferInput, OfferTerms } from './input.ts';
import { listPlaces } from './place-queries.ts';
import { findOffer } from './queries.ts';
import { createOffer } from './write-offer.ts';
import { moveOffer } from './move-offer.ts';

export async function moveByLink(
  ctx: Context,
  { id, version, to, reason }: MoveOfferInput,
): Promise<Result<{ id: string }>> {
  const offer = await findOffer(ctx, id);
  const places = await listPlaces(ctx);
  if (offer === null || !places.some(({ lotId }) => lotId === offer.lotId)) return refuse('not-found');
  return moveOffer(ctx, { id, version, to, reason });
}

/** The link names the place; its secret goes no further. */
export async function createByLink(
  ctx: Context,
  input: OfferTerms & { token: string },
): Promise<Result<{ id: string; title: string }>> {
  const { token: _, ...terms } = input;
  return createOffer(ctx, { ...terms, party: null });
}

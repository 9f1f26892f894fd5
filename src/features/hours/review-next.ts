/** Validates one declaration and says which one to read next, so that a queue is read without going back to it. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { nextToReview } from './review-queue-queries.ts';
import type { Decided } from './review.ts';
import { reviewDeclaration } from './review.ts';

export async function validateWithNext(
  ctx: Context,
  input: { id: string; version: number },
): Promise<Result<{ decided: Decided; next: string | null }>> {
  const decided = await reviewDeclaration(ctx, input);
  return decided.ok ? done({ decided: decided.value, next: await nextToReview(ctx, input.id) }) : decided;
}

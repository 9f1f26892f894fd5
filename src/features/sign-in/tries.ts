/** Counts a try before its outcome is known; beyond the limit one waits, and the count stays whatever is refused. */
import type { RefusalCode } from '#domain/refusals.ts';
import type { Refusal } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import type { ThrottleClass } from '#domain/throttle.ts';
import type { Context } from '#http/context.ts';
import { spend } from '#http/throttle.ts';

export interface Tries {
  throttle: ThrottleClass;
  holder: string;
}

/** null: go on. */
export async function count(
  { db, now }: Pick<Context, 'db' | 'now'>,
  tries: readonly Tries[],
): Promise<Refusal | null> {
  for (const each of tries) {
    const seconds = await spend(db, { ...each, now });
    if (seconds > 0) return { ...refuse('too-many-tries-wait', { details: { seconds } }), keep: true };
  }
  return null;
}

export function refuseCounted(because: RefusalCode, field?: string): Refusal {
  return { ...refuse(because, { field }), keep: true };
}

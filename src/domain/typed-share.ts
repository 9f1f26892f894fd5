/** A part of a whole as people type it: "5", "7,5 %", kept as whole basis points. */
import { readDecimal } from './french-number.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type ShareRefusal = 'share-missing' | 'share-unreadable' | 'share-outside';

export function parseTypedShare(typed: string): Result<number, ShareRefusal> {
  const text = typed.normalize('NFKC').trim().replace(/\s*%$/u, '');
  if (text === '') return refuse('share-missing');
  const decimal = readDecimal(text);
  if (typeof decimal === 'string' || decimal.fraction.length > 2) return refuse('share-unreadable');
  if (decimal.negative || decimal.whole.length > 3) return refuse('share-outside');
  const points = Number(`${decimal.whole}${decimal.fraction.padEnd(2, '0')}`);
  return points >= 1 && points <= 10_000 ? done(points) : refuse('share-outside');
}

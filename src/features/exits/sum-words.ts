/** Counts and rates of exits as they are written; a hidden one says that it is. */
import { frenchNumber } from '#ui/french.ts';

export function shown(count: number | null): string {
  return count === null ? 'caché' : frenchNumber(count);
}

export function rate(basisPoints: number | null): string {
  return basisPoints === null ? 'trop peu' : `${frenchNumber(basisPoints / 100)}\u00A0%`;
}

/** Small numbers are hidden, and no sum gives them back (domain.md §10: cells under five). */

/** Source: practice of public observatories, domain.md §10. */
export const smallestShown = 5;

/** null: between one and four, or hidden so that the sum does not give its neighbour away. */
export function maskSmall(counts: readonly number[]): (number | null)[] {
  const small = (count: number) => count > 0 && count < smallestShown;
  const hidden = new Set(counts.flatMap((count, place) => (small(count) ? [place] : [])));
  if (hidden.size === 1) {
    const others = counts
      .map((count, place) => ({ count, place }))
      .filter(({ count, place }) => count > 0 && !hidden.has(place))
      .sort((one, other) => one.count - other.count);
    const [next] = others;
    if (next !== undefined) hidden.add(next.place);
  }
  return counts.map((count, place) => (hidden.has(place) ? null : count));
}

/** A sum so small that it is one cell among others. */
export function maskTotal(total: number): number | null {
  return total > 0 && total < smallestShown ? null : total;
}

/** Whole parts of whole numbers: hours are never rounded up in anybody's favour. */

/** value × numerator ÷ denominator, exact, then rounded down. */
export function partOf(value: number, { numerator, denominator }: { numerator: number; denominator: number }): number {
  if (value < 0 || numerator < 0 || denominator <= 0) throw new RangeError('parts are of positive numbers');
  return Number((BigInt(value) * BigInt(numerator)) / BigInt(denominator));
}

/** How many whole units hold the value. */
export function unitsFor(value: number, unit: number): number {
  if (value < 0 || unit <= 0) throw new RangeError('units are above zero');
  return Number((BigInt(value) + BigInt(unit) - 1n) / BigInt(unit));
}

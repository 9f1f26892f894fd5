/** How many hours the figures of a lot would carry: a help, never the contract. */
import { formatCents } from '#domain/money.ts';
import { formatHundredths } from '#domain/french-number.ts';
import type { Minutes } from '#domain/minutes.ts';
import { sizeMinutes } from '#domain/sizing.ts';
import type { AmountRow } from './amount-queries.ts';
import { latestOf } from './amount-queries.ts';

export interface Sizing {
  minutes: Minutes;
  told: string;
}

/** null: a figure is missing, and `missing` says which. */
export function sizeLot(
  amounts: readonly AmountRow[],
  { lotId, rate, step }: { lotId: string | null; rate: number; step: Minutes },
): Sizing | { missing: readonly string[] } {
  const cents = (nature: 'estimate' | 'awarded' | 'hourly-cost') => latestOf(amounts, { lotId, nature })?.cents ?? null;
  const amountCents = cents('awarded') ?? cents('estimate');
  const hourlyCostCents = cents('hourly-cost');
  const labourBasisPoints = latestOf(amounts, { lotId, nature: 'labour-share' })?.basisPoints ?? null;
  if (amountCents === null || !hourlyCostCents || labourBasisPoints === null) {
    const missing = [
      ...(amountCents === null ? ['une estimation'] : []),
      ...(labourBasisPoints === null ? ['la part de main-d’œuvre'] : []),
      ...(hourlyCostCents ? [] : ['le coût d’une heure']),
    ];
    return { missing };
  }
  const facts = { amountCents, labourBasisPoints, insertionBasisPoints: rate, hourlyCostCents };
  const parts = [
    formatCents(amountCents),
    `${formatHundredths(labourBasisPoints)}\u00a0% de main-d’œuvre`,
    `${formatHundredths(rate)}\u00a0% d’insertion`,
  ];
  return {
    minutes: sizeMinutes(facts, step),
    told: `${parts.join(' × ')} ÷ ${formatCents(hourlyCostCents)} de l’heure`,
  };
}

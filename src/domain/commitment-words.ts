/** A commitment in one French line, the same on every page. */
import type { Commitment } from './commitment.ts';
import { formatHundredths } from './french-number.ts';
import { formatMinutes } from './minutes.ts';
import { formatCents } from './money.ts';
import { waiverReasons } from './market-words.ts';

export function commitmentSentence(commitment: Commitment): string {
  switch (commitment.kind) {
    case 'fixed':
      return formatMinutes(commitment.minutes);
    case 'training':
      return `${formatMinutes(commitment.minutes)} de formation`;
    case 'variable': {
      const pace = `1\u00a0h par ${formatCents(commitment.centsPerHour)} facturés`;
      return commitment.thresholdCents === 0 ? pace : `${pace} au-delà de ${formatCents(commitment.thresholdCents)}`;
    }
    case 'share':
      return `${formatHundredths(commitment.basisPoints)}\u00a0% des heures travaillées`;
    case 'qualitative':
      return commitment.expected;
    case 'none': {
      const reasons: Readonly<Record<string, string>> = waiverReasons;
      return `Sans obligation\u00a0: ${reasons[commitment.reason] ?? commitment.reason}`;
    }
  }
}

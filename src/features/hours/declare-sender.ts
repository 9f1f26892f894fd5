/** Whether a month may be told yet, through which door it came, and under whose name it will be read. */
import type { Actor } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { formatDay } from '#domain/day.ts';
import type { Month } from '#domain/month.ts';
import { formatMonth, lastDayOf, monthOf } from '#domain/month.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { DeclarantLot } from './declaration-queries.ts';

/** A month that has begun, within the market, and not after the one the company left in. */
export function isMonthOpen(
  { notifiedOn, endsOn, leftOn }: Pick<DeclarantLot, 'notifiedOn' | 'endsOn' | 'leftOn'>,
  { month, today }: { month: Month; today: Day },
): Result<null> {
  if (month > monthOf(today)) {
    return refuse('month-future', { field: 'mois', details: { month: formatMonth(month) } });
  }
  if (notifiedOn === null) return refuse('market-not-notified');
  const outside = lastDayOf(month) < notifiedOn || (endsOn !== null && month > monthOf(endsOn));
  if (outside) return refuse('line-outside-market', { field: 'mois' });
  const gone = leftOn !== null && month > monthOf(leftOn);
  return gone ? refuse('month-after-departure', { field: 'mois', details: { day: formatDay(leftOn) } }) : done(null);
}

export function doorOf({ kind }: Actor, self: boolean): 'link' | 'account' | 'api' | 'facilitator' {
  if (kind === 'partner') return 'api';
  if (kind === 'link') return 'link';
  return self ? 'account' : 'facilitator';
}

/** As it will be read beside the declaration; a program has no name of its own. */
export function senderName(actor: Actor, { contactName, companyName }: DeclarantLot): string {
  if (actor.kind === 'member') return actor.name;
  return actor.kind === 'partner' || contactName === '' ? companyName : contactName;
}

/** How long the mechanisms keep what they needed: dated values, counted from the end of its use. */

export type Expiring =
  | 'idempotency'
  | 'link'
  | 'throttle'
  | 'session'
  | 'notice'
  | 'mail-body'
  | 'eligibility-document';

/** Source: permissions.md §9 of the product (idempotency records 7 days, outbox bodies 30 days), CNIL recommendation of 2021 on logs; 2026-11-21. */
export const retention = {
  from: '2026-11-21',
  days: {
    idempotency: 7,
    /** A dead link still tells its holder that it is dead, for a day. */
    link: 1,
    /** Longer than the longest wait a throttle can impose. */
    throttle: 2,
    session: 30,
    notice: 90,
    'mail-body': 30,
    /** It carries its own last day. */
    'eligibility-document': 0,
  } satisfies Record<Expiring, number>,
} as const;

/** What ended before this instant goes. */
export function keptSince(kind: Expiring, now: Date): Date {
  return new Date(now.getTime() - retention.days[kind] * 86_400_000);
}

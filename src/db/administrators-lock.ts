/** Who administers an organisation now, held until the end of the transaction: two who act on each other wait here. */
import type { Day } from '#domain/day.ts';
import type { Administrator } from '#domain/membership.ts';
import type { Transaction } from './transaction.ts';

export type HeldAdministrator = Administrator & { email: string };

export function lockAdministrators(
  db: Transaction,
  { organisation, today }: { organisation: string; today: Day },
): Promise<HeldAdministrator[]> {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select([
      'membership.id as membership',
      'membership.accountId as account',
      'membership.validUntil as validUntil',
      'account.email as email',
    ])
    .where('membership.organisationId', '=', organisation)
    .where('membership.administers', '=', true)
    .where('membership.suspendedAt', 'is', null)
    .where((open) => open.or([open('membership.validUntil', 'is', null), open('membership.validUntil', '>=', today)]))
    .where('account.disabledAt', 'is', null)
    .orderBy('membership.id')
    .forUpdate('membership')
    .execute();
}

/** Posts the link by which a company declares on a lot: always to the address already known, or to the colleague it delegated to. */
import type { Day } from '#domain/day.ts';
import { post } from './outbox.ts';
import type { Transaction } from './transaction.ts';

export interface ReachableParty {
  id: string;
  organisationId: string;
  contactEmail: string;
  delegateEmail: string;
  delegateUntil: Day | null;
}

/** The secret itself is minted when the mail leaves. false: there is no address to write to. */
export async function postDeclarationLink(
  ctx: { db: Transaction; now: Date },
  { party, today }: { party: ReachableParty; today: Day },
): Promise<boolean> {
  const recipient = addressFor(party, today);
  if (recipient === '') return false;
  await post(ctx, {
    organisation: party.organisationId,
    template: 'declaration-link',
    recipient,
    parameters: { party: party.id },
  });
  return true;
}

/** A delegation lasts until its last day, included. */
export function addressFor(
  { contactEmail, delegateEmail, delegateUntil }: Omit<ReachableParty, 'id' | 'organisationId'>,
  today: Day,
): string {
  const delegated = delegateEmail !== '' && delegateUntil !== null && delegateUntil >= today;
  return delegated ? delegateEmail : contactEmail;
}

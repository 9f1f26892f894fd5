/** Where to write to whoever declares for a company on a lot, and whether an address is still hers. */
import type { Day } from './day.ts';

export interface Reach {
  contactEmail: string;
  contactPhone: string;
  delegateEmail: string;
  delegateUntil: Day | null;
}

/** The delegate in force, else the contact, by mail, else by telephone; empty when nobody can be written to. */
export function addressOfReach(reach: Reach, today: Day): string {
  if (isDelegated(reach, today)) return reach.delegateEmail.toLowerCase();
  return reach.contactEmail === '' ? reach.contactPhone : reach.contactEmail.toLowerCase();
}

/** A link follows the person it was sent to: it opens while her address is the contact's, or the delegate's in force. */
export function isReachedAt(reach: Reach, address: string, today: Day): boolean {
  if (address === '') return false;
  const contact = [reach.contactEmail.toLowerCase(), reach.contactPhone];
  return contact.includes(address) || (isDelegated(reach, today) && reach.delegateEmail.toLowerCase() === address);
}

/** What was sent to a delegate alone never outlives the delegation. */
export function lastDayAt(reach: Reach, address: string): Day | null {
  const contact = [reach.contactEmail.toLowerCase(), reach.contactPhone];
  return contact.includes(address) || reach.delegateEmail.toLowerCase() !== address ? null : reach.delegateUntil;
}

/** A delegation lasts until its last day, included. */
function isDelegated({ delegateEmail, delegateUntil }: Reach, today: Day): boolean {
  return delegateEmail !== '' && delegateUntil !== null && delegateUntil >= today;
}

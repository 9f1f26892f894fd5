/** Links by which a company declares on its lots: sent to the address already known, opening while it is still hers. */
import { sql } from 'kysely';
import type { Reach } from '#domain/contact-reach.ts';
import { addressOfReach, isReachedAt } from '#domain/contact-reach.ts';
import type { Day } from '#domain/day.ts';
import { post } from './outbox.ts';
import type { Transaction } from './transaction.ts';

export interface ReachableParty extends Reach {
  id: string;
  organisationId: string;
}

/** The secret itself is minted when the mail leaves. false: there is no address to write to. */
export async function postDeclarationLink(
  ctx: { db: Transaction; now: Date },
  { party, today, texts }: { party: ReachableParty; today: Day; texts: boolean },
): Promise<boolean> {
  const recipient = addressOfReach(party, today);
  if (recipient === '' || (recipient.startsWith('+') && !texts)) return false;
  await post(ctx, {
    organisation: party.organisationId,
    template: 'declaration-link',
    recipient,
    parameters: { party: party.id },
  });
  return true;
}

/** By mail alone. */
export function addressFor(reach: Omit<Reach, 'contactPhone'>, today: Day): string {
  return addressOfReach({ ...reach, contactPhone: '' }, today);
}

/**
 * Whoever it was sent to is still the contact or the delegate in force. A link whose address was not kept opens
 * unless a delegation has passed: it may have been the delegate's. Runs as the gate.
 */
export async function isStillHeld(
  db: Transaction,
  {
    organisation,
    subject,
    address,
    today,
  }: { organisation: string; subject: string | null; address: string; today: Day },
): Promise<boolean> {
  if (subject === null) return true;
  const parties = await db
    .selectFrom('lotParty')
    .select(['contactEmail', 'contactPhone', 'delegateEmail', 'delegateUntil'])
    .where('organisationId', '=', organisation)
    .where((where) => where.or([where('id', '=', subject), where('lotId', '=', subject)]))
    .execute();
  const holds = (reach: Reach) =>
    address === ''
      ? reach.delegateEmail === '' || (reach.delegateUntil ?? '') >= today
      : isReachedAt(reach, address, today);
  return parties.length === 0 || parties.some(holds);
}

/** Ends what was sent for a part in a lot, but to the addresses kept; the one in use stays an hour, to show what was done. As the gate. */
export async function endPartyLinks(
  db: Transaction,
  {
    party,
    now,
    keep = [],
    inUse = null,
  }: { party: string; now: Date; keep?: readonly string[]; inUse?: string | null },
): Promise<void> {
  const soon = new Date(now.getTime() + 3_600_000);
  const kept = keep.filter((address) => address !== '').map((address) => address.toLowerCase());
  const former = sql`subject_id = ${party} and purpose = 'declaration' and used_at is null
    and not coalesce(detail->>'address', '') = any(${kept}::text[])`;
  await sql`update link_token set used_at = ${now} where ${former} and token_hash is distinct from ${inUse}`.execute(
    db,
  );
  await sql`update link_token set detail = '{}', expires_at = least(expires_at, ${soon})
    where ${former} and token_hash = ${inUse}`.execute(db);
}

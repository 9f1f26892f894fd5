/** Finds whom a new link may be sent to: by a dead link, or by what somebody types. Runs as the gate. */
import { sql } from 'kysely';
import type { ReachableParty } from '#db/declaration-link.ts';
import type { Context } from '#http/context.ts';

/** Whatever the age of the link: it says which part in a lot it was sent for, and to which organisation. */
export async function findPartyOfToken({ db }: Context, tokenHash: string): Promise<ReachableParty | null> {
  const found = await sql<ReachableParty>`
    select p.id, p.organisation_id, p.contact_email, p.contact_phone, p.delegate_email, p.delegate_until
    from link_token t join lot_party p on p.organisation_id = t.organisation_id and t.subject_id in (p.id, p.lot_id)
    where t.token_hash = ${tokenHash} and t.purpose = 'declaration' and p.ended_on is null
    order by p.id limit 1`.execute(db);
  return found.rows[0] ?? null;
}

/** As many lots as one contact may reasonably hold; beyond, the facilitator helps. */
const mostLots = 10;

/** By the contact's address or telephone, or by the reference of the market. */
export async function findPartiesByContact(
  { db }: Context,
  { email, phone, reference }: { email: string; phone: string; reference: string },
): Promise<ReachableParty[]> {
  const found = await sql<ReachableParty>`
    select p.id, p.organisation_id, p.contact_email, p.contact_phone, p.delegate_email, p.delegate_until
    from lot_party p join market m on m.id = p.market_id
    where p.ended_on is null and (
      (${email} <> '' and ${email} in (lower(p.contact_email), lower(p.delegate_email)))
      or (${phone} <> '' and p.contact_phone = ${phone})
      or (${reference} <> '' and m.reference = ${reference}))
    order by p.id limit ${mostLots}`.execute(db);
  return found.rows;
}

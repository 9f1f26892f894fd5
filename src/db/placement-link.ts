/** Posts the links by which a company answers about a candidate and a prescriber about a post: always to the address already known. */
import type { Day } from '#domain/day.ts';
import { addressFor } from './declaration-link.ts';
import { post } from './outbox.ts';
import type { Transaction } from './transaction.ts';

type Writing = { db: Transaction; now: Date };

/** Whom to write to on the company's side for one lot: the named contact, or the colleague it delegated to. */
export async function companyAddress(
  { db }: { db: Transaction },
  { lot, company, today }: { lot: string; company: string; today: Day },
): Promise<string> {
  const parties = await db
    .selectFrom('lotParty')
    .select(['contactEmail', 'delegateEmail', 'delegateUntil'])
    .where('lotId', '=', lot)
    .where('organisationId', '=', company)
    .where('endedOn', 'is', null)
    .orderBy('id')
    .execute();
  return parties.map((party) => addressFor(party, today)).find((address) => address !== '') ?? '';
}

export type CandidateLetter = 'candidate-presented' | 'candidate-reminder';

/** The secret itself is minted when the mail leaves. */
export async function postCandidateLink(
  ctx: Writing,
  {
    placement,
    recipient,
    organisation,
    template,
  }: { placement: string; recipient: string; organisation: string; template: CandidateLetter },
): Promise<void> {
  await post(ctx, { organisation, template, recipient, parameters: { placement } });
}

export async function postNeedLink(
  ctx: Writing,
  { need, recipient, organisation }: { need: string; recipient: string; organisation: string },
): Promise<void> {
  await post(ctx, { organisation, template: 'need-spread', recipient, parameters: { need } });
}

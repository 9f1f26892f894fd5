/** Adds a company to a lot, changes its part and its contact, notes its departure and its return. */
import { checkDelegation } from '#domain/contact-freshness.ts';
import { parisDay } from '#domain/day.ts';
import { checkParty } from '#domain/lot-parties.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertLotParty, updateLotParty } from '#db/lot-party.ts';
import type { Context } from '#http/context.ts';
import type { CompanyLookup } from '#services/company-register.ts';
import { endFormerLinks, endLinksOf } from './follow-reach.ts';
import type { EditPartyInput, NewPartyInput } from './input.ts';
import { namedCompany } from './named-company.ts';
import type { PartyRow } from './queries.ts';
import { asParty, findManagedLot, findParty, listParties, lockLot } from './queries.ts';

interface Changed {
  id: string;
  lotId: string;
}

export async function addParty(
  ctx: Context,
  input: NewPartyInput,
  looked: CompanyLookup | null,
): Promise<Result<Changed>> {
  const lot = await findManagedLot(ctx, input.id);
  if (lot === null) return refuse('not-found');
  await lockLot(ctx, lot.lotId);
  const company = await namedCompany(ctx, input, looked);
  if (!company.ok) return company;
  const { role, share: shareMinutes, contactName, contactEmail, contactPhone } = input;
  const subcontracts = role === 'subcontractor';
  const underId = subcontracts ? input.underId : null;
  const actOn = subcontracts ? input.actOn : null;
  const parties = await listParties(ctx, lot.lotId);
  const former = parties.find((row) => row.organisationId === company.value && row.role === role);
  if (former !== undefined && former.endedOn === null) return refuse('party-doubled', { field: 'role' });
  const checked = checkParty(
    {
      id: former?.id ?? '',
      organisation: company.value,
      role,
      under: underId,
      actOn,
      shareMinutes,
      endedOn: null,
    },
    parties.map(asParty),
  );
  if (!checked.ok) return checked;
  const fields = { role, underId, actOn, shareMinutes, contactName, contactEmail, contactPhone };
  const { lotId, marketId } = lot;
  const id =
    former === undefined
      ? await insertLotParty(ctx, { lotId, marketId, organisationId: company.value, ...fields })
      : await updateLotParty(ctx, { id: former.id, version: former.version, ...fields, endedOn: null });
  if (id === null) return refuse('changed-meanwhile');
  await record(ctx, {
    action: 'party.added',
    subjectType: 'lot-party',
    subjectId: id,
    after: { lot: lotId, organisation: company.value, ...fields },
  });
  return done({ id, lotId });
}

export async function editParty(ctx: Context, input: EditPartyInput): Promise<Result<Changed>> {
  const before = await lockManaged(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (before.endedOn !== null) return refuse('party-gone');
  const delegates = checkDelegation(input, parisDay(ctx.now));
  if (!delegates.ok) return delegates;
  const { id, version, share: shareMinutes, ...typed } = input;
  const subcontracts = before.role === 'subcontractor';
  const terms = {
    underId: subcontracts ? typed.underId : null,
    actOn: subcontracts ? typed.actOn : null,
    shareMinutes,
  };
  const others = (await listParties(ctx, before.lotId)).map(asParty);
  const checked = checkParty({ ...asParty(before), under: terms.underId, actOn: terms.actOn, shareMinutes }, others);
  if (!checked.ok) return checked;
  const change = { ...typed, ...terms };
  // Another address starts anew: what came back from the former says nothing of it.
  const moved = typed.contactEmail !== before.contactEmail && { bouncedAt: null };
  if ((await updateLotParty(ctx, { id, version, ...change, ...moved })) === null) {
    return refuse('changed-meanwhile');
  }
  await endFormerLinks(ctx, { before, after: { ...before, ...typed } });
  await record(ctx, {
    action: 'party.edited',
    subjectType: 'lot-party',
    subjectId: id,
    before: told(before),
    after: change,
  });
  return done({ id, lotId: before.lotId });
}

export async function endParty(ctx: Context, { id }: { id: string }): Promise<Result<Changed>> {
  const party = await lockManaged(ctx, id);
  if (party === null) return refuse('not-found');
  if (party.endedOn !== null) return refuse('already-done');
  const others = await listParties(ctx, party.lotId);
  if (others.some(({ underId, endedOn }) => underId === id && endedOn === null)) return refuse('party-under-it');
  await updateLotParty(ctx, { id, version: party.version, endedOn: parisDay(ctx.now) });
  await endLinksOf(ctx, id);
  await record(ctx, { action: 'party.ended', subjectType: 'lot-party', subjectId: id });
  return done({ id, lotId: party.lotId });
}

export async function restoreParty(ctx: Context, { id }: { id: string }): Promise<Result<Changed>> {
  const party = await lockManaged(ctx, id);
  if (party === null) return refuse('not-found');
  if (party.endedOn === null) return refuse('already-done');
  const others = (await listParties(ctx, party.lotId)).map(asParty);
  const checked = checkParty({ ...asParty(party), endedOn: null }, others);
  if (!checked.ok) return checked;
  await updateLotParty(ctx, { id, version: party.version, endedOn: null });
  await record(ctx, { action: 'party.restored', subjectType: 'lot-party', subjectId: id });
  return done({ id, lotId: party.lotId });
}

/** The lot is locked first, so that checks and writes see the same parties. */
async function lockManaged(ctx: Context, id: string): Promise<PartyRow | null> {
  const party = await findParty(ctx, id);
  if (party === null || (await findManagedLot(ctx, party.lotId)) === null) return null;
  await lockLot(ctx, party.lotId);
  return findParty(ctx, id);
}

function told(party: PartyRow) {
  const { underId, actOn, shareMinutes, contactName, contactEmail, contactPhone } = party;
  const { delegateName, delegateEmail, delegateUntil } = party;
  const contact = { contactName, contactEmail, contactPhone };
  return { underId, actOn, shareMinutes, ...contact, delegateName, delegateEmail, delegateUntil };
}

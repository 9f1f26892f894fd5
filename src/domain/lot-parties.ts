/** Who takes part in a lot, and for which part of its hours: a holder, or a group with its lead; subcontractors within their part. */
import type { Day } from './day.ts';
import type { Minutes } from './minutes.ts';
import { formatMinutes, sumMinutes } from './minutes.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export const partyRoles = {
  holder: 'Titulaire',
  lead: 'Mandataire du groupement',
  joint: 'Cotraitant',
  subcontractor: 'Sous-traitant',
  inclusion: 'Structure d’insertion',
} as const;

export type PartyRole = keyof typeof partyRoles;

export interface LotParty {
  id: string;
  organisation: string;
  role: PartyRole;
  /** The party a subcontractor works for. */
  under: string | null;
  actOn: Day | null;
  shareMinutes: Minutes | null;
  endedOn: Day | null;
}

export type PartyRefusal =
  | 'party-doubled'
  | 'party-holder-taken'
  | 'party-group-mixed'
  | 'party-under-missing'
  | 'party-act-missing'
  | 'party-share-over';

/** Source: domain.md §§4, 5.1, 13.6 H16; the act of special subcontracting (CCP, L2193-1 and following) names who subcontracts. */
export function checkParty(party: LotParty, others: readonly LotParty[]): Result<LotParty, PartyRefusal> {
  const present = others.filter(({ id, endedOn }) => id !== party.id && endedOn === null);
  const has = (...roles: PartyRole[]) => present.some(({ role }) => roles.includes(role));
  if (present.some(({ organisation, role }) => organisation === party.organisation && role === party.role)) {
    return refuse('party-doubled', { field: 'role' });
  }
  if ((party.role === 'holder' || party.role === 'lead') && has(party.role)) {
    return refuse('party-holder-taken', {
      field: 'role',
      details: { role: partyRoles[party.role].toLowerCase() },
    });
  }
  const inGroup = party.role === 'lead' || party.role === 'joint';
  if ((party.role === 'holder' && has('lead', 'joint')) || (inGroup && has('holder'))) {
    return refuse('party-group-mixed', { field: 'role' });
  }
  return party.role === 'subcontractor' ? checkSubcontractor(party, present) : checkOwnPart(party, present);
}

/** What each owes itself: its part less what it subcontracts, so that the sum over companies is the lot's, never more. */
export function ownMinutes(party: LotParty, all: readonly LotParty[]): Minutes | null {
  return party.shareMinutes === null ? null : party.shareMinutes - minutesUnder(party.id, all);
}

/** The parts at the top, without those inside them. */
export function wholeMinutes(parties: readonly LotParty[]): Minutes {
  return sumMinutes(
    parties
      .filter(({ under, endedOn }) => under === null && endedOn === null)
      .map(({ shareMinutes }) => shareMinutes ?? 0),
  );
}

function checkSubcontractor(party: LotParty, present: readonly LotParty[]): Result<LotParty, PartyRefusal> {
  const above = present.find(({ id }) => id === party.under);
  if (above === undefined || above.role === 'inclusion' || above.under === party.id) {
    return refuse('party-under-missing', { field: 'underId' });
  }
  if (party.actOn === null) return refuse('party-act-missing', { field: 'actOn' });
  const sum = minutesUnder(above.id, present) + (party.shareMinutes ?? 0);
  if (above.shareMinutes !== null && sum > above.shareMinutes) {
    return over(sum, above.shareMinutes);
  }
  return checkOwnPart(party, present);
}

/** A part may not become smaller than what is already subcontracted from it. */
function checkOwnPart(party: LotParty, present: readonly LotParty[]): Result<LotParty, PartyRefusal> {
  const under = minutesUnder(party.id, present);
  return party.shareMinutes !== null && under > party.shareMinutes ? over(under, party.shareMinutes) : done(party);
}

function over(sum: Minutes, whole: Minutes) {
  return refuse('party-share-over', {
    field: 'share',
    details: { sum: formatMinutes(sum), whole: formatMinutes(whole) },
  });
}

function minutesUnder(id: string, all: readonly LotParty[]): Minutes {
  return sumMinutes(
    all.filter(({ under, endedOn }) => under === id && endedOn === null).map(({ shareMinutes }) => shareMinutes ?? 0),
  );
}

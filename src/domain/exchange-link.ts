/** The relation that replaces the shared key: where it stands, who may do what to it, and what each side reads. */
import type { Day } from './day.ts';
import { addYears, daysBetween } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** Source: permissions.md §6.3, 1: 256-bit pairing code, 7 days, 5 wrong tries kill it. */
export const pairingPolicy = {
  source: 'permissions.md §6.3, 1',
  /** Five bits each: 260 bits. */
  characters: 52,
  days: 7,
  tries: 5,
} as const;

/** Source: product decision; a relation between two organisations is agreed again at least this often. */
const longestYears = 5;

/** Source: permissions.md §6.3, 5: the shortest notice before a convention ends is one month. */
const endingDays = 30;

export const linkStates = {
  waiting: { label: 'À accepter', tone: 'progress' },
  'pairing-expired': { label: 'Code expiré', tone: 'attention' },
  dead: { label: 'Code bloqué', tone: 'problem' },
  coming: { label: 'À venir', tone: 'neutral' },
  active: { label: 'En vigueur', tone: 'ok' },
  ending: { label: 'Finit bientôt', tone: 'attention' },
  ended: { label: 'Terminé', tone: 'neutral' },
  revoked: { label: 'Rompu', tone: 'neutral' },
} as const;

export type LinkState = keyof typeof linkStates;

export interface LinkTerms {
  validFrom: Day;
  validUntil: Day;
  pairingExpiresAt: Date | null;
  pairingFailures: number;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/** Both days are included: a link ends when the last one does, at midnight in Paris. */
export function stateOfLink(link: LinkTerms, { today, now }: { today: Day; now: Date }): LinkState {
  if (link.revokedAt !== null) return 'revoked';
  if (today > link.validUntil) return 'ended';
  if (link.acceptedAt === null) {
    if (link.pairingFailures >= pairingPolicy.tries) return 'dead';
    return link.pairingExpiresAt !== null && now < link.pairingExpiresAt ? 'waiting' : 'pairing-expired';
  }
  if (today < link.validFrom) return 'coming';
  return daysBetween(today, link.validUntil) < endingDays ? 'ending' : 'active';
}

/** from: the organisation that proposed the link. to: the one that accepts it. */
export type LinkSide = 'from' | 'to';

export type LinkAct = 'accept' | 'revoke' | 'renew-code';

/** Source: permissions.md §6.3: the proposer alone renews a code, the invited alone accepts, either breaks at once. */
export function mayActOnLink(act: LinkAct, { state, side }: { state: LinkState; side: LinkSide }): boolean {
  const unaccepted = state === 'waiting' || state === 'pairing-expired' || state === 'dead';
  switch (act) {
    case 'accept':
      return side === 'to' && state === 'waiting';
    case 'renew-code':
      return side === 'from' && unaccepted;
    case 'revoke':
      return side === 'from' ? state !== 'ended' && state !== 'revoked' : isOpenLink(state) || state === 'coming';
  }
}

/** Only then does one side read the other. */
export function isOpenLink(state: LinkState): boolean {
  return state === 'active' || state === 'ending';
}

/** What this side lets the other read. Source: permissions.md §6.3, 4: amounts and names stay out unless ticked. */
export function sharedBy(side: LinkSide, link: { sharesAmounts: boolean; sharesNames: boolean }): string[] {
  const always = ['La fiche de l’organisation', 'Les points de contact, sans la note interne'];
  if (side === 'from') return link.sharesAmounts ? [...always, 'Les montants des marchés'] : always;
  return link.sharesNames ? [...always, 'Les noms des personnes'] : always;
}

/** What stays out, said as plainly as what leaves. */
export function keptBy(side: LinkSide, link: { sharesAmounts: boolean; sharesNames: boolean }): string[] {
  if (side === 'from') return link.sharesAmounts ? [] : ['Les montants des marchés'];
  return link.sharesNames ? [] : ['Les noms des personnes'];
}

export type LinkDaysRefusal = 'link-days-order' | 'link-days-past' | 'link-days-far';

export function checkLinkDays(
  { validFrom, validUntil }: { validFrom: Day; validUntil: Day },
  today: Day,
): Result<null, LinkDaysRefusal> {
  if (validUntil < validFrom) return refuse('link-days-order', { field: 'validUntil' });
  if (validUntil < today) return refuse('link-days-past', { field: 'validUntil' });
  if (validUntil > addYears(validFrom > today ? validFrom : today, longestYears)) {
    return refuse('link-days-far', { field: 'validUntil', details: { years: longestYears } });
  }
  return done(null);
}

/** How a proposal is told in a few words: its state, the last news, whose turn it is. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { feedbackSentence } from '#domain/referral-feedback.ts';
import { reasonLabel } from '#domain/referral-reasons.ts';
import { referralMachine, turnOfReferral } from '#domain/referral-state.ts';
import type { OwnReferral } from './own-queries.ts';
import type { ReferralRow } from './queries.ts';

export function shownName({ givenName, familyName }: Pick<ReferralRow, 'givenName' | 'familyName'>): string {
  return `${familyName} ${givenName}`;
}

export function stateWords(referral: ReferralRow) {
  const { label, tone } = referralMachine[referral.state];
  const accepted = referral.state === 'referred' && referral.acceptedAt !== null;
  return accepted ? { label: 'Acceptée', tone: 'progress' as const } : { label, tone };
}

/** Said since the paper was asked, and asked still. */
export function proofHanded({ state, since, proofSaidAt }: ReferralRow): boolean {
  const asked = state === 'eligibility-pending' || state === 'expired';
  return asked && proofSaidAt !== null && parisDay(proofSaidAt) >= since;
}

export function turnWords(referral: ReferralRow, { prescriber }: { prescriber: boolean }): string {
  const { owner, action } = turnOfReferral({
    ...referral,
    accepted: referral.acceptedAt !== null,
    proofHanded: proofHanded(referral),
  });
  if (owner === 'nobody') return reasonLabel(referral.reason) || action;
  const mine = (owner === 'prescriber') === prescriber;
  const who = mine ? 'À vous' : prescriber ? 'À la structure' : 'Au prescripteur';
  return `${who}\u00A0: ${action.charAt(0).toLowerCase()}${action.slice(1, -1)}`;
}

/** The news says more than the state when it came later: a company met, a job found. */
export function newsWords({ lastWhat, lastReason, lastAt }: OwnReferral): string {
  if (lastWhat === null || lastAt === null) return 'Envoyée, sans réponse encore';
  const why = reasonLabel(lastReason ?? '');
  return `${feedbackSentence(lastWhat)}${why === '' ? '' : `\u00A0: ${why.toLowerCase()}`}, le ${formatShortDay(parisDay(lastAt))}`;
}

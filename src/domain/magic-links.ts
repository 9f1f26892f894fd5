/** The links that leave by mail: where each leads, and how long it opens. Dated values. */
import { sessionPolicy } from './session-policy.ts';

/** Links that open pages for whoever holds them, without an account. */
export type LinkPurpose = 'declaration' | 'need' | 'placement' | 'exit-question' | 'person-space' | 'referral';

export type MailedPurpose = 'invitation' | 'password-reset' | 'sign-in' | 'email-change' | LinkPurpose;

/** Source: retention table of the product, "reset links 30 min", read with ASVS 5.0 §6.4 and §6.5; 2026-11-21. */
export const magicLinks = {
  invitation: { path: '/invitation', minutes: sessionPolicy.invitationDays * 1440 },
  'password-reset': { path: '/mot-de-passe/nouveau', minutes: sessionPolicy.resetMinutes },
  'sign-in': { path: '/connexion/lien', minutes: 15 },
  'email-change': { path: '/compte/adresse/confirmer', minutes: 60 },
  // Choice of the product: opened as often as needed, for two months of declarations; it then repairs itself.
  declaration: { path: '/declarer', minutes: 60 * 1440 },
  // Choices of the product: as long as the question stays open.
  need: { path: '/besoin', minutes: 30 * 1440 },
  placement: { path: '/candidature', minutes: 30 * 1440 },
  'exit-question': { path: '/nouvelles', minutes: 30 * 1440 },
  'person-space': { path: '/mon-espace', minutes: 30 * 1440 },
  referral: { path: '/suivi-candidats', minutes: 30 * 1440 },
} as const satisfies Record<MailedPurpose, { path: string; minutes: number }>;

export function magicLink({
  baseUrl,
  purpose,
  token,
}: {
  baseUrl: string;
  purpose: MailedPurpose;
  token: string;
}): string {
  return `${baseUrl}${magicLinks[purpose].path}/${token}`;
}

/** The question asked after a contract is sent again by whoever asks it, never by who found an old one. */
export function repairs(purpose: LinkPurpose): boolean {
  return purpose !== 'exit-question';
}

/** Where a link that opens nothing any more sends its holder: to get another one. */
export function deadLinkPath(purpose: LinkPurpose, token: string): string {
  return `${magicLinks[purpose].path}/nouveau-lien/${encodeURIComponent(token)}`;
}

/** The same text with the secret of each link taken out: what may be read by someone it was not sent to. */
export function withoutSecrets(text: string): string {
  const paths = Object.values(magicLinks).map(({ path }) => path);
  return text.replaceAll(new RegExp(`(${paths.join('|')})/[\\w-]{20,}`, 'gu'), '$1/…');
}

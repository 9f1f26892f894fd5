/** What a letter may say: read again when it leaves, from the ids it was posted with. */
import { organisationKinds, positions } from '#domain/position.ts';
import { isPosition } from '#domain/position.ts';
import type { Context } from '#http/context.ts';
import type { FactName, Facts } from './template.ts';
import { isExitOpen } from './exit-queries.ts';
import type { ClaimedMail } from './queries.ts';
import { findOwed, isDeclarationDue, owedWords } from './declaration-facts.ts';
import { findInvitation, findOrganisation, findParty, isAccountOpen, isPersonReached } from './queries.ts';
import type { LetterSubject } from './placement-facts.ts';
import { findLetterSubject, isAboutPlacements } from './placement-facts.ts';
import type { InvitationRow, PartyRow } from './queries.ts';
import { findReferentOf, listInitials } from './referral-queries.ts';
import type { ReferentRow } from './referral-queries.ts';

export interface Found {
  facts: Facts;
  invitation: InvitationRow | null;
  /** The part in a lot that the letter is about. */
  party: PartyRow | null;
  /** How many months a letter about hours still speaks of. */
  owed: number;
  /** The referent of candidates that the letter is for. */
  referent: ReferentRow | null;
  /** The post or the candidate that the letter is about. */
  about: LetterSubject | null;
}

const answers: Record<string, string> = { approved: 'acceptée', refused: 'refusée' };

const decisions: Record<string, string> = {
  'second-factor-reset': 'réinitialiser la double authentification d’un membre',
  'organisation-closing': 'fermer l’organisation',
};

const changes: Record<string, string> = {
  added: 'a été activée',
  removed: 'a été retirée',
  renewed: 'a de nouveaux codes de secours',
  reset: 'a été réinitialisée par l’administration de votre organisation',
  'reset-by-operator': 'a été réinitialisée par l’exploitation de l’instance, sur demande',
};

export async function findFacts(ctx: Context, mail: ClaimedMail): Promise<Found> {
  const { parameters } = mail;
  const invitation = mail.template === 'invitation' ? await findInvitation(ctx, mail) : null;
  const named = uuidOf(parameters['party']);
  const owed = await findOwed(ctx, mail, uuidsOf(parameters['declarations']));
  const party = named === null ? null : await findParty(ctx, named);
  const referent = await findReferentOf(ctx, uuidOf(parameters['referent']));
  const about = await findLetterSubject(ctx, mail);
  const other = uuidOf(parameters['organisation']) ?? mail.organisationId;
  const organisation = other === null ? null : await findOrganisation(ctx, other);
  const facts: Record<FactName, string> = {
    organisation: organisation === null ? '' : organisation.name,
    kind: organisation === null ? '' : organisationKinds[organisation.kind],
    position: positionLabel(invitation?.position),
    device: oneLine(parameters['device']),
    change: changes[oneLine(parameters['change'])] ?? 'a changé',
    decision: decisions[oneLine(parameters['action'])] ?? 'une action importante',
    answer: answers[oneLine(parameters['decision'])] ?? 'traitée',
    work: oneLine(party?.work),
    owed: owedWords(mail, owed, oneLine),
    candidates: (await listInitials(ctx, mail)).join(', '),
    post: oneLine(about?.post),
    due: oneLine(about?.due),
  };
  return { facts, invitation, party, owed: owed.length, referent, about };
}

/** A letter whose reason is gone does not leave: the invitation was withdrawn, the account closed. */
export async function isStillDue(
  ctx: Context,
  { mail, invitation, party, owed, referent, about }: Omit<Found, 'facts'> & { mail: ClaimedMail },
): Promise<boolean> {
  if (isAboutPlacements(mail)) return about !== null && about.waits;
  const declares = isDeclarationDue(ctx, { mail, party, owed });
  if (declares !== null) return declares;
  if (mail.template === 'exit-question') return isExitOpen(ctx, uuidOf(mail.parameters['exit']));
  const person = uuidOf(mail.parameters['person']);
  if (person !== null && mail.template !== 'own-contact-changed') {
    return isPersonReached(ctx, { person, email: mail.recipient });
  }
  if (mail.template === 'invitation') {
    return invitation !== null && invitation.waiting && invitation.expiresAt > ctx.now;
  }
  if (uuidOf(mail.parameters['referent']) !== null && referent === null) return false;
  return mail.accountId === null || (await isAccountOpen(ctx, mail.accountId));
}

function uuidsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(uuidOf).filter((one) => one !== null) : [];
}

export function uuidOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value) ? value : null;
}

function positionLabel(position: string | undefined): string {
  return position !== undefined && isPosition(position) ? positions[position].label : '';
}

/** Whatever was posted, it stays one short line. */
function oneLine(value: unknown): string {
  return typeof value === 'string'
    ? value
        .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim()
        .slice(0, 120)
    : '';
}

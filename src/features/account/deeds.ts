/** What happened to an account, told to its owner; the journal tells the same to administrators in the third person. */
import { actionSentence } from '#domain/audit-actions.ts';

const deedLabels: Readonly<Record<string, string>> = {
  'session.ended': 'Session fermée à distance',
  'session.others-ended': 'Autres sessions fermées',
  'session.organisation-chosen': 'Organisation choisie',
  'account.edited': 'Profil modifié',
  'account.password-changed': 'Mot de passe changé',
  'account.email-change-asked': 'Changement d’adresse demandé',
  'account.email-changed': 'Adresse électronique changée',
  'account.second-factor-added': 'Codes d’une application activés',
  'account.second-factor-removed': 'Codes d’une application désactivés',
  'account.recovery-codes-renewed': 'Codes de secours renouvelés',
  'account.passkey-added': 'Clé d’accès ajoutée',
  'account.passkey-renamed': 'Clé d’accès renommée',
  'account.passkey-removed': 'Clé d’accès retirée',
};

/** Other acts keep the words of the journal: "Votre compte a reçu un lien". */
export function deedLabel(action: string): string {
  return deedLabels[action] ?? `Votre compte ${actionSentence(action)}`;
}

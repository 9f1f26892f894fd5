/** What each entry of the journal says in French: who comes first, then this sentence. */

/** What one may filter by: a subject, and the first words of the codes that belong to it. */
export const auditFamilies = {
  account: {
    label: 'Comptes et sécurité',
    prefixes: ['account', 'identity', 'password', 'recovery-code', 'second-factor'],
  },
  session: { label: 'Connexions', prefixes: ['session', 'sign-in', 'second-step', 'confirmation'] },
  organisation: { label: 'Organisation', prefixes: ['organisation', 'service'] },
  member: { label: 'Membres', prefixes: ['member'] },
  invitation: { label: 'Invitations', prefixes: ['invitation'] },
  approval: { label: 'Décisions à deux', prefixes: ['approval'] },
  contact: { label: 'Points de contact', prefixes: ['contact'] },
  link: { label: 'Liens d’échange', prefixes: ['link'] },
  'partner-key': { label: 'Clés de l’API', prefixes: ['partner-key'] },
  mail: { label: 'Courriels', prefixes: ['mail'] },
  journal: { label: 'Journal', prefixes: ['journal'] },
  instance: { label: 'Instance', prefixes: ['instance'] },
  person: { label: 'Personnes et contrats', prefixes: ['person', 'eligibility', 'employment'] },
  party: { label: 'Intervenants', prefixes: ['party', 'facilitator'] },
  view: { label: 'Vues, calendrier et exports', prefixes: ['view', 'calendar'] },
} as const satisfies Record<string, { label: string; prefixes: readonly string[] }>;

export type AuditFamily = keyof typeof auditFamilies;

export const auditActions: Readonly<Record<string, string>> = {
  'contact.created': 'a ajouté un point de contact',
  'contact.edited': 'a modifié un point de contact',
  'contact.archived': 'a retiré un point de contact',
  'contact.restored': 'a remis un point de contact',
  'invitation.sent': 'a envoyé une invitation',
  'invitation.resent': 'a renvoyé une invitation',
  'invitation.withdrawn': 'a annulé une invitation',
  'invitation.accepted': 'a accepté une invitation',
  'member.suspended': 'a suspendu un membre',
  'member.restored': 'a rétabli un membre',
  'member.changed': 'a changé le rôle d’un membre',
  'approval.requested': 'a demandé une décision à deux personnes',
  'approval.approved': 'a accepté une demande',
  'approval.refused': 'a refusé une demande',
  'link.created': 'a proposé un lien d’échange',
  'link.accepted': 'a accepté un lien d’échange',
  'link.revoked': 'a rompu un lien d’échange',
  'link.code-renewed': 'a créé un nouveau code d’échange',
  'link.code-refused': 'a essayé un code d’échange qui n’est pas pour son organisation',
  'partner-key.created': 'a créé une clé de l’API',
  'partner-key.revoked': 'a révoqué une clé de l’API',
  'organisation.created': 'a ouvert l’organisation',
  'organisation.edited': 'a modifié la fiche de l’organisation',
  'mail.resent': 'a renvoyé un courriel',
  'account.edited': 'a modifié son profil',
  'account.password-changed': 'a changé son mot de passe',
  'account.email-change-asked': 'a demandé à changer d’adresse électronique',
  'account.email-changed': 'a changé d’adresse électronique',
  'account.second-factor-added': 'a activé les codes d’une application',
  'account.second-factor-removed': 'a désactivé les codes d’une application',
  'account.recovery-codes-renewed': 'a renouvelé ses codes de secours',
  'account.passkey-added': 'a ajouté une clé d’accès',
  'account.passkey-renamed': 'a renommé une clé d’accès',
  'account.passkey-removed': 'a retiré une clé d’accès',
  'session.ended': 'a fermé une de ses sessions',
  'session.others-ended': 'a fermé ses autres sessions',
  'session.organisation-chosen': 'a choisi de travailler ici',
  'session.opened': 's’est connecté',
  'session.closed': 's’est déconnecté',
  'session.confirmed': 'a confirmé son identité',
  'sign-in.refused': 'a échoué à se connecter',
  'sign-in.link-asked': 'a demandé un lien de connexion',
  'second-step.refused': 'a donné un mauvais code de vérification',
  'confirmation.refused': 'n’a pas réussi à confirmer son identité',
  'recovery-code.used': 'a utilisé un code de secours',
  'account.identity-linked': 'a rattaché son identité ProConnect',
  'password.reset-asked': 'a demandé un nouveau mot de passe',
  'password.reset': 'a choisi un nouveau mot de passe par un lien',
  'identity.linked': 'a relié son compte à ProConnect',
  'invitation.asked-again': 'a demandé une nouvelle invitation',
  'instance.opened': 'a ouvert l’instance',
  'service.opened': 'a ouvert un service',
  'organisation.refreshed': 'a actualisé la fiche avec l’annuaire des entreprises',
  'organisation.closed': 'a fermé l’organisation',
  'organisation.reopened': 'a rouvert l’organisation',
  'approval.withdrawn': 'a retiré sa demande de décision',
  'second-factor.reset': 'a réinitialisé la double authentification d’un membre',
  'member.edited': 'a modifié un membre',
  'invitation.put-back': 'a rétabli une invitation',
  'journal.exported': 'a exporté le journal',
  'instance.cleaned': 'a supprimé ce qui avait expiré',
  'view.saved': 'a enregistré une vue',
  'view.removed': 'a supprimé une vue',
  'view.restored': 'a remis une vue',
  'view.exported': 'a exporté la liste des marchés',
  'calendar.opened': 'a créé l’adresse de son calendrier',
  'calendar.closed': 'a fermé l’adresse de son calendrier',
  'person.read': 'a lu la fiche d’une personne',
  'person.created': 'a enregistré une personne',
  'person.edited': 'a modifié la fiche d’une personne',
  'eligibility.decided': 'a décidé de l’éligibilité d’une personne',
  'eligibility.ended': 'a levé une décision d’éligibilité',
  'employment.created': 'a enregistré un contrat de travail',
  'employment.edited': 'a modifié un contrat de travail',
  'employment.moved': 'a changé l’état d’un contrat de travail',
  'employment.ended': 'a enregistré la fin d’un contrat de travail',
  'employment.renewed': 'a renouvelé un contrat de travail',
  'employment.converted': 'a transformé un contrat de travail en CDI',
  'employment.removed': 'a retiré un contrat de travail',
  'party.added': 'a ajouté un intervenant à un lot',
  'party.edited': 'a modifié un intervenant d’un lot',
  'party.ended': 'a enregistré le départ d’un intervenant',
  'party.restored': 'a remis un intervenant sur un lot',
  'party.contact-changed': 'a mis à jour qui joindre pour un lot',
  'party.delegated': 'a délégué la déclaration d’un lot',
  'facilitator.assigned': 'a confié un lot à une structure de facilitation',
  'facilitator.edited': 'a modifié la part d’une structure de facilitation',
  'facilitator.ended': 'a retiré un lot à une structure de facilitation',
};

/** An action of an older version may have no sentence left: it is shown by its code, never hidden. */
export function actionSentence(code: string): string {
  return Object.hasOwn(auditActions, code)
    ? (auditActions[code] ?? code)
    : `a fait l’action «\u00A0${code}\u00A0»`;
}

export function familyOf(code: string): AuditFamily | null {
  const [prefix = ''] = code.split('.');
  const families = Object.keys(auditFamilies).filter(isAuditFamily);
  return families.find((family) => prefixesOf(family).includes(prefix)) ?? null;
}

export function prefixesOf(family: AuditFamily): readonly string[] {
  return auditFamilies[family].prefixes;
}

export function isAuditFamily(text: string): text is AuditFamily {
  return Object.hasOwn(auditFamilies, text);
}

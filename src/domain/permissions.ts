/** The permission table: each right is one sentence, read by the guard, the pages, the API and /droits. */
import { agreementPermissions } from './permissions-agreements.ts';
import { lotPermissions } from './permissions-lots.ts';
import { eligibilityPermissions } from './permissions-eligibility.ts';
import { privacyPermissions } from './permissions-privacy.ts';
import { referralPermissions } from './permissions-referrals.ts';
import { placementPermissions } from './permissions-placements.ts';
import { pathwayPermissions } from './permissions-pathway.ts';
import { threadPermissions } from './permissions-thread.ts';
import type { Rule } from './rule.ts';

const foundationPermissions = {
  'public.read': { sentence: 'Lire les pages publiques', who: 'everyone', relation: 'public' },
  'sign-in.enter': { sentence: 'Se connecter', who: 'everyone', relation: 'public' },
  'invitation.accept': {
    sentence: 'Accepter une invitation reçue par courriel',
    who: 'everyone',
    relation: 'self',
  },
  'set-up.open': {
    sentence: 'Ouvrir l’instance avec le lien affiché au premier démarrage',
    who: 'everyone',
    relation: 'public',
  },
  'account.read': {
    sentence: 'Consulter son compte, ses connexions et ses messages',
    who: 'signed-in',
    relation: 'self',
  },
  'account.edit': { sentence: 'Modifier son nom et son affichage', who: 'signed-in', relation: 'self' },
  'account.leave': {
    sentence: 'Se déconnecter, fermer une de ses sessions',
    who: 'signed-in',
    relation: 'self',
  },
  'account.secure': {
    sentence: 'Changer son mot de passe, ses clés et ses codes',
    who: 'signed-in',
    relation: 'self',
    confirms: true,
  },
  'account.enrol': {
    sentence: 'Ajouter une preuve de son identité, en la confirmant si une autre existe déjà',
    who: 'signed-in',
    relation: 'self',
  },
  'account.choose-organisation': {
    sentence: 'Choisir l’organisation dans laquelle on travaille',
    who: 'signed-in',
    relation: 'self',
  },
  'home.read': { sentence: 'Voir son travail du jour', who: 'signed-in', relation: 'self' },
  'organisation.read': {
    sentence: 'Consulter la fiche de son organisation',
    who: 'members',
    relation: 'own',
    scope: 'organisation:read',
  },
  'organisation.edit': {
    sentence: 'Modifier la fiche de son organisation',
    who: 'administrators',
    relation: 'own',
  },
  'service.create': {
    sentence: 'Ouvrir un autre service sous le même SIRET',
    who: 'administrators',
    relation: 'own',
  },
  'organisation.create': {
    sentence: 'Ouvrir une organisation et inviter sa première administration',
    who: ['operator.support'],
    relation: 'public',
  },
  'organisation.help': {
    sentence:
      'Secourir une organisation que personne d’autre ne peut débloquer\u00A0: double authentification d’un administrateur, invitation d’une administration, fermeture demandée par écrit, réouverture',
    who: ['operator.support'],
    relation: 'public',
    confirms: true,
  },
  'contact.read': {
    sentence: 'Lire les points de contact de son organisation et des organisations liées',
    who: 'members',
    relation: 'linked',
    scope: 'contacts:read',
  },
  'contact.write': {
    sentence: 'Tenir les points de contact de son organisation',
    who: 'administrators',
    relation: 'own',
    scope: 'contacts:write',
  },
  'member.read': { sentence: 'Voir les membres de son organisation', who: 'members', relation: 'own' },
  'member.manage': {
    sentence: 'Inviter, changer de rôle, suspendre ou rétablir un membre',
    who: 'administrators',
    relation: 'own',
  },
  'approval.request': {
    sentence: 'Demander une décision à deux personnes',
    who: 'administrators',
    relation: 'own',
  },
  'approval.decide': {
    sentence: 'Décider ce qu’une autre personne a demandé',
    who: 'administrators',
    relation: 'own',
    confirms: true,
  },
  'link.read': {
    sentence: 'Voir les liens d’échange de son organisation',
    who: 'administrators',
    relation: 'own',
  },
  'link.manage': {
    sentence: 'Créer, accepter ou rompre un lien d’échange',
    who: 'administrators',
    relation: 'own',
  },
  'journal.read': {
    sentence: 'Lire le journal de son organisation',
    who: 'administrators',
    relation: 'own',
  },
  'mail.read': {
    sentence: 'Voir les courriels envoyés par son organisation',
    who: 'administrators',
    relation: 'own',
  },
  'mail.resend': {
    sentence: 'Renvoyer un courriel de son organisation qui n’est pas parti',
    who: 'administrators',
    relation: 'own',
  },
  'partner-key.manage': {
    sentence: 'Créer et révoquer les clés de l’API',
    who: 'administrators',
    relation: 'own',
    confirms: true,
  },
  'instance.read': {
    sentence: 'Suivre l’état technique et le journal de l’instance, voir ses organisations et qui les administre',
    who: ['operator.support'],
    relation: 'public',
  },
  'mail.deliver': { sentence: 'Expédier les courriels en attente', who: 'jobs', relation: 'public' },
  'journal.verify': {
    sentence: 'Vérifier que le journal n’a pas été modifié',
    who: 'jobs',
    relation: 'public',
  },
  'instance.clean': { sentence: 'Supprimer ce qui a expiré', who: 'jobs', relation: 'public' },
} as const satisfies Record<string, Rule>;

export const permissions = {
  ...foundationPermissions,
  ...threadPermissions,
  ...agreementPermissions,
  ...eligibilityPermissions,
  ...lotPermissions,
  ...pathwayPermissions,
  ...placementPermissions,
  ...privacyPermissions,
  ...referralPermissions,
} as const;

export type Permission = keyof typeof permissions;

/** The permission table: each right is one sentence, read by the guard, the pages, the API and /droits. */
import type { Actor } from './actor.ts';
import { organisationOf } from './actor.ts';
import type { Position } from './position.ts';

/** everyone: also without signing in. signed-in: any account. members: in an organisation. administrators: who manage it. */
export type Who = 'everyone' | 'signed-in' | 'members' | 'administrators' | 'jobs' | readonly Position[];

/** On what: nobody's data, one's own account, one's own organisation, or also an organisation linked by a key in force. */
export type Relation = 'public' | 'self' | 'own' | 'linked';

export interface Rule {
  sentence: string;
  who: Who;
  relation: Relation;
  /** The person confirms who she is again before such a page. */
  confirms?: true;
  /** The scope a partner key must carry; absent, no key opens it. */
  scope?: string;
}

export const permissions = {
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
      'Secourir une organisation que personne d’autre ne peut débloquer\u00A0: double authentification d’un administrateur, fermeture demandée par écrit, réouverture',
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
    sentence: 'Suivre l’état technique de l’instance, voir ses organisations et qui les administre',
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

export type Permission = keyof typeof permissions;

export type Verdict = { allowed: true } | { allowed: false; because: Denial };

/** sign-in: nobody is known yet. choose: no organisation is active. role: the position lacks the right. scope: the key lacks it. other: not hers. */
export type Denial = 'sign-in' | 'choose' | 'role' | 'scope' | 'other';

const yes: Verdict = { allowed: true };

/** May this actor do this at all? Whose object it is is asked by mayOn. */
export function may(actor: Actor, permission: Permission): Verdict {
  const rule: Rule = permissions[permission];
  if (rule.who === 'jobs') return actor.kind === 'job' ? yes : no('role');
  if (actor.kind === 'job') return no('role');
  if (rule.who === 'everyone') return yes;
  if (actor.kind === 'anonymous' || actor.kind === 'link') return no('sign-in');
  if (actor.kind === 'partner') {
    return rule.scope !== undefined && actor.scopes.includes(rule.scope) ? yes : no('scope');
  }
  if (rule.who === 'signed-in') return yes;
  if (actor.kind === 'signed-in') return no('choose');
  if (rule.who === 'members') return yes;
  if (rule.who === 'administrators') return actor.administers ? yes : no('role');
  return rule.who.includes(actor.position) ? yes : no('role');
}

/** The same question on one object: which organisation holds it, and is that organisation linked to the actor's? */
export function mayOn(
  actor: Actor,
  permission: Permission,
  object: { organisation: string; linked?: boolean },
): Verdict {
  const general = may(actor, permission);
  if (!general.allowed) return general;
  const rule: Rule = permissions[permission];
  if (rule.relation === 'public' || rule.relation === 'self') return general;
  if (organisationOf(actor) === object.organisation) return yes;
  return rule.relation === 'linked' && object.linked === true ? yes : no('other');
}

export function isPermission(value: string): value is Permission {
  return Object.hasOwn(permissions, value);
}

function no(because: Denial): Verdict {
  return { allowed: false, because };
}

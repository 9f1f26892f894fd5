/** Why each column about people who have an account is kept (permissions.md §9). */
import type { TableCards } from './column-card.ts';
import { cards } from './column-card.ts';
import { retention } from './retention.ts';
import { sessionPolicy } from './session-policy.ts';

const colleagues = 'Les collègues lisent le nom et le rôle\u00A0; l’administration lit aussi l’adresse';
const account = 'La durée de l’accès, puis deux ans sans connexion\u00A0; le nom reste dans les décisions signées';

export const agentCards: Readonly<Record<string, TableCards>> = {
  account: cards(
    [
      'id',
      'email',
      'name',
      'password_hash',
      'password_changed_at',
      'theme',
      'density',
      'font',
      'last_membership_id',
      'disabled_at',
      'version',
      'created_at',
      'last_sign_in_at',
      'erased_at',
    ],
    {
      purpose: 'Donner un accès et reconnaître la personne',
      basis: 'public-interest',
      recipients: colleagues,
      retention: account,
      sensitivity: 'ordinary',
    },
    {
      email: { sensitivity: 'personal' },
      name: { sensitivity: 'personal' },
      password_hash: {
        purpose: 'Vérifier que c’est bien elle',
        recipients: 'Personne\u00A0: illisible',
        sensitivity: 'personal',
      },
      last_sign_in_at: { purpose: 'Fermer les comptes qui ne servent plus', sensitivity: 'personal' },
    },
  ),
  membership: cards(
    [
      'id',
      'organisation_id',
      'account_id',
      'position',
      'administers',
      'valid_until',
      'suspended_at',
      'suspended_reason',
      'version',
      'created_at',
    ],
    {
      purpose: 'Décider de ce que la personne peut faire dans chaque organisation',
      basis: 'public-interest',
      recipients: colleagues,
      retention: account,
      sensitivity: 'ordinary',
    },
    { position: { sensitivity: 'personal' }, suspended_reason: { sensitivity: 'personal' } },
  ),
  invitation: cards(
    [
      'id',
      'organisation_id',
      'email',
      'position',
      'administers',
      'valid_until',
      'invited_by',
      'expires_at',
      'accepted_at',
      'withdrawn_at',
      'version',
      'created_at',
    ],
    {
      purpose: 'Inviter une personne dans une organisation',
      basis: 'public-interest',
      recipients: 'L’administration de l’organisation',
      retention: account,
      sensitivity: 'ordinary',
    },
    { email: { sensitivity: 'personal' } },
  ),
  session: cards(
    [
      'id',
      'token_hash',
      'account_id',
      'membership_id',
      'device',
      'method',
      'second_factor',
      'strong_until',
      'created_at',
      'seen_at',
      'expires_at',
      'revoked_at',
      'oidc_id_token',
    ],
    {
      purpose: 'Montrer où l’on est connecté et fermer à distance',
      basis: 'public-interest',
      recipients: 'La personne elle-même',
      retention: `${sessionPolicy.absoluteHours} heures au plus, trace effacée après ${retention.days.session} jours`,
      sensitivity: 'ordinary',
    },
    { device: { sensitivity: 'personal' }, oidc_id_token: { sensitivity: 'personal' } },
  ),
  second_factor: proof(['account_id', 'secret_sealed', 'confirmed_at', 'last_counter', 'created_at']),
  recovery_code: proof(['account_id', 'code_hash', 'used_at', 'created_at']),
  passkey: proof([
    'id',
    'account_id',
    'credential_id',
    'public_key',
    'counter',
    'transports',
    'name',
    'created_at',
    'last_used_at',
  ]),
  professional_identity: proof(['issuer', 'subject', 'account_id', 'created_at', 'last_used_at']),
  saved_view: cards(
    ['id', 'organisation_id', 'account_id', 'name', 'address', 'removed_at', 'created_at'],
    {
      purpose: 'Retrouver une liste telle qu’on l’a filtrée',
      basis: 'public-interest',
      recipients: 'La personne elle-même',
      retention: account,
      sensitivity: 'personal',
    },
    { id: { sensitivity: 'ordinary' }, organisation_id: { sensitivity: 'ordinary' } },
  ),
  notice: cards(
    ['id', 'account_id', 'organisation_id', 'tone', 'message', 'undo_action', 'undo_until', 'shown_at', 'created_at'],
    {
      purpose: 'Dire ce qui vient d’être fait et permettre de l’annuler',
      basis: 'public-interest',
      recipients: 'La personne elle-même',
      retention: `${retention.days.notice} jours`,
      sensitivity: 'ordinary',
    },
  ),
  outbox: cards(
    [
      'id',
      'organisation_id',
      'template',
      'recipient',
      'account_id',
      'parameters',
      'status',
      'attempts',
      'next_attempt_at',
      'message_id',
      'subject',
      'kept_body',
      'last_problem',
      'created_at',
      'sent_at',
    ],
    {
      purpose: 'Écrire aux personnes et prouver l’envoi',
      basis: 'public-interest',
      recipients: 'L’administration de l’organisation',
      retention: `Texte ${retention.days['mail-body']} jours`,
      sensitivity: 'ordinary',
    },
    { recipient: { sensitivity: 'personal' }, kept_body: { sensitivity: 'personal' } },
  ),
  audit_event: cards(
    [
      'chain',
      'sequence',
      'organisation_id',
      'account_id',
      'at',
      'entry',
      'action',
      'subject_type',
      'subject_id',
      'previous',
      'hash',
    ],
    {
      purpose: 'Savoir qui a fait quoi, et qui a lu des données sensibles',
      basis: 'legal-duty',
      recipients: 'L’administration de l’organisation\u00A0; chaque personne pour la lecture de sa fiche',
      retention:
        'Douze mois\u00A0; trois ans pour la lecture de données sensibles\u00A0; une décision, la durée de son objet',
      sensitivity: 'ordinary',
    },
    { account_id: { sensitivity: 'personal' }, entry: { sensitivity: 'personal' } },
  ),
};

function proof(columns: readonly string[]): TableCards {
  return cards(columns, {
    purpose: 'Vérifier que c’est bien la personne qui entre',
    basis: 'legal-duty',
    recipients: 'La personne elle-même\u00A0; les secrets ne sont lisibles par personne',
    retention: 'La durée du compte',
    sensitivity: 'personal',
  });
}

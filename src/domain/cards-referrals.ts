/** The cards of what is kept about people by proposals, the pool, meetings and duplicates. */
import type { ColumnCard, TableCards } from './column-card.ts';
import { cards } from './column-card.ts';

const keptWithPerson =
  'Deux ans après le dernier contact, avec la fiche de la personne\u00A0; candidature sans suite\u00A0: deux ans au plus';

const proposal: ColumnCard = {
  purpose: 'Proposer une personne à une structure de facilitation et savoir ce qu’elle devient',
  basis: 'public-interest',
  recipients: 'Équipe d’accompagnement de la structure\u00A0; le prescripteur, pour ce qu’il a lui-même transmis',
  retention: keptWithPerson,
  sensitivity: 'personal',
};

const progress: Partial<ColumnCard> = { purpose: 'Faire avancer la proposition et en rendre compte au référent' };

const profile: ColumnCard = {
  purpose: 'Rapprocher une personne éligible des postes qui lui conviennent',
  basis: 'public-interest',
  recipients: 'Équipe d’accompagnement de la structure',
  retention: 'Jusqu’à la sortie du vivier, puis avec la fiche de la personne',
  sensitivity: 'personal',
};

const referent: ColumnCard = {
  purpose: 'Rendre compte au référent de chaque candidat',
  basis: 'public-interest',
  recipients: 'Prescripteur\u00A0; équipe d’accompagnement des structures à qui le référent a proposé quelqu’un',
  retention: 'Tant que le référent suit des candidats, puis deux ans',
  sensitivity: 'ordinary',
};

const meeting: ColumnCard = {
  purpose: 'Tenir la plateforme de recrutement et noter ce qu’elle décide pour chaque personne',
  basis: 'public-interest',
  recipients: 'Équipe d’accompagnement\u00A0; le prescripteur invité, pour ses seuls candidats',
  retention: keptWithPerson,
  sensitivity: 'personal',
};

const merging: ColumnCard = {
  purpose: 'Réunir deux fiches d’une même personne, et pouvoir l’annuler',
  basis: 'public-interest',
  recipients: 'Équipe d’accompagnement de la structure',
  retention: 'Copie de l’ancienne fiche effacée après 14 jours\u00A0; trace de la fusion avec la fiche gardée',
  sensitivity: 'personal',
};

export const referralCards: Record<string, TableCards> = {
  prescriber_partner: cards(
    ['holder_id', 'prescriber_id', 'kind', 'ended_at', 'version', 'created_at', 'id'],
    {
      purpose: 'Savoir quels prescripteurs peuvent proposer des personnes',
      basis: 'public-interest',
      recipients: 'Équipe d’accompagnement\u00A0; hors d’elle, huit types sont écrits «\u00A0Autre prescripteur\u00A0»',
      retention: 'Tant que la structure et le prescripteur travaillent ensemble, puis deux ans',
      sensitivity: 'ordinary',
    },
    // The kind of a prescriber tells why the people it follows are followed.
    { kind: { sensitivity: 'private' }, prescriber_id: { sensitivity: 'private' } },
  ),
  referent: cards(
    ['id', 'prescriber_id', 'account_id', 'added_by', 'name', 'email', 'phone', 'ended_at', 'version', 'created_at'],
    referent,
  ),
  referral: cards(
    [
      'id',
      'person_id',
      'holder_id',
      'prescriber_id',
      'referent_id',
      'family_name',
      'given_name',
      'folded_name',
      'birth_date',
      'commune',
      'email',
      'phone',
      'claims',
      'wish_code',
      'available_from',
      'informed_on',
      'source',
      'state',
      'since',
      'reason',
      'accepted_at',
      'accepted_by',
      'meet_on',
      'closed_at',
      'before_step',
      'proof_kind',
      'proof_dated_on',
      'proof_said_at',
      'version',
      'created_by',
      'created_at',
    ],
    proposal,
    {
      claims: {
        purpose: 'Préparer l’étude de l’éligibilité\u00A0: des codes, jamais de santé ni de justice',
        sensitivity: 'private',
      },
      prescriber_id: { sensitivity: 'private' },
      informed_on: { purpose: 'Prouver que la personne a été informée' },
      state: progress,
      since: progress,
      reason: { ...progress, sensitivity: 'private' },
      accepted_at: progress,
      accepted_by: progress,
      meet_on: progress,
      closed_at: progress,
      before_step: { purpose: 'Annuler la dernière étape' },
      proof_kind: {
        purpose: 'Dire à la structure qu’une pièce est remise\u00A0: son genre, jamais la pièce',
        sensitivity: 'private',
      },
      proof_dated_on: progress,
      proof_said_at: progress,
    },
  ),
  referral_feedback: cards(
    ['id', 'person_id', 'holder_id', 'what', 'reason', 'at', 'told_at'],
    { ...proposal, purpose: 'Dire au référent ce que devient son candidat' },
    { reason: { sensitivity: 'private' } },
  ),
  pool_profile: cards(
    [
      'person_id',
      'holder_id',
      'rome_codes',
      'department_code',
      'driving_licence',
      'vehicle',
      'available_from',
      'training_level',
      'languages',
      'removed_at',
      'version',
      'updated_at',
      'updated_by',
    ],
    profile,
  ),
  platform_meeting: cards(
    [
      'id',
      'holder_id',
      'title',
      'held_on',
      'starts_at',
      'place',
      'state',
      'former_state',
      'minutes',
      'version',
      'created_by',
      'created_at',
    ],
    { ...meeting, sensitivity: 'ordinary' },
  ),
  platform_guest: cards(['meeting_id', 'holder_id', 'prescriber_id', 'attended'], {
    ...meeting,
    sensitivity: 'ordinary',
  }),
  platform_candidate: cards(['meeting_id', 'holder_id', 'person_id', 'rome_code', 'decision', 'decided_at'], meeting),
  person_distinct: cards(['holder_id', 'one_id', 'other_id', 'said_by', 'said_at'], {
    ...merging,
    purpose: 'Ne plus proposer de fusionner deux personnes distinctes',
    retention: 'Avec les fiches des deux personnes',
  }),
  person_merge: cards(
    ['id', 'holder_id', 'kept_id', 'removed_id', 'snapshot', 'merged_by', 'merged_at', 'undo_until', 'undone_at'],
    merging,
    { snapshot: { sensitivity: 'private' } },
  ),
};

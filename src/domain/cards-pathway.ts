/** The cards of the pathway: what the register of processing says of each column of visits, evaluations, obstacles and exits. */
import type { ColumnCard, TableCards } from './column-card.ts';
import { cards } from './column-card.ts';

const team = 'Structure de facilitation qui suit la personne';

const active = 'Deux ans après le dernier contact, puis anonymisation';

const followUp: ColumnCard = {
  purpose: 'Suivre la personne à son poste, de contrat en contrat',
  basis: 'public-interest',
  recipients: team,
  retention: active,
  sensitivity: 'personal',
};

const social: ColumnCard = {
  purpose: 'Orienter la personne vers qui peut lever ce qui gêne son parcours',
  basis: 'public-interest',
  recipients: 'Personnes chargées de l’accompagnement dans cette structure, et personne d’autre',
  retention: 'Six mois après la fin de l’accompagnement, puis suppression',
  sensitivity: 'private',
};

export const pathwayCards: Record<string, TableCards> = {
  visit: cards(
    [
      'person_id',
      'contract_id',
      'kind',
      'plan_key',
      'wanted_on',
      'due_on',
      'state',
      'done_on',
      'signal',
      'cancelled_because',
      'account_id',
    ],
    { ...followUp, recipients: `${team}, employeur, entreprise et prescripteur de la personne\u00A0; la personne` },
    { account_id: { purpose: 'Savoir qui va à la visite', sensitivity: 'ordinary' } },
  ),
  visit_note: cards(
    ['visit_id', 'outcome', 'signal', 'words', 'noted_on', 'next_on', 'standing', 'account_id'],
    followUp,
    { words: { purpose: 'Noter le travail vu sur place, jamais la santé ni la vie privée', sensitivity: 'private' } },
  ),
  work_evaluation: cards(
    ['person_id', 'contract_id', 'organisation_id', 'account_id', 'evaluated_on', 'ratings', 'words'],
    {
      ...followUp,
      purpose: 'Évaluer le travail et montrer les progrès',
      recipients: `${team}, employeur, entreprise et prescripteur de la personne\u00A0; la personne`,
    },
  ),
  tripartite_report: cards(
    ['person_id', 'contract_id', 'account_id', 'held_on', 'present', 'said', 'agreed', 'next_on'],
    {
      ...followUp,
      purpose: 'Garder ce qui a été dit et convenu entre la personne, l’entreprise et la structure',
      recipients: `${team}, employeur, entreprise et prescripteur de la personne\u00A0; la personne`,
    },
  ),
  skill: cards(['person_id', 'label', 'level', 'contract_id', 'place', 'seen_on', 'account_id'], {
    ...followUp,
    purpose: 'Remettre à la personne le passeport de ses compétences',
    recipients: `${team}\u00A0; la personne, qui le garde`,
  }),
  next_contract: cards(['person_id', 'contract_id', 'step', 'lot_id', 'words', 'proposed_on', 'account_id'], {
    ...followUp,
    purpose: 'Préparer ce qui suit un contrat avant sa fin',
    recipients: `${team}\u00A0; le prescripteur lit l’étape proposée`,
  }),
  contract_alert: cards(['contract_id', 'prescriber_id', 'ends_on', 'alerted_on'], {
    ...followUp,
    purpose: 'Annoncer une seule fois une fin de contrat au prescripteur',
    recipients: `${team} et prescripteur de la personne`,
  }),
  obstacle: cards(
    [
      'person_id',
      'kind',
      'state',
      'referent_id',
      'specialist',
      'specialist_phone',
      'opened_on',
      'lifted_on',
      'signalled_by',
    ],
    { ...social, recipients: `${social.recipients}\u00A0; le prescripteur, pour un frein partagé ou signalé par lui` },
    {
      // The code "health" says that somebody must be passed on to a doctor: a fact of article 9, kept as a verdict.
      kind: { sensitivity: 'health', purpose: 'Nommer le frein par un mot, sans cause ni diagnostic' },
    },
  ),
  obstacle_note: cards(['obstacle_id', 'words', 'account_id'], social),
  obstacle_share: cards(['obstacle_id', 'prescriber_id', 'account_id', 'shared_at', 'ended_at'], {
    ...social,
    purpose: 'Savoir quel frein est partagé, avec qui, depuis quand',
    recipients: `${social.recipients}\u00A0; le prescripteur concerné`,
    sensitivity: 'personal',
  }),
  exit_situation: cards(
    ['person_id', 'contract_id', 'point', 'due_on', 'state', 'code', 'observed_on', 'source', 'asked_at'],
    {
      ...followUp,
      purpose: 'Mesurer ce que deviennent les personnes, à la sortie puis à 3, 6 et 12 mois',
      recipients: `${team}, structure d’insertion qui l’employait et prescripteur\u00A0; l’entreprise, pour la fin du contrat\u00A0; la personne`,
      retention: `${active}\u00A0; les sommes restent`,
    },
    { code: { sensitivity: 'private' } },
  ),
};

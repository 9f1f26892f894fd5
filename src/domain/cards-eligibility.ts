/** Cards of the columns of eligibility: why a decision was taken, on which papers, where people live, their numbers. */
import type { ColumnCard, TableCards } from './column-card.ts';
import { cards } from './column-card.ts';

const until = 'Deux ans après le dernier contact, puis anonymisation';
const deciders = 'Facilitation et accompagnement de la structure qui suit la personne';

const ordinary = {
  purpose: 'Tenir la trace technique de la ligne',
  basis: 'public-interest',
  recipients: deciders,
  retention: until,
  sensitivity: 'ordinary',
} as const satisfies ColumnCard;

const reason = {
  ...ordinary,
  purpose: 'Justifier pourquoi la personne est éligible à la clause',
  recipients: `${deciders}\u00a0; le prescripteur pour ce qu’il a remis`,
  retention: 'Avec la décision\u00a0; pour la santé et la justice, jusqu’à la fin de la période et du décompte',
  sensitivity: 'private',
} as const satisfies ColumnCard;

const home = {
  ...ordinary,
  purpose: 'Savoir si la personne habite un quartier prioritaire',
  recipients: 'Structure qui suit la personne',
  sensitivity: 'personal',
} as const satisfies ColumnCard;

const rule = {
  ...ordinary,
  purpose: 'Tenir les règles d’éligibilité et leur source',
  recipients: 'Qui lit le marché ou administre la structure',
  retention: 'Avec le marché ou la structure',
} as const satisfies ColumnCard;

export const eligibilityCards: Readonly<Record<string, TableCards>> = {
  eligibility_reason: cards(
    ['id', 'eligibility_id', 'person_id', 'holder_id', 'criterion', 'criterion_version', 'label', 'main', 'created_at'],
    ordinary,
    {
      // HEALTH and STATE_SUPPORT are answers alone: the column is as delicate as the most delicate of them.
      criterion: { ...reason, sensitivity: 'health' },
      criterion_version: reason,
      label: reason,
      main: reason,
    },
  ),
  eligibility_proof: cards(
    [
      'id',
      'reason_id',
      'person_id',
      'holder_id',
      'kind',
      'dated_on',
      'valid_until',
      'author',
      'seen_on',
      'seen_by',
      'supplied_by',
      'created_at',
    ],
    ordinary,
    {
      kind: reason,
      dated_on: reason,
      valid_until: reason,
      author: reason,
      seen_on: reason,
      seen_by: reason,
      supplied_by: reason,
    },
  ),
  eligibility_document: cards(
    ['id', 'proof_id', 'holder_id', 'name', 'media_type', 'bytes', 'sha256', 'content', 'keep_until', 'created_at'],
    { ...ordinary, retention: 'Trois mois au plus après la décision, puis suppression' },
    {
      name: { purpose: 'Garder l’avis motivé, ou la pièce si la structure l’a choisi', sensitivity: 'private' },
      content: { purpose: 'Garder l’avis motivé, ou la pièce si la structure l’a choisi', sensitivity: 'private' },
    },
  ),
  person_residence: cards(
    [
      'person_id',
      'holder_id',
      'label',
      'postcode',
      'commune',
      'commune_code',
      'longitude',
      'latitude',
      'precise',
      'source',
      'checked_at',
      'removed_at',
      'version',
    ],
    home,
    { longitude: { sensitivity: 'private' }, latitude: { sensitivity: 'private' }, label: { sensitivity: 'private' } },
  ),
  person_number: cards(
    ['id', 'person_id', 'holder_id', 'kind', 'value', 'created_by', 'removed_at', 'created_at'],
    ordinary,
    {
      kind: { purpose: 'Retrouver le parcours d’insertion de la personne', sensitivity: 'private' },
      value: { purpose: 'Retrouver le parcours d’insertion de la personne', sensitivity: 'private' },
    },
  ),
  person_profile: cards(
    ['person_id', 'holder_id', 'training_scale', 'training_value', 'unemployment_bracket', 'examined_on'],
    {
      ...ordinary,
      purpose: 'Vérifier les critères de niveau et de durée, et compter par tranches',
      recipients: `${deciders}\u00a0; ailleurs des totaux seulement`,
      sensitivity: 'private',
    },
    { person_id: ordinary, holder_id: ordinary, examined_on: ordinary },
  ),
  contract_residence: cards(
    [
      'contract_id',
      'person_id',
      'holder_id',
      'commune',
      'commune_code',
      'district',
      'district_code',
      'vintage',
      'source',
      'taken_at',
    ],
    {
      ...home,
      purpose: 'Compter les habitants de quartiers prioritaires au jour de l’embauche',
      recipients: `${deciders}\u00a0; ailleurs des totaux seulement`,
    },
    { district: { sensitivity: 'private' }, district_code: { sensitivity: 'private' } },
  ),
  market_eligibility_rule: cards(
    [
      'id',
      'market_id',
      'lot_id',
      'organisation_id',
      'effect',
      'criterion',
      'label',
      'share_basis_points',
      'from_day',
      'until_day',
      'source',
      'created_by',
      'removed_at',
      'created_at',
    ],
    rule,
  ),
  eligibility_setting: cards(
    ['id', 'organisation_id', 'code', 'value', 'from_day', 'until_day', 'source', 'created_by', 'created_at'],
    rule,
  ),
  district_import: cards(
    [
      'id',
      'vintage',
      'source',
      'file_name',
      'outlines',
      'points',
      'whole',
      'state',
      'replaces_id',
      'created_by',
      'created_at',
      'decided_at',
    ],
    { ...rule, purpose: 'Tenir les contours officiels des quartiers prioritaires', recipients: 'Toute l’instance' },
  ),
  district_outline: cards(['import_id', 'code', 'name', 'west', 'south', 'east', 'north', 'polygons'], {
    ...rule,
    purpose: 'Tenir les contours officiels des quartiers prioritaires',
    recipients: 'Toute l’instance',
  }),
};

/** The register of processing for needs and placements: what each column about a person is for, who reads it, until when. */
import type { ColumnCard, TableCards } from './column-card.ts';
import { cards } from './column-card.ts';

const candidate: ColumnCard = {
  purpose: 'Présenter une personne à une entreprise qui recrute sous clause, et suivre ce qu’elle devient',
  basis: 'public-interest',
  recipients: 'La structure qui suit la personne, le référent qui l’a orientée',
  retention: 'Deux ans après le dernier contact, puis suppression\u00A0; les nombres sont gardés',
  sensitivity: 'personal',
};

const shown: Partial<ColumnCard> = {
  recipients: 'La structure qui suit la personne, le référent qui l’a orientée, l’entreprise du poste',
};

const professional: ColumnCard = {
  purpose: 'Savoir qui joindre sur le chantier pour un poste',
  basis: 'contract',
  recipients: 'L’entreprise, la structure de facilitation, les prescripteurs à qui le poste est diffusé',
  retention: 'Deux ans après la clôture du poste, puis suppression',
  sensitivity: 'personal',
};

export const placementCards: Readonly<Record<string, TableCards>> = {
  job_offer: cards(['site_contact', 'site_phone', 'created_by'], professional),
  offer_recipient: cards(['recipient', 'people'], {
    ...professional,
    purpose: 'Diffuser un poste à l’adresse d’une équipe de prescripteurs et garder sa réponse',
    recipients: 'La structure de facilitation, l’équipe qui a répondu',
  }),
  placement: cards(
    [
      'person_id',
      'holder_id',
      'proposed_by_id',
      'initials',
      'trade',
      'commune',
      'available_on',
      'presentation',
      'state',
      'state_since',
      'sent_on',
      'due_on',
      'reason',
      'contract_id',
    ],
    candidate,
    {
      initials: shown,
      trade: shown,
      commune: shown,
      available_on: shown,
      presentation: shown,
      state: shown,
      reason: shown,
    },
  ),
  placement_step: cards(
    ['placement_id', 'from_state', 'to_state', 'side', 'account_id', 'reason', 'note', 'at'],
    candidate,
    {
      reason: { sensitivity: 'private', purpose: 'Dire au référent pourquoi une candidature n’a pas abouti' },
      note: { sensitivity: 'private', purpose: 'Expliquer une décision à l’équipe et au référent' },
    },
  ),
  interview: cards(['placement_id', 'starts_at', 'minutes', 'place', 'meets'], {
    ...candidate,
    ...shown,
    purpose: 'Fixer l’entretien d’une personne avec une entreprise',
  }),
  pre_hire_training: cards(
    ['placement_id', 'kind', 'organiser', 'starts_on', 'ends_on', 'minutes', 'counted', 'removed_at'],
    {
      ...candidate,
      ...shown,
      purpose: 'Suivre la formation qui prépare une embauche, et dire si ses heures comptent',
    },
  ),
  welcome_sheet: cards(['placement_id', 'first_day', 'first_time', 'address', 'receives', 'phone', 'tutor', 'brings'], {
    ...candidate,
    ...shown,
    purpose: 'Préparer l’arrivée d’une personne sur son lieu de travail',
  }),
  session_registration: cards(['session_id', 'person_id', 'registered_by', 'attendance'], {
    ...candidate,
    purpose: 'Inscrire une personne à une information collective et noter sa présence',
  }),
};

/** What a referent is told of her candidate, step by step: the systematic return of S2, annex 1. */

/** Past participles agree with "la personne", so that no sex is guessed. */
export const feedbackSentences = {
  accepted: 'Proposition acceptée, la personne va être rencontrée',
  met: 'Personne rencontrée',
  'eligibility-pending': 'Un justificatif est attendu de votre part',
  eligible: 'Éligibilité validée',
  'not-eligible': 'Non éligible à la clause',
  'in-pool': 'Inscrite au vivier',
  expired: 'Éligibilité arrivée à son terme, à renouveler',
  refused: 'Proposition close',
  hired: 'En emploi',
  proposed: 'Présentée à une entreprise',
  interview: 'Entretien avec une entreprise',
  selected: 'Retenue par une entreprise',
  rejected: 'Non retenue par une entreprise, reste disponible',
  withdrawn: 'Candidature retirée',
  'no-show': 'Absente à un rendez-vous',
  undone: 'La dernière étape a été annulée',
} as const;

export type FeedbackCode = keyof typeof feedbackSentences;

export function isFeedbackCode(value: string): value is FeedbackCode {
  return Object.hasOwn(feedbackSentences, value);
}

/** A code that a later version wrote reads as news, never as a code. */
export function feedbackSentence(code: string): string {
  return isFeedbackCode(code) ? feedbackSentences[code] : 'Une nouvelle étape';
}

/** "A. D.": enough for the referent to know, too little for whoever else reads the letter. */
export function initialsOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return [givenName, familyName]
    .map((name) => [...name.trim()][0] ?? '')
    .filter((letter) => letter !== '')
    .map((letter) => `${letter.toUpperCase()}.`)
    .join('\u00A0');
}

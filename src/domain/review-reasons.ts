/** The ready-made reasons of a review of hours (users.md §5.1, 4): why a line is refused, why a declaration is refused or handed back. */

/** In a sentence, ~ stands for a non-breaking space. */
const lineReasons = {
  'proof-missing': 'La fiche de paie ou le relevé manque. Joignez-le, puis envoyez de nouveau.',
  'hours-differ': 'Les heures ne correspondent pas à la pièce jointe. Corrigez le nombre d’heures.',
  'other-site': 'Ces heures ont été faites sur un autre chantier. Retirez-les de ce lot.',
  'not-worked': 'Ces heures comprennent des congés ou un arrêt. Ne déclarez que les heures travaillées.',
  'person-not-eligible': 'Cette personne n’est pas validée pour la clause. Retirez la ligne.',
  'contract-missing': 'Le contrat de travail manque ou ne couvre pas le mois. Envoyez-le, puis déclarez de nouveau.',
} as const;

const wholeReasons = {
  'not-this-lot': 'Ces heures ne relèvent pas de ce lot.',
  'already-counted': 'Ces heures ont déjà été déclarées ailleurs.',
  'outside-clause': 'Ces heures ne relèvent pas de la clause d’insertion.',
} as const;

const correctReasons = {
  'to-complete': 'Complétez la déclaration~: des pièces ou des personnes manquent.',
  'to-check-hours': 'Vérifiez les heures~: elles diffèrent nettement du mois précédent ou de la pièce jointe.',
  'wrong-month': 'Ces heures semblent être celles d’un autre mois. Corrigez, puis envoyez de nouveau.',
  'asked-by-company': 'Vous avez demandé à modifier cette déclaration. Corrigez, puis envoyez de nouveau.',
} as const;

export const reviewReasons = { line: lineReasons, refuse: wholeReasons, correct: correctReasons };

export type ReviewReasonKind = keyof typeof reviewReasons;

/** The sentence the company will read; null when the code is not of this catalogue. */
export function reviewReason(kind: ReviewReasonKind, code: string): string | null {
  const known: Readonly<Record<string, string>> = reviewReasons[kind];
  return Object.hasOwn(known, code) ? (known[code] ?? '').replaceAll('~', '\u00a0') : null;
}

export function reviewReasonOptions(kind: ReviewReasonKind): { value: string; label: string }[] {
  return Object.keys(reviewReasons[kind]).map((value) => ({
    value,
    label: reviewReason(kind, value) ?? value,
  }));
}

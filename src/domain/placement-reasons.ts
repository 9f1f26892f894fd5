/** Why a candidate was not kept: the State's list (domain.md §12.3), who may say each, and who may read it. */

interface RejectionReason {
  label: string;
  /** Said by the company in one tap. */
  byCompany?: true;
  /** Of the person's life: the team and the referent alone read it. */
  kept?: true;
}

const reasons = {
  'no-position': { label: 'Poste déjà pourvu ou annulé', byCompany: true },
  skills: { label: 'Compétences insuffisantes pour le poste', byCompany: true },
  'not-interested': { label: 'La personne n’est pas intéressée', byCompany: true },
  unreachable: { label: 'Personne injoignable', byCompany: true },
  'no-show': { label: 'Absente à l’entretien', byCompany: true },
  'hired-elsewhere': { label: 'Embauchée ailleurs' },
  training: { label: 'Entrée en formation' },
  'not-mobile': { label: 'Trajet impossible' },
  'not-eligible': { label: 'Non éligible à la clause', kept: true },
  obstacle: { label: 'Difficulté incompatible avec le poste', kept: true },
  duplicate: { label: 'Candidature en double' },
  other: { label: 'Autre raison', byCompany: true },
} as const satisfies Record<string, RejectionReason>;

export type ReasonCode = keyof typeof reasons;

export const placementReasons: Readonly<Record<ReasonCode, RejectionReason>> = reasons;

export const reasonCodes = Object.keys(reasons).filter(isReasonCode);

export function isReasonCode(value: string): value is ReasonCode {
  return Object.hasOwn(reasons, value);
}

export function reasonsOfCompany(): ReasonCode[] {
  return reasonCodes.filter((code) => placementReasons[code].byCompany === true);
}

/** What this reader may know of the reason: the company reads no fact of a life. */
export function reasonWords(code: string, reader: 'company' | 'team'): string {
  if (!isReasonCode(code)) return '';
  const { label, kept } = placementReasons[code];
  return kept === true && reader === 'company' ? placementReasons.other.label : label;
}

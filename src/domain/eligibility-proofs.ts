/** The papers a facilitator looks at before deciding, and how long each stays good. */
import type { Day } from './day.ts';
import { addMonths, formatShortDay } from './day.ts';

/** months: dated at most so long before the hire. at-hire: says until when it is valid, and is on the day of the hire. none: does not age. */
export type ProofValidity = { kind: 'months'; months: number } | { kind: 'at-hire' } | { kind: 'none' };

export interface ProofKind {
  label: string;
  validity: ProofValidity;
  source: string;
}

const iae = 'Arrêté du 4\u00a0septembre 2025, liste des justificatifs';
const design = 'Choix de Guichet, par analogie avec les autres attestations';

const kinds = {
  'benefit-statement': { label: 'Attestation de la CAF ou de la MSA', validity: months(3), source: iae },
  'payer-statement': { label: 'Attestation de l’organisme payeur', validity: months(3), source: iae },
  'job-seeker-statement': { label: 'Avis de situation France Travail', validity: months(3), source: iae },
  'disability-decision': { label: 'Décision en cours de validité', validity: { kind: 'at-hire' }, source: iae },
  identity: { label: 'Pièce d’identité', validity: { kind: 'none' }, source: iae },
  diploma: { label: 'Diplôme ou relevé', validity: { kind: 'none' }, source: iae },
  sworn: { label: 'Attestation sur l’honneur', validity: months(3), source: iae },
  'home-proof': { label: 'Justificatif de domicile', validity: months(6), source: iae },
  'residence-permit': { label: 'Titre de séjour', validity: { kind: 'at-hire' }, source: iae },
  'iae-pass': { label: 'PASS IAE', validity: { kind: 'at-hire' }, source: iae },
  contract: { label: 'Contrat de travail', validity: { kind: 'none' }, source: 'CCAP de l’État 2021' },
  'structure-statement': { label: 'Attestation de la structure', validity: months(3), source: design },
  'support-statement': { label: 'Attestation de suivi', validity: months(6), source: iae },
  'care-statement': { label: 'Attestation de l’aide sociale à l’enfance', validity: months(12), source: iae },
  'housing-statement': {
    label: 'Domiciliation ou déclaration d’un travailleur social',
    validity: months(3),
    source: iae,
  },
  'language-evaluation': { label: 'Évaluation de français', validity: months(6), source: iae },
  'mobility-diagnosis': {
    label: 'Diagnostic de mobilité d’un prescripteur habilité',
    validity: months(6),
    source: iae,
  },
  opinion: { label: 'Avis motivé', validity: { kind: 'none' }, source: 'CCAP de l’État 2021' },
  other: { label: 'Autre document', validity: months(3), source: design },
} as const satisfies Record<string, ProofKind>;

export type ProofCode = keyof typeof kinds;
export const proofKinds: Readonly<Record<ProofCode, ProofKind>> = kinds;

export interface Proof {
  kind: ProofCode;
  datedOn: Day | null;
  validUntil: Day | null;
}

export type ProofFault = 'proof-missing' | 'proof-date-missing' | 'proof-future' | 'proof-to-renew' | 'proof-over';

/** P7: three months to the day pass, one day more does not. The day that counts is the hire; a proof of after it is fresher still. */
export function proofFault(proof: Proof | undefined, { day, seenOn }: { day: Day; seenOn: Day }): ProofFault | null {
  if (proof === undefined) return 'proof-missing';
  const { validity } = proofKinds[proof.kind];
  if (proof.datedOn !== null && proof.datedOn > seenOn) return 'proof-future';
  if (validity.kind === 'none') return null;
  if (validity.kind === 'at-hire') {
    if (proof.validUntil === null) return 'proof-date-missing';
    return proof.validUntil < day ? 'proof-over' : null;
  }
  if (proof.datedOn === null) return 'proof-date-missing';
  return addMonths(proof.datedOn, validity.months) < day ? 'proof-to-renew' : null;
}

export function validityWords(kind: ProofCode): string {
  const { validity } = proofKinds[kind];
  switch (validity.kind) {
    case 'months':
      return `de moins de ${validity.months}\u00a0mois`;
    case 'at-hire':
      return 'valable le jour de l’embauche';
    case 'none':
      return '';
  }
}

export function proofWords({ kind, datedOn, validUntil }: Proof): string {
  const dated = datedOn === null ? '' : ` du ${formatShortDay(datedOn)}`;
  const until = validUntil === null ? '' : `, valable jusqu’au ${formatShortDay(validUntil)}`;
  return `${proofKinds[kind].label}${dated}${until}`;
}

export function isProofCode(value: string): value is ProofCode {
  return Object.hasOwn(kinds, value);
}

function months(count: number): ProofValidity {
  return { kind: 'months', months: count };
}

/** The papers a prescriber may say it handed or renewed: none of them tells of health, childhood care or justice. */
import type { ProofCode } from './eligibility-proofs.ts';
import { proofKinds } from './eligibility-proofs.ts';

/** Choice of Guichet: what tells of a protected situation is shown to the facilitator by voice, never coded here. */
export const handedProofs = [
  'job-seeker-statement',
  'benefit-statement',
  'payer-statement',
  'support-statement',
  'structure-statement',
  'identity',
  'home-proof',
  'residence-permit',
  'diploma',
  'iae-pass',
  'sworn',
  'opinion',
  'other',
] as const satisfies readonly ProofCode[];

export type HandedProof = (typeof handedProofs)[number];

export function isHandedProof(value: string): value is HandedProof {
  return (handedProofs as readonly string[]).includes(value);
}

export function handedProofLabel(code: string): string {
  return isHandedProof(code) ? proofKinds[code].label : '';
}

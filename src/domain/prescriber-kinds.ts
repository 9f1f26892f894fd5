/** What a prescriber is (State list, domain.md §9), and which kinds tell by themselves of health, justice, childhood or violence. */
import type { Actor } from './actor.ts';
import type { Position } from './position.ts';

/** Source: "types de prescripteurs" of les emplois de l'inclusion, 2026-08-21. */
export const prescriberKinds = {
  AFPA: 'AFPA, agence nationale pour la formation professionnelle des adultes',
  ASE: 'ASE, aide sociale à l’enfance',
  CAARUD: 'CAARUD, accueil et réduction des risques',
  CADA: 'CADA, centre d’accueil de demandeurs d’asile',
  CAF: 'CAF, caisse d’allocations familiales',
  CAP_EMPLOI: 'Cap emploi',
  CAVA: 'CAVA, centre d’adaptation à la vie active',
  CCAS: 'CCAS ou CIAS, centre communal ou intercommunal d’action sociale',
  CHRS: 'CHRS, centre d’hébergement et de réinsertion sociale',
  CHU: 'CHU, centre d’hébergement d’urgence',
  CIDFF: 'CIDFF, information sur les droits des femmes et des familles',
  CPH: 'CPH, centre provisoire d’hébergement',
  CSAPA: 'CSAPA, soins, accompagnement et prévention en addictologie',
  DEPT: 'Service social du Département',
  E2C: 'E2C, école de la deuxième chance',
  EPIDE: 'EPIDE, établissement pour l’insertion dans l’emploi',
  FT: 'France Travail',
  HUDA: 'HUDA, hébergement d’urgence pour demandeurs d’asile',
  ML: 'Mission locale',
  MSA: 'MSA, mutualité sociale agricole',
  OACAS: 'OACAS, accueil communautaire et activité solidaire',
  OCASF: 'Organisme du 8° du I de l’article L. 312-1 du code de l’action sociale',
  ODC: 'Organisme délégataire d’un Département pour le suivi du RSA',
  OHPD: 'Organisme habilité par le préfet de département',
  OIL: 'Opérateur d’intermédiation locative',
  PENSION: 'Pension de famille, résidence accueil',
  PIJ_BIJ: 'PIJ ou BIJ, point ou bureau information jeunesse',
  PJJ: 'PJJ, protection judiciaire de la jeunesse',
  PLIE: 'PLIE, plan local pour l’insertion et l’emploi',
  PREVENTION: 'Service ou club de prévention',
  RS_FJT: 'Résidence sociale, foyer de jeunes travailleurs',
  SPIP: 'SPIP, service pénitentiaire d’insertion et de probation',
  ORIENTEUR: 'Autre organisation qui oriente',
  OTHER: 'Autre',
} as const;

export type PrescriberKind = keyof typeof prescriberKinds;

/** Source: domain.md §9, the eight kinds replaced by "Autre" when data leave the State platform. */
const sensitiveKinds: readonly PrescriberKind[] = [
  'ASE',
  'CAARUD',
  'CIDFF',
  'CSAPA',
  'PENSION',
  'PJJ',
  'PREVENTION',
  'SPIP',
];

/** The team that accompanies people: permissions.md §6.2, line "Eligibility reason". */
export const accompanyingPositions = [
  'facilitator.admin',
  'facilitator.facilitator',
  'facilitator.accompaniment',
] as const satisfies readonly Position[];

export const otherPrescriber = 'Autre prescripteur';

export function isPrescriberKind(value: string): value is PrescriberKind {
  return Object.hasOwn(prescriberKinds, value);
}

export function isSensitivePrescriber(kind: PrescriberKind): boolean {
  return sensitiveKinds.includes(kind);
}

export function isAccompanying(actor: Actor): boolean {
  return actor.kind === 'member' && accompanyingPositions.some((position) => position === actor.position);
}

/** What may be said of a prescriber: everything to the team, and outside it nothing that tells why a person is followed. */
export function shownPrescriber(
  prescriber: { name: string; kind: PrescriberKind },
  { team }: { team: boolean },
): { name: string; kind: string } {
  const { name, kind } = prescriber;
  if (team || !isSensitivePrescriber(kind)) return { name, kind: prescriberKinds[kind] };
  return { name: otherPrescriber, kind: otherPrescriber };
}

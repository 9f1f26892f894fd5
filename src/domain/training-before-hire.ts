/** Training that prepares a hire: what it is called, who organises it, and whether its hours count. */

export const trainingKinds = {
  POEI: 'POEI, préparation opérationnelle individuelle',
  POEC: 'POEC, préparation opérationnelle collective',
  AFPR: 'AFPR, formation préalable au recrutement',
  CARED: 'CARED, contrat d’aide et de retour à l’emploi durable',
  PMSMP: 'Immersion (PMSMP)',
  OTHER: 'Autre formation avant l’embauche',
} as const;

export type TrainingKind = keyof typeof trainingKinds;

/** Told with its reason: an hour before any contract counts only where a convention says so. */
export function trainingCountWords({ counted, source }: { counted: boolean; source: string }): string {
  return counted ? `Ces heures comptent (${source}).` : `Ces heures ne comptent pas dans la clause (${source}).`;
}

/** The recruitment platform (S3 §9a): what a meeting is, and what it may decide about a candidate. */

export const platformStates = {
  planned: { label: 'Prévue', tone: 'progress' },
  held: { label: 'Tenue', tone: 'ok' },
  cancelled: { label: 'Annulée', tone: 'neutral' },
} as const;

export type PlatformState = keyof typeof platformStates;

export const platformDecisions = {
  propose: 'Présenter sur un besoin',
  meet: 'Rencontrer d’abord',
  training: 'Orienter vers une formation',
  obstacle: 'Lever d’abord un obstacle, hors réunion',
  wait: 'Attendre un prochain besoin',
  leave: 'Sortir du vivier',
} as const;

export type PlatformDecision = keyof typeof platformDecisions;

export const platformDecisionCodes = Object.keys(platformDecisions) as [PlatformDecision, ...PlatformDecision[]];

export function platformDecisionLabel(code: string): string {
  return Object.hasOwn(platformDecisions, code) ? platformDecisions[code as PlatformDecision] : 'À décider';
}

/** The decisions that need two people: their names, how long they wait, and in which state one stands. */

export const approvalActions = ['second-factor-reset', 'organisation-closing'] as const;

export type ApprovalAction = (typeof approvalActions)[number];

export const approvalLabels: Record<ApprovalAction, string> = {
  'second-factor-reset': 'Réinitialiser la double authentification',
  'organisation-closing': 'Fermer l’organisation',
};

/** Source: decided for this product on 2026-11-21, read with ASVS 5.0, 2.3.5: a request left a week no longer fits its reason. */
export const approvalDays = 7;

export type ApprovalStanding = 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'expired';

export function approvalStanding(
  { decision, expiresAt }: { decision: 'approved' | 'refused' | 'withdrawn' | null; expiresAt: Date },
  now: Date,
): ApprovalStanding {
  return decision ?? (expiresAt > now ? 'waiting' : 'expired');
}

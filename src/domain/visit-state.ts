/** What a visit is, where it stands, and what a note does to it. */
import type { Day } from './day.ts';
import type { Tone } from './state-machine.ts';

export const visitKinds = {
  'first-day': 'Premier jour',
  'first-week': 'Fin de la première semaine',
  'trial-end': 'Fin de la période d’essai',
  quarterly: 'Tous les trois mois',
  'before-end': 'Avant la fin du contrat',
  'exit-interview': 'Entretien de sortie',
  'by-hand': 'Visite ajoutée',
} as const;

export type VisitKind = keyof typeof visitKinds;

export type VisitState = 'planned' | 'moved' | 'done' | 'absent' | 'cancelled';

interface Standing {
  label: string;
  tone: Tone;
}

const standings: Record<VisitState, Standing> = {
  planned: { label: 'Prévue', tone: 'progress' },
  moved: { label: 'Déplacée', tone: 'progress' },
  done: { label: 'Faite', tone: 'ok' },
  absent: { label: 'Personne absente', tone: 'attention' },
  cancelled: { label: 'Annulée', tone: 'neutral' },
};

/** Nobody types that a visit was missed: its day has passed and nobody noted it. */
export function visitStanding({ state, dueOn }: { state: VisitState; dueOn: Day }, today: Day): Standing {
  return isOpenVisit(state) && dueOn < today ? { label: 'Manquée', tone: 'problem' } : standings[state];
}

export function isOpenVisit(state: VisitState): boolean {
  return state === 'planned' || state === 'moved';
}

export const cancelReasons = {
  'contract-ended': 'Le contrat a pris fin avant',
  'contract-changed': 'Le contrat a changé de dates',
  'contract-removed': 'Le contrat a été retiré',
  'by-hand': 'Annulée par l’équipe',
} as const;

export type CancelReason = keyof typeof cancelReasons;

export const visitOutcomes = {
  done: 'Faite',
  absent: 'Personne absente',
  moved: 'Reportée',
} as const;

export type VisitOutcome = keyof typeof visitOutcomes;

/** How work goes, in one tap; nothing of health nor of private life. */
export const visitSignals = {
  well: { label: 'Tout va bien', tone: 'ok' },
  watch: { label: 'À surveiller', tone: 'attention' },
  difficulty: { label: 'Difficulté', tone: 'problem' },
} as const satisfies Record<string, Standing>;

export type VisitSignal = keyof typeof visitSignals;

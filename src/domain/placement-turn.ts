/** Whose turn it is on a candidate (users.md §3, 14). */
import type { Day } from './day.ts';
import type { Turn } from './whose-turn.ts';
import type { PlacementState } from './placement-state.ts';

/** none: no date yet. ahead: agreed. past: it took place, or should have. */
export type InterviewMoment = 'none' | 'ahead' | 'past';

export function turnOfPlacement({
  state,
  since,
  employer,
  interview,
}: {
  state: PlacementState;
  since: Day;
  employer: 'company' | 'inclusion';
  interview: InterviewMoment;
}): Turn {
  switch (state) {
    case 'suggested':
      return { owner: 'facilitator', action: 'Vérifier la candidature et la présenter.', since };
    case 'proposed':
      return { owner: employer, action: 'Répondre oui, non ou entretien.', since };
    case 'silent':
      return { owner: 'facilitator', action: 'Appeler l’entreprise, ou retirer la candidature.', since };
    case 'interview':
      if (interview === 'none') return { owner: 'facilitator', action: 'Fixer la date de l’entretien.', since };
      return interview === 'ahead'
        ? { owner: employer, action: 'Recevoir la personne à la date fixée.', since }
        : { owner: employer, action: 'Dire ce qu’a donné l’entretien.', since };
    case 'selected':
      return { owner: 'facilitator', action: 'Enregistrer l’embauche et la fiche d’accueil.', since };
    case 'hired':
    case 'rejected':
    case 'withdrawn':
    case 'no-show':
      return { owner: 'nobody', action: 'Rien à faire.', since };
  }
}

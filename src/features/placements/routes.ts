/** Placements: suggestions, candidates and their steps, the hire and the welcome; by account and by link. */
import { organisationOf } from '#domain/actor.ts';
import type { PageRequest, Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { repairRoutes } from '#http/link-repair.tsx';
import { addTraining } from './add-training.ts';
import { putBackTraining, removeTraining } from './remove-training.ts';
import { answerCalendarByLink, drawCandidate } from './candidate-link-page.tsx';
import { candidateRepair } from './candidate-repair.ts';
import { drawHire } from './hire-page.tsx';
import { hire } from './hire.ts';
import {
  answerInput,
  hireInput,
  interviewInput,
  linkAnswerInput,
  moveInput,
  placementIdInput,
  presentInput,
  proposeInput,
  trainingInput,
  welcomeInput,
} from './input.ts';
import { setInterview } from './interview.ts';
import { findInterview, interviewFile } from './interview-file.ts';
import { drawPlacements } from './list-page.tsx';
import { movePlacement } from './move-placement.ts';
import { answerByLink, answerPlacement } from './answer-placement.ts';
import { drawPlacement, drawPlacementOfTraining } from './placement-page.tsx';
import { presentPerson, presentSuggested, suggestPerson } from './propose.ts';
import { findPlacement } from './queries.ts';
import { remindCompany } from './remind.ts';
import { drawSuggested } from './suggested-page.tsx';
import { drawSuggestions } from './suggestions-page.tsx';
import { undoHire } from './undo-hire.ts';
import { drawWelcome } from './welcome-page.tsx';
import { writeWelcome } from './welcome.ts';

const follow = { permission: 'placement.follow', page: drawPlacement } as const;
const read = { permission: 'placement.read' } as const;
const byLink = { permission: 'placement.answer', link: 'placement' } as const;
const ofTraining = { permission: 'placement.follow', page: drawPlacementOfTraining } as const;
const backTo = ({ id }: { id: string }, say: string) => ({ to: `/candidatures/${id}`, say });

export const placementRoutes: Route[] = [
  page({ path: '/besoins/:id/candidats', permission: 'placement.follow', throttle: 'search', view: drawSuggestions }),
  action({
    path: '/besoins/:id/candidats',
    permission: 'placement.follow',
    input: proposeInput,
    story: presentPerson,
    afterwards: ({ offer }) => ({ to: `/besoins/${offer}`, say: 'Candidature présentée à l’entreprise.' }),
    page: drawSuggestions,
  }),
  action({
    path: '/postes/:id/proposer',
    permission: 'placement.propose',
    input: proposeInput,
    story: suggestPerson,
    afterwards: ({ id }) => backTo({ id }, 'Personne proposée. Le facilitateur la présente à l’entreprise.'),
    page: drawSuggested,
  }),
  page({ path: '/candidatures', ...read, throttle: 'search', view: drawPlacements }),
  page({ path: '/candidatures/:id', ...read, view: drawPlacement }),
  action({
    path: '/candidatures/:id/presenter',
    ...follow,
    input: presentInput,
    story: presentSuggested,
    afterwards: (value) => backTo(value, 'Candidature présentée à l’entreprise.'),
  }),
  action({
    path: '/candidatures/:id/reponse',
    permission: 'placement.answer',
    input: answerInput,
    story: answerPlacement,
    afterwards: (value) => backTo(value, 'Réponse enregistrée.'),
    page: drawPlacement,
  }),
  action({
    path: '/candidatures/:id/etat',
    permission: 'placement.move',
    input: moveInput,
    story: movePlacement,
    afterwards: (value) => backTo(value, 'Candidature mise à jour.'),
    page: drawPlacement,
  }),
  action({
    path: '/candidatures/:id/relancer',
    ...follow,
    input: placementIdInput,
    story: remindCompany,
    afterwards: (value) => backTo(value, 'Rappel envoyé à l’entreprise.'),
  }),
  action({
    path: '/candidatures/:id/entretien',
    ...follow,
    input: interviewInput,
    story: setInterview,
    afterwards: (value) => backTo(value, 'Entretien enregistré.'),
  }),
  data({ path: '/candidatures/:id/entretien.ics', ...read, answer: answerInterview }),
  action({
    path: '/candidatures/:id/formation',
    ...follow,
    input: trainingInput,
    story: addTraining,
    afterwards: (value) => backTo(value, 'Formation ajoutée.'),
  }),
  action({
    path: '/formations/:id/retirer',
    ...ofTraining,
    input: placementIdInput,
    story: removeTraining,
    afterwards: ({ id, placement }) => ({
      ...backTo({ id: placement }, 'Formation retirée.'),
      undo: `/formations/${id}/remettre`,
    }),
  }),
  action({
    path: '/formations/:id/remettre',
    ...ofTraining,
    input: placementIdInput,
    story: putBackTraining,
    afterwards: ({ placement }) => backTo({ id: placement }, 'Formation remise.'),
  }),
  page({ path: '/candidatures/:id/embauche', permission: 'placement.follow', view: drawHire }),
  action({
    path: '/candidatures/:id/embauche',
    permission: 'placement.follow',
    input: hireInput,
    story: hire,
    afterwards: ({ id }) => ({
      to: `/candidatures/${id}/accueil`,
      say: 'Embauche enregistrée. Voici la fiche d’accueil.',
      undo: `/candidatures/${id}/embauche/annuler`,
    }),
    page: drawHire,
  }),
  action({
    path: '/candidatures/:id/embauche/annuler',
    ...follow,
    input: placementIdInput,
    story: undoHire,
    afterwards: (value) => backTo(value, 'Embauche annulée, le contrat est retiré.'),
  }),
  page({ path: '/candidatures/:id/accueil', ...read, view: drawWelcome }),
  action({
    path: '/candidatures/:id/accueil',
    permission: 'placement.follow',
    input: welcomeInput,
    story: writeWelcome,
    afterwards: ({ id }) => ({ to: `/candidatures/${id}/accueil`, say: 'Fiche d’accueil enregistrée.' }),
    page: drawWelcome,
  }),
];

/** The repair comes before the pattern of the link. */
export const placementLinkRoutes: Route[] = [
  ...repairRoutes(candidateRepair),
  page({ path: '/candidature/:token', ...byLink, view: drawCandidate }),
  action({
    path: '/candidature/:token',
    ...byLink,
    input: linkAnswerInput,
    story: answerByLink,
    afterwards: (_, { params }) => ({ to: `/candidature/${encodeURIComponent(params['token'] ?? '')}?fait=oui` }),
    page: drawCandidate,
  }),
  data({ path: '/candidature/:token/entretien.ics', ...byLink, answer: answerCalendarByLink }),
];

async function answerInterview({ ctx, params }: PageRequest): Promise<Response | null> {
  const placement = await findPlacement(ctx, params['id'] ?? '');
  const interview = placement === null ? null : await findInterview(ctx, placement.id);
  if (placement === null || interview === null || organisationOf(ctx.actor) === null) return null;
  return interviewFile(placement, interview, ctx.now);
}

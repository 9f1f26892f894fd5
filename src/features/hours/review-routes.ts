/** The doors of whoever reviews hours: the queue, one declaration, the decisions and their undoing. */
import { formatMonth } from '#domain/month.ts';
import type { Done, Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { correctLine } from './correct.ts';
import { drawLotHours } from './explain-page.tsx';
import { notDueRoutes } from './not-due-routes.ts';
import { exportLotHours } from './lot-hours-export.ts';
import { poolLot } from './pool.ts';
import { unpoolLot } from './unpool.ts';
import { exportQueue } from './queue-export.ts';
import { remindCompany } from './remind.ts';
import { validateWithNext } from './review-next.ts';
import { drawQueue } from './review-queue-page.tsx';
import {
  correctionInput,
  declarationIdInput,
  giveBackInput,
  lineReasonsInput,
  refuseInput,
  selectionInput,
  validateInput,
} from './review-input.ts';
import { drawReview } from './review-page.tsx';
import { proofRoute } from './review-proof.ts';
import type { Decided } from './review.ts';
import { reviewDeclaration, reviewLines, validateSelection } from './review.ts';
import { undoDecision, undoSelection } from './review-undo.ts';

const permission = 'hours.review';

export const reviewRoutes: Route[] = [
  page({ path: '/heures', permission, view: drawQueue }),
  data({ path: '/heures.csv', permission, throttle: 'export', answer: exportQueue }),
  action({
    path: '/heures/valider',
    permission,
    input: selectionInput,
    story: validateSelection,
    afterwards: ({ validated, left }) => ({
      to: '/heures',
      say: `${counted(validated.length, 'déclaration validée', 'déclarations validées')}.${left === 0 ? '' : ` ${counted(left, 'laissée')}\u00A0: à ouvrir une à une.`}`,
      undo: `/heures/${validated[0] ?? ''}/annuler-selection`,
    }),
    page: drawQueue,
  }),
  page({ path: '/heures/:id', permission, view: drawReview }),
  proofRoute,
  action({
    path: '/heures/:id/valider',
    permission,
    input: validateInput,
    story: validateWithNext,
    afterwards: ({ decided, next }) => ({
      ...told(decided, decided.state === 'partially-validated' ? 'validée en partie' : 'validée'),
      to: next === null ? '/heures' : `/heures/${next}`,
    }),
    page: drawReview,
  }),
  action({
    path: '/heures/:id/valider-en-partie',
    permission,
    input: lineReasonsInput,
    story: reviewLines,
    afterwards: (decided) => told(decided, decided.state === 'rejected' ? 'refusée' : 'validée en partie'),
    page: drawReview,
  }),
  action({
    path: '/heures/:id/refuser',
    permission,
    input: refuseInput,
    story: reviewDeclaration,
    afterwards: (decided) => told(decided, 'refusée'),
    page: drawReview,
  }),
  action({
    path: '/heures/:id/rendre',
    permission,
    input: giveBackInput,
    story: reviewDeclaration,
    afterwards: (decided) => told(decided, 'rendue à corriger'),
    page: drawReview,
  }),
  action({
    path: '/heures/:id/remettre',
    permission,
    input: declarationIdInput,
    story: undoDecision,
    afterwards: (_, { params }) => ({ to: `/heures/${params['id']}`, say: 'Déclaration remise à valider.' }),
    page: drawReview,
  }),
  action({
    path: '/heures/:id/annuler-selection',
    permission,
    input: declarationIdInput,
    story: undoSelection,
    afterwards: ({ count }) => ({
      to: '/heures',
      say: `${counted(count, 'déclaration remise', 'déclarations remises')} à valider.`,
    }),
    page: drawQueue,
  }),
  action({
    path: '/heures/:id/corriger',
    permission,
    input: correctionInput,
    story: correctLine,
    afterwards: ({ id }) => ({ to: `/heures/${id}`, say: 'Ligne corrigée par une contre-écriture.' }),
    page: drawReview,
  }),
  action({
    path: '/heures/:id/relancer',
    permission,
    input: declarationIdInput,
    story: remindCompany,
    afterwards: ({ companyName }, { params }) => ({
      to: `/heures/${params['id']}`,
      say: `Rappel envoyé à ${companyName}.`,
    }),
    page: drawReview,
  }),
  ...notDueRoutes,
  page({ path: '/lots/:id/heures', permission: 'hours.read', view: drawLotHours }),
  data({ path: '/lots/:id/heures.csv', permission: 'hours.read', throttle: 'export', answer: exportLotHours }),
  action({
    path: '/lots/:id/heures/repartir',
    permission,
    input: declarationIdInput,
    story: poolLot,
    afterwards: ({ id }) => ({
      to: `/lots/${id}/heures`,
      say: 'Heures en surplus réparties.',
      undo: `/lots/${id}/heures/ramener`,
    }),
    page: drawLotHours,
  }),
  action({
    path: '/lots/:id/heures/ramener',
    permission,
    input: declarationIdInput,
    story: unpoolLot,
    afterwards: ({ id, lines }) => ({
      to: `/lots/${id}/heures`,
      say: `${counted(lines, 'ligne ramenée sur son lot', 'lignes ramenées sur leur lot')}.`,
    }),
    page: drawLotHours,
  }),
];

function told({ id, companyName, month, state }: Decided, decision: string): Done {
  const of = `${companyName} (${formatMonth(month)})`;
  return {
    to: '/heures',
    say:
      state === 'under-review'
        ? `Vos lignes de ${of} sont décidées. Une autre structure doit encore décider des siennes.`
        : `Déclaration de ${of} ${decision}.`,
    undo: `/heures/${id}/remettre`,
  };
}

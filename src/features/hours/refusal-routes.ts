/** The doors of hours refused by the buyer: proposed on a declaration, read by every side, decided by the buyer. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { acceptRefusal, declineRefusal } from './refusal-decide.ts';
import { acceptRefusalInput, declineRefusalInput, proposeRefusalInput, refusalIdInput } from './refusal-input.ts';
import { drawRefusals } from './refusal-list-page.tsx';
import { drawRefusal } from './refusal-page.tsx';
import { proposeRefusal, withdrawRefusal } from './refusal.ts';
import { drawReview } from './review-page.tsx';

export const refusalRoutes: Route[] = [
  action({
    path: '/heures/:id/refus',
    permission: 'refusal.propose',
    input: proposeRefusalInput,
    story: proposeRefusal,
    afterwards: ({ id, declaration }) => ({
      to: `/heures/${declaration}`,
      say: 'Refus proposé à l’acheteur.',
      undo: `/refus/${id}/retirer`,
    }),
    page: drawReview,
  }),
  page({ path: '/refus', permission: 'refusal.read', view: drawRefusals }),
  page({ path: '/refus/:id', permission: 'refusal.read', view: drawRefusal }),
  action({
    path: '/refus/:id/accepter',
    permission: 'refusal.decide',
    input: acceptRefusalInput,
    story: acceptRefusal,
    afterwards: ({ company }) => ({ to: '/refus', say: `Heures de ${company} refusées. Elles ne comptent plus.` }),
    page: drawRefusal,
  }),
  action({
    path: '/refus/:id/ecarter',
    permission: 'refusal.decide',
    input: declineRefusalInput,
    story: declineRefusal,
    afterwards: ({ company }) => ({ to: '/refus', say: `Heures de ${company} gardées.` }),
    page: drawRefusal,
  }),
  action({
    path: '/refus/:id/retirer',
    permission: 'refusal.propose',
    input: refusalIdInput,
    story: withdrawRefusal,
    afterwards: ({ declaration }) => ({ to: `/heures/${declaration}`, say: 'Proposition de refus retirée.' }),
    page: drawRefusal,
  }),
];

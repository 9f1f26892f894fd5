/** The doors of the decisions that need two people: ask, withdraw, decide. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { closedView } from './closed-page.tsx';
import { drawDecision } from './decide-page.tsx';
import { decideRequest } from './decide.ts';
import { closingInput, decideInput, idInput, resetInput } from './input.ts';
import { drawList } from './list-page.tsx';
import { drawClosingRequest, drawResetRequest } from './request-page.tsx';
import type { Asked } from './request.ts';
import { requestClosing, requestReset, withdrawRequest } from './request.ts';

const decisions = '/organisation/decisions';
const reset = `${decisions}/double-authentification/:id`;
const closing = `${decisions}/fermeture`;

export const approvalRoutes: Route[] = [
  page({ path: decisions, permission: 'approval.request', view: drawList }),
  page({ path: reset, permission: 'approval.request', view: drawResetRequest }),
  action({
    path: reset,
    permission: 'approval.request',
    input: resetInput,
    story: requestReset,
    afterwards: asked,
    page: drawResetRequest,
  }),
  page({ path: closing, permission: 'approval.request', view: drawClosingRequest }),
  action({
    path: closing,
    permission: 'approval.request',
    input: closingInput,
    story: requestClosing,
    afterwards: asked,
    page: drawClosingRequest,
  }),
  page({ path: `${decisions}/:id`, permission: 'approval.decide', view: drawDecision }),
  action({
    path: `${decisions}/:id`,
    permission: 'approval.decide',
    input: decideInput,
    story: decideRequest,
    afterwards: ({ action: done, decision }) =>
      done === 'organisation-closing' && decision === 'approved'
        ? { to: '/connexion', shows: closedView() }
        : {
            to: `${decisions}?vue=tranchees`,
            say: decision === 'approved' ? 'Demande acceptée\u00A0: c’est fait.' : 'Demande refusée.',
          },
    page: drawDecision,
  }),
  action({
    path: `${decisions}/:id/retirer`,
    permission: 'approval.request',
    input: idInput,
    story: withdrawRequest,
    afterwards: () => ({ to: decisions, say: 'Demande retirée.' }),
    page: drawList,
  }),
];

function asked({ id }: Asked) {
  return {
    to: decisions,
    say: 'Demande envoyée aux autres administrateurs.',
    undo: `${decisions}/${id}/retirer`,
  };
}

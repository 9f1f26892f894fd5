/** The doors of the structure that receives proposals. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawReferrals } from './desk-list-page.tsx';
import { drawReferral } from './desk-page.tsx';
import { acceptReferral } from './accept.ts';
import { askProof, meetPerson, refuseReferral, sayHired } from './handle.ts';
import { undoStep } from './undo-step.ts';
import { acceptanceInput, recordedInput, referralIdInput, refusalInput } from './input.ts';
import type { ReferralRow } from './queries.ts';
import { drawPersonReferrals } from './record-page.tsx';
import { recordProposal } from './record-proposal.ts';

const handle = { permission: 'referral.handle' } as const;

const said = (say: string) => (row: ReferralRow) => ({
  to: `/orientations/${row.id}`,
  say: `${say} Le référent sera prévenu ce soir.`,
  undo: `/orientations/${row.id}/annuler`,
});

export const referralDeskRoutes: Route[] = [
  page({ ...handle, path: '/orientations', throttle: 'search', view: drawReferrals }),
  page({ ...handle, path: '/orientations/:id', view: drawReferral }),
  action({
    ...handle,
    path: '/orientations/:id/accepter',
    input: acceptanceInput,
    story: acceptReferral,
    afterwards: said('Proposition acceptée.'),
    page: drawReferral,
  }),
  action({
    ...handle,
    path: '/orientations/:id/rencontrer',
    input: referralIdInput,
    story: meetPerson,
    afterwards: said('Rencontre notée.'),
    page: drawReferral,
  }),
  action({
    ...handle,
    path: '/orientations/:id/justificatif',
    input: referralIdInput,
    story: askProof,
    afterwards: said('Justificatif demandé.'),
    page: drawReferral,
  }),
  action({
    ...handle,
    path: '/orientations/:id/embauche',
    input: referralIdInput,
    story: sayHired,
    afterwards: said('Personne en emploi.'),
    page: drawReferral,
  }),
  action({
    ...handle,
    path: '/orientations/:id/refuser',
    input: refusalInput,
    story: refuseReferral,
    afterwards: said('Proposition close.'),
    page: drawReferral,
  }),
  action({
    ...handle,
    path: '/orientations/:id/annuler',
    input: referralIdInput,
    story: undoStep,
    afterwards: ({ id }) => ({ to: `/orientations/${id}`, say: 'Dernière étape annulée.' }),
    page: drawReferral,
  }),
  page({ ...handle, path: '/personnes/:id/prescripteurs', view: drawPersonReferrals }),
  action({
    ...handle,
    path: '/personnes/:id/prescripteurs',
    input: recordedInput,
    story: recordProposal,
    afterwards: ({ id }) => ({ to: `/orientations/${id}`, say: 'Proposition notée.' }),
    page: drawPersonReferrals,
  }),
];

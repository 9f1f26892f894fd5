/** The doors of the list of prescribers. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { addReferent } from './add-referent.ts';
import {
  editPrescriberInput,
  editReferentInput,
  inviteInput,
  newPrescriberInput,
  newReferentInput,
  prescriberIdInput,
} from './input.ts';
import { drawInvitationLink } from './invitation-link.tsx';
import { invitePrescriber } from './invite.ts';
import { drawPrescribers } from './list-page.tsx';
import { addPrescriber, editPrescriber, endPrescriber, restorePrescriber } from './manage.ts';
import { lookUpPrescriber } from './named-prescriber.ts';
import { drawNewPrescriber, drawPrescriber } from './pages.tsx';
import { drawReferent } from './referent-page.tsx';
import { editReferent, putBackReferent, stopReferent } from './referent.ts';

const manage = { permission: 'prescriber.manage' } as const;

export const prescriberRoutes: Route[] = [
  page({ ...manage, path: '/prescripteurs', view: drawPrescribers }),
  page({ ...manage, path: '/prescripteurs/nouveau', view: drawNewPrescriber }),
  action({
    ...manage,
    path: '/prescripteurs/nouveau',
    throttle: 'search',
    input: newPrescriberInput,
    prepare: lookUpPrescriber,
    story: addPrescriber,
    afterwards: ({ id }) => ({
      to: `/prescripteurs/${id}`,
      say: 'Prescripteur ajouté.',
      undo: `/prescripteurs/${id}/retirer`,
    }),
    page: drawNewPrescriber,
  }),
  page({ ...manage, path: '/prescripteurs/:id', view: drawPrescriber }),
  action({
    ...manage,
    path: '/prescripteurs/:id/modifier',
    input: editPrescriberInput,
    story: editPrescriber,
    afterwards: ({ id }) => ({ to: `/prescripteurs/${id}`, say: 'Type enregistré.' }),
    page: drawPrescriber,
  }),
  action({
    ...manage,
    path: '/prescripteurs/:id/retirer',
    input: prescriberIdInput,
    story: endPrescriber,
    afterwards: ({ id }) => ({
      to: '/prescripteurs',
      say: 'Prescripteur retiré. Ses propositions en cours restent.',
      undo: `/prescripteurs/${id}/remettre`,
    }),
    page: drawPrescriber,
  }),
  action({
    ...manage,
    path: '/prescripteurs/:id/remettre',
    input: prescriberIdInput,
    story: restorePrescriber,
    afterwards: ({ id }) => ({ to: `/prescripteurs/${id}`, say: 'Prescripteur remis dans la liste.' }),
    page: drawPrescriber,
  }),
  action({
    ...manage,
    path: '/prescripteurs/:id/referents',
    input: newReferentInput,
    story: addReferent,
    afterwards: ({ id }) => ({ to: `/prescripteurs/${id}`, say: 'Référent ajouté.' }),
    page: drawPrescriber,
  }),
  action({
    ...manage,
    path: '/prescripteurs/:id/inviter',
    input: inviteInput,
    story: invitePrescriber,
    afterwards: (invited) => ({
      to: `/prescripteurs/${invited.id}`,
      ...(invited.link === null
        ? { say: 'Invitation envoyée.' }
        : { shows: drawInvitationLink(invited, invited.link) }),
    }),
    page: drawPrescriber,
  }),
  page({ ...manage, path: '/referents/:id', view: drawReferent }),
  action({
    ...manage,
    path: '/referents/:id/modifier',
    input: editReferentInput,
    story: editReferent,
    afterwards: ({ partnerId }) => ({ to: `/prescripteurs/${partnerId}`, say: 'Référent enregistré.' }),
    page: drawReferent,
  }),
  action({
    ...manage,
    path: '/referents/:id/retirer',
    input: prescriberIdInput,
    story: stopReferent,
    afterwards: ({ id, partnerId }) => ({
      to: `/prescripteurs/${partnerId}`,
      say: 'Référent retiré. Ses liens ne s’ouvrent plus.',
      undo: `/referents/${id}/remettre`,
    }),
    page: drawReferent,
  }),
  action({
    ...manage,
    path: '/referents/:id/remettre',
    input: prescriberIdInput,
    story: putBackReferent,
    afterwards: ({ partnerId }) => ({ to: `/prescripteurs/${partnerId}`, say: 'Référent remis.' }),
    page: drawReferent,
  }),
];

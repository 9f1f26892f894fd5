/** The doors of globalisation agreements: list, proposal, signatures, amendment, early end, papers. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { sendPaper } from './attach.ts';
import { drawAgreement } from './detail-page.tsx';
import { drawEnd } from './end-page.tsx';
import { endAgreement, undoEnd } from './end.ts';
import { restoreAgreement, withdrawAgreement } from './withdraw.ts';
import { drawAmendAgreement } from './amend-page.tsx';
import { drawEditAgreement } from './edit-page.tsx';
import { drawNewAgreement } from './new-page.tsx';
import {
  agreementIdInput,
  amendAgreementInput,
  documentInput,
  editAgreementInput,
  endInput,
  newAgreementInput,
  refuseInput,
  signInput,
  undoSignatureInput,
} from './input.ts';
import { drawAgreements } from './list-page.tsx';
import { editAgreement } from './edit.ts';
import { amendAgreement, proposeAgreement } from './propose.ts';
import { drawSign } from './sign-page.tsx';
import { refuseAgreement, signAgreement } from './sign.ts';
import { undoAnswer } from './undo-answer.ts';

const permission = 'agreement.write';
const signs = { permission: 'agreement.sign' } as const;
const to = (id: string) => `/globalisations/${id}`;

export const agreementRoutes: Route[] = [
  page({ path: '/globalisations', permission: 'agreement.read', throttle: 'search', view: drawAgreements }),
  page({ path: '/globalisations/nouveau', permission, view: drawNewAgreement }),
  action({
    path: '/globalisations/nouveau',
    permission,
    files: true,
    input: newAgreementInput,
    story: proposeAgreement,
    afterwards: ({ id }) => ({ to: to(id), say: 'Accord proposé.', undo: `${to(id)}/retirer` }),
    page: drawNewAgreement,
  }),
  page({ path: '/globalisations/:id', permission: 'agreement.read', view: drawAgreement }),
  page({ path: '/globalisations/:id/modifier', permission, view: drawEditAgreement }),
  action({
    path: '/globalisations/:id/modifier',
    permission,
    input: editAgreementInput,
    story: editAgreement,
    afterwards: ({ id }) => ({ to: to(id), say: 'Accord modifié. Les signatures sont redemandées.' }),
    page: drawEditAgreement,
  }),
  page({ path: '/globalisations/:id/avenant', permission, view: drawAmendAgreement }),
  action({
    path: '/globalisations/:id/avenant',
    permission,
    files: true,
    input: amendAgreementInput,
    story: amendAgreement,
    afterwards: ({ id }) => ({ to: to(id), say: 'Avenant proposé.', undo: `${to(id)}/retirer` }),
    page: drawAmendAgreement,
  }),
  page({ path: '/globalisations/:id/signer', ...signs, view: drawSign }),
  action({
    path: '/globalisations/:id/signer',
    ...signs,
    input: signInput,
    story: signAgreement,
    afterwards: ({ id, complete }) => ({
      to: to(id),
      say: complete ? 'Signature enregistrée. L’accord est signé par tous.' : 'Signature enregistrée.',
      undo: `${to(id)}/revenir`,
    }),
    page: drawSign,
  }),
  action({
    path: '/globalisations/:id/refuser',
    ...signs,
    input: refuseInput,
    story: refuseAgreement,
    afterwards: ({ id }) => ({ to: to(id), say: 'Refus enregistré.', undo: `${to(id)}/revenir` }),
    page: drawSign,
  }),
  action({
    path: '/globalisations/:id/revenir',
    ...signs,
    input: undoSignatureInput,
    story: undoAnswer,
    afterwards: ({ id }) => ({ to: to(id), say: 'La réponse est retirée.' }),
    page: drawAgreement,
  }),
  page({ path: '/globalisations/:id/terme', permission, view: drawEnd }),
  action({
    path: '/globalisations/:id/terme',
    permission,
    input: endInput,
    story: endAgreement,
    afterwards: ({ id }) => ({ to: to(id), say: 'Fin de l’accord enregistrée.', undo: `${to(id)}/retablir` }),
    page: drawEnd,
  }),
  action({
    path: '/globalisations/:id/retablir',
    permission,
    input: agreementIdInput,
    story: undoEnd,
    afterwards: ({ id }) => ({ to: to(id), say: 'L’accord court de nouveau jusqu’à son terme.' }),
    page: drawAgreement,
  }),
  action({
    path: '/globalisations/:id/retirer',
    permission,
    input: agreementIdInput,
    story: withdrawAgreement,
    afterwards: ({ id }) => ({ to: to(id), say: 'Proposition retirée.', undo: `${to(id)}/remettre` }),
    page: drawAgreement,
  }),
  action({
    path: '/globalisations/:id/remettre',
    permission,
    input: agreementIdInput,
    story: restoreAgreement,
    afterwards: ({ id }) => ({ to: to(id), say: 'Proposition remise.' }),
    page: drawAgreement,
  }),
  action({
    path: '/globalisations/:id/documents',
    permission,
    files: true,
    input: documentInput,
    story: sendPaper,
    afterwards: ({ id, name }) => ({ to: to(id), say: `Document «\u00A0${name}\u00A0» joint.` }),
    page: drawAgreement,
  }),
];

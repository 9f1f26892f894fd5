/** The doors of those who answer for personal data: requests, durations, holds, readings, register. */
import { requestKinds } from '#domain/rights-request.ts';
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { answerRequest, extend, markDone, reviewRequest } from './answer.ts';
import { answerCopyCsv, answerCopyJson, answerCopyPaper, drawRequestCopy } from './copy-page.tsx';
import { liftHold, setHold } from './hold.ts';
import { drawHolds } from './holds-page.tsx';
import {
  answerInput,
  extendInput,
  holdInput,
  keepInput,
  liftInput,
  receiveInput,
  requestIdInput,
  settingInput,
} from './input.ts';
import { drawNewRequest } from './new-request-page.tsx';
import { drawNotice } from './notice-page.tsx';
import { drawReadings } from './readings-page.tsx';
import { receiveRequest } from './receive.ts';
import { drawRegister } from './register-page.tsx';
import { drawRequest } from './request-page.tsx';
import { drawRequests } from './requests-page.tsx';
import { keepFile, setRetention } from './retention.ts';
import { drawRetention } from './retention-page.tsx';

const reads = { permission: 'request.read' } as const;
const answers = { permission: 'request.answer' } as const;
const keeps = { permission: 'retention.manage' } as const;
const one = '/donnees/demandes/:id';

const requestDoors: Route[] = [
  page({ ...reads, path: '/donnees', view: drawRequests }),
  page({ ...answers, path: '/donnees/demandes/nouvelle', throttle: 'search', view: drawNewRequest }),
  action({
    ...answers,
    path: '/donnees/demandes/nouvelle',
    input: receiveInput,
    story: receiveRequest,
    afterwards: ({ id }) => ({
      to: `/donnees/demandes/${id}`,
      say: 'Demande notée. Le mois court depuis sa réception.',
    }),
    page: drawNewRequest,
  }),
  page({ ...reads, path: one, view: drawRequest }),
  action({
    ...answers,
    path: `${one}/etude`,
    input: requestIdInput,
    story: reviewRequest,
    afterwards: ({ id }) => ({ to: `/donnees/demandes/${id}`, say: 'Demande à l’étude.' }),
    page: drawRequest,
  }),
  action({
    ...answers,
    path: `${one}/prolonger`,
    input: extendInput,
    story: extend,
    afterwards: ({ id }) => ({
      to: `/donnees/demandes/${id}`,
      say: 'Demande prolongée de deux mois. La personne est prévenue.',
    }),
    page: drawRequest,
  }),
  action({
    ...answers,
    path: `${one}/reponse`,
    input: answerInput,
    story: answerRequest,
    afterwards: ({ id, deed }) => ({
      to: `/donnees/demandes/${id}`,
      say:
        deed === 'anonymise' ? `Réponse envoyée. ${requestKinds.erasure.label}\u00A0: c’est fait.` : 'Réponse envoyée.',
    }),
    page: drawRequest,
  }),
  action({
    ...answers,
    path: `${one}/fait`,
    input: requestIdInput,
    story: markDone,
    afterwards: ({ id }) => ({ to: `/donnees/demandes/${id}`, say: 'Correction notée comme faite.' }),
    page: drawRequest,
  }),
  page({ ...reads, path: `${one}/copie`, throttle: 'export', view: drawRequestCopy }),
  data({ ...reads, path: `${one}/copie.json`, throttle: 'export', answer: answerCopyJson }),
  data({ ...reads, path: `${one}/copie/:piece`, throttle: 'export', answer: answerCopyPaper }),
  data({ ...reads, path: `${one}/copie.csv`, throttle: 'export', answer: answerCopyCsv }),
];

const keepingDoors: Route[] = [
  page({ ...keeps, path: '/donnees/conservation', view: drawRetention }),
  action({
    ...keeps,
    path: '/donnees/conservation',
    input: settingInput,
    story: setRetention,
    afterwards: () => ({ to: '/donnees/conservation', say: 'Durée enregistrée.' }),
    page: drawRetention,
  }),
  page({ ...keeps, path: '/donnees/conservation/:id', view: drawNotice }),
  action({
    ...keeps,
    path: '/donnees/conservation/:id/garder',
    input: keepInput,
    story: keepFile,
    afterwards: () => ({ to: '/donnees/conservation', say: 'Fiche gardée. La durée repart de ce contact.' }),
    page: drawNotice,
  }),
  page({ ...keeps, path: '/donnees/gels', view: drawHolds }),
  action({
    ...keeps,
    path: '/donnees/gels',
    input: holdInput,
    story: setHold,
    afterwards: () => ({ to: '/donnees/gels', say: 'Gel enregistré.' }),
    page: drawHolds,
  }),
  action({
    ...keeps,
    path: '/donnees/gels/:id/lever',
    input: liftInput,
    story: liftHold,
    afterwards: () => ({ to: '/donnees/gels', say: 'Gel levé.' }),
    page: drawHolds,
  }),
];

export const privacyRoutes: Route[] = [
  ...requestDoors,
  ...keepingDoors,
  page({ permission: 'reading.read', path: '/donnees/lectures', throttle: 'search', view: drawReadings }),
  page({ permission: 'register.read', path: '/donnees/registre', view: drawRegister }),
];

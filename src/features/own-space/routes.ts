/** The doors of a person's own space, of those who open it to her, and of whoever verifies a certificate. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { askRequest, withdrawRequest } from './ask-request.ts';
import { drawCertificates } from './certificate-page.tsx';
import { certify } from './certify.ts';
import { closeOwnSpace } from './close.ts';
import { drawOwnContact } from './contact-page.tsx';
import { answerOwnCsv, answerOwnJson, drawOwnCopy } from './copy-page.tsx';
import { correctContact } from './correct-contact.ts';
import { drawAskOwnLink, drawEnter, drawRepairOwnLink } from './door-pages.tsx';
import { enterByCode } from './enter.ts';
import { giveByCode, giveByMail, withdrawAccess } from './give.ts';
import { drawGive, sheetView } from './give-page.tsx';
import { drawOwnSpace } from './home-page.tsx';
import { drawOwnHours } from './hours-page.tsx';
import { drawOwnInformation, drawPublicInformation } from './information-page.tsx';
import {
  askLinkInput,
  certificateInput,
  codeInput,
  giveInput,
  ownContactInput,
  ownInput,
  ownRequestIdInput,
  ownRequestInput,
  repairInput,
} from './input.ts';
import { askLink, repairLink } from './lost-link.ts';
import { drawOwnReadings } from './readings-page.tsx';
import { drawOwnRequests } from './requests-page.tsx';
import { answerPublicKey, drawVerify } from './verify-page.tsx';

const gate = { permission: 'sign-in.enter', as: 'gate' } as const;
const reads = { permission: 'own-space.read', link: 'person-space' } as const;
const writes = { permission: 'own-space.write', link: 'person-space' } as const;
const gives = { permission: 'own-space.give' } as const;
const lost = '/mon-espace/nouveau-lien';

const publicDoors: Route[] = [
  page({ ...gate, path: '/mon-espace', view: drawEnter }),
  action({
    ...gate,
    path: '/mon-espace',
    once: false,
    input: codeInput,
    story: enterByCode,
    afterwards: ({ token }) => ({ to: `/mon-espace/${token}` }),
    page: drawEnter,
  }),
  page({ ...gate, path: lost, view: drawAskOwnLink }),
  action({
    ...gate,
    path: lost,
    once: false,
    input: askLinkInput,
    story: askLink,
    afterwards: () => ({ to: `${lost}?envoye=1` }),
    page: drawAskOwnLink,
  }),
  page({ ...gate, path: `${lost}/:token`, throttle: 'search', view: drawRepairOwnLink }),
  action({
    ...gate,
    path: `${lost}/:token`,
    once: false,
    input: repairInput,
    story: repairLink,
    afterwards: () => ({ to: `${lost}?envoye=1` }),
    page: drawRepairOwnLink,
  }),
  page({ path: '/attestation', permission: 'public.read', as: 'gate', throttle: 'search', view: drawVerify }),
  data({ path: '/attestation/cle.pem', permission: 'public.read', as: 'gate', answer: answerPublicKey }),
  page({ path: '/donnees-personnelles/personnes', permission: 'public.read', view: drawPublicInformation }),
];

const ownDoors: Route[] = [
  page({ ...reads, path: '/mon-espace/:token', view: drawOwnSpace }),
  page({ ...reads, path: '/mon-espace/:token/heures', view: drawOwnHours }),
  page({ ...reads, path: '/mon-espace/:token/lectures', view: drawOwnReadings }),
  page({ ...reads, path: '/mon-espace/:token/information', view: drawOwnInformation }),
  page({ ...reads, path: '/mon-espace/:token/mes-donnees', throttle: 'export', view: drawOwnCopy }),
  data({ ...reads, path: '/mon-espace/:token/mes-donnees.json', throttle: 'export', answer: answerOwnJson }),
  data({ ...reads, path: '/mon-espace/:token/mes-donnees.csv', throttle: 'export', answer: answerOwnCsv }),
  page({ ...reads, path: '/mon-espace/:token/attestation', view: drawCertificates }),
  action({
    ...writes,
    path: '/mon-espace/:token/attestation',
    input: certificateInput,
    story: certify,
    afterwards: ({ code }, { params }) => ({ to: `/mon-espace/${params['token']}/attestation?numero=${code}` }),
    page: drawCertificates,
  }),
  page({ ...reads, path: '/mon-espace/:token/coordonnees', view: drawOwnContact }),
  action({
    ...writes,
    path: '/mon-espace/:token/coordonnees',
    input: ownContactInput,
    story: correctContact,
    afterwards: (_, { params }) => ({ to: `/mon-espace/${params['token']}/coordonnees?fait=1` }),
    page: drawOwnContact,
  }),
  page({ ...reads, path: '/mon-espace/:token/demandes', view: drawOwnRequests }),
  action({
    ...writes,
    path: '/mon-espace/:token/demandes',
    input: ownRequestInput,
    story: askRequest,
    afterwards: (_, { params }) => ({ to: `/mon-espace/${params['token']}/demandes?fait=1` }),
    page: drawOwnRequests,
  }),
  action({
    ...writes,
    path: '/mon-espace/:token/demandes/retirer',
    input: ownRequestIdInput,
    story: withdrawRequest,
    afterwards: (_, { params }) => ({ to: `/mon-espace/${params['token']}/demandes` }),
    page: drawOwnRequests,
  }),
  action({
    ...writes,
    path: '/mon-espace/:token/fermer',
    once: false,
    input: ownInput,
    story: closeOwnSpace,
    afterwards: () => ({ to: '/mon-espace?ferme=1' }),
    page: drawOwnSpace,
  }),
];

const givingDoors: Route[] = [
  page({ ...gives, path: '/personnes/:id/acces', view: drawGive }),
  action({
    ...gives,
    path: '/personnes/:id/acces/courriel',
    input: giveInput,
    story: giveByMail,
    afterwards: ({ id }) => ({ to: `/personnes/${id}/acces`, say: 'Le lien part vers son adresse.' }),
    page: drawGive,
  }),
  action({
    ...gives,
    path: '/personnes/:id/acces/feuille',
    input: giveInput,
    story: giveByCode,
    afterwards: (sheet, { ctx }) => {
      const path = `/personnes/${sheet.person.id}/acces`;
      return { to: path, shows: sheetView(sheet, { path, baseUrl: ctx.house.configuration.baseUrl }) };
    },
    page: drawGive,
  }),
  action({
    ...gives,
    path: '/personnes/:id/acces/retirer',
    input: giveInput,
    story: withdrawAccess,
    afterwards: ({ id }) => ({ to: `/personnes/${id}/acces`, say: 'Accès retiré.' }),
    page: drawGive,
  }),
];

export const ownSpaceRoutes: Route[] = [...publicDoors, ...ownDoors, ...givingDoors];

/** The doors of visits: the list, the day on a telephone, one visit and what is done with it. */
import { z } from 'zod';
import { id } from '#http/shapes.ts';
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { addVisit, cancelVisit, putBackVisit, takeVisit } from './arrange.ts';
import { drawContractVisits } from './contract-page.tsx';
import { drawField } from './field-page.tsx';
import { addInput, noteInput, settleInput, visitInput } from './input.ts';
import { drawVisits } from './list-page.tsx';
import { note, settle } from './note.ts';
import { answerManifest, answerWorker } from './offline.ts';
import { drawVisit } from './visit-page.tsx';

const written = { permission: 'visit.write', page: drawVisit } as const;
const oneVisit = z.object({ id });

export const visitRoutes: Route[] = [
  page({ path: '/visites', permission: 'visit.read', throttle: 'search', view: drawVisits }),
  page({ path: '/visites/terrain', permission: 'visit.write', view: drawField }),
  data({ path: '/visites/hors-ligne.js', permission: 'public.read', answer: answerWorker }),
  data({ path: '/guichet.webmanifest', permission: 'public.read', answer: answerManifest }),
  page({ path: '/visites/:id', permission: 'visit.read', view: drawVisit }),
  action({
    ...written,
    path: '/visites/:id/noter',
    // Its own key makes a replay harmless, whatever the session that sends it.
    once: false,
    input: noteInput,
    story: note,
    afterwards: ({ id: visit, retour }) => ({
      to: retour === 'terrain' ? '/visites/terrain' : `/visites/${visit}`,
      say: 'Visite notée.',
    }),
  }),
  action({
    ...written,
    path: '/visites/:id/departager',
    input: settleInput,
    story: settle,
    afterwards: ({ id: visit }) => ({ to: `/visites/${visit}`, say: 'Note départagée.' }),
  }),
  action({
    ...written,
    path: '/visites/:id/prendre',
    input: oneVisit,
    story: takeVisit,
    afterwards: ({ id: visit }) => ({ to: `/visites/${visit}`, say: 'Visite prise à votre charge.' }),
  }),
  action({
    ...written,
    path: '/visites/:id/annuler',
    input: visitInput,
    story: cancelVisit,
    afterwards: ({ id: visit }) => ({
      to: `/visites/${visit}`,
      say: 'Visite annulée.',
      undo: `/visites/${visit}/remettre`,
    }),
  }),
  action({
    ...written,
    path: '/visites/:id/remettre',
    input: oneVisit,
    story: putBackVisit,
    afterwards: ({ id: visit }) => ({ to: `/visites/${visit}`, say: 'Visite remise.' }),
  }),
  page({ path: '/contrats/:id/visites', permission: 'visit.read', view: drawContractVisits }),
  action({
    path: '/contrats/:id/visites',
    permission: 'visit.write',
    input: addInput,
    story: addVisit,
    afterwards: ({ id: visit }) => ({ to: `/visites/${visit}`, say: 'Visite ajoutée.' }),
    page: drawContractVisits,
  }),
];

/** Collective information sessions: organised, joined by several teams, attended. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import {
  attendanceInput,
  cancelSessionInput,
  editSessionInput,
  leaveInput,
  newSessionInput,
  registerInput,
} from './session-input.ts';
import { drawEditSession, drawNewSession } from './session-form-page.tsx';
import { answerSessionCalendar, drawSession, drawSessions } from './session-pages.tsx';
import { cancelSession, createSession, editSession, leave, noteAttendance, register } from './sessions.ts';

const home = '/informations-collectives';
const read = { permission: 'session.read' } as const;
const write = { permission: 'session.write' } as const;

export const sessionRoutes: Route[] = [
  page({ path: home, ...read, view: drawSessions }),
  page({ path: `${home}/nouvelle`, ...write, view: drawNewSession }),
  action({
    path: `${home}/nouvelle`,
    ...write,
    input: newSessionInput,
    story: createSession,
    afterwards: ({ id }) => ({ to: `${home}/${id}`, say: 'Information collective enregistrée.' }),
    page: drawNewSession,
  }),
  page({ path: `${home}/:id`, ...read, throttle: 'search', view: drawSession }),
  data({ path: `${home}/:id/agenda.ics`, ...read, answer: answerSessionCalendar }),
  page({ path: `${home}/:id/modifier`, ...write, view: drawEditSession }),
  action({
    path: `${home}/:id/modifier`,
    ...write,
    input: editSessionInput,
    story: editSession,
    afterwards: ({ id }) => ({ to: `${home}/${id}`, say: 'Information collective modifiée.' }),
    page: drawEditSession,
  }),
  action({
    path: `${home}/:id/annuler`,
    ...write,
    input: cancelSessionInput,
    story: cancelSession,
    afterwards: ({ id }) => ({ to: `${home}/${id}`, say: 'Information collective annulée.' }),
    page: drawSession,
  }),
  action({
    path: `${home}/:id/inscriptions`,
    ...read,
    input: registerInput,
    story: register,
    afterwards: ({ id, count }) => ({
      to: `${home}/${id}`,
      say: count === 1 ? 'Une personne inscrite.' : `${count} personnes inscrites.`,
    }),
    page: drawSession,
  }),
  action({
    path: `${home}/:id/desinscription`,
    ...read,
    input: leaveInput,
    story: leave,
    afterwards: ({ id }) => ({ to: `${home}/${id}`, say: 'Personne désinscrite.' }),
    page: drawSession,
  }),
  action({
    path: `${home}/:id/presences`,
    ...write,
    input: attendanceInput,
    story: noteAttendance,
    afterwards: ({ id }) => ({ to: `${home}/${id}`, say: 'Présence notée.' }),
    page: drawSession,
  }),
];

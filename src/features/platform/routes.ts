/** The doors of the recruitment platform: the structure's meetings, and what its guests see. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { answerGuestCalendar, answerHolderCalendar } from './calendar.ts';
import { drawEditMeeting, drawNewMeeting } from './form-page.tsx';
import { drawInvitation, drawInvitations } from './guest-pages.tsx';
import {
  addToAgenda,
  cancelMeeting,
  decideCandidate,
  editMeeting,
  keepMinutes,
  planMeeting,
  restoreMeeting,
  takeOffAgenda,
} from './hold.ts';
import {
  agendaInput,
  decisionInput,
  editMeetingInput,
  meetingIdInput,
  minutesInput,
  newMeetingInput,
  takeOffInput,
} from './input.ts';
import { drawMeetings } from './list-page.tsx';
import { drawMeeting } from './meeting-page.tsx';

const hold = { permission: 'platform.hold' } as const;
const attend = { permission: 'platform.attend' } as const;

export const platformRoutes: Route[] = [
  page({ ...hold, path: '/plateformes', view: drawMeetings }),
  page({ ...hold, path: '/plateformes/nouvelle', view: drawNewMeeting }),
  action({
    ...hold,
    path: '/plateformes/nouvelle',
    input: newMeetingInput,
    story: planMeeting,
    afterwards: ({ id }) => ({
      to: `/plateformes/${id}`,
      say: 'Réunion prévue. Les invités la voient dans Guichet.',
      undo: `/plateformes/${id}/annuler`,
    }),
    page: drawNewMeeting,
  }),
  page({ ...hold, path: '/plateformes/:id', view: drawMeeting }),
  data({ ...hold, path: '/plateformes/:id/agenda.ics', answer: answerHolderCalendar }),
  page({ ...hold, path: '/plateformes/:id/modifier', view: drawEditMeeting }),
  action({
    ...hold,
    path: '/plateformes/:id/modifier',
    input: editMeetingInput,
    story: editMeeting,
    afterwards: ({ id }) => ({ to: `/plateformes/${id}`, say: 'Réunion modifiée.' }),
    page: drawEditMeeting,
  }),
  action({
    ...hold,
    path: '/plateformes/:id/annuler',
    input: meetingIdInput,
    story: cancelMeeting,
    afterwards: ({ id }) => ({
      to: `/plateformes/${id}`,
      say: 'Réunion annulée.',
      undo: `/plateformes/${id}/remettre`,
    }),
    page: drawMeeting,
  }),
  action({
    ...hold,
    path: '/plateformes/:id/remettre',
    input: meetingIdInput,
    story: restoreMeeting,
    afterwards: ({ id }) => ({ to: `/plateformes/${id}`, say: 'Réunion remise.' }),
    page: drawMeeting,
  }),
  action({
    ...hold,
    path: '/plateformes/:id/profils',
    input: agendaInput,
    story: addToAgenda,
    afterwards: ({ id, count }) => ({
      to: `/plateformes/${id}`,
      say: `${counted(count, 'personne ajoutée', 'personnes ajoutées')} à l’ordre du jour.`,
    }),
    page: drawMeeting,
  }),
  action({
    ...hold,
    path: '/plateformes/:id/profils/retirer',
    input: takeOffInput,
    story: takeOffAgenda,
    afterwards: ({ id }) => ({ to: `/plateformes/${id}`, say: 'Personne retirée de l’ordre du jour.' }),
    page: drawMeeting,
  }),
  action({
    ...hold,
    path: '/plateformes/:id/decision',
    input: decisionInput,
    story: decideCandidate,
    afterwards: ({ id }) => ({ to: `/plateformes/${id}`, say: 'Décision enregistrée.' }),
    page: drawMeeting,
  }),
  action({
    ...hold,
    path: '/plateformes/:id/compte-rendu',
    input: minutesInput,
    story: keepMinutes,
    afterwards: ({ id }) => ({ to: `/plateformes/${id}`, say: 'Compte rendu enregistré.' }),
    page: drawMeeting,
  }),
  page({ ...attend, path: '/rencontres', view: drawInvitations }),
  page({ ...attend, path: '/rencontres/:id', view: drawInvitation }),
  data({ ...attend, path: '/rencontres/:id/agenda.ics', answer: answerGuestCalendar }),
];

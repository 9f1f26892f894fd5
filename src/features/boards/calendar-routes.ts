/** The calendar: its page, its secret address, and the feed that agendas read. The gate alone reads secrets. */
import { z } from 'zod';
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { answerCalendar, feedParam } from './calendar-answer.ts';
import { closeCalendar, openCalendar } from './calendar-link.ts';
import { drawCalendar, openedView } from './calendar-page.tsx';

export const calendarRoutes: Route[] = [
  page({ path: '/calendrier', permission: 'view.keep', as: 'gate', view: drawCalendar }),
  action({
    path: '/calendrier',
    permission: 'view.keep',
    as: 'gate',
    input: z.object({}),
    story: openCalendar,
    afterwards: (opened) => ({ to: '/calendrier', shows: openedView(opened) }),
    page: drawCalendar,
  }),
  action({
    path: '/calendrier/fermer',
    permission: 'view.keep',
    as: 'gate',
    input: z.object({}),
    story: closeCalendar,
    afterwards: () => ({ to: '/calendrier', say: 'Adresse du calendrier fermée.' }),
    page: drawCalendar,
  }),
  data({
    path: `/calendrier/:${feedParam}`,
    permission: 'public.read',
    as: 'gate',
    throttle: 'search',
    answer: answerCalendar,
  }),
];

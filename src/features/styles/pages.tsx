/** The living page of the look: every part in every state, in the demonstration only. */
import type { Route } from '#http/route.ts';
import { page } from '#http/route.ts';
import { StylesPage } from '#ui/styles-page.tsx';

export const styleRoutes: Route[] = [
  page({
    path: '/styles',
    permission: 'public.read',
    view: async ({ ctx }) => (ctx.house.demo ? { title: 'Styles', body: <StylesPage /> } : null),
  }),
];

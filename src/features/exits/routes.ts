/** The doors of exits: the list, one of them, the year in numbers, and the question answered by link. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { askExit } from './ask.ts';
import { drawExit } from './exit-page.tsx';
import { answerInput, exitInput, oneExit } from './input.ts';
import { drawExits } from './list-page.tsx';
import { drawNews } from './news-page.tsx';
import { answerNews } from './news.ts';
import { clearExit, recordExit } from './record.ts';
import { drawSum } from './sum-page.tsx';

const byLink = { permission: 'exit.write', link: 'exit-question' } as const;

export const exitRoutes: Route[] = [
  page({ path: '/sorties', permission: 'exit.read', throttle: 'search', view: drawExits }),
  page({ path: '/sorties/bilan', permission: 'exit.sum', view: drawSum }),
  page({ path: '/sorties/:id', permission: 'exit.read', view: drawExit }),
  action({
    path: '/sorties/:id',
    permission: 'exit.write',
    input: exitInput,
    story: recordExit,
    afterwards: ({ id }) => ({ to: '/sorties', say: 'Situation enregistrée.', undo: `/sorties/${id}/effacer` }),
    page: drawExit,
  }),
  action({
    path: '/sorties/:id/effacer',
    permission: 'exit.write',
    input: oneExit,
    story: clearExit,
    afterwards: ({ id }) => ({
      to: `/sorties/${id}`,
      say: 'Situation effacée\u00A0: la question est de nouveau ouverte.',
    }),
    page: drawExit,
  }),
  action({
    path: '/sorties/:id/demander',
    permission: 'exit.ask',
    input: oneExit,
    story: askExit,
    afterwards: ({ id }) => ({ to: `/sorties/${id}`, say: 'Question envoyée.' }),
    page: drawExit,
  }),
  page({ ...byLink, path: '/nouvelles/:token', throttle: 'search', view: drawNews }),
  action({
    ...byLink,
    path: '/nouvelles/:token',
    input: answerInput,
    story: answerNews,
    afterwards: ({ token }) => ({ to: `/nouvelles/${encodeURIComponent(token)}` }),
    page: drawNews,
  }),
];

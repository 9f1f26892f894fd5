/** The doors of the hours worked by everybody: by link, by account, and for a facilitator in the place of a company. */
import type { PageRequest, Route, View } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import type { DoorKind } from './declare-doors.ts';
import { drawDeclaring } from './declare-page.tsx';
import { ofMonth } from './declare-words.ts';
import { declareTypedWorked } from './worked.ts';
import { workedInput } from './worked-input.ts';
import { drawWorked } from './worked-page.tsx';

const told = (month: string) => `Heures travaillées par tous ${ofMonth(month)} enregistrées.`;

/** The receipt with what was typed; a month that has none yet is drawn as it would be declared. */
function drawAgain(request: PageRequest, kind: DoorKind): Promise<View | null> {
  const typed = request.form.errors.some(({ field }) => field === 'mois');
  return drawDeclaring({ ...request, typed }, kind);
}

export const workedRoutes: Route[] = [
  action({
    path: '/declarer/:token/travail',
    permission: 'hours.declare',
    link: 'declaration',
    input: workedInput,
    story: (ctx, typed) => declareTypedWorked(ctx, { kind: 'link', typed }),
    afterwards: ({ to, month }) => ({ to, say: told(month) }),
    page: (request) => drawAgain(request, 'link'),
  }),
  action({
    path: '/declarations/:id/travail',
    permission: 'hours.declare',
    input: workedInput,
    story: (ctx, typed) => declareTypedWorked(ctx, { kind: 'account', typed }),
    afterwards: ({ to, month }) => ({ to, say: told(month) }),
    page: (request) => drawAgain(request, 'account'),
  }),
  page({ path: '/lots/:id/travail', permission: 'hours.read', view: drawWorked }),
  action({
    path: '/lots/:id/travail',
    permission: 'hours.enter',
    input: workedInput,
    story: (ctx, typed) => declareTypedWorked(ctx, { kind: 'facilitator', typed }),
    afterwards: ({ lot, month }) => ({ to: `/lots/${lot}/travail`, say: told(month) }),
    page: drawWorked,
  }),
];

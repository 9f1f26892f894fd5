/** The doors of the declaration: by link, by account, and for a facilitator in the place of a company. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import type { DoorKind } from './declare-doors.ts';
import { linkRoutes } from './declare-link-routes.ts';
import { drawDeclarations } from './declare-list-page.tsx';
import { drawDeclaring } from './declare-page.tsx';
import { byAccount, byLink, inPlace } from './declare-permissions.ts';
import { paperRoutes } from './declare-paper-routes.ts';
import { drawCompanies } from './declare-place-page.tsx';
import { declareTyped } from './declare-typed-month.ts';
import { declarationInput } from './input.ts';
import { ofMonth } from './declare-words.ts';

export const declareRoutes: Route[] = [
  ...linkRoutes,
  ...declaring({ kind: 'link', path: '/declarer/:token', door: byLink }),
  page({ ...byAccount, path: '/declarations', view: drawDeclarations }),
  ...declaring({ kind: 'account', path: '/declarations/:id', door: byAccount }),
  page({
    ...inPlace,
    path: '/lots/:id/saisie',
    view: (request) =>
      request.query.has('entreprise') ? drawDeclaring(request, 'facilitator') : drawCompanies(request),
  }),
  sending({ kind: 'facilitator', path: '/lots/:id/saisie', door: inPlace }),
  ...paperRoutes({ kind: 'facilitator', path: '/lots/:id/saisie', door: inPlace }),
];

type Door = typeof byLink | typeof byAccount | typeof inPlace;

function declaring({ kind, path, door }: { kind: DoorKind; path: string; door: Door }): Route[] {
  return [
    page({ ...door, path, view: (request) => drawDeclaring(request, kind) }),
    sending({ kind, path, door }),
    ...paperRoutes({ kind, path, door }),
  ];
}

function sending({ kind, path, door }: { kind: DoorKind; path: string; door: Door }): Route {
  return action({
    ...door,
    path,
    input: declarationInput,
    story: (ctx, typed) => declareTyped(ctx, { kind, typed }),
    afterwards: ({ to, month }) => ({ to, say: `Heures ${ofMonth(month)} envoyées.` }),
    page: (request) => drawDeclaring(request, kind),
  });
}

/** The doors of exchange links: list, proposal, acceptance, detail, new code, end. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawAccept, termsView } from './accept-page.tsx';
import { openCode } from './accept.ts';
import { drawLink } from './detail-page.tsx';
import { acceptInput, linkIdInput, newLinkInput } from './input.ts';
import { drawLinks } from './list-page.tsx';
import { codeView, drawNewLink } from './new-page.tsx';
import { lookUpInvited, proposeLink } from './propose.ts';
import { renewCode } from './renew-code.ts';
import { revokeLink } from './revoke.ts';

export const linkRoutes: Route[] = [
  page({ path: '/liens', permission: 'link.read', throttle: 'search', view: drawLinks }),
  page({ path: '/liens/nouveau', permission: 'link.manage', view: drawNewLink }),
  action({
    path: '/liens/nouveau',
    permission: 'link.manage',
    throttle: 'search',
    input: newLinkInput,
    prepare: lookUpInvited,
    story: proposeLink,
    afterwards: (proposed) => ({ to: `/liens/${proposed.link.id}`, shows: codeView(proposed) }),
    page: drawNewLink,
  }),
  page({ path: '/liens/accepter', permission: 'link.manage', view: drawAccept }),
  action({
    path: '/liens/accepter',
    permission: 'link.manage',
    throttle: 'code',
    input: acceptInput,
    story: openCode,
    afterwards: (opened, request) =>
      opened.accepted
        ? { to: `/liens/${opened.link.id}`, say: `Lien avec ${opened.from} accepté.` }
        : { to: '/liens/accepter', shows: termsView(opened, request) },
    page: drawAccept,
  }),
  page({ path: '/liens/:id', permission: 'link.read', view: drawLink }),
  action({
    path: '/liens/:id/rompre',
    permission: 'link.manage',
    input: linkIdInput,
    story: revokeLink,
    afterwards: ({ id }) => ({ to: `/liens/${id}`, say: 'Lien rompu. Plus rien n’est partagé à ce titre.' }),
    page: drawLink,
  }),
  action({
    path: '/liens/:id/nouveau-code',
    permission: 'link.manage',
    input: linkIdInput,
    story: renewCode,
    afterwards: (renewed) => ({ to: `/liens/${renewed.link.id}`, shows: codeView(renewed) }),
    page: drawLink,
  }),
];

/** The doors one enters for the first time: an invitation, and the first start of the instance. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { createInvitedAccount, joinOrganisation } from './accept-invitation.ts';
import { drawInvitationHelp } from './dead-invitation-page.tsx';
import { newAccountInput, setUpInput, tokenInput } from './input.ts';
import { drawInvitation } from './invitation-page.tsx';
import { askNewInvitation } from './renew-invitation.ts';
import { drawSetUp } from './set-up-page.tsx';
import { setUp } from './set-up.ts';

const invited = { permission: 'invitation.accept', as: 'gate' } as const;
const typed = { ...invited, once: false } as const;
const first = { permission: 'set-up.open', as: 'gate' } as const;

export const invitationRoutes: Route[] = [
  page({ ...invited, path: '/invitation/aide', view: drawInvitationHelp }),
  page({ ...invited, path: '/invitation/:token', throttle: 'search', view: drawInvitation }),
  action({
    ...typed,
    path: '/invitation/:token',
    input: newAccountInput,
    story: createInvitedAccount,
    afterwards: (moved) => moved,
    page: drawInvitation,
  }),
  action({
    ...typed,
    path: '/invitation/:token/rejoindre',
    input: tokenInput,
    story: joinOrganisation,
    afterwards: (moved) => moved,
    page: drawInvitation,
  }),
  action({
    ...typed,
    path: '/invitation/:token/redemander',
    input: tokenInput,
    story: askNewInvitation,
    afterwards: (_, { params }) => ({
      to: `/invitation/${encodeURIComponent(params['token'] ?? '')}?demande=1`,
    }),
    page: drawInvitation,
  }),
  page({ ...first, path: '/premier-demarrage/:token', throttle: 'search', view: drawSetUp }),
  action({
    ...first,
    once: false,
    path: '/premier-demarrage/:token',
    input: setUpInput,
    story: setUp,
    afterwards: (moved) => moved,
    page: drawSetUp,
  }),
];

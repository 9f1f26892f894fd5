/** The doors of the keys of the API: list, creation, revocation. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { createKey } from './create.ts';
import { keyIdInput, newKeyInput } from './input.ts';
import { drawKeys } from './list-page.tsx';
import { createdView, drawNewKey } from './new-page.tsx';
import { revokeKey } from './revoke.ts';

export const partnerKeyRoutes: Route[] = [
  page({ path: '/organisation/cles', permission: 'partner-key.manage', view: drawKeys }),
  page({ path: '/organisation/cles/nouvelle', permission: 'partner-key.manage', view: drawNewKey }),
  action({
    path: '/organisation/cles/nouvelle',
    permission: 'partner-key.manage',
    input: newKeyInput,
    story: createKey,
    afterwards: (created) => ({ to: '/organisation/cles?montree=1', shows: createdView(created) }),
    page: drawNewKey,
  }),
  action({
    path: '/organisation/cles/:id/revoquer',
    permission: 'partner-key.manage',
    input: keyIdInput,
    story: revokeKey,
    afterwards: ({ name }) => ({ to: '/organisation/cles', say: `Clé «\u00A0${name}\u00A0» révoquée.` }),
    page: drawKeys,
  }),
];

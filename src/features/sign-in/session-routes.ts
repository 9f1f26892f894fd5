/** The doors of an open session: confirming who one is, and leaving. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawConfirm } from './confirm-page.tsx';
import { confirmWithCode, confirmWithPasskey, confirmWithPassword } from './confirm.ts';
import { confirmCodeInput, confirmPasskeyInput, confirmPasswordInput, nothingInput } from './input.ts';
import { returnFromSignOut } from './professional-pages.tsx';
import { signOut } from './sign-out.ts';
import { drawSignOut } from './signed-out-page.tsx';

const open = { permission: 'account.leave', as: 'gate' } as const;
const typed = { ...open, once: false } as const;

export const sessionRoutes: Route[] = [
  page({ ...open, path: '/connexion/confirmer', view: drawConfirm }),
  action({
    ...typed,
    path: '/connexion/confirmer',
    input: confirmPasswordInput,
    story: confirmWithPassword,
    afterwards: (moved) => moved,
    page: drawConfirm,
  }),
  action({
    ...typed,
    path: '/connexion/confirmer/code',
    input: confirmCodeInput,
    story: confirmWithCode,
    afterwards: (moved) => moved,
    page: drawConfirm,
  }),
  action({
    ...typed,
    path: '/connexion/confirmer/cle',
    input: confirmPasskeyInput,
    story: confirmWithPasskey,
    afterwards: (moved) => moved,
    page: drawConfirm,
  }),
  action({
    ...typed,
    path: '/deconnexion',
    input: nothingInput,
    story: signOut,
    afterwards: (moved) => moved,
    page: drawSignOut,
  }),
  page({ path: '/deconnexion/retour', permission: 'sign-in.enter', as: 'gate', view: returnFromSignOut }),
];

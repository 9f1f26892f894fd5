/** The doors that send a link by mail, and those the links lead to. */
import { withNext } from '#domain/local-path.ts';
import type { Moved, Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawAskLink, drawAskPassword } from './ask-link-pages.tsx';
import { askNewPassword, askSignInLink } from './ask-link.ts';
import { followSignInLink } from './follow-link.ts';
import { addressInput, newPasswordInput, tokenInput } from './input.ts';
import { drawFollowLink, drawNewPassword } from './mailed-link-pages.tsx';
import { resetPassword } from './reset-password.ts';

const gate = { permission: 'sign-in.enter', as: 'gate' } as const;
const typed = { ...gate, once: false } as const;

export const mailRoutes: Route[] = [
  page({ ...gate, path: '/mot-de-passe/oublie', view: drawAskPassword }),
  action({
    ...typed,
    path: '/mot-de-passe/oublie',
    input: addressInput,
    story: askNewPassword,
    afterwards: (next) => sent('/mot-de-passe/oublie', next),
    page: drawAskPassword,
  }),
  page({ ...gate, path: '/mot-de-passe/nouveau/:token', throttle: 'search', view: drawNewPassword }),
  action({
    ...typed,
    path: '/mot-de-passe/nouveau/:token',
    input: newPasswordInput,
    story: resetPassword,
    afterwards: (moved) => moved,
    page: drawNewPassword,
  }),
  page({ ...gate, path: '/connexion/lien', view: drawAskLink }),
  action({
    ...typed,
    path: '/connexion/lien',
    input: addressInput,
    story: askSignInLink,
    afterwards: (next) => sent('/connexion/lien', next),
    page: drawAskLink,
  }),
  page({ ...gate, path: '/connexion/lien/:token', throttle: 'search', view: drawFollowLink }),
  action({
    ...typed,
    path: '/connexion/lien/:token',
    input: tokenInput,
    story: followSignInLink,
    afterwards: (moved) => moved,
    page: drawFollowLink,
  }),
];

/** Where she was going stays in the address, so that asking again keeps it. */
function sent(path: string, next: string | null): Moved {
  const to = withNext(path, next);
  return { to: `${to}${to.includes('?') ? '&' : '?'}envoye=1` };
}

/** The doors that send a link by mail, and those the links lead to. */
import { magicLinkField, magicLinks } from '#domain/magic-links.ts';
import { withNext } from '#domain/local-path.ts';
import type { Moved, PageRequest, Route, View } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawAskLink, drawAskPassword } from './ask-link-pages.tsx';
import { askNewPassword, askSignInLink } from './ask-link.ts';
import { followSignInLink } from './follow-link.ts';
import { addressInput, newPasswordInput, tokenInput } from './input.ts';
import { drawFollowLink, drawNewPassword } from './mailed-link-pages.tsx';
import { resetPassword } from './reset-password.ts';
import { nextOf } from './sign-in-page.tsx';

const gate = { permission: 'sign-in.enter', as: 'gate' } as const;
const typed = { ...gate, once: false } as const;

export const mailRoutes: Route[] = [
  page({ ...gate, path: '/mot-de-passe/oublie', view: drawAskPassword }),
  action({
    ...typed,
    path: '/mot-de-passe/oublie',
    input: addressInput,
    story: askNewPassword,
    then: (_, request) => sent('/mot-de-passe/oublie', request),
    page: drawAskPassword,
  }),
  page({ ...gate, path: '/mot-de-passe/nouveau/:token', throttle: 'search', view: drawNewPassword }),
  action({
    ...typed,
    path: '/mot-de-passe/nouveau/:token',
    input: newPasswordInput,
    story: resetPassword,
    then: (moved) => moved,
    page: drawNewPassword,
  }),
  page({ ...gate, path: '/connexion/lien', view: (request) => arrival(request, '/connexion/lien') ?? drawAskLink(request) }),
  action({
    ...typed,
    path: '/connexion/lien',
    input: addressInput,
    story: askSignInLink,
    then: (_, request) => sent('/connexion/lien', request),
    page: drawAskLink,
  }),
  page({ ...gate, path: '/connexion/lien/:token', throttle: 'search', view: drawFollowLink }),
  action({
    ...typed,
    path: '/connexion/lien/:token',
    input: tokenInput,
    story: followSignInLink,
    then: (moved) => moved,
    page: drawFollowLink,
  }),
  page({
    ...gate,
    path: magicLinks['password-reset'].path,
    view: async (request) => (await arrival(request, '/mot-de-passe/nouveau')) ?? { to: '/mot-de-passe/oublie' },
  }),
];

/** A letter carries its secret in the query; the page it opens has it in its path. */
export function arrival({ query }: PageRequest, path: string): Promise<View | Moved> | null {
  const token = query.get(magicLinkField);
  return token === null ? null : Promise.resolve({ to: `${path}/${encodeURIComponent(token)}` });
}

/** Where she was going stays in the address, so that asking again keeps it. */
function sent(path: string, request: PageRequest): Moved {
  const to = withNext(path, nextOf(request));
  return { to: `${to}${to.includes('?') ? '&' : '?'}envoye=1` };
}

/** The doors open to everyone, the first page, and the search of those who are signed in. */
import type { PageRequest, Route, View } from '#http/route.ts';
import { data, page } from '#http/route.ts';
import { drawAccessibility } from './accessibility-page.tsx';
import { answerRobots, answerSecurityText, drawDisclosure } from './disclosure-page.tsx';
import { drawHelp } from './help-page.tsx';
import { drawHome } from './home-page.tsx';
import { drawLegal } from './legal-page.tsx';
import { answerMark } from './mark.ts';
import { drawPersonalData } from './personal-data-page.tsx';
import { drawRights } from './rights-page.tsx';
import { answerSearch, drawSearch } from './search-page.tsx';
import { drawSiteMap } from './site-map-page.tsx';

export const publicRoutes: Route[] = [
  page({ path: '/', permission: 'public.read', view: drawHome }),
  page({ path: '/recherche', permission: 'home.read', throttle: 'search', view: drawSearch }),
  data({ path: '/recherche.json', permission: 'home.read', throttle: 'search', answer: answerSearch }),
  page({ path: '/droits', permission: 'public.read', view: drawRights }),
  page({ path: '/plan', permission: 'public.read', view: drawSiteMap }),
  statement('/accessibilite', drawAccessibility),
  statement('/aide', drawHelp),
  statement('/donnees-personnelles', drawPersonalData),
  statement('/mentions-legales', drawLegal),
  statement('/securite', drawDisclosure),
  data({
    path: '/.well-known/security.txt',
    permission: 'public.read',
    as: 'gate',
    answer: answerSecurityText,
  }),
  data({ path: '/robots.txt', permission: 'public.read', answer: answerRobots }),
  data({ path: '/favicon.ico', permission: 'public.read', answer: answerMark }),
];

/** A text that names whoever runs the instance, which only the gate may read for a visitor without an account. */
function statement(path: string, view: (request: PageRequest) => Promise<View>): Route {
  return page({ path, permission: 'public.read', as: 'gate', view });
}

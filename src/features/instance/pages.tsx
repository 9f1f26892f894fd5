/** The operator's pages: the state of the instance, its organisations, and the opening of a new one. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { newOrganisationInput } from './input.ts';
import { drawOrganisations } from './list-page.tsx';
import { drawNewOrganisation } from './new-page.tsx';
import { openOrganisation } from './open.ts';
import { drawInstance } from './state-page.tsx';

export const instanceRoutes: Route[] = [
  page({ path: '/instance', permission: 'instance.read', as: 'gate', view: drawInstance }),
  page({
    path: '/instance/organisations',
    permission: 'instance.read',
    as: 'gate',
    throttle: 'search',
    view: drawOrganisations,
  }),
  page({
    path: '/instance/organisations/nouvelle',
    permission: 'organisation.create',
    as: 'gate',
    throttle: 'search',
    view: drawNewOrganisation,
  }),
  action({
    path: '/instance/organisations',
    permission: 'organisation.create',
    as: 'gate',
    input: newOrganisationInput,
    story: openOrganisation,
    then: ({ name }) => ({
      to: '/instance/organisations',
      say: `«\u00A0${name}\u00A0» est ouverte, l’invitation part.`,
    }),
    page: drawNewOrganisation,
  }),
];

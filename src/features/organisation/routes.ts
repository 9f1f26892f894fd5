/** The doors of one's own organisation: its card, its form, the register, its other services, its colour. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { answerAccentStyle } from './accent-style.ts';
import { organisationEndpoint } from './api.ts';
import { drawCard } from './card-page.tsx';
import { drawEdit } from './edit-page.tsx';
import { editOrganisation } from './edit.ts';
import { editOrganisationInput, newServiceInput, refreshInput } from './input.ts';
import { openService } from './open-service.ts';
import { drawRefresh } from './refresh-page.tsx';
import { refreshOrganisation } from './refresh.ts';
import { askRegister } from './register.ts';
import { drawLinkToPass, drawNewService } from './service-page.tsx';

export const organisationRoutes: Route[] = [
  page({ path: '/organisation', permission: 'organisation.read', view: drawCard }),
  page({ path: '/organisation/modifier', permission: 'organisation.edit', view: drawEdit }),
  action({
    path: '/organisation/modifier',
    permission: 'organisation.edit',
    input: editOrganisationInput,
    story: editOrganisation,
    afterwards: () => ({ to: '/organisation', say: 'Fiche de l’organisation modifiée.' }),
    page: drawEdit,
  }),
  page({
    path: '/organisation/actualiser',
    permission: 'organisation.edit',
    throttle: 'search',
    prepare: askRegister,
    view: drawRefresh,
  }),
  action({
    path: '/organisation/actualiser',
    permission: 'organisation.edit',
    throttle: 'search',
    input: refreshInput,
    prepare: askRegister,
    story: refreshOrganisation,
    afterwards: () => ({ to: '/organisation', say: 'Fiche vérifiée avec l’annuaire des entreprises.' }),
    page: drawRefresh,
  }),
  page({ path: '/organisation/services/nouveau', permission: 'service.create', view: drawNewService }),
  action({
    path: '/organisation/services/nouveau',
    permission: 'service.create',
    input: newServiceInput,
    story: openService,
    afterwards: ({ serviceName, link }) => ({
      to: '/organisation',
      ...(link === null
        ? { say: `Service «\u00A0${serviceName}\u00A0» ouvert, invitation envoyée. Vous n’y avez aucun droit.` }
        : { shows: drawLinkToPass(link) }),
    }),
    page: drawNewService,
  }),
  data({ path: '/organisation/couleur.css', permission: 'public.read', answer: answerAccentStyle }),
  organisationEndpoint,
];

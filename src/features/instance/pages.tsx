/** The operator's pages: the state of the instance, its organisations, and the opening of a new one, the help to one that is stuck. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { closeInput, inviteAdministrationInput, newOrganisationInput, resetAdministratorInput } from './input.ts';
import { closeAsked, reopenAsked } from './close.ts';
import { drawClosing, drawReopening, drawReset } from './help-pages.tsx';
import { inviteAdministration } from './invite-administration.ts';
import { drawInviteAdministration, drawLinkToPass } from './invite-page.tsx';
import { drawInstanceJournal } from './journal-page.tsx';
import { drawOrganisations } from './list-page.tsx';
import { askRegister, drawNewOrganisation, nothingAsked } from './new-page.tsx';
import { lookUpNew, openOrganisation } from './open.ts';
import { drawOrganisation } from './organisation-page.tsx';
import { resetAdministrator } from './reset-administrator.ts';
import { drawInstance } from './state-page.tsx';

const helped = '/instance/organisations/:id';
const reset = `${helped}/double-authentification/:membershipId`;
const help = { permission: 'organisation.help', as: 'gate' } as const;

const helpRoutes: Route[] = [
  page({ ...help, path: `${helped}/inviter`, view: drawInviteAdministration }),
  action({
    ...help,
    path: `${helped}/inviter`,
    input: inviteAdministrationInput,
    story: inviteAdministration,
    afterwards: (invited) => ({
      to: `/instance/organisations/${invited.id}`,
      ...(invited.link === null ? { say: 'Invitation envoyée.' } : { shows: drawLinkToPass(invited, invited.link) }),
    }),
    page: drawInviteAdministration,
  }),
  page({ ...help, path: reset, view: drawReset }),
  action({
    ...help,
    path: reset,
    input: resetAdministratorInput,
    story: resetAdministrator,
    afterwards: ({ id }) => ({
      to: `/instance/organisations/${id}`,
      say: 'Double authentification réinitialisée, les courriels partent.',
    }),
    page: drawReset,
  }),
  page({ ...help, path: `${helped}/fermer`, view: drawClosing }),
  action({
    ...help,
    path: `${helped}/fermer`,
    input: closeInput,
    story: closeAsked,
    afterwards: ({ id, name }) => ({
      to: `/instance/organisations/${id}`,
      say: `«\u00A0${name}\u00A0» est fermée.`,
    }),
    page: drawClosing,
  }),
  page({ ...help, path: `${helped}/rouvrir`, view: drawReopening }),
  action({
    ...help,
    path: `${helped}/rouvrir`,
    input: closeInput,
    story: reopenAsked,
    afterwards: ({ id, name }) => ({
      to: `/instance/organisations/${id}`,
      say: `«\u00A0${name}\u00A0» est rouverte.`,
    }),
    page: drawReopening,
  }),
];

export const instanceRoutes: Route[] = [
  page({ path: '/instance', permission: 'instance.read', as: 'gate', view: drawInstance }),
  page({
    path: '/instance/journal',
    permission: 'instance.read',
    as: 'gate',
    throttle: 'search',
    view: drawInstanceJournal,
  }),
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
    prepare: askRegister,
    view: drawNewOrganisation,
  }),
  action({
    path: '/instance/organisations',
    permission: 'organisation.create',
    as: 'gate',
    input: newOrganisationInput,
    prepare: lookUpNew,
    story: openOrganisation,
    afterwards: (opened) => ({
      to: '/instance/organisations',
      ...(opened.link === null
        ? { say: `«\u00A0${opened.name}\u00A0» est ouverte, l’invitation part.` }
        : { shows: drawLinkToPass(opened, opened.link) }),
    }),
    page: (request) => drawNewOrganisation(request, nothingAsked),
  }),
  page({ path: helped, permission: 'instance.read', as: 'gate', view: drawOrganisation }),
  ...helpRoutes,
];

/** Who takes part in lots and who facilitates them; the companies of my markets; what a company owes. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { organisationOf } from '#domain/actor.ts';
import { assignFacilitator, editFacilitator, endFacilitator, restoreFacilitator } from './change-facilitator.ts';
import { addParty, editParty, endParty, restoreParty } from './change-party.ts';
import { exportCompanies } from './companies-export.ts';
import { drawCompanies } from './companies-page.tsx';
import { drawCompany } from './company-page.tsx';
import { drawFacilitator, drawNewFacilitator } from './facilitator-page.tsx';
import {
  editFacilitatorInput,
  editPartyInput,
  facilitatorIdInput,
  newFacilitatorInput,
  newPartyInput,
  partyIdInput,
} from './input.ts';
import { drawLot, drawLotParties } from './lot-page.tsx';
import { lookUpCompany } from './named-company.ts';
import { ownRoutes } from './own-routes.ts';
import { drawNewParty, drawParty } from './party-page.tsx';
import { findAssignment, findParty } from './queries.ts';
import type { PageRequest } from '#http/route.ts';

const written = { permission: 'market.write' } as const;

export const partyRoutes: Route[] = [
  page({ path: '/entreprises', permission: 'market.read', throttle: 'search', view: drawCompanies }),
  data({ path: '/entreprises.csv', permission: 'party.read', throttle: 'export', answer: exportCompanies }),
  page({ path: '/entreprises/:id', permission: 'party.read', view: drawCompany }),
  page({ path: '/lots/:id/intervenants', permission: 'party.read', view: drawLotParties }),
  page({
    path: '/lots/:id/intervenants/nouveau',
    ...written,
    view: (request) => drawNewParty(request, null),
  }),
  action({
    path: '/lots/:id/intervenants/nouveau',
    ...written,
    throttle: 'search',
    input: newPartyInput,
    prepare: lookUpCompany,
    story: addParty,
    afterwards: ({ lotId }) => ({ to: `/lots/${lotId}/intervenants`, say: 'Entreprise ajoutée au lot.' }),
    page: drawNewParty,
  }),
  page({ path: '/intervenants/:id', ...written, view: drawParty }),
  action({
    path: '/intervenants/:id',
    ...written,
    input: editPartyInput,
    story: editParty,
    afterwards: ({ lotId }) => ({ to: `/lots/${lotId}/intervenants`, say: 'Intervenant modifié.' }),
    page: drawParty,
  }),
  action({
    path: '/intervenants/:id/depart',
    ...written,
    input: partyIdInput,
    story: endParty,
    afterwards: ({ id, lotId }) => ({
      to: `/lots/${lotId}/intervenants`,
      say: 'Départ enregistré.',
      undo: `/intervenants/${id}/retour`,
    }),
    page: drawLotOfParty,
  }),
  action({
    path: '/intervenants/:id/retour',
    ...written,
    input: partyIdInput,
    story: restoreParty,
    afterwards: ({ lotId }) => ({ to: `/lots/${lotId}/intervenants`, say: 'Intervenant remis sur le lot.' }),
    page: drawLotOfParty,
  }),
  page({ path: '/lots/:id/facilitateurs/nouveau', ...written, view: drawNewFacilitator }),
  action({
    path: '/lots/:id/facilitateurs/nouveau',
    ...written,
    input: newFacilitatorInput,
    story: assignFacilitator,
    afterwards: ({ lotId }) => ({ to: `/lots/${lotId}/intervenants`, say: 'Lot confié à cette structure.' }),
    page: drawNewFacilitator,
  }),
  page({ path: '/facilitateurs/:id', ...written, view: drawFacilitator }),
  action({
    path: '/facilitateurs/:id',
    ...written,
    input: editFacilitatorInput,
    story: editFacilitator,
    afterwards: ({ lotId }) => ({ to: `/lots/${lotId}/intervenants`, say: 'Part modifiée.' }),
    page: drawFacilitator,
  }),
  action({
    path: '/facilitateurs/:id/retirer',
    ...written,
    input: facilitatorIdInput,
    story: endFacilitator,
    afterwards: ({ id, lotId, organisation }, { ctx }) => ({
      // Whoever gives up its own lot may no longer see it.
      to: organisation === organisationOf(ctx.actor) ? '/marches' : `/lots/${lotId}/intervenants`,
      say: 'Le lot est retiré à cette structure.',
      ...(organisation !== organisationOf(ctx.actor) && { undo: `/facilitateurs/${id}/remettre` }),
    }),
    page: drawLotOfFacilitator,
  }),
  action({
    path: '/facilitateurs/:id/remettre',
    ...written,
    input: facilitatorIdInput,
    story: restoreFacilitator,
    afterwards: ({ lotId }) => ({ to: `/lots/${lotId}/intervenants`, say: 'Le lot est rendu à cette structure.' }),
    page: drawLotOfFacilitator,
  }),
  ...ownRoutes,
];

async function drawLotOfParty(request: PageRequest) {
  const party = await findParty(request.ctx, request.params['id'] ?? '');
  return party === null ? null : drawLot(request, party.lotId);
}

async function drawLotOfFacilitator(request: PageRequest) {
  const assignment = await findAssignment(request.ctx, request.params['id'] ?? '');
  return assignment === null ? null : drawLot(request, assignment.lotId);
}

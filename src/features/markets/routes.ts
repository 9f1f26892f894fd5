/** The doors that write markets, their lots and what they owe; join them before the pages that read /marches/:id. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { drawEditMarket } from './edit-page.tsx';
import { editMarket } from './edit.ts';
import { editMarketForm, newMarketForm } from './input.ts';
import { lookUpNamed } from './known-organisation.ts';
import { editLotInput, moveLotInput, moveMarketInput, newLotInput, stepIdInput } from './lot-input.ts';
import { drawEditLot, drawNewLot } from './lot-page.tsx';
import { addLot, editLot } from './lots.ts';
import { proposeMatches } from './matches.ts';
import { drawMoveLot, drawMoveMarket } from './move-page.tsx';
import { moveLotStep, moveMarketStep } from './move.ts';
import { drawNewMarket } from './new-page.tsx';
import { registerMarket } from './register.ts';
import { undoLotStep, undoMarketStep } from './undo-move.ts';

export const marketWriteRoutes: Route[] = [
  page({ path: '/marches/nouveau', permission: 'market.write', view: drawNewMarket }),
  action({
    path: '/marches/nouveau',
    permission: 'market.write',
    throttle: 'search',
    input: newMarketForm,
    prepare: lookUpNamed,
    story: registerMarket,
    afterwards: ({ id, object }) => ({
      to: `/marches/${id}`,
      say: `Marché «\u00A0${object}\u00A0» enregistré.`,
    }),
    page: drawNewMarket,
  }),
  data({
    path: '/marches/nouveau/propositions',
    permission: 'market.write',
    throttle: 'search',
    answer: proposeMatches,
  }),
  page({ path: '/marches/:id/modifier', permission: 'market.write', view: drawEditMarket }),
  action({
    path: '/marches/:id/modifier',
    permission: 'market.write',
    input: editMarketForm,
    story: editMarket,
    afterwards: ({ id }) => ({ to: `/marches/${id}`, say: 'Marché modifié.' }),
    page: drawEditMarket,
  }),
  page({ path: '/marches/:id/etat', permission: 'market.write', view: drawMoveMarket }),
  action({
    path: '/marches/:id/etat',
    permission: 'market.write',
    input: moveMarketInput,
    story: moveMarketStep,
    afterwards: ({ id, label }) => ({
      to: `/marches/${id}`,
      say: `État du marché\u00A0: ${label}.`,
      undo: `/marches/${id}/etat/annuler`,
    }),
    page: drawMoveMarket,
  }),
  action({
    path: '/marches/:id/etat/annuler',
    permission: 'market.write',
    input: stepIdInput,
    story: undoMarketStep,
    afterwards: ({ id }) => ({ to: `/marches/${id}`, say: 'Étape annulée.' }),
    page: drawMoveMarket,
  }),
  page({ path: '/marches/:id/lots/nouveau', permission: 'market.write', view: drawNewLot }),
  action({
    path: '/marches/:id/lots/nouveau',
    permission: 'market.write',
    throttle: 'search',
    input: newLotInput,
    prepare: lookUpNamed,
    story: addLot,
    afterwards: ({ marketId, title }) => ({
      to: `/marches/${marketId}`,
      say: `Lot «\u00A0${title}\u00A0» ajouté.`,
    }),
    page: drawNewLot,
  }),
  page({ path: '/lots/:id/modifier', permission: 'market.write', view: drawEditLot }),
  action({
    path: '/lots/:id/modifier',
    permission: 'market.write',
    input: editLotInput,
    story: editLot,
    afterwards: ({ marketId }) => ({ to: `/marches/${marketId}`, say: 'Lot modifié.' }),
    page: drawEditLot,
  }),
  page({ path: '/lots/:id/etat', permission: 'market.write', view: drawMoveLot }),
  action({
    path: '/lots/:id/etat',
    permission: 'market.write',
    input: moveLotInput,
    story: moveLotStep,
    afterwards: ({ id, marketId, label }) => ({
      to: `/marches/${marketId}`,
      say: `État du lot\u00A0: ${label}.`,
      undo: `/lots/${id}/etat/annuler`,
    }),
    page: drawMoveLot,
  }),
  action({
    path: '/lots/:id/etat/annuler',
    permission: 'market.write',
    input: stepIdInput,
    story: undoLotStep,
    afterwards: ({ marketId }) => ({ to: `/marches/${marketId}`, say: 'Étape du lot annulée.' }),
    page: drawMoveLot,
  }),
];

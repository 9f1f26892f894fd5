/** The doors of operations and programmes. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { lookUpNamed } from './known-organisation.ts';
import { drawEditOperation, drawNewOperation } from './operation-pages.tsx';
import { editOperationInput, newOperationInput, newProgrammeInput, tagInput } from './programme-input.ts';
import { drawProgrammes, drawTags } from './programme-pages.tsx';
import { addOperation, addProgramme, editOperation, tagMarket } from './programmes.ts';

export const programmeRoutes: Route[] = [
  page({ path: '/operations/nouvelle', permission: 'market.write', view: drawNewOperation }),
  action({
    path: '/operations/nouvelle',
    permission: 'market.write',
    throttle: 'search',
    input: newOperationInput,
    prepare: lookUpNamed,
    story: addOperation,
    afterwards: ({ id, name }) => ({ to: `/operations/${id}`, say: `Opération «\u00A0${name}\u00A0» créée.` }),
    page: drawNewOperation,
  }),
  page({ path: '/operations/:id/modifier', permission: 'market.write', view: drawEditOperation }),
  action({
    path: '/operations/:id/modifier',
    permission: 'market.write',
    input: editOperationInput,
    story: editOperation,
    afterwards: ({ id }) => ({ to: `/operations/${id}`, say: 'Opération modifiée.' }),
    page: drawEditOperation,
  }),
  page({ path: '/programmes', permission: 'market.read', view: drawProgrammes }),
  action({
    path: '/programmes',
    permission: 'market.write',
    input: newProgrammeInput,
    story: addProgramme,
    afterwards: ({ name }) => ({ to: '/programmes', say: `Programme «\u00A0${name}\u00A0» ajouté.` }),
    page: drawProgrammes,
  }),
  page({ path: '/marches/:id/programmes', permission: 'market.write', view: drawTags }),
  action({
    path: '/marches/:id/programmes',
    permission: 'market.write',
    input: tagInput,
    story: tagMarket,
    afterwards: ({ id }) => ({ to: `/marches/${id}`, say: 'Programmes du marché enregistrés.' }),
    page: drawTags,
  }),
];

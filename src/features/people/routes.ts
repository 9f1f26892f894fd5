/** People and their work contracts. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { contractRoutes } from './contract-routes.ts';
import { createPerson } from './create.ts';
import { editPerson } from './edit.ts';
import { drawEditPerson, drawNewPerson } from './form-page.tsx';
import { editPersonInput, newPersonInput, personIdInput } from './input.ts';
import { exportPeople } from './list-export.ts';
import { drawList } from './list-page.tsx';
import { drawPerson } from './person-page.tsx';
import { putBackPerson, removePerson } from './remove.ts';

export const peopleRoutes: Route[] = [
  page({ path: '/personnes', permission: 'person.read', throttle: 'search', view: drawList }),
  data({ path: '/personnes.csv', permission: 'person.read', throttle: 'export', answer: exportPeople }),
  page({ path: '/personnes/nouvelle', permission: 'person.write', view: drawNewPerson }),
  action({
    path: '/personnes/nouvelle',
    permission: 'person.write',
    input: newPersonInput,
    story: createPerson,
    afterwards: ({ id }) => ({ to: `/personnes/${id}`, say: 'Personne enregistrée.' }),
    page: drawNewPerson,
  }),
  page({ path: '/personnes/:id', permission: 'person.read', view: drawPerson }),
  page({ path: '/personnes/:id/modifier', permission: 'person.write', view: drawEditPerson }),
  action({
    path: '/personnes/:id/modifier',
    permission: 'person.write',
    input: editPersonInput,
    story: editPerson,
    afterwards: ({ id }) => ({ to: `/personnes/${id}`, say: 'Identité modifiée.' }),
    page: drawEditPerson,
  }),
  action({
    path: '/personnes/:id/retirer',
    permission: 'person.write',
    input: personIdInput,
    story: removePerson,
    afterwards: ({ id }) => ({ to: '/personnes', say: 'Fiche retirée.', undo: `/personnes/${id}/remettre` }),
    page: drawPerson,
  }),
  action({
    path: '/personnes/:id/remettre',
    permission: 'person.write',
    input: personIdInput,
    story: putBackPerson,
    afterwards: ({ id }) => ({ to: `/personnes/${id}`, say: 'Fiche remise.' }),
    page: drawPerson,
  }),
  ...contractRoutes,
];

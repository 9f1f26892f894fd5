/** Work contracts: a new one, its terms, its steps, what follows it. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { addContract } from './add-contract.ts';
import {
  contractIdInput,
  convertContractInput,
  editContractInput,
  endContractInput,
  moveContractInput,
  newContractInput,
  removeContractInput,
  renewContractInput,
} from './contract-input.ts';
import { drawContract } from './contract-page.tsx';
import { drawEditContract } from './edit-contract-page.tsx';
import { editContract, moveOn } from './edit-contract.ts';
import { endContract, removeContract } from './end-contract.ts';
import { reopenContract } from './reopen-contract.ts';
import { convert, renew } from './follow-contract.ts';
import { drawNewContract } from './new-contract-page.tsx';

const written = { permission: 'person.write' } as const;

export const contractRoutes: Route[] = [
  page({ path: '/personnes/:id/contrats/nouveau', ...written, view: drawNewContract }),
  action({
    path: '/personnes/:id/contrats/nouveau',
    ...written,
    input: newContractInput,
    story: addContract,
    afterwards: ({ id }) => ({ to: `/contrats/${id}`, say: 'Contrat enregistré.' }),
    page: drawNewContract,
  }),
  page({ path: '/contrats/:id', permission: 'person.read', view: drawContract }),
  page({ path: '/contrats/:id/modifier', ...written, view: drawEditContract }),
  action({
    path: '/contrats/:id/modifier',
    ...written,
    input: editContractInput,
    story: editContract,
    afterwards: ({ id }) => ({ to: `/contrats/${id}`, say: 'Contrat modifié.' }),
    page: drawEditContract,
  }),
  action({
    path: '/contrats/:id/etat',
    ...written,
    input: moveContractInput,
    story: moveOn,
    afterwards: ({ id }) => ({ to: `/contrats/${id}`, say: 'État du contrat mis à jour.' }),
    page: drawContract,
  }),
  action({
    path: '/contrats/:id/fin',
    ...written,
    input: endContractInput,
    story: endContract,
    afterwards: ({ id }) => ({
      to: `/contrats/${id}`,
      say: 'Fin du contrat enregistrée.',
      undo: `/contrats/${id}/rouvrir`,
    }),
    page: drawContract,
  }),
  action({
    path: '/contrats/:id/suite',
    ...written,
    input: renewContractInput,
    story: renew,
    afterwards: ({ id }) => ({
      to: `/contrats/${id}`,
      say: 'Renouvellement enregistré\u00A0: voici le contrat qui suit.',
    }),
    page: drawContract,
  }),
  action({
    path: '/contrats/:id/cdi',
    ...written,
    input: convertContractInput,
    story: convert,
    afterwards: ({ id }) => ({
      to: `/contrats/${id}`,
      say: 'Transformation enregistrée\u00A0: voici le CDI.',
    }),
    page: drawContract,
  }),
  action({
    path: '/contrats/:id/retirer',
    ...written,
    input: removeContractInput,
    story: removeContract,
    afterwards: ({ id }) => ({
      to: `/contrats/${id}`,
      say: 'Contrat retiré.',
      undo: `/contrats/${id}/rouvrir`,
    }),
    page: drawContract,
  }),
  action({
    path: '/contrats/:id/rouvrir',
    ...written,
    input: contractIdInput,
    story: reopenContract,
    afterwards: ({ id, pastTerm }) => ({
      to: `/contrats/${id}`,
      say: pastTerm
        ? 'Contrat rouvert. Sa fin prévue est passée\u00A0: changez-la aujourd’hui, sinon il se termine cette nuit.'
        : 'Contrat rouvert.',
    }),
    page: drawContract,
  }),
];

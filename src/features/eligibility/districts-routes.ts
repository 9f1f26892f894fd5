/** The operator's doors of the official outlines. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { applyOutlines, importIdInput, outlinesInput, proposeOutlines, withdrawOutlines } from './districts.ts';
import { drawDistricts, drawImport } from './districts-page.tsx';

const managed = { permission: 'district.manage' } as const;
const one = '/instance/quartiers/:id';

export const districtRoutes: Route[] = [
  page({ path: '/instance/quartiers', ...managed, view: drawDistricts }),
  action({
    path: '/instance/quartiers',
    ...managed,
    files: true,
    throttle: 'import',
    input: outlinesInput,
    story: proposeOutlines,
    afterwards: ({ id }) => ({ to: `/instance/quartiers/${id}`, say: 'Fichier lu. Vérifiez, puis appliquez.' }),
    page: drawDistricts,
  }),
  page({ path: one, ...managed, view: drawImport }),
  action({
    path: `${one}/appliquer`,
    ...managed,
    input: importIdInput,
    story: applyOutlines,
    afterwards: ({ id, vintage }) => ({
      to: `/instance/quartiers/${id}`,
      say: `La liste de ${vintage} est en vigueur.`,
      undo: `/instance/quartiers/${id}/retirer`,
    }),
    page: drawImport,
  }),
  action({
    path: `${one}/retirer`,
    ...managed,
    input: importIdInput,
    story: withdrawOutlines,
    afterwards: ({ vintage }) => ({ to: '/instance/quartiers', say: `Contours de ${vintage} retirés.` }),
    page: drawImport,
  }),
];

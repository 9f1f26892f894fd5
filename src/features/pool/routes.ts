/** The doors of the pool. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { profileIdInput, profileInput } from './input.ts';
import { keepProfile, removeProfile, restoreProfile } from './keep.ts';
import { drawPool } from './list-page.tsx';
import { drawProfile } from './profile-page.tsx';

const pool = { permission: 'pool.read' } as const;

export const poolRoutes: Route[] = [
  page({ ...pool, path: '/vivier', throttle: 'search', view: drawPool }),
  page({ ...pool, path: '/personnes/:id/vivier', view: drawProfile }),
  action({
    ...pool,
    path: '/personnes/:id/vivier',
    input: profileInput,
    story: keepProfile,
    afterwards: ({ id }) => ({
      to: `/personnes/${id}/vivier`,
      say: 'Profil enregistré. La personne est au vivier.',
      undo: `/personnes/${id}/vivier/retirer`,
    }),
    page: drawProfile,
  }),
  action({
    ...pool,
    path: '/personnes/:id/vivier/retirer',
    input: profileIdInput,
    story: removeProfile,
    afterwards: ({ id }) => ({
      to: '/vivier',
      say: 'Personne sortie du vivier.',
      undo: `/personnes/${id}/vivier/remettre`,
    }),
    page: drawProfile,
  }),
  action({
    ...pool,
    path: '/personnes/:id/vivier/remettre',
    input: profileIdInput,
    story: restoreProfile,
    afterwards: ({ id }) => ({ to: `/personnes/${id}/vivier`, say: 'Personne remise au vivier.' }),
    page: drawProfile,
  }),
];

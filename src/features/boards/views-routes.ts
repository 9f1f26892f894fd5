/** Saved views: named from a list, opened from the menu, removed and put back. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { removeView, restoreView, saveView } from './keep-view.ts';
import { newViewInput, viewIdInput } from './views-input.ts';
import { drawViews } from './views-page.tsx';

export const viewRoutes: Route[] = [
  page({ path: '/vues', permission: 'view.keep', view: drawViews }),
  action({
    path: '/vues',
    permission: 'view.keep',
    input: newViewInput,
    story: saveView,
    afterwards: ({ id, name, address }) => ({
      to: address,
      say: `Vue «\u00A0${name}\u00A0» enregistrée dans votre menu.`,
      undo: `/vues/${id}/supprimer`,
    }),
    page: drawViews,
  }),
  action({
    path: '/vues/:id/supprimer',
    permission: 'view.keep',
    input: viewIdInput,
    story: removeView,
    afterwards: ({ id, name }) => ({
      to: '/vues',
      say: `Vue «\u00A0${name}\u00A0» supprimée.`,
      undo: `/vues/${id}/remettre`,
    }),
    page: drawViews,
  }),
  action({
    path: '/vues/:id/remettre',
    permission: 'view.keep',
    input: viewIdInput,
    story: restoreView,
    afterwards: ({ name }) => ({ to: '/vues', say: `Vue «\u00A0${name}\u00A0» remise.` }),
    page: drawViews,
  }),
];

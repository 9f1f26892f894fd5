/** The doors of tranches: the list of a lot, one tranche, its affirmation, and what takes each step back. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawTranche } from './tranche-edit-page.tsx';
import {
  affirmInput,
  editTrancheInput,
  newTrancheInput,
  takeBackTrancheInput,
  trancheIdInput,
} from './tranche-input.ts';
import { drawTranches } from './tranche-page.tsx';
import type { ChangedTranche } from './tranches.ts';
import {
  addTranche,
  affirmTranche,
  editTranche,
  removeTranche,
  restoreTranche,
  takeBackAffirmation,
} from './tranches.ts';

const permission = 'market.write';
const listed = ({ lotId, number }: ChangedTranche, what: string) => ({
  to: `/lots/${lotId}/tranches`,
  say: `Tranche ${number} ${what}.`,
});

export const trancheRoutes: Route[] = [
  page({ path: '/lots/:id/tranches', permission, view: drawTranches }),
  action({
    path: '/lots/:id/tranches',
    permission,
    input: newTrancheInput,
    story: addTranche,
    afterwards: (value) => ({ ...listed(value, 'ajoutée'), undo: `/tranches/${value.id}/retirer` }),
    page: drawTranches,
  }),
  page({ path: '/tranches/:id', permission, view: drawTranche }),
  action({
    path: '/tranches/:id',
    permission,
    input: editTrancheInput,
    story: editTranche,
    afterwards: (value) => listed(value, 'modifiée'),
    page: drawTranche,
  }),
  action({
    path: '/tranches/:id/affermir',
    permission,
    input: affirmInput,
    story: affirmTranche,
    afterwards: (value) => ({ ...listed(value, 'affermie'), undo: `/tranches/${value.id}/reprendre` }),
    page: drawTranche,
  }),
  action({
    path: '/tranches/:id/reprendre',
    permission,
    input: takeBackTrancheInput,
    story: takeBackAffirmation,
    afterwards: (value) => listed(value, 'de nouveau conditionnelle'),
    page: drawTranche,
  }),
  action({
    path: '/tranches/:id/retirer',
    permission,
    input: trancheIdInput,
    story: removeTranche,
    afterwards: (value) => ({ ...listed(value, 'retirée'), undo: `/tranches/${value.id}/remettre` }),
    page: drawTranche,
  }),
  action({
    path: '/tranches/:id/remettre',
    permission,
    input: trancheIdInput,
    story: restoreTranche,
    afterwards: (value) => listed(value, 'remise'),
    page: drawTranche,
  }),
];

/** The doors of the figures of a market. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { newAmountInput } from './amount-input.ts';
import { drawAmounts } from './amounts-page.tsx';
import { addAmount, undoAmount } from './amounts.ts';
import { stepIdInput } from './lot-input.ts';

export const amountRoutes: Route[] = [
  page({ path: '/marches/:id/montants', permission: 'amount.read', view: drawAmounts }),
  action({
    path: '/marches/:id/montants',
    permission: 'amount.write',
    input: newAmountInput,
    story: addAmount,
    afterwards: ({ id }) => ({
      to: `/marches/${id}/montants`,
      say: 'Montant ajouté.',
      undo: `/marches/${id}/montants/annuler`,
    }),
    page: drawAmounts,
  }),
  action({
    path: '/marches/:id/montants/annuler',
    permission: 'amount.write',
    input: stepIdInput,
    story: undoAmount,
    afterwards: ({ id }) => ({ to: `/marches/${id}/montants`, say: 'Montant retiré.' }),
    page: drawAmounts,
  }),
];

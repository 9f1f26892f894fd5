/** The doors by which a facilitator says that no hours are expected of a month, or that they are again. */
import { z } from 'zod';
import { formatMonth } from '#domain/month.ts';
import type { Route } from '#http/route.ts';
import { action } from '#http/route.ts';
import { id, line } from '#http/shapes.ts';
import { expectAgain, sayNotDue } from './not-due.ts';
import { declarationIdInput } from './review-input.ts';
import { drawReview } from './review-page.tsx';

const permission = 'hours.review';

const notDueInput = z.object({
  id,
  motif: line({ says: 'Dites pourquoi, par exemple «\u00A0chantier arrêté tout le mois\u00A0».', max: 300 }),
});

export const notDueRoutes: Route[] = [
  action({
    path: '/heures/:id/sans-objet',
    permission,
    input: notDueInput,
    story: sayNotDue,
    afterwards: ({ id: said, companyName, month }) => ({
      to: `/heures/${said}`,
      say: `Aucune heure n’est attendue de ${companyName} pour ${formatMonth(month)}.`,
      undo: `/heures/${said}/attendre`,
    }),
    page: drawReview,
  }),
  action({
    path: '/heures/:id/attendre',
    permission,
    input: declarationIdInput,
    story: expectAgain,
    afterwards: ({ id: said, companyName, month }) => ({
      to: `/heures/${said}`,
      say: `Les heures de ${companyName} pour ${formatMonth(month)} sont de nouveau attendues.`,
    }),
    page: drawReview,
  }),
];

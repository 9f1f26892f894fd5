/** The doors of quarterly statements: those of a market and what waits for the next, one statement, its file. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { issueStatement } from './statement.ts';
import { exportStatement } from './statement-file.ts';
import { issueStatementInput } from './statement-input.ts';
import { drawStatements } from './statement-list-page.tsx';
import { drawStatement } from './statement-page.tsx';

export const statementRoutes: Route[] = [
  page({ path: '/marches/:id/etats', permission: 'statement.read', view: drawStatements }),
  action({
    path: '/marches/:id/etats',
    permission: 'hours.review',
    input: issueStatementInput,
    story: issueStatement,
    afterwards: ({ id, number }) => ({ to: `/etats/${id}`, say: `État ${number} remis. Ses heures sont scellées.` }),
    page: drawStatements,
  }),
  page({ path: '/etats/:id', permission: 'statement.read', view: drawStatement }),
  data({ path: '/etats/:id/fichier', permission: 'statement.read', answer: exportStatement }),
];

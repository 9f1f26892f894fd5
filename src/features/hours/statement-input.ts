/** What may be sent to issue a statement. */
import { z } from 'zod';
import { id, optionalText } from '#http/shapes.ts';

export const issueStatementInput = z.object({
  id,
  trimestre: z.string().max(20).default(''),
  observations: optionalText({ max: 2000 }),
  vues: z.string().max(40).default(''),
});

export type IssueStatement = z.output<typeof issueStatementInput>;

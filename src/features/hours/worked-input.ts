/** What may be sent about the hours worked by everybody in a month. */
import { z } from 'zod';
import { id, optionalLine } from '#http/shapes.ts';
import { month } from './input.ts';

/** 0: the month was empty when the form was drawn. */
const seen = z.coerce.number().int().min(0).max(1_000_000).optional();

export const workedInput = z.object({
  token: z.string().max(200).default(''),
  id: id.optional(),
  entreprise: id.optional(),
  lot: id.optional(),
  mois: month,
  travail: optionalLine({ max: 40 }),
  version: seen,
});

export type TypedWorked = z.output<typeof workedInput>;

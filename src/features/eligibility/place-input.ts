/** What may be sent about where a person lives, her level of training and her numbers. */
import { z } from 'zod';
import { numberKinds } from '#domain/personal-numbers.ts';
import type { NumberKind } from '#domain/personal-numbers.ts';
import { choice, id, optionalLine } from '#http/shapes.ts';
import { training } from './decision-input.ts';

export const residenceInput = z.object({
  id,
  /** The label of the address chosen; empty while it is still looked for. */
  address: optionalLine({ max: 200 }),
  'address-texte': optionalLine({ max: 200 }),
});

export const profileInput = z.object({ id, training });

const kinds = Object.keys(numberKinds) as [NumberKind, ...NumberKind[]];

export const numberInput = z.object({
  id,
  kind: choice(kinds, { says: 'Choisissez le numéro à enregistrer.' }),
  /** Read by its own rule: a PASS IAE looks like nothing else. */
  number: z.string().max(40, { error: 'Vérifiez ce numéro\u00A0: il est trop long.' }).default(''),
});

export const removeNumberInput = z.object({ id, kind: choice(kinds, { says: 'Choisissez le numéro à retirer.' }) });

export type ResidenceInput = z.output<typeof residenceInput>;
export type ProfileInput = z.output<typeof profileInput>;
export type NumberInput = z.output<typeof numberInput>;
export type RemoveNumberInput = z.output<typeof removeNumberInput>;

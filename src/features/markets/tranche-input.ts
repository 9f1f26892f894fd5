/** What may be sent about a tranche: its number, its hours, its days; a day to affirm it; why one comes back on it. */
import { z } from 'zod';
import { sentenceFor } from '#domain/refusals.ts';
import { checkbox, id, optionalDay, optionalLine, version } from '#http/shapes.ts';
import { number } from './lot-input.ts';

const dayExample = sentenceFor('day-unreadable');

const fields = {
  number,
  conditional: checkbox,
  hours: optionalLine({ max: 40 }),
  startsOn: optionalDay({ says: dayExample }),
  endsOn: optionalDay({ says: dayExample }),
};

export const newTrancheInput = z.object({ id, ...fields });
export const editTrancheInput = z.object({ id, version, ...fields, reason: optionalLine({ max: 300 }) });
export const affirmInput = z.object({ id, day: optionalDay({ says: dayExample }) });
export const takeBackTrancheInput = z.object({ id, reason: optionalLine({ max: 300 }) });
export const trancheIdInput = z.object({ id });

export type NewTranche = z.output<typeof newTrancheInput>;
export type EditTranche = z.output<typeof editTrancheInput>;

/** What may be sent about a lot, and a step of a market or a lot. */
import { z } from 'zod';
import { lotMachine } from '#domain/lot-state.ts';
import type { LotState } from '#domain/lot-state.ts';
import { marketMachine } from '#domain/market-state.ts';
import type { MarketState } from '#domain/market-state.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { choice, id, line, optionalDay, optionalLine, optionalText, version } from '#http/shapes.ts';
import { commitmentFields, holderFields } from './input.ts';

const dayExample = sentenceFor('day-unreadable');
export const number = z.coerce
  .number({ error: 'Donnez un numéro, par exemple 2.' })
  .int({ error: 'Donnez un numéro entier, par exemple 2.' })
  .min(1, { error: 'Un numéro commence à 1.' })
  .max(999, { error: 'Un numéro va jusqu’à 999.' });

const lotFields = {
  number,
  title: line({ says: 'Donnez un intitulé à ce lot, par exemple «\u00A0Gros œuvre\u00A0».', max: 200 }),
  trade: optionalLine({ max: 80 }),
  notifiedOn: optionalDay({ says: dayExample }),
  startsOn: optionalDay({ says: dayExample }),
  endsOn: optionalDay({ says: dayExample }),
};

export const newLotInput = z.object({ id, ...lotFields, ...commitmentFields, ...holderFields });
export const editLotInput = z.object({ id, version, ...lotFields });

const move = {
  id,
  version,
  reason: optionalText({ max: 1000 }),
  day: optionalDay({ says: dayExample }),
};
const says = 'Choisissez l’étape suivante.';
export const moveMarketInput = z.object({
  ...move,
  to: choice(statesOf<MarketState>(marketMachine), { says }),
});
export const moveLotInput = z.object({ ...move, to: choice(statesOf<LotState>(lotMachine), { says }) });

export const stepIdInput = z.object({ id });

export type NewLot = z.output<typeof newLotInput>;
export type EditLot = z.output<typeof editLotInput>;
export type MoveMarket = z.output<typeof moveMarketInput>;
export type MoveLot = z.output<typeof moveLotInput>;

function statesOf<State extends string>(machine: Readonly<Record<State, unknown>>): [State, ...State[]] {
  return Object.keys(machine) as [State, ...State[]];
}

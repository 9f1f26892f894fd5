/** How each contract of the demonstration lives: its trial, its end, and the few that break early or end soon. */
import type { EndReason } from '#domain/contract-state.ts';
import { addDays, addMonths } from '#domain/day.ts';
import type { PlannedContract } from './planned-contract.ts';

export interface ContractLife {
  trialEndsOn: string | null;
  plannedEndOn: string | null;
  endedOn: string | null;
  endReason: EndReason | null;
  state: 'active' | 'trial-over' | 'ended';
}

/** Months of a trial: none of it is law here, it only fills the page. */
const trialMonths = 1;

export function lifeOf(contract: PlannedContract, { place, today }: { place: number; today: string }): ContractLife {
  const { market, type, startsOn } = contract;
  const open = type === 'CDI' || type === 'CHANTIER';
  const trial = addDays(addMonths(startsOn, trialMonths), -1);
  if (market.endsOn <= today) {
    return {
      trialEndsOn: trial < market.endsOn ? trial : null,
      plannedEndOn: open ? null : market.endsOn,
      endedOn: market.endsOn,
      endReason: 'term',
      state: 'ended',
    };
  }
  const brokenOn = addDays(today, -12 - (place % 9));
  if (place % 41 === 7 && startsOn < addDays(brokenOn, -60)) {
    return {
      trialEndsOn: trial,
      plannedEndOn: open ? null : market.endsOn,
      endedOn: brokenOn,
      endReason: place % 2 === 0 ? 'employee-break' : 'mutual-break',
      state: 'ended',
    };
  }
  const soon = addDays(today, 4 + ((place * 7) % 37));
  const plannedEndOn = open ? null : place % 6 === 2 && soon < market.endsOn ? soon : market.endsOn;
  return {
    trialEndsOn: plannedEndOn !== null && trial >= plannedEndOn ? null : trial,
    plannedEndOn,
    endedOn: null,
    endReason: null,
    state: trial < today ? 'trial-over' : 'active',
  };
}

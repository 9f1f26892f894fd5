/** One work contract of the demonstration, before it becomes rows. */
import type { LotPlan, MarketPlan } from './thread-plan.ts';

export interface PlannedContract {
  id: string;
  person: string;
  holder: string;
  lot: LotPlan;
  market: MarketPlan;
  employer: string;
  type: string;
  method: string;
  startsOn: string;
  eligible: boolean;
}

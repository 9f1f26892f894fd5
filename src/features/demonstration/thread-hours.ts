/** Two years of monthly hours: what each contract did, spread so that a lot follows the pace it was given. */
import { addToMonth, monthOf, monthsFrom } from '#domain/month.ts';
import { daysBefore, numbersFrom, stableId } from './rows.ts';
import type { PlannedContract } from './planned-contract.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';

type Row = Record<string, unknown>;

interface Month {
  market: MarketPlan;
  lot: LotPlan;
  month: string;
  contracts: PlannedContract[];
}

export function hoursRows(contracts: readonly PlannedContract[], { now, today }: { now: Date; today: string }) {
  const declarations: Row[] = [];
  const entries: Row[] = [];
  const draw = numbersFrom(37);
  const lastMonth = addToMonth(monthOf(today), -1);
  for (const one of monthsOf(contracts, lastMonth)) {
    const state = stateOf(one, { lastMonth, draw: draw() });
    const id = stableId(`declaration ${one.lot.key} ${one.month}`);
    const told = state !== 'expected' && state !== 'late';
    declarations.push(declarationRow(one, { id, state, told, now }));
    if (!told) continue;
    const share = minutesOfMonth(one) / one.contracts.length;
    for (const contract of one.contracts) {
      const minutes = Math.max(0, Math.round((share * (0.7 + draw() * 0.6)) / 30) * 30);
      const training = contract.type === 'APPRENTISSAGE' ? Math.round((minutes * 0.25) / 30) * 30 : 0;
      const settled = state === 'validated' || state === 'locked';
      entries.push({
        declaration_id: id,
        lot_id: stableId(one.lot.key),
        market_id: stableId(one.market.key),
        holder_id: contract.holder,
        person_id: contract.person,
        contract_id: contract.id,
        company_id: stableId(one.lot.company),
        month: one.month,
        worked_minutes: minutes - training,
        training_minutes: training,
        state: settled ? state : state === 'rejected' ? 'rejected' : 'submitted',
        reason: state === 'rejected' ? 'Le relevé joint n’est pas lisible.' : '',
        counted_minutes: settled && contract.eligible ? minutes : 0,
        rule_version: settled ? 'national' : '',
      });
    }
  }
  return { declarations, entries };
}

function monthsOf(contracts: readonly PlannedContract[], lastMonth: string): Month[] {
  const lots = Map.groupBy(contracts, ({ lot }) => lot.key);
  return [...lots.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined || first.market.state === 'notified' || first.market.state === 'awarded') return [];
    const { market, lot } = first;
    const end = market.endsOn < `${lastMonth}-28` ? addToMonth(monthOf(market.endsOn), -1) : lastMonth;
    return monthsFrom(monthOf(market.startsOn), end)
      .map((month) => ({
        market,
        lot,
        month,
        contracts: of.filter(({ startsOn }) => monthOf(startsOn) <= month),
      }))
      .filter(({ contracts: active }) => active.length > 0);
  });
}

function minutesOfMonth({ market, lot }: Month): number {
  const months = monthsFrom(monthOf(market.startsOn), monthOf(market.endsOn)).length - 1;
  return (lot.minutes * lot.pace) / Math.max(1, months);
}

function stateOf({ market, month }: Month, { lastMonth, draw }: { lastMonth: string; draw: number }): string {
  if (market.state === 'closed') return 'locked';
  if (month <= addToMonth(lastMonth, -10)) return 'locked';
  if (month < addToMonth(lastMonth, -1)) return 'validated';
  if (month < lastMonth) return draw < 0.8 ? 'validated' : draw < 0.9 ? 'late' : 'rejected';
  return draw < 0.6 ? 'submitted' : draw < 0.85 ? 'expected' : 'validated';
}

function declarationRow(
  { market, lot, month }: Month,
  { id, state, told, now }: { id: string; state: string; told: boolean; now: Date },
): Row {
  const settled = state === 'validated' || state === 'locked' || state === 'rejected';
  return {
    id,
    lot_id: stableId(lot.key),
    market_id: stableId(market.key),
    company_id: stableId(lot.company),
    month,
    state,
    due_on: `${addToMonth(month, 1)}-15`,
    submitted_at: told ? `${addToMonth(month, 1)}-06T09:00:00Z` : null,
    submitted_by: told ? 'Le contact de l’entreprise' : '',
    via: told ? 'link' : '',
    reviewed_at: settled ? `${addToMonth(month, 1)}-12T09:00:00Z` : null,
    reason: state === 'rejected' ? 'Le relevé joint n’est pas lisible.' : '',
    created_at: daysBefore(now, 1),
  };
}

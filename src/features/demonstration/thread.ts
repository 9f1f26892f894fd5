/** Loads the main thread of the demonstration: markets, who takes part, people, contracts and their hours. */
import type { ClientBase } from 'pg';
import { parisDay } from '#domain/day.ts';
import { loadPathway } from './pathway.ts';
import { insertRows, stableId } from './rows.ts';
import { hoursRows } from './thread-hours.ts';
import { contractRows, eligibilityRows, personRows, planContracts } from './thread-people.ts';
import { planMarkets } from './thread-plan.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';
import { loadVariety } from './thread-variety.ts';

type Row = Record<string, unknown>;

const lotStates: Record<MarketPlan['state'], string> = {
  running: 'running',
  completed: 'completed',
  closed: 'closed',
  notified: 'notified',
  awarded: 'awarded',
  'dce-ready': 'in-preparation',
  'under-study': 'in-preparation',
  suspended: 'suspended',
};

export async function loadThread(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const today = parisDay(now);
  const markets = planMarkets(today);
  const lots = markets.flatMap((market) => market.lots.map((lot) => ({ market, lot })));
  await insertRows(
    client,
    'market',
    markets.map((market) => marketRow(market, now)),
  );
  await insertRows(
    client,
    'market_step',
    markets.map((market) => stepRow(market)),
  );
  await insertRows(
    client,
    'lot',
    lots.map((one) => lotRow(one)),
  );
  await insertRows(
    client,
    'commitment',
    lots.map((one) => commitmentRow(one)),
  );
  await insertRows(
    client,
    'commitment_version',
    lots.map((one) => versionRow(one)),
  );
  await insertRows(
    client,
    'lot_assignment',
    lots.map((one) => assignmentRow(one)),
  );
  const held = lots.filter(({ market }) => market.state !== 'dce-ready' && market.state !== 'under-study');
  await insertRows(
    client,
    'lot_party',
    held.flatMap((one, index) => partyRows(one, index)),
  );
  const contracts = planContracts(markets, today);
  await insertRows(client, 'person', personRows(contracts));
  await insertRows(client, 'eligibility', eligibilityRows(contracts));
  await insertRows(client, 'employment_contract', contractRows(contracts, today));
  await loadPathway(client, { contracts, now, today });
  const { declarations, entries } = hoursRows(contracts, { now, today });
  await insertRows(client, 'declaration', declarations);
  await insertRows(client, 'hour_entry', entries);
  await client.query(`insert into hour_allocation (entry_id, lot_id, market_id, minutes)
    select id, lot_id, market_id, counted_minutes from hour_entry where counted_minutes > 0`);
  await client.query(totals);
  await loadVariety(client, { markets, today });
}

/** What the jobs would have folded: the sums of the entries themselves. */
export const totals = `insert into hours_total
    (lot_id, market_id, company_id, holder_id, month, contract_type, method, submitted_minutes, counted_minutes)
  select e.lot_id, e.market_id, e.company_id, e.holder_id, e.month, c.type, c.method,
    sum(e.worked_minutes + e.training_minutes), sum(e.counted_minutes)
  from hour_entry e join employment_contract c on c.id = e.contract_id
  where e.state <> 'rejected'
  group by 1, 2, 3, 4, 5, 6, 7`;

interface LotOf {
  market: MarketPlan;
  lot: LotPlan;
}

function marketRow(market: MarketPlan, now: Date): Row {
  return {
    id: stableId(market.key),
    keeper_id: stableId(market.facilitator),
    buyer_id: stableId(market.buyer),
    reference: market.reference,
    object: market.object,
    cpv: market.cpv,
    ccag: market.cpv.startsWith('45') ? 'works' : 'supplies-services',
    department_code: market.department,
    place: market.place,
    notified_on:
      market.state === 'dce-ready' || market.state === 'under-study' || market.state === 'awarded'
        ? null
        : market.startsOn,
    starts_on: market.startsOn,
    ends_on: market.endsOn,
    state: market.state,
    state_since: `${market.startsOn}T08:00:00Z`,
    created_at: now.toISOString(),
  };
}

function stepRow(market: MarketPlan): Row {
  return {
    id: stableId(`step ${market.key}`),
    market_id: stableId(market.key),
    state: market.state,
    on_day: market.startsOn,
  };
}

function lotRow({ market, lot }: LotOf): Row {
  return {
    id: stableId(lot.key),
    market_id: stableId(market.key),
    number: lot.number,
    title: lot.title,
    trade: lot.title,
    state: lotStates[market.state],
    notified_on: market.startsOn,
    starts_on: market.startsOn,
    ends_on: market.endsOn,
  };
}

function commitmentRow({ market, lot }: LotOf): Row {
  const begun = ['running', 'completed', 'closed', 'suspended'].includes(market.state);
  const state = market.state === 'closed' ? 'closed' : begun ? 'in-progress' : 'contractual';
  return {
    id: stableId(`commitment ${lot.key}`),
    lot_id: stableId(lot.key),
    market_id: stableId(market.key),
    kind: 'fixed',
    state,
  };
}

function versionRow({ market, lot }: LotOf): Row {
  return {
    id: stableId(`version ${lot.key}`),
    commitment_id: stableId(`commitment ${lot.key}`),
    market_id: stableId(market.key),
    number: 1,
    from_day: market.startsOn,
    signed_on: market.startsOn,
    minutes: lot.minutes,
  };
}

function assignmentRow({ market, lot }: LotOf): Row {
  const nadia = stableId(lot.number % 2 === 1 ? 'nadia.berthelot@relais.example' : 'karim.oudin@relais.example');
  return {
    id: stableId(`assignment ${lot.key}`),
    lot_id: stableId(lot.key),
    market_id: stableId(market.key),
    organisation_id: stableId(market.facilitator),
    account_id: market.facilitator === 'relais' ? nadia : null,
    role: 'lead',
    territory: market.place,
    from_day: market.startsOn,
  };
}

function partyRows({ market, lot }: LotOf, index: number): Row[] {
  const holder = {
    id: stableId(`party ${lot.key}`),
    lot_id: stableId(lot.key),
    market_id: stableId(market.key),
    organisation_id: stableId(lot.company),
    role: 'holder',
    contact_name: lot.company === 'batirOuest' ? 'Julie Roche' : 'Service du personnel',
    contact_email: lot.company === 'batirOuest' ? 'julie.roche@batir-ouest.example' : `rh@${lot.company}.example`,
    contact_phone: `+3326191${String(2000 + index).padStart(4, '0')}`,
  };
  if (lot.agency === null) return [holder];
  const lender = {
    ...holder,
    id: stableId(`party ${lot.key} agency`),
    organisation_id: stableId(lot.agency),
    role: 'inclusion',
    contact_name: 'Accueil',
    contact_email: `accueil@${lot.agency}.example`,
  };
  return [holder, lender];
}

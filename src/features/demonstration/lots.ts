/** Operations, tranches, shares of the hours worked, a lot shared by two structures and refusals by the buyer, each in several states. */
import type { ClientBase } from 'pg';
import { addMonths, parisDay } from '#domain/day.ts';
import { daysBefore, insertRows, stableId } from './rows.ts';
import { refusalsOf } from './lots-refusals.ts';
import { shareWithContributor } from './lots-shared.ts';
import { planMarkets } from './thread-plan.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';

type Row = Record<string, unknown>;

interface Place {
  market: MarketPlan;
  lot: LotPlan;
}

export async function loadLots(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const markets = planMarkets(parisDay(now));
  const running = markets.filter(
    ({ buyer, facilitator, state }) => buyer === 'metropole' && facilitator === 'relais' && state === 'running',
  );
  await loadOperations(client, { markets, running, now });
  await loadTranches(client, { markets, running, now });
  const [shared, invoiced, other] = running.map(firstLot);
  if (shared === undefined || invoiced === undefined || other === undefined) return;
  await turnIntoShare(client, shared);
  await turnIntoVolume(client, { place: invoiced, now });
  await shareWithContributor(client, { place: shared, now });
  await tellWorked(client, { lots: [stableId(shared.lot.key)], times: 21, now });
  const tagged = running.slice(0, 2).flatMap(({ lots }) => lots.map(({ key }) => stableId(key)));
  await tellWorked(client, { lots: tagged.filter((lot) => lot !== stableId(shared.lot.key)), times: 24, now });
  await refusalsOf(client, { lots: [invoiced, other].map(({ lot }) => stableId(lot.key)), now });
  await recount(
    client,
    [shared, invoiced, other].map(({ lot }) => stableId(lot.key)),
  );
}

function firstLot(market: MarketPlan): Place {
  const [lot] = market.lots;
  if (lot === undefined) throw new Error(`${market.key} has no lot`);
  return { market, lot };
}

/** Two projects of the metropole, one of another buyer; the first answers to a national programme. */
async function loadOperations(
  client: ClientBase,
  { markets, running, now }: { markets: readonly MarketPlan[]; running: readonly MarketPlan[]; now: Date },
): Promise<void> {
  const elsewhere = markets.filter(({ buyer, facilitator }) => buyer !== 'metropole' && facilitator === 'relais');
  const [first] = elsewhere;
  const plans = [
    { name: 'Quartier des Tanneurs', reference: 'OP-2031', buyer: 'metropole', of: running.slice(0, 3) },
    { name: 'Pôle d’échanges du Port', reference: 'OP-2044', buyer: 'metropole', of: running.slice(3, 5) },
    {
      name: 'Rénovation du patrimoine',
      reference: '',
      buyer: first?.buyer ?? 'habitat',
      of: elsewhere.filter(({ buyer }) => buyer === first?.buyer).slice(0, 4),
    },
  ];
  await insertRows(
    client,
    'operation',
    plans.map(({ name, reference, buyer }) => ({
      id: stableId(`operation ${name}`),
      keeper_id: stableId('relais'),
      buyer_id: stableId(buyer),
      name,
      reference,
      version: 1,
      created_at: daysBefore(now, 300),
    })),
  );
  for (const { name, of } of plans) {
    const ids = of.map(({ key }) => stableId(key));
    await client.query('update market set operation_id = $1 where id = any($2)', [stableId(`operation ${name}`), ids]);
  }
  const tagged = running.slice(0, 2).map(({ key }) => stableId(key));
  await client.query(
    `insert into market_programme (market_id, programme_id)
     select m, p.id from unnest($1::uuid[]) m, programme p where p.code = 'NPNRU' and p.organisation_id is null`,
    [tagged],
  );
}

/** Firm, affirmed and still conditional; on lots that are over, everything was affirmed. */
async function loadTranches(
  client: ClientBase,
  { markets, running, now }: { markets: readonly MarketPlan[]; running: readonly MarketPlan[]; now: Date },
): Promise<void> {
  const over = markets.filter(({ state }) => state === 'closed').map(firstLot);
  const rows = [
    ...running
      .slice(2, 5)
      .map(firstLot)
      .flatMap((place) => tranchesOf(place, { shares: [50, 30, 20], affirmed: 2 })),
    ...over.flatMap((place) => tranchesOf(place, { shares: [60, 40], affirmed: 2 })),
  ];
  await insertRows(client, 'tranche', rows);
  await insertRows(
    client,
    'tranche_step',
    rows.flatMap((row) => stepsOf(row, now)),
  );
}

function tranchesOf(
  { market, lot }: Place,
  { shares, affirmed }: { shares: readonly number[]; affirmed: number },
): Row[] {
  return shares.map((share, place) => ({
    id: stableId(`tranche ${lot.key} ${place}`),
    lot_id: stableId(lot.key),
    market_id: stableId(market.key),
    number: place + 1,
    conditional: place > 0,
    minutes: (lot.minutes * share) / 100,
    affirmed_on: place < affirmed ? addMonths(market.startsOn, place) : null,
    starts_on: place === 0 ? market.startsOn : null,
    ends_on: null,
    version: 1,
  }));
}

function stepsOf(row: Row, now: Date): Row[] {
  const step = (act: string, days: number) => ({
    id: stableId(`${String(row['id'])} ${act}`),
    tranche_id: row['id'],
    lot_id: row['lot_id'],
    market_id: row['market_id'],
    act,
    on_day: row['affirmed_on'] ?? daysBefore(now, days).slice(0, 10),
    minutes: row['minutes'],
    reason: '',
    account_id: stableId(act === 'added' ? 'nadia.berthelot@relais.example' : 'marc.leroux@metropole.example'),
    created_at: daysBefore(now, days),
  });
  const affirmed = row['conditional'] === true && row['affirmed_on'] !== null;
  return affirmed ? [step('added', 200), step('affirmed', 120)] : [step('added', 200)];
}

/** 5 % of the hours worked by everybody. */
async function turnIntoShare(client: ClientBase, place: Place): Promise<void> {
  const lot = stableId(place.lot.key);
  await client.query("update commitment set kind = 'share' where lot_id = $1", [lot]);
  await client.query(
    `update commitment_version set minutes = null, share_basis_points = 500
     where commitment_id in (select id from commitment where lot_id = $1)`,
    [lot],
  );
}

/** So many times the insertion hours, told with each month but the last sent. */
async function tellWorked(
  client: ClientBase,
  { lots, times, now }: { lots: readonly string[]; times: number; now: Date },
): Promise<void> {
  await client.query(
    `insert into worked_month (id, lot_id, market_id, company_id, month, minutes, via, declared_by, declared_at)
     select md5('worked ' || d.id)::uuid, d.lot_id, d.market_id, d.company_id, d.month,
       (round(sum(e.worked_minutes + e.training_minutes) * $2::int / 600) * 600)::int, 'link', 'Le contact de l’entreprise', $3
     from declaration d join hour_entry e on e.declaration_id = d.id
     where d.lot_id = any($1)
       and d.month < (select max(month) from declaration last where last.lot_id = d.lot_id and last.submitted_at is not null)
     group by d.id`,
    [lots, times, daysBefore(now, 20)],
  );
}

/** One hour for so many euros invoiced beyond a threshold, with two invoices: only the latest counts. */
async function turnIntoVolume(client: ClientBase, { place, now }: { place: Place; now: Date }): Promise<void> {
  const lot = stableId(place.lot.key);
  const hours = place.lot.minutes / 60;
  await client.query("update commitment set kind = 'variable' where lot_id = $1", [lot]);
  await client.query(
    `update commitment_version set minutes = null, hour_per_cents = 200000, threshold_cents = 50000000
     where commitment_id in (select id from commitment where lot_id = $1)`,
    [lot],
  );
  const amount = (euros: number, days: number): Row => ({
    id: stableId(`invoiced ${place.lot.key} ${days}`),
    market_id: stableId(place.market.key),
    lot_id: lot,
    nature: 'invoiced',
    origin: 'declared',
    cents: Math.round(euros) * 100,
    on_day: daysBefore(now, days).slice(0, 10),
    source: 'Situations de travaux',
    created_by: stableId('marc.leroux@metropole.example'),
    created_at: daysBefore(now, days),
  });
  const reached = 500_000 + hours * 2000 * 0.6;
  await insertRows(client, 'market_amount', [amount(reached * 0.7, 70), amount(reached, 12)]);
}

/** These lots changed after the totals of the thread were made. */
async function recount(client: ClientBase, lots: readonly string[]): Promise<void> {
  await client.query('delete from hour_allocation where lot_id = any($1)', [lots]);
  await client.query('delete from hours_total where lot_id = any($1)', [lots]);
  await client.query(
    `insert into hour_allocation (entry_id, lot_id, market_id, minutes)
     select id, lot_id, market_id, counted_minutes from hour_entry where counted_minutes <> 0 and lot_id = any($1)`,
    [lots],
  );
  await client.query(
    `insert into hours_total (lot_id, market_id, company_id, holder_id, month, contract_type, method, submitted_minutes, counted_minutes)
     select e.lot_id, e.market_id, e.company_id, e.holder_id, e.month, c.type, c.method,
       sum(case when e.state = 'rejected' then 0 else e.worked_minutes + e.training_minutes end), sum(e.counted_minutes)
     from hour_entry e join employment_contract c on c.id = e.contract_id where e.lot_id = any($1)
     group by 1, 2, 3, 4, 5, 6, 7`,
    [lots],
  );
}

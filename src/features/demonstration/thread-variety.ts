/** What makes the markets of the demonstration differ: papers, amendments, other kinds of commitment. */
import type { ClientBase } from 'pg';
import { addMonths } from '#domain/day.ts';
import { insertRows, stableId } from './rows.ts';
import { loadPapers } from './thread-papers.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';

type Row = Record<string, unknown>;

export async function loadVariety(
  client: ClientBase,
  { markets, today }: { markets: readonly MarketPlan[]; today: string },
): Promise<void> {
  await loadPapers(client, markets.slice(0, 12));
  await loadAmendments(client, { markets, today });
  await loadOtherKinds(client, markets);
}

/** On running lots of the first facilitator: one amendment signed in the past, one waiting for its signature. */
async function loadAmendments(
  client: ClientBase,
  { markets, today }: { markets: readonly MarketPlan[]; today: string },
): Promise<void> {
  const lots = markets
    .filter(({ state, facilitator }) => state === 'running' && facilitator === 'relais')
    .flatMap((market) => market.lots.slice(0, 1).map((lot) => ({ market, lot })));
  const [signed, waiting] = [lots[2], lots[4]];
  if (signed === undefined || waiting === undefined) return;
  const signedOn = addMonths(signed.market.startsOn, 2);
  await insertRows(client, 'commitment_version', [
    amendment(signed, { from: signedOn, signedOn, reason: 'Tranche optionnelle affermie' }),
    amendment(waiting, { from: today, signedOn: null, reason: 'Travaux supplémentaires demandés par l’acheteur' }),
  ]);
}

function amendment(
  { market, lot }: { market: MarketPlan; lot: LotPlan },
  { from, signedOn, reason }: { from: string; signedOn: string | null; reason: string },
): Row {
  return {
    id: stableId(`amendment ${lot.key}`),
    commitment_id: stableId(`commitment ${lot.key}`),
    market_id: stableId(market.key),
    number: 2,
    from_day: from,
    signed_on: signedOn,
    minutes: lot.minutes + 100 * 60,
    reason,
  };
}

/** Commitments that are not a number of hours, on lots in preparation or just awarded. */
async function loadOtherKinds(client: ClientBase, markets: readonly MarketPlan[]): Promise<void> {
  const early = markets.filter(({ state }) => ['notified', 'awarded', 'dce-ready'].includes(state));
  const kinds: readonly { kind: string; version: Row; more?: Row }[] = [
    {
      kind: 'variable',
      version: { minutes: null, hour_per_cents: 200_000, threshold_cents: 270_000_000 },
      more: { state: 'not-triggered' },
    },
    { kind: 'share', version: { minutes: null, share_basis_points: 500 } },
    { kind: 'training', version: { minutes: 300 * 60 } },
    {
      kind: 'none',
      version: { minutes: null },
      more: { waiver_reason: 'no-link', waiver_note: 'Fournitures livrées sans main-d’œuvre sur place.' },
    },
    {
      kind: 'qualitative',
      version: { minutes: null },
      more: { qualitative: 'Un tuteur formé par chantier et un bilan avec la mission locale.' },
    },
  ];
  for (const [index, { kind, version, more = {} }] of kinds.entries()) {
    const lot = early[index]?.lots[0];
    if (lot === undefined) continue;
    const commitment = stableId(`commitment ${lot.key}`);
    await change(client, 'commitment', { id: commitment, values: { kind, ...more } });
    await change(client, 'commitment_version', { id: stableId(`version ${lot.key}`), values: version });
  }
}

async function change(client: ClientBase, table: string, { id, values }: { id: string; values: Row }): Promise<void> {
  const places = Object.keys(values).map((column, index) => `${column} = $${index + 2}`);
  await client.query(`update ${table} set ${places.join(', ')} where id = $1`, [id, ...Object.values(values)]);
}

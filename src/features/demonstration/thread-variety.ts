/** What makes the markets of the demonstration differ: operations, programmes, papers, amendments, other kinds of commitment. */
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { addMonths } from '#domain/day.ts';
import { insertRows, stableId } from './rows.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';

type Row = Record<string, unknown>;

const operations = [
  {
    key: 'operation-1',
    name: 'Quartier des Tanneurs, renouvellement urbain',
    reference: 'OP-2024-01',
    markets: [1, 3],
  },
  { key: 'operation-2', name: 'Plan écoles', reference: 'OP-2025-04', markets: [2, 5, 7] },
] as const;
const tagged = [
  { market: 1, programme: 'NPNRU' },
  { market: 3, programme: 'NPNRU' },
  { market: 6, programme: 'NPNRU-GUP' },
] as const;

export async function loadVariety(
  client: ClientBase,
  { markets, today }: { markets: readonly MarketPlan[]; today: string },
): Promise<void> {
  await loadOperations(client, markets);
  await loadPapers(client, markets.slice(0, 12));
  await loadAmendments(client, { markets, today });
  await loadOtherKinds(client, markets);
}

async function loadOperations(client: ClientBase, markets: readonly MarketPlan[]): Promise<void> {
  for (const { key, name, reference, markets: numbers } of operations) {
    const first = markets[numbers[0] - 1];
    if (first === undefined) continue;
    const row = {
      id: stableId(key),
      name,
      reference,
      keeper_id: stableId(first.facilitator),
      buyer_id: stableId(first.buyer),
    };
    await insertRows(client, 'operation', [row]);
    await client.query('update market set operation_id = $1 where id = any($2)', [
      row.id,
      numbers.map((number) => stableId(`market-${number}`)),
    ]);
  }
  for (const { market, programme } of tagged) {
    await client.query(
      `insert into market_programme (market_id, programme_id)
       select $1, id from programme where organisation_id is null and code = $2`,
      [stableId(`market-${market}`), programme],
    );
  }
}

/** Small invented texts, as PDF files a reader really opens. */
async function loadPapers(client: ClientBase, markets: readonly MarketPlan[]): Promise<void> {
  for (const market of markets) {
    const papers = [
      { kind: 'tender', name: 'CCAP, annexe insertion.pdf', versions: 2 },
      { kind: 'award', name: 'Acte d’engagement.pdf', versions: 1 },
    ];
    for (const { kind, name, versions } of papers) {
      const id = stableId(`${market.key} ${name}`);
      const created = `${market.startsOn}T09:00:00Z`;
      await insertRows(client, 'document', [
        {
          id,
          organisation_id: stableId(market.facilitator),
          market_id: stableId(market.key),
          kind,
          name,
          created_at: created,
        },
      ]);
      for (let number = 1; number <= versions; number += 1) {
        const content = pdf(`${name.replace('.pdf', '')}, version ${number} (document de demonstration)`);
        await client.query(
          `insert into document_version (id, document_id, number, media_type, bytes, sha256, content, created_by, created_at)
           values ($1, $2, $3, 'application/pdf', $4, $5, $6, 'Nadia Berthelot', $7)`,
          [
            stableId(`${id} ${number}`),
            id,
            number,
            content.length,
            createHash('sha256').update(content).digest('hex'),
            content,
            created,
          ],
        );
      }
    }
  }
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

function pdf(text: string): Buffer {
  const ascii = text
    .normalize('NFD')
    .replaceAll(/[^\u0020-\u007e]/g, '')
    .replaceAll(/[()\\]/g, '');
  const draws = `BT /F1 14 Tf 60 760 Td (${ascii}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${draws.length} >>\nstream\n${draws}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const offsets: number[] = [];
  let file = '%PDF-1.4\n';
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const places = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 6\n0000000000 65535 f \n${places}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}

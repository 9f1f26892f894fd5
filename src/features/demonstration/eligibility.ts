/** Eligibility in every state: reasons and papers seen, ends near and past, answers of no, an opinion, homes in, out of and unknown to the districts. */
import type { ClientBase } from 'pg';
import { addDays, addMonths, parisDay } from '#domain/day.ts';
import { insertRows, stableId } from './rows.ts';
import type { PlannedContract } from './planned-contract.ts';
import { firstContracts, planContracts } from './thread-people.ts';
import { planMarkets } from './thread-plan.ts';

type Row = Record<string, unknown>;

const nadia = stableId('nadia.berthelot@relais.example');
const ines = stableId('ines.valette@relais.example');

/** The criterion kept, its paper, and how long before the hire it was dated; health keeps neither paper nor date. */
const reasons = [
  ['RSA', 'benefit-statement', 20],
  ['DELD', 'job-seeker-statement', 12],
  ['JEUNE', 'structure-statement', 30],
  ['HEALTH', '', null],
  ['IAE', 'iae-pass', 90],
  ['SENIOR', 'job-seeker-statement', 8],
  ['QPV', 'home-proof', 60],
  ['AUTRE_AVIS', 'opinion', 5],
  ['REFUGIE', 'residence-permit', 200],
] as const;

/** Outlines drawn for the demonstration: squares that follow no street. */
const outlines = [
  ['QN04401D', 'Les Tanneurs', -1.57, 47.21],
  ['QN04402D', 'Le Sillon', -2.22, 47.27],
  ['QN04901D', 'La Lande', -0.56, 47.47],
] as const;

const homes = [
  ['8 rue des Tilleuls 44000 Nantes', '44000', 'Nantes', '44109', -1.5695, 47.2105, 'yes', 'QN04401D'],
  ['21 rue du Moulin 44000 Nantes', '44000', 'Nantes', '44109', -1.52, 47.24, 'no', ''],
  ['3 place du Marché 44600 Saint-Nazaire', '44600', 'Saint-Nazaire', '44184', -2.2195, 47.2705, 'yes', 'QN04402D'],
  ['14 allée des Érables 53000 Laval', '53000', 'Laval', '53130', -0.77, 48.07, 'unknown', ''],
] as const;

export async function loadEligibility(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const today = parisDay(now);
  const contracts = firstContracts(planContracts(planMarkets(today), today));
  const decided = contracts.filter(({ eligible }) => eligible);
  const own = contracts.filter(({ holder }) => holder === stableId('relais'));
  await client.query('update eligibility set decided_by = $1 where holder_id = $2', [nadia, stableId('relais')]);
  await changeEnds(client, own, today);
  await insertRows(client, 'eligibility_reason', decided.map(reasonRow));
  await insertRows(client, 'eligibility_proof', decided.map(proofRow));
  const opinions = decided.filter((_, index) => reasonOf(index)[0] === 'AUTRE_AVIS').slice(0, 4);
  await insertRows(
    client,
    'eligibility_document',
    opinions.map((contract) => documentRow(contract, today)),
  );
  await loadDistricts(client, now);
  const housed = own.filter((_, index) => index % 3 !== 2).slice(0, 80);
  await insertRows(
    client,
    'person_residence',
    housed.map((contract, index) => residenceRow(contract, { index, now })),
  );
  await insertRows(
    client,
    'contract_residence',
    housed.map((contract, index) => hireRow(contract, { index, now })),
  );
  await insertRows(client, 'person_profile', own.map(profileRow));
  await insertRows(client, 'person_number', own.slice(0, 12).map(numberRow));
  await insertRows(client, 'market_eligibility_rule', ruleRows(own));
}

function reasonOf(index: number): (typeof reasons)[number] {
  return reasons[index % reasons.length] ?? reasons[0];
}

/** Among those at work: three ends within two months, two already past; among the undecided, three answers of no. */
async function changeEnds(client: ClientBase, own: readonly PlannedContract[], today: string): Promise<void> {
  const atWork = own.filter(({ eligible, market }) => eligible && market.state === 'running' && market.endsOn > today);
  const ends = [12, 35, 58, -9, -30];
  for (const [index, days] of ends.entries()) {
    const person = atWork[index * 4]?.person;
    await client.query('update eligibility set until_day = greatest($2::date, from_day) where person_id = $1', [
      person,
      addDays(today, days),
    ]);
  }
  const refused = own.filter(({ eligible }) => !eligible).slice(0, 3);
  await insertRows(
    client,
    'eligibility',
    refused.map(({ person, holder, startsOn }) => ({
      id: stableId(`eligibility ${person}`),
      person_id: person,
      holder_id: holder,
      verdict: 'not-eligible',
      from_day: startsOn,
      until_day: null,
      rule_code: 'counting-window',
      rule_version: 'national/counting-window/2014-01-01/1',
      decided_on: addDays(today, -20),
      decided_by: ines,
    })),
  );
}

function reasonRow({ person, holder }: PlannedContract, index: number): Row {
  const [criterion] = reasonOf(index);
  return {
    id: stableId(`reason ${person}`),
    eligibility_id: stableId(`eligibility ${person}`),
    person_id: person,
    holder_id: holder,
    criterion,
    criterion_version: criterion === 'HEALTH' ? 'clause/2021-04-01' : `clause/${criterion}/2021-04-01/1`,
    label: '',
    main: true,
  };
}

function proofRow({ person, holder, startsOn }: PlannedContract, index: number): Row {
  const [, kind, before] = reasonOf(index);
  const lasts = kind === 'iae-pass' || kind === 'residence-permit';
  return {
    id: stableId(`proof ${person}`),
    reason_id: stableId(`reason ${person}`),
    person_id: person,
    holder_id: holder,
    kind,
    dated_on: before === null ? null : addDays(startsOn, -before),
    valid_until: lasts ? addMonths(startsOn, 22) : null,
    author: kind === 'opinion' ? 'Mission locale' : '',
    seen_on: startsOn,
    seen_by: holder === stableId('relais') ? (index % 3 === 0 ? ines : nadia) : null,
    supplied_by: index % 5 === 0 ? stableId('mission') : null,
  };
}

function documentRow({ person, holder }: PlannedContract, today: string): Row {
  const text = '%PDF-1.4\nAvis motivé de la démonstration\n%%EOF\n';
  const content = Buffer.from(text);
  return {
    id: stableId(`opinion ${person}`),
    proof_id: stableId(`proof ${person}`),
    holder_id: holder,
    name: 'avis-motive.pdf',
    media_type: 'application/pdf',
    bytes: content.length,
    sha256: stableId(`sha ${person}`),
    content: `\\x${content.toString('hex')}`,
    keep_until: addMonths(today, 2),
  };
}

async function loadDistricts(client: ClientBase, now: Date): Promise<void> {
  const id = stableId('districts 2024');
  await insertRows(client, 'district_import', [
    {
      id,
      vintage: 2024,
      source: 'Contours fictifs de la démonstration',
      file_name: 'qpv-2024.geojson',
      outlines: outlines.length,
      points: outlines.length * 5,
      whole: false,
      state: 'in-force',
      created_by: stableId('exploitation@guichet.example'),
      created_at: now.toISOString(),
      decided_at: now.toISOString(),
    },
  ]);
  const side = 0.01;
  await insertRows(
    client,
    'district_outline',
    outlines.map(([code, name, west, south]) => {
      const [east, north] = [west + side, south + side];
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ];
      return { import_id: id, code, name, west, south, east, north, polygons: [[ring]] };
    }),
  );
}

function homeOf(index: number): (typeof homes)[number] {
  return homes[index % homes.length] ?? homes[0];
}

function residenceRow({ person, holder }: PlannedContract, { index, now }: { index: number; now: Date }): Row {
  const [label, postcode, commune, code, longitude, latitude] = homeOf(index);
  return {
    person_id: person,
    holder_id: holder,
    label,
    postcode,
    commune,
    commune_code: code,
    longitude,
    latitude,
    precise: true,
    source: 'Adresse de démonstration',
    checked_at: now.toISOString(),
    version: 1,
  };
}

function hireRow({ id, person, holder, startsOn }: PlannedContract, { index, now }: { index: number; now: Date }): Row {
  const [, , commune, code, , , district, districtCode] = homeOf(index);
  return {
    contract_id: id,
    person_id: person,
    holder_id: holder,
    commune,
    commune_code: code,
    district,
    district_code: districtCode,
    vintage: startsOn < '2024-01-01' ? 2015 : 2024,
    source: 'Contours fictifs de la démonstration',
    taken_at: now.toISOString(),
  };
}

function profileRow({ person, holder, startsOn }: PlannedContract, index: number): Row {
  const levels = [
    ['national', '2'],
    ['national', '3'],
    ['former', 'V'],
    ['national', '4'],
    ['asp', '60'],
  ] as const;
  const [scale, value] = levels[index % levels.length] ?? levels[0];
  return {
    person_id: person,
    holder_id: holder,
    training_scale: scale,
    training_value: value,
    unemployment_bracket: (['01', '02', '03', '04'] as const)[index % 4],
    examined_on: startsOn,
  };
}

function numberRow({ person, holder }: PlannedContract, index: number): Row {
  return {
    id: stableId(`number ${person}`),
    person_id: person,
    holder_id: holder,
    kind: 'pass-iae',
    value: `99999${String(1_000_000 + index * 137)}`,
    created_by: nadia,
  };
}

function ruleRows(own: readonly PlannedContract[]): Row[] {
  const [first, second] = [...new Set(own.map(({ market }) => market.key))];
  const line = (market: string | undefined, effect: string, more: Row): Row => ({
    id: stableId(`public ${market ?? ''} ${effect}`),
    market_id: stableId(market ?? ''),
    organisation_id: stableId('relais'),
    effect,
    criterion: 'PROFIL_MARCHE',
    label: '',
    share_basis_points: null,
    from_day: '2024-01-01',
    source: 'CCAP, article 6.2',
    created_by: nadia,
    ...more,
  });
  return [
    line(first, 'added', { label: 'Jeunes diplômés' }),
    line(first, 'prioritised', { criterion: 'SENIOR' }),
    line(first, 'quota', { criterion: 'RSA', share_basis_points: 3000, source: 'Convention, article 2' }),
    line(second, 'excluded', { criterion: 'GEIQ', source: 'CCAP, article 9' }),
  ];
}

/** The rights of people in the demonstration: open spaces, requests in each state, holds, notices, and one person already anonymous. */
import type { ClientBase } from 'pg';
import { ageBandOf, anonymousName } from '#domain/anonymisation.ts';
import { addDays, addMonths, parisDay } from '#domain/day.ts';
import type { RequestKind, RequestState } from '#domain/rights-request.ts';
import { requestDueOn } from '#domain/rights-request.ts';
import { foldForSearch } from '#domain/text.ts';
import { daysBefore, insertRows, stableId } from './rows.ts';

type Row = Record<string, unknown>;

interface Followed {
  id: string;
  email: string;
}

export async function loadPrivacy(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const today = parisDay(now);
  const holder = stableId('relais');
  const people = await reachable(client, holder);
  await insertRows(client, 'rights_request', requestRows(people, { holder, now, today }));
  await insertRows(client, 'legal_hold', await holdRows(client, { holder, people, now, today }));
  await insertRows(client, 'retention_setting', [
    {
      id: stableId('setting candidate'),
      organisation_id: holder,
      rule: 'candidate',
      months: 12,
      reason: 'Délibération du conseil d’administration',
      from_day: addDays(today, -200),
      created_by: stableId('agnes.blot@relais.example'),
      created_at: daysBefore(now, 200),
    },
  ]);
  await loadNotices(client, { holder, now, today });
  await anonymiseOne(client, { holder, now });
  await insertRows(client, 'audit_event', readingRows(people, { holder, now }));
}

/** The first people of the structure have an address, so that a link may be sent to them. */
async function reachable(client: ClientBase, holder: string): Promise<Followed[]> {
  const found = await client.query<Followed>(
    `with first as (select id, row_number() over (order by folded_name, id) as place from person where holder_id = $1 limit 12)
     update person p set email = 'personne' || f.place || '@personnes.example', phone = '+3363998' || lpad((1200 + f.place)::text, 4, '0')
     from first f where p.id = f.id returning p.id, p.email`,
    [holder],
  );
  return found.rows.toSorted((one, other) => one.email.localeCompare(other.email));
}

interface Asked {
  kind: RequestKind;
  state: RequestState;
  days: number;
  message?: string;
  answer?: string;
  extended?: string;
  via?: 'own-space' | 'paper' | 'visit';
}

const asked: readonly Asked[] = [
  { kind: 'access', state: 'received', days: 27, via: 'paper', message: 'Je voudrais une copie de mon dossier.' },
  { kind: 'rectification', state: 'received', days: 4, message: 'J’ai déménagé : la commune n’est plus la bonne.' },
  { kind: 'erasure', state: 'under-review', days: 12, message: 'J’ai un CDI, je ne veux plus être suivie.' },
  {
    kind: 'opposition',
    state: 'under-review',
    days: 40,
    message: 'Je ne veux plus que mon dossier serve à me proposer des postes.',
    extended: 'Contrats sur quatre marchés : il faut l’avis de chaque structure.',
  },
  {
    kind: 'access',
    state: 'accepted',
    days: 70,
    answer: 'Voici la copie de toutes vos données, remise en main propre.',
  },
  {
    kind: 'erasure',
    state: 'partly-accepted',
    days: 90,
    via: 'visit',
    answer: 'Vos coordonnées sont effacées. Vos heures restent jusqu’à la fin de la preuve du marché.',
  },
  {
    kind: 'rectification',
    state: 'refused',
    days: 110,
    answer: 'Les dates de votre contrat sont celles du bulletin de paie. Apportez un document, nous corrigerons.',
  },
  { kind: 'opposition', state: 'withdrawn', days: 60 },
];

function requestRows(
  people: readonly Followed[],
  { holder, now, today }: { holder: string; now: Date; today: string },
): Row[] {
  return asked.map(({ kind, state, days, message = '', answer = '', extended = '', via = 'own-space' }, index) => {
    const receivedOn = addDays(today, -days);
    const answered = answer !== '';
    return {
      id: stableId(`request ${index}`),
      person_id: people[index]?.id,
      holder_id: holder,
      kind,
      via,
      state,
      message: message.replace(' :', '\u00A0:'),
      received_on: receivedOn,
      due_on: extended === '' ? requestDueOn(receivedOn) : requestDueOn(addMonths(receivedOn, 2)),
      extended_on: extended === '' ? null : addDays(receivedOn, 10),
      extension_reason: extended.replace(' :', '\u00A0:'),
      answer,
      answered_on: answered ? addDays(receivedOn, 15) : null,
      answered_by: answered ? stableId('agnes.blot@relais.example') : null,
      done_on: answered && state !== 'refused' ? addDays(receivedOn, 15) : null,
      created_at: daysBefore(now, days),
    };
  });
}

async function holdRows(
  client: ClientBase,
  { holder, people, now, today }: { holder: string; people: readonly Followed[]; now: Date; today: string },
): Promise<Row[]> {
  const market = await client.query<{ id: string }>(
    'select market_id as id from employment_contract where holder_id = $1 order by market_id limit 1',
    [holder],
  );
  const common = { organisation_id: holder, created_by: stableId('agnes.blot@relais.example') };
  return [
    {
      ...common,
      id: stableId('hold market'),
      person_id: null,
      market_id: market.rows[0]?.id,
      ground: 'litigation',
      reason: 'Recours de l’entreprise devant le tribunal administratif',
      until_day: addMonths(today, 14),
      created_at: daysBefore(now, 50),
      lifted_on: null,
      lifted_by: null,
    },
    {
      ...common,
      id: stableId('hold person'),
      person_id: people[9]?.id,
      market_id: null,
      ground: 'esf',
      reason: 'Échantillon du contrôle de service fait',
      until_day: addMonths(today, 30),
      created_at: daysBefore(now, 120),
      lifted_on: addDays(today, -20),
      lifted_by: common.created_by,
    },
  ];
}

/** People met long ago and never hired; one of them has been told of, another is frozen by a request. */
async function loadNotices(
  client: ClientBase,
  { holder, now, today }: { holder: string; now: Date; today: string },
): Promise<void> {
  const names = [
    ['Caradec', 'Maëlle'],
    ['Nivelle', 'Saïd'],
    ['Tournier', 'Paulette'],
  ] as const;
  await insertRows(
    client,
    'person',
    names.map(([family, given], index) => ({
      id: stableId(`forgotten ${index}`),
      holder_id: holder,
      family_name: family,
      given_name: given,
      folded_name: foldForSearch(`${family} ${given}`),
      birth_date: `19${78 + index * 6}-05-1${index}`,
      commune: 'Nantes',
      commune_code: '44109',
      created_at: `${addDays(addMonths(today, -12), 20 - index * 4)}T09:00:00Z`,
    })),
  );
  await insertRows(
    client,
    'retention_notice',
    names.map((_, index) => ({
      id: stableId(`notice ${index}`),
      holder_id: holder,
      person_id: stableId(`forgotten ${index}`),
      deed: 'delete',
      due_on: addDays(today, 20 - index * 4),
      notified_on: addDays(today, -10 - index * 4),
      created_at: daysBefore(now, 10 + index * 4),
    })),
  );
  await insertRows(client, 'rights_request', [
    {
      id: stableId('request forgotten'),
      person_id: stableId('forgotten 2'),
      holder_id: holder,
      kind: 'access',
      via: 'mail',
      received_on: addDays(today, -2),
      due_on: requestDueOn(addDays(today, -2)),
      message: '',
      created_at: daysBefore(now, 2),
    },
  ]);
}

/** The last person of the structure is already without a name; her hours are still there. */
async function anonymiseOne(client: ClientBase, { holder, now }: { holder: string; now: Date }): Promise<void> {
  const found = await client.query<{ id: string; birth: string }>(
    `select p.id, p.birth_date::text as birth from person p where p.holder_id = $1
       and exists (select from hour_entry e where e.person_id = p.id and e.counted_minutes > 0)
     order by p.folded_name desc, p.id limit 1`,
    [holder],
  );
  const [person] = found.rows;
  if (person === undefined) return;
  const { familyName, givenName } = anonymousName;
  await client.query(
    `update person set family_name = $2, given_name = $3, folded_name = $4, birth_date = null, commune = '', department_code = '44',
       age_band = $5, email = '', phone = '', anonymised_at = $6 where id = $1`,
    [
      person.id,
      familyName,
      givenName,
      foldForSearch(`${familyName} ${givenName}`),
      ageBandOf(person.birth, parisDay(now)),
      daysBefore(now, 35),
    ],
  );
  await insertRows(client, 'erasure', [
    {
      id: stableId('erasure'),
      subject_hash: stableId('erasure').replaceAll('-', '').repeat(2),
      deed: 'anonymise',
      organisation_id: holder,
      erased_at: daysBefore(now, 35),
    },
  ]);
}

/** Who opened the file of the first person these last weeks. */
function readingRows(people: readonly Followed[], { holder, now }: { holder: string; now: Date }): Row[] {
  const readers = ['nadia.berthelot@relais.example', 'ines.valette@relais.example', 'paul.ferrand@relais.example'];
  return readers.map((email, index) => {
    const at = daysBefore(now, 21 - index * 9);
    return {
      chain: '',
      sequence: 0,
      organisation_id: holder,
      account_id: stableId(email),
      at,
      entry: JSON.stringify({
        at,
        actor: `member:${stableId(`${email} relais`)}`,
        account: stableId(email),
        action: 'person.read',
        subjectType: 'person',
        subjectId: people[0]?.id ?? '',
      }),
      previous: '\\x',
      hash: '\\x',
    };
  });
}

/** Builders of the main thread, written as the owner of the database: a market, its lot, who is on it, people, contracts and hours. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { ContractType, ExecutionMethod } from '#domain/contract-types.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import { foldForSearch } from '#domain/text.ts';
import type { Clock } from '#services/clock.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import type { Person, World } from './world.ts';

export type ThreadWorld = ReturnType<typeof createThreadWorld>;

export interface LotPlace {
  lot: string;
  market: string;
}

export interface Worker {
  person: string;
  contract: string;
}

export interface Thread extends LotPlace {
  /** Keeps the market, leads on the lot and follows the people. */
  facilitator: Person;
  buyer: Person;
  company: Person;
  /** The company's lot_party row. */
  party: string;
  commitment: string;
  workers: [Worker, Worker, Worker];
}

export function createThreadWorld({ admin, world, clock }: { admin: Pool; world: World; clock: Clock }) {
  let count = 0;

  async function insert(table: string, row: Record<string, unknown>): Promise<string> {
    const id = randomUUID();
    const full = { id, ...row };
    const names = Object.keys(full);
    const places = names.map((_, place) => `$${place + 1}`);
    await admin.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(full));
    return id;
  }

  function aMarket({
    keeper,
    buyer,
    ...more
  }: {
    keeper: string;
    buyer: string;
    operation?: string;
    object?: string;
    reference?: string;
    notifiedOn?: string | null;
    endsOn?: string | null;
    state?: string;
  }): Promise<string> {
    count += 1;
    return insert('market', {
      keeper_id: keeper,
      buyer_id: buyer,
      ...(more.operation !== undefined && { operation_id: more.operation }),
      object: more.object ?? `Rénovation du groupe scolaire ${count}`,
      reference: more.reference ?? `M-${count}`,
      notified_on: more.notifiedOn === undefined ? '2026-01-05' : more.notifiedOn,
      starts_on: '2026-01-05',
      ends_on: more.endsOn === undefined ? '2027-12-31' : more.endsOn,
      state: more.state ?? 'running',
    });
  }

  async function aLot({
    market,
    ...more
  }: {
    market: string;
    number?: number;
    title?: string;
    notifiedOn?: string | null;
    endsOn?: string | null;
    state?: string;
  }): Promise<LotPlace> {
    const lot = await insert('lot', {
      market_id: market,
      number: more.number ?? 1,
      title: more.title ?? 'Gros œuvre',
      notified_on: more.notifiedOn === undefined ? '2026-01-05' : more.notifiedOn,
      starts_on: '2026-01-05',
      ends_on: more.endsOn === undefined ? '2027-12-31' : more.endsOn,
      state: more.state ?? 'running',
    });
    return { lot, market };
  }

  async function aCommitment({ lot, market }: LotPlace, hours = 500): Promise<string> {
    const commitment = await insert('commitment', {
      lot_id: lot,
      market_id: market,
      kind: 'fixed',
      state: 'in-progress',
    });
    await insert('commitment_version', {
      commitment_id: commitment,
      market_id: market,
      number: 1,
      from_day: '2026-01-05',
      signed_on: '2026-01-05',
      minutes: hours * 60,
    });
    return commitment;
  }

  function aParty(
    { lot, market }: LotPlace,
    organisation: string,
    more: {
      role?: string;
      email?: string;
      name?: string;
      phone?: string;
      under?: string;
      endedOn?: string;
    } = {},
  ): Promise<string> {
    count += 1;
    return insert('lot_party', {
      lot_id: lot,
      market_id: market,
      organisation_id: organisation,
      role: more.role ?? 'holder',
      under_id: more.under ?? null,
      contact_name: more.name ?? 'Paul Martin',
      contact_email: more.email ?? `chantier${count}@exemple.test`,
      contact_phone: more.phone ?? '',
      ended_on: more.endedOn ?? null,
    });
  }

  function anAssignment(
    { lot, market }: LotPlace,
    organisation: string,
    more: { account?: string; role?: 'lead' | 'contributor'; untilDay?: string } = {},
  ): Promise<string> {
    return insert('lot_assignment', {
      lot_id: lot,
      market_id: market,
      organisation_id: organisation,
      account_id: more.account ?? null,
      role: more.role ?? 'lead',
      from_day: '2026-01-05',
      until_day: more.untilDay ?? null,
    });
  }

  /** Eligible from the first day of 2026 unless told otherwise; null leaves her undecided. */
  async function aFollowedPerson(
    holder: string,
    more: { given?: string; family?: string; eligible?: { from: string; until: string } | null } = {},
  ): Promise<string> {
    count += 1;
    const given = more.given ?? 'Camille';
    const family = more.family ?? `Fictif ${count}`;
    const person = await insert('person', {
      holder_id: holder,
      given_name: given,
      family_name: family,
      folded_name: foldForSearch(`${family} ${given}`),
      birth_date: '1990-04-12',
    });
    const eligible = more.eligible === undefined ? { from: '2026-01-01', until: '2027-12-31' } : more.eligible;
    if (eligible !== null) {
      await insert('eligibility', {
        person_id: person,
        holder_id: holder,
        verdict: 'eligible',
        from_day: eligible.from,
        until_day: eligible.until,
        rule_code: 'DELD',
        rule_version: 'national/DELD/2021-01-01/1',
        decided_on: eligible.from,
      });
    }
    return person;
  }

  function aContract(
    { lot, market }: LotPlace,
    more: {
      person: string;
      holder: string;
      company: string;
      employer?: string;
      type?: ContractType;
      method?: ExecutionMethod;
      startsOn?: string;
      plannedEndOn?: string | null;
      state?: string;
      job?: string;
    },
  ): Promise<string> {
    return insert('employment_contract', {
      person_id: more.person,
      holder_id: more.holder,
      lot_id: lot,
      market_id: market,
      employer_id: more.employer ?? more.company,
      company_id: more.company,
      method: more.method ?? (more.employer === undefined ? 'direct-hire' : 'secondment'),
      type: more.type ?? 'CDD',
      job: more.job ?? 'Maçon',
      starts_on: more.startsOn ?? '2026-01-05',
      planned_end_on: more.plannedEndOn ?? null,
      state: more.state ?? 'active',
    });
  }

  function aDeclaration(
    { lot, market }: LotPlace,
    more: { company: string; month: string; state?: DeclarationState; dueOn?: string; reason?: string },
  ): Promise<string> {
    const sent = !['expected', 'late', 'not-due'].includes(more.state ?? 'expected');
    return insert('declaration', {
      lot_id: lot,
      market_id: market,
      company_id: more.company,
      month: more.month,
      state: more.state ?? 'expected',
      due_on: more.dueOn ?? `${more.month}-28`,
      reason: more.reason ?? '',
      submitted_at: sent ? clock.now() : null,
      via: sent ? 'link' : '',
    });
  }

  /** A line and its delta, so that the totals read true. */
  async function anEntry(more: {
    declaration: string;
    contract: string;
    hours: number;
    training?: number;
    state?: 'submitted' | 'validated' | 'rejected' | 'locked';
    reason?: string;
    days?: readonly { day: string; minutes: number }[];
  }): Promise<number> {
    const { hours, training = 0, state = 'submitted' } = more;
    const counted = state === 'validated' || state === 'locked' ? (hours + training) * 60 : 0;
    const found = await admin.query<{ id: string }>(
      `insert into hour_entry (declaration_id, lot_id, market_id, holder_id, person_id, contract_id, company_id, month,
         worked_minutes, training_minutes, state, reason, counted_minutes, days)
       select d.id, d.lot_id, d.market_id, c.holder_id, c.person_id, c.id, d.company_id, d.month, $3, $4, $5, $6, $7, $8
       from declaration d, employment_contract c where d.id = $1 and c.id = $2 returning id`,
      [
        more.declaration,
        more.contract,
        hours * 60,
        training * 60,
        state,
        more.reason ?? '',
        counted,
        more.days === undefined ? null : JSON.stringify(more.days),
      ],
    );
    await admin.query(
      `insert into hours_delta (lot_id, market_id, company_id, holder_id, month, contract_type, method, submitted_minutes, counted_minutes)
       select e.lot_id, e.market_id, e.company_id, e.holder_id, e.month, c.type, c.method, $2, $3
       from hour_entry e join employment_contract c on c.id = e.contract_id where e.id = $1`,
      [found.rows[0]?.id, state === 'rejected' ? 0 : (hours + training) * 60, counted],
    );
    return Number(found.rows[0]?.id);
  }

  /** The secret of a link by mail: /declarer/<token>. */
  async function aDeclarationLink(
    organisation: string,
    party: string,
    more: { days?: number; address?: string } = {},
  ): Promise<string> {
    const token = newSecret();
    const expires = new Date(clock.now().getTime() + (more.days ?? 60) * 86_400_000);
    await admin.query(
      `insert into link_token (token_hash, purpose, organisation_id, subject_id, detail, expires_at, created_at)
       values ($1, 'declaration', $2, $3, $4, $5, $6)`,
      [hashSecret(token), organisation, party, JSON.stringify({ address: more.address }), expires, clock.now()],
    );
    return token;
  }

  /** One lot with 500 hours due, its holder, and three people at work, all of them eligible. */
  async function aThread(): Promise<Thread> {
    const facilitator = await world.aMember(
      await world.anOrganisation('facilitator', { name: 'Maison de l’emploi des Rives' }),
      'facilitator.facilitator',
      { name: 'Nadia Berthelot' },
    );
    const buyer = await world.aMember(
      await world.anOrganisation('buyer', { name: 'Office public de l’habitat' }),
      'buyer.procurement',
    );
    const company = await world.aMember(
      await world.anOrganisation('company', { name: 'Bâtir Ouest' }),
      'company.declarant',
    );
    const holder = facilitator.organisation;
    const market = await aMarket({
      keeper: holder,
      buyer: buyer.organisation,
      object: 'Restauration collective des Tanneurs',
    });
    const place = await aLot({ market });
    await anAssignment(place, holder, { account: facilitator.account });
    const party = await aParty(place, company.organisation);
    const commitment = await aCommitment(place);
    const worker = async (given: string, family: string, job: string): Promise<Worker> => {
      const person = await aFollowedPerson(holder, { given, family });
      const contract = await aContract(place, { person, holder, company: company.organisation, job });
      return { person, contract };
    };
    const workers: Thread['workers'] = [
      await worker('Amadou', 'Darrieux', 'Maçon'),
      await worker('Céline', 'Marchand', 'Peintre'),
      await worker('Yacine', 'Bertin', 'Manœuvre'),
    ];
    return { facilitator, buyer, company, ...place, party, commitment, workers };
  }

  return {
    aMarket,
    aLot,
    aCommitment,
    aParty,
    anAssignment,
    aFollowedPerson,
    aContract,
    aDeclaration,
    anEntry,
    aDeclarationLink,
    aThread,
  };
}

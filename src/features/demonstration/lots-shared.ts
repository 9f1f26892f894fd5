/** A lot of the demonstration shared by two structures: the second brings its own people and reads their lines. */
import type { ClientBase } from 'pg';
import { addMonths, parisDay } from '#domain/day.ts';
import { foldForSearch } from '#domain/text.ts';
import { daysBefore, insertRows, stableId } from './rows.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';

const guests = [
  { given: 'Ludivine', family: 'Cazenave', job: 'Peintre' },
  { given: 'Moussa', family: 'Lebrun', job: 'Manœuvre' },
] as const;

/** A second structure brings two of its own people: it reads their lines, the lead reads hers, and one month waits for it. */
export async function shareWithContributor(
  client: ClientBase,
  { place: { market, lot }, now }: { place: { market: MarketPlan; lot: LotPlan }; now: Date },
): Promise<void> {
  const ids = { lot_id: stableId(lot.key), market_id: stableId(market.key) };
  const structure = stableId('passerelle');
  await client.query('update lot_assignment set share_basis_points = 7000 where lot_id = $1', [ids.lot_id]);
  await insertRows(client, 'lot_assignment', [
    {
      id: stableId(`assignment ${lot.key} passerelle`),
      ...ids,
      organisation_id: structure,
      account_id: stableId('nadia.berthelot@relais.example'),
      role: 'contributor',
      territory: 'Angers',
      share_basis_points: 3000,
      from_day: market.startsOn,
      version: 1,
    },
  ]);
  const since = addMonths(parisDay(now), -6);
  const people = guests.map(({ given, family, job }) => ({ given, family, job, id: stableId(`guest ${family}`) }));
  await insertRows(
    client,
    'person',
    people.map(({ id, given, family }) => ({
      id,
      holder_id: structure,
      family_name: family,
      given_name: given,
      folded_name: foldForSearch(`${family} ${given}`),
      birth_date: '1991-03-14',
      commune: 'Angers',
      commune_code: '',
      email: '',
      phone: '',
      version: 1,
      created_at: daysBefore(now, 190),
    })),
  );
  await insertRows(
    client,
    'eligibility',
    people.map(({ id }) => ({
      id: stableId(`eligibility ${id}`),
      person_id: id,
      holder_id: structure,
      verdict: 'eligible',
      from_day: since,
      until_day: addMonths(since, 24),
      rule_code: 'eligibility-window',
      rule_version: 'national/eligibility-window',
      decided_on: since,
      created_at: daysBefore(now, 180),
    })),
  );
  await insertRows(
    client,
    'employment_contract',
    people.map(({ id, job }) => ({
      id: stableId(`contract ${id}`),
      person_id: id,
      holder_id: structure,
      ...ids,
      employer_id: stableId(lot.company),
      company_id: stableId(lot.company),
      method: 'direct-hire',
      type: 'CDD',
      job,
      rome_code: '',
      weekly_minutes: 2100,
      starts_on: since,
      planned_end_on: market.endsOn,
      state: 'active',
      version: 1,
      created_at: daysBefore(now, 180),
    })),
  );
  await guestHours(client, { lot: ids.lot_id, structure });
}

/** The month before last was refused by the contributor; in the last one sent, she has not decided yet and the lead has. */
async function guestHours(client: ClientBase, { lot, structure }: { lot: string; structure: string }): Promise<void> {
  await client.query(
    `update declaration set state = 'under-review' where lot_id = $1
       and month = (select max(month) from declaration where lot_id = $1 and submitted_at is not null)`,
    [lot],
  );
  await client.query(
    `update hour_entry e set state = 'validated', counted_minutes = e.worked_minutes + e.training_minutes, rule_version = 'national'
     from declaration d where d.id = e.declaration_id and d.lot_id = $1 and d.state = 'under-review'`,
    [lot],
  );
  await client.query(
    `insert into hour_entry (declaration_id, lot_id, market_id, holder_id, person_id, contract_id, company_id, month,
       worked_minutes, training_minutes, state, reason, counted_minutes, rule_version)
     select d.id, d.lot_id, d.market_id, c.holder_id, c.person_id, c.id, d.company_id, d.month, 4200, 0,
       case when d.state = 'under-review' then 'submitted' when d.rank = 2 then 'rejected' else 'validated' end,
       case when d.rank = 2 then 'Le relevé joint n’est pas lisible.' else '' end,
       case when d.state = 'under-review' or d.rank = 2 then 0 else 4200 end, ''
     from (select *, row_number() over (order by month desc) as rank from declaration
       where lot_id = $1 and submitted_at is not null and state in ('validated', 'under-review')) d
     join employment_contract c on c.lot_id = d.lot_id and c.holder_id = $2 and to_char(c.starts_on, 'YYYY-MM') <= d.month
     where d.rank <= 4`,
    [lot, structure],
  );
  await client.query(
    `update declaration d set state = 'partially-validated', reason = 'Le relevé joint n’est pas lisible.'
     where d.lot_id = $1 and d.state = 'validated'
       and exists (select from hour_entry e where e.declaration_id = d.id and e.state = 'rejected')`,
    [lot],
  );
}

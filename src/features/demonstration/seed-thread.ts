/** Hour records in numbers, for benchmarks: markets, people, contracts and months, written by the database itself. */
import type { ClientBase } from 'pg';
import { totals } from './thread.ts';

/** Ten contracts on each market, twenty months each: two hundred records a market. */
const contractsPerMarket = 10;
const monthsPerContract = 20;

const quiet = ['market', 'lot', 'lot_party', 'lot_assignment', 'employment_contract'];

export async function seedThread(client: ClientBase, records: number): Promise<number> {
  const markets = Math.ceil(records / (contractsPerMarket * monthsPerContract));
  const facilitators = Math.max(3, Math.round(markets / 30));
  // Access is drawn once for all at the end, instead of row by row.
  for (const table of quiet) await client.query(`alter table ${table} disable trigger user`);
  const sizes = [markets, facilitators, contractsPerMarket, monthsPerContract];
  for (const statement of statements) {
    // Our own whole numbers, written in: a statement may not leave a parameter unused.
    await client.query(statement.replace(/\$(\d)/g, (_, place) => String(sizes[Number(place) - 1])));
  }
  await client.query(`${totals} on conflict do nothing`);
  for (const table of quiet) await client.query(`alter table ${table} enable trigger user`);
  return markets * contractsPerMarket * monthsPerContract;
}

/** $1 markets, $2 facilitator structures, $3 contracts a market, $4 months a contract. */
const statements = [
  `insert into organisation (id, kind, identifier_type, name, service_name, identity_source)
   select pg_temp.seed_id('seed structure ' || n), 'facilitator', 'NONE', 'Structure de charge ' || n, 'structure ' || n, 'demo'
   from generate_series(1, $2) n on conflict do nothing`,
  `insert into organisation (id, kind, identifier_type, name, service_name, identity_source)
   select pg_temp.seed_id('seed holder ' || n), 'company', 'NONE', 'Entreprise de charge ' || n, 'entreprise ' || n, 'demo'
   from generate_series(1, $1 / 4 + 1) n on conflict do nothing`,
  `insert into organisation (id, kind, identifier_type, name, service_name, identity_source)
   select pg_temp.seed_id('seed buyer ' || n), 'buyer', 'NONE', 'Acheteur de charge ' || n, 'acheteur ' || n, 'demo'
   from generate_series(1, $1 / 60 + 1) n on conflict do nothing`,
  `insert into market (id, keeper_id, buyer_id, reference, object, department_code, place, notified_on, starts_on, ends_on, state)
   select pg_temp.seed_id('seed market ' || n), pg_temp.seed_id('seed structure ' || (1 + n % $2)), pg_temp.seed_id('seed buyer ' || (1 + n % ($1 / 60 + 1))),
     'C-' || lpad(n::text, 6, '0'), (array['Réhabilitation du collège', 'Entretien des espaces verts', 'Nettoyage des locaux', 'Construction de logements'])[1 + n % 4] || ' ' || n,
     lpad((1 + n % 95)::text, 2, '0'), 'Ville ' || (n % 400), date '2025-01-01', date '2025-01-01', date '2027-06-30', 'running'
   from generate_series(1, $1) n on conflict do nothing`,
  `insert into lot (id, market_id, number, title, state, starts_on, ends_on)
   select pg_temp.seed_id('seed lot ' || n), pg_temp.seed_id('seed market ' || n), 1, 'Lot unique', 'running', date '2025-01-01', date '2027-06-30'
   from generate_series(1, $1) n on conflict do nothing`,
  `insert into commitment (id, lot_id, market_id, kind, state)
   select pg_temp.seed_id('seed commitment ' || n), pg_temp.seed_id('seed lot ' || n), pg_temp.seed_id('seed market ' || n), 'fixed', 'in-progress'
   from generate_series(1, $1) n on conflict do nothing`,
  `insert into commitment_version (commitment_id, market_id, number, from_day, signed_on, minutes)
   select pg_temp.seed_id('seed commitment ' || n), pg_temp.seed_id('seed market ' || n), 1, date '2025-01-01', date '2025-01-01', 60 * (4000 + (n * 37) % 16000)
   from generate_series(1, $1) n on conflict do nothing`,
  `insert into lot_assignment (lot_id, market_id, organisation_id, role, from_day)
   select pg_temp.seed_id('seed lot ' || n), pg_temp.seed_id('seed market ' || n), pg_temp.seed_id('seed structure ' || (1 + n % $2)), 'lead', date '2025-01-01'
   from generate_series(1, $1) n on conflict do nothing`,
  `insert into lot_party (lot_id, market_id, organisation_id, role, contact_email)
   select pg_temp.seed_id('seed lot ' || n), pg_temp.seed_id('seed market ' || n), pg_temp.seed_id('seed holder ' || (1 + n % ($1 / 4 + 1))), 'holder', 'charge@guichet.example'
   from generate_series(1, $1) n on conflict do nothing`,
  `insert into person (id, holder_id, family_name, given_name, folded_name, birth_date)
   select pg_temp.seed_id('seed person ' || n || ' ' || c), pg_temp.seed_id('seed structure ' || (1 + n % $2)), f, g, lower(f || ' ' || g), date '1970-01-01' + (n * 31 + c * 97) % 12000
   from generate_series(1, $1) n, generate_series(1, $3) c,
     lateral (select (array['Diarra', 'Morvan', 'Benali', 'Traore', 'Petit', 'Haddad', 'Rousseau', 'Camara', 'Fontaine', 'Sow'])[1 + (n + c) % 10] || ' ' || (n * 7 + c) % 9973 as f,
       (array['Amadou', 'Celine', 'Yacine', 'Sonia', 'Kevin', 'Fatima', 'Leila', 'Omar', 'Zoe', 'Jordan'])[1 + (n * 3 + c) % 10] as g) names
   on conflict do nothing`,
  `insert into eligibility (person_id, holder_id, verdict, from_day, until_day, rule_code, rule_version, decided_on)
   select pg_temp.seed_id('seed person ' || n || ' ' || c), pg_temp.seed_id('seed structure ' || (1 + n % $2)), 'eligible', date '2025-01-01', date '2026-12-31', 'eligibility-window', 'national', date '2025-01-01'
   from generate_series(1, $1) n, generate_series(1, $3) c`,
  `insert into employment_contract (id, person_id, holder_id, lot_id, market_id, employer_id, company_id, method, type, starts_on, state)
   select pg_temp.seed_id('seed contract ' || n || ' ' || c), pg_temp.seed_id('seed person ' || n || ' ' || c), pg_temp.seed_id('seed structure ' || (1 + n % $2)),
     pg_temp.seed_id('seed lot ' || n), pg_temp.seed_id('seed market ' || n), pg_temp.seed_id('seed holder ' || (1 + n % ($1 / 4 + 1))), pg_temp.seed_id('seed holder ' || (1 + n % ($1 / 4 + 1))),
     'direct-hire', (array['CDD', 'CDI', 'CTT', 'APPRENTISSAGE'])[1 + c % 4], date '2025-01-01', 'active'
   from generate_series(1, $1) n, generate_series(1, $3) c on conflict do nothing`,
  `insert into declaration (id, lot_id, market_id, company_id, month, state, due_on)
   select pg_temp.seed_id('seed declaration ' || n || ' ' || m), pg_temp.seed_id('seed lot ' || n), pg_temp.seed_id('seed market ' || n), pg_temp.seed_id('seed holder ' || (1 + n % ($1 / 4 + 1))),
     to_char(date '2025-01-01' + (m || ' month')::interval, 'YYYY-MM'), case when m >= $4 - 1 then 'submitted' else 'validated' end, date '2025-02-15'
   from generate_series(1, $1) n, generate_series(0, $4 - 1) m on conflict do nothing`,
  `insert into hour_entry (declaration_id, lot_id, market_id, holder_id, person_id, contract_id, company_id, month, worked_minutes, state, counted_minutes)
   select pg_temp.seed_id('seed declaration ' || n || ' ' || m), pg_temp.seed_id('seed lot ' || n), pg_temp.seed_id('seed market ' || n), pg_temp.seed_id('seed structure ' || (1 + n % $2)),
     pg_temp.seed_id('seed person ' || n || ' ' || c), pg_temp.seed_id('seed contract ' || n || ' ' || c), pg_temp.seed_id('seed holder ' || (1 + n % ($1 / 4 + 1))),
     to_char(date '2025-01-01' + (m || ' month')::interval, 'YYYY-MM'), w, case when m >= $4 - 1 then 'submitted' else 'validated' end, case when m >= $4 - 1 then 0 else w end
   from generate_series(1, $1) n, generate_series(1, $3) c, generate_series(0, $4 - 1) m,
     lateral (select 30 * (60 + (n * 13 + c * 7 + m * 5) % 240) as w) hours on conflict do nothing`,
  `insert into lot_access (lot_id, market_id, organisation_id, capacity)
   select l.id, m.id, m.keeper_id, 'keeper' from lot l join market m on m.id = l.market_id
   union select l.id, m.id, m.buyer_id, 'buyer' from lot l join market m on m.id = l.market_id
   union select lot_id, market_id, organisation_id, 'facilitator' from lot_assignment
   union select lot_id, market_id, organisation_id, 'company' from lot_party where role <> 'inclusion'
   on conflict do nothing`,
  `insert into acquaintance (organisation_id, knows_id)
   select distinct a.organisation_id, b.organisation_id from lot_access a join lot_access b on b.lot_id = a.lot_id
   where a.organisation_id <> b.organisation_id on conflict do nothing`,
];

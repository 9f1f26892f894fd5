/** Rows in numbers, for benchmarks: invented organisations, people and contacts, written by the database itself. */
import type { ClientBase } from 'pg';
import { seedThread } from './seed-thread.ts';

/** Organisations without markets, and hour records, by scale. */
export const scales = {
  S: { organisations: 500, records: 30_000 },
  M: { organisations: 5000, records: 1_200_000 },
  L: { organisations: 50_000, records: 12_000_000 },
} as const;

export type Scale = keyof typeof scales;

/** The same id for the same words, of the shape that forms and programs are asked for. */
const seedId = `create or replace function pg_temp.seed_id(words text) returns uuid language sql immutable
  return overlay(overlay(md5(words) placing '4' from 13) placing '8' from 17)::uuid`;

export interface SeedReport {
  organisations: number;
  accounts: number;
  contacts: number;
  hours: number;
}

/** Adds to what is there; the seed is part of each name, so that the same scale twice adds nothing. */
export async function seedDatabase(client: ClientBase, scale: Scale): Promise<SeedReport> {
  const { organisations: count, records } = scales[scale];
  await client.query('begin');
  await client.query(seedId);
  const organisations = await client.query(
    `insert into organisation (id, kind, identifier_type, name, service_name, city, postcode, identity_source)
     select pg_temp.seed_id('seed organisation ' || n),
       (array['facilitator', 'buyer', 'company', 'company', 'company', 'inclusion', 'prescriber'])[1 + n % 7],
       'NONE', 'Organisation de charge ' || n, 'charge ' || n, 'Ville ' || (n % 400), lpad((n % 95000)::text, 5, '0'), 'demo'
     from generate_series(1, $1) as n on conflict do nothing`,
    [count],
  );
  const accounts = await client.query(
    `insert into account (id, email, name)
     select pg_temp.seed_id('seed account ' || n), 'charge' || n || '@guichet.example', 'Compte ' || n
     from generate_series(1, $1) as n on conflict do nothing`,
    [count * 2],
  );
  await client.query(
    `insert into membership (organisation_id, account_id, position, administers)
     select pg_temp.seed_id('seed organisation ' || (1 + n % $1)), pg_temp.seed_id('seed account ' || n), 'control.dpo', n <= $1
     from generate_series(1, $1 * 2) as n on conflict do nothing`,
    [count],
  );
  const contacts = await client.query(
    `insert into contact (organisation_id, label, purpose, email)
     select pg_temp.seed_id('seed organisation ' || o), 'Contact ' || c, 'general', 'contact' || c || '@guichet.example'
     from generate_series(1, $1) as o, generate_series(1, 10) as c on conflict do nothing`,
    [count],
  );
  const hours = await seedThread(client, records);
  await client.query('commit');
  await client.query('analyze');
  return {
    organisations: organisations.rowCount ?? 0,
    accounts: accounts.rowCount ?? 0,
    contacts: contacts.rowCount ?? 0,
    hours,
  };
}

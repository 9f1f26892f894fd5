/** Tampering with the journal, whatever the rights of the intruder, is found and located. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { Kysely, CamelCasePlugin, PostgresDialect } from 'kysely';
import { freshDatabase } from '#tests/database.ts';
import type { FreshDatabase } from '#tests/database.ts';
import { findChainBreaks } from './audit-chain.ts';
import type { DB } from './schema.ts';
import type { Database } from './transaction.ts';

const organisations = ['0a000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000002'];
const entries = 12;

let fresh: FreshDatabase;
let owner: Database;

before(async () => {
  fresh = await freshDatabase();
  owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: fresh.admin }), plugins: [new CamelCasePlugin()] });
  for (let index = 0; index < entries; index += 1) await append(organisations[index % 2] ?? null, `act ${index}`);
  await append(null, 'instance act');
});

after(() => fresh.drop());

test('an untouched journal has no break', async () => {
  assert.deepEqual(await findChainBreaks(owner), []);
});

test('each organisation has its own chain, and the instance another', async () => {
  const heads = await fresh.admin.query('select sequence from audit_head order by chain');
  assert.deepEqual(
    heads.rows.map(({ sequence }) => sequence),
    [1, 6, 6],
  );
});

test('nobody updates, deletes or truncates, the owner included', async () => {
  for (const statement of ["update audit_event set entry = '{}'", 'delete from audit_event', 'truncate audit_event']) {
    await assert.rejects(fresh.admin.query(statement), /append-only/, statement);
  }
});

const tamperings: Record<string, string> = {
  'a letter of an entry': `update audit_event set entry = replace(entry, 'act ', 'aCt ') where chain = $1 and sequence = $2`,
  'a hash': `update audit_event set hash = sha256(hash) where chain = $1 and sequence = $2`,
  'a link': `update audit_event set previous = sha256(previous) where chain = $1 and sequence = $2`,
  'a removed entry': 'delete from audit_event where chain = $1 and sequence = $2',
  'a moved entry': 'update audit_event set sequence = sequence + 1000 where chain = $1 and sequence = $2',
  'the end cut off': 'delete from audit_event where chain = $1 and sequence >= $2',
  'everything cut off': 'delete from audit_event where chain = $1 and $2 = $2',
};

for (const [what, statement] of Object.entries(tamperings)) {
  test(`found and located: ${what}`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(...organisations),
        async (sequence, organisation) => {
          const chain = `organisation:${organisation}`;
          const breaks = await afterTampering(statement, [chain, sequence]);
          assert.equal(breaks.length, 1);
          assert.equal(breaks[0]?.chain, chain);
          const expected = what === 'everything cut off' ? 1 : sequence;
          assert.equal(breaks[0]?.sequence, expected);
        },
      ),
      { numRuns: 6 },
    );
  });
}

test('a chain that belongs to no head is found', async () => {
  const breaks = await afterTampering('delete from audit_head where chain = $1 and $2 = $2', [
    `organisation:${organisations[0]}`,
    1,
  ]);
  assert.deepEqual(
    breaks.map(({ because }) => because),
    ['gap'],
  );
});

/** The guard is taken away as an intruder with the owner's rights would do, then everything is undone. */
async function afterTampering(statement: string, values: unknown[]) {
  const client = await fresh.admin.connect();
  try {
    await client.query('begin');
    await client.query('alter table audit_event disable trigger user');
    await client.query(statement, values);
    const within = new Kysely<DB>({
      dialect: new PostgresDialect({
        pool: {
          connect: async () => ({ query: client.query.bind(client), release() {} }),
          end: async () => {},
        } as never,
      }),
      plugins: [new CamelCasePlugin()],
    });
    return await findChainBreaks(within);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function append(organisation: string | null, told: string): Promise<void> {
  await fresh.admin.query(
    "insert into audit_event (chain, sequence, organisation_id, at, entry, previous, hash) values ('', 0, $1, now(), $2, '', '')",
    [organisation, JSON.stringify({ action: 'tested', subjectType: 'test', subjectId: told })],
  );
}

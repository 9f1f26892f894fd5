/** The operator reads the chain of the instance, page by page; the other chains and the other people do not show. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '#db/transaction.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';

let house: TestHouse;
let operator: Visitor;
let relay: string;

before(async () => {
  house = await testHouse();
  const { world } = house;
  const exploitation = await world.anOrganisation('operator');
  operator = visit(house.app, await world.aMember(exploitation, 'operator.support', { name: 'Olga Exploite' }));
  relay = await world.anOrganisation('facilitator', { name: 'Relais Lu' });
  await world.aMember(relay, 'facilitator.clerk', { name: 'Zoé Saisie' });
});
after(() => house.close());

test('what the operator did is told with her name, the organisation and the reason', async () => {
  const on = `/instance/organisations/${relay}/fermer`;
  assert.equal((await operator.submit(on, { reason: 'Courrier du 12 novembre' })).status, 303);
  const { status, text } = await operator.get('/instance/journal');
  assert.equal(status, 200);
  for (const told of [/A fermé l’organisation/u, /Olga Exploite/u, /Relais Lu/u, /Courrier du 12 novembre/u])
    assert.match(text, told);
});

test('another person has no name there, and the chain of an organisation stays closed to the gate', async () => {
  const { account } = await house.world.anAccount({ name: 'Zoé Cachée' });
  await house.admin.query(
    `insert into audit_event (chain, sequence, organisation_id, account_id, at, entry, previous, hash)
     values ('', 0, null, $1, now(), $2, '', '')`,
    [account, JSON.stringify({ actor: `account:${account}`, action: 'password.changed', subjectType: 'account' })],
  );
  const { text } = await operator.get('/instance/journal');
  assert.match(text, /Une personne</u);
  assert.doesNotMatch(text, /Zoé/u);
  const chains = await inTransaction(
    house.database,
    { role: 'gate', actor: 'test', organisation: null, account: null, today: '2026-11-18' },
    (db) => sql<{ chain: string }>`select distinct chain from audit_event`.execute(db),
  );
  assert.deepEqual(chains.rows, [{ chain: 'instance' }]);
});

test('the next page goes on without repeating an entry', async () => {
  await house.admin.query(
    `insert into audit_event (chain, sequence, organisation_id, account_id, at, entry, previous, hash)
     select '', 0, null, null, now(), '{"actor":"job:essai","action":"instance.cleaned"}', '', '' from generate_series(1, 60)`,
  );
  const first = await operator.get('/instance/journal');
  const next = /href="(\/instance\/journal\?apres=\d+)"/u.exec(first.text)?.[1] ?? '';
  const numbers = [first, await operator.get(next)].map(({ text }) => text.match(/n°\u00A0\d+/gu) ?? []);
  assert.equal(new Set(numbers.flat()).size, numbers.flat().length);
  assert.equal(numbers[0]?.length, 50);
  assert.ok((numbers[1]?.length ?? 0) >= 11);
  assert.deepEqual(house.failures, []);
});

/** Where no letter leaves, who invites is shown once the link to hand over; a demonstration shows letters instead. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';

let house: TestHouse;
let nadia: Visitor;

const members = '/organisation/membres';
const waiting = `${members}?vue=invitations`;

before(async () => {
  house = await testHouse({ demo: false });
  const relay = await house.world.anOrganisation('facilitator');
  nadia = visit(house.app, await house.world.aMember(relay, 'facilitator.admin'));
});
after(() => house.close());

test('an invitation shows its link once, sent again it shows another, and each opens', async () => {
  const told = { email: 'lea@exemple.test', position: 'facilitator.clerk' };
  const sent = await nadia.submit(`${members}/inviter`, told);
  const { rows } = await house.admin.query('select id from invitation where email = $1', [told.email]);
  const again = await nadia.submit(`${members}/invitations/${rows[0].id}/renvoyer`, {}, { on: waiting });
  const links = [sent, again].map(({ text }) => linkIn(text));
  assert.equal(new Set(links).size, 2);
  for (const [rank, { status, text }] of [sent, again].entries()) {
    assert.equal(status, 200, text);
    assert.match(text, /moyen sûr/u);
    assert.match((await visit(house.app).get(links[rank] ?? '')).text, /lea@exemple\.test/u);
  }
  assert.doesNotMatch((await nadia.get(waiting)).text, /\/invitation\/[\w-]{40,}/u);
});

test('a service opened shows the link of the person who will administer it', async () => {
  const sent = await nadia.submit('/organisation/services/nouveau', {
    kind: 'buyer',
    serviceName: 'Achats',
    email: 'omar@exemple.test',
    position: 'buyer.admin',
  });
  assert.equal(sent.status, 200, sent.text);
  assert.match((await visit(house.app).get(linkIn(sent.text))).text, /omar@exemple\.test/u);
  assert.deepEqual(house.failures, []);
});

function linkIn(text: string): string {
  return /http:\/\/localhost:3000(\/invitation\/[\w-]{40,})/u.exec(text)?.[1] ?? '';
}

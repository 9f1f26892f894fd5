/** Exchange links: proposed with a code shown once, accepted by the invited SIRET alone, broken at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findChainBreaks } from '#db/audit-chain.ts';
import { fictitiousSiret } from '#domain/siret.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import { overPool } from '../../open-house.ts';

const ownSiret = fictitiousSiret(101);
const invitedSiret = fictitiousSiret(102);
const otherSiret = fictitiousSiret(103);
const absentSiret = fictitiousSiret(105);

let house: TestHouse;
let admin: Person;
let clerk: Person;
let invited: Person;
let outsider: Person;

before(async () => {
  house = await testHouse();
  const { world } = house;
  const own = await world.anOrganisation('facilitator', { name: 'Relais', siret: ownSiret });
  const second = await world.anOrganisation('company', { name: 'Bâtir', siret: invitedSiret });
  const third = await world.anOrganisation('company', { name: 'Autre', siret: otherSiret });
  admin = await world.aMember(own, 'facilitator.admin');
  clerk = await world.aMember(own, 'facilitator.clerk');
  invited = await world.aMember(second, 'company.admin', { email: 'bruno@batir.example' });
  outsider = await world.aMember(third, 'company.admin');
});

after(() => house.close());

/** Proposes a link and reads its code on the page that answers. */
async function propose(more: Record<string, string> = {}): Promise<{ code: string; id: string; text: string }> {
  const fields = {
    siret: invitedSiret,
    purpose: 'Suivi des clauses',
    validFrom: '2026-11-18',
    validUntil: '2027-11-18',
    ...more,
  };
  const sent = await visit(house.app, admin).submit('/liens/nouveau', fields);
  assert.equal(sent.status, 200, sent.text.slice(-1500));
  const code = /<code>([0-9A-Z-]{60,})<\/code>/.exec(sent.text)?.[1] ?? '';
  const id = /href="\/liens\/([0-9a-f-]{36})"/.exec(sent.text)?.[1] ?? '';
  return { code, id, text: sent.text };
}

async function accept(person: Person, code: string) {
  const visitor = visit(house.app, person);
  const opened = await visitor.submit('/liens/accepter', { code });
  if (opened.status !== 200) return opened;
  return visitor.submit('/liens/accepter', { code, agreed: 'oui' });
}

/** Growing waits are another promise, kept by their own test. */
function forgetThrottles() {
  return house.admin.query('delete from throttle');
}

async function stored(id: string) {
  return (await house.admin.query('select * from exchange_link where id = $1', [id])).rows[0];
}

test('a link proposed gives a code of 260 bits once, kept nowhere in clear', async () => {
  const { code, id } = await propose();
  assert.match(code, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){12}[0-9A-HJKMNP-TV-Z]{4}$/);
  const row = await stored(id);
  assert.equal(row.shares_amounts, false);
  assert.equal(row.shares_names, false);
  assert.equal(row.pairing_expires_at.toISOString(), '2026-11-25T09:00:00.000Z');
  const page = await visit(house.app, admin).get(`/liens/${id}`);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, new RegExp(code));
  for (const table of ['exchange_link', 'audit_event', 'outbox', 'notice', 'idempotency']) {
    const rows = await house.admin.query(`select t::text as kept from ${table} t`);
    for (const { kept } of rows.rows) assert.ok(!kept.includes(code), `${table} keeps the code`);
  }
});

test('sending the same proposal twice makes one link, and the second answer no longer holds the code', async () => {
  const visitor = visit(house.app, admin);
  const key = hiddenKey((await visitor.get('/liens/nouveau')).text);
  const fields = {
    siret: invitedSiret,
    purpose: 'Deux fois',
    validFrom: '2026-11-18',
    validUntil: '2027-11-18',
  };
  const [first, second] = [
    await visitor.submit('/liens/nouveau', fields, { key }),
    await visitor.submit('/liens/nouveau', fields, { key }),
  ];
  assert.deepEqual([first.status, second.status], [200, 303]);
  assert.equal((await house.admin.query("select from exchange_link where purpose = 'Deux fois'")).rowCount, 1);
});

for (const [what, fields, sentence] of [
  ['its own SIRET', { siret: ownSiret }, /ne partage pas avec elle-même/],
  ['a wrong SIRET', { siret: '12345678901234' }, /numéro SIRET contient une erreur/],
  ['a closed establishment', { siret: fictitiousSiret(1300) }, /établissement est fermé/],
  ['a SIRET unknown to the register', { siret: '73282932000074' }, /Aucun établissement ne porte ce numéro/],
  ['an end before the beginning', { validUntil: '2026-11-17' }, /La fin vient avant le début/],
  ['an end already past', { validFrom: '2026-11-01', validUntil: '2026-11-17' }, /Cette fin est déjà passée/],
  ['an end too far', { validUntil: '2031-11-19' }, /5\u00A0ans au plus/],
] as const) {
  test(`a link with ${what} is refused beside its field`, async () => {
    const sent = await visit(house.app, admin).submit('/liens/nouveau', {
      siret: invitedSiret,
      purpose: 'Refusé',
      validFrom: '2026-11-18',
      validUntil: '2027-11-18',
      ...fields,
    });
    assert.equal(sent.status, 422);
    assert.match(sent.text, sentence);
    assert.equal((await house.admin.query("select from exchange_link where purpose = 'Refusé'")).rowCount, 0);
  });
}

test('a register out of reach stops nobody', async () => {
  const unreachable = fictitiousSiret(99_999);
  const { id } = await propose({ siret: unreachable });
  assert.equal((await stored(id)).invited_name, '');
});

test('the proposer cannot tell whether the invited organisation is here', async () => {
  const known = await propose();
  const unknown = await propose({ siret: absentSiret });
  const bare = (text: string) =>
    text
      .replace(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){12}/g, 'CODE')
      .replace(/[0-9a-f-]{36}/g, 'ID')
      .replace(/name="cle" value="[^"]+"/g, '')
      .replace(/<dd>[^<]*SIRET[^<]*<\/dd>/g, '');
  assert.equal(bare(known.text), bare(unknown.text));
  const mails = await visit(house.app, admin).get('/organisation/courriels');
  assert.doesNotMatch(mails.text, /bruno@batir\.example/);
  const posted = await house.admin.query(
    "select organisation_id, parameters from outbox where template = 'link-invited' and recipient = 'bruno@batir.example'",
  );
  assert.ok((posted.rowCount ?? 0) >= 1);
  assert.equal(posted.rows[0].organisation_id, invited.organisation);
  assert.deepEqual(posted.rows[0].parameters, { organisation: admin.organisation });
});

test('the invited administrator reads the terms, accepts, and both journals tell it', async () => {
  const { code, id } = await propose({ purpose: 'Voirie 2027', sharesAmounts: 'oui' });
  const visitor = visit(house.app, invited);
  const opened = await visitor.submit('/liens/accepter', { code: ` ${code.toLowerCase()} ` });
  assert.equal(opened.status, 200, opened.text.slice(-800));
  assert.match(opened.text, /Voirie 2027/);
  assert.match(opened.text, /Les montants des marchés/);
  assert.equal((await stored(id)).accepted_at, null);
  const accepted = await visitor.submit('/liens/accepter', { code, agreed: 'oui' });
  assert.equal(accepted.status, 303);
  assert.equal(accepted.location, `/liens/${id}`);
  const row = await stored(id);
  assert.equal(row.to_organisation_id, invited.organisation);
  assert.equal(row.pairing_hash, null);
  const events = await house.admin.query(
    "select organisation_id, account_id from audit_event where action = 'link.accepted' and subject_id = $1",
    [id],
  );
  assert.deepEqual(
    new Map(events.rows.map((event) => [event.organisation_id, event.account_id])),
    new Map([
      [admin.organisation, null],
      [invited.organisation, invited.account],
    ]),
  );
  const theirs = await visit(house.app, admin).get(`/liens/${id}`);
  assert.match(theirs.text, /A accepté un lien d’échange/);
  assert.match(theirs.text, /Lien avec Bâtir/);
  const told = await house.admin.query("select from outbox where template = 'link-accepted' and organisation_id = $1", [
    admin.organisation,
  ]);
  assert.equal(told.rowCount, 1);
});

test('a code that served opens nothing more', async () => {
  await forgetThrottles();
  const { code } = await propose();
  assert.equal((await accept(invited, code)).status, 303);
  const again = await visit(house.app, invited).submit('/liens/accepter', { code });
  assert.equal(again.status, 422);
  assert.match(again.text, /code d’échange n’est pas valable/);
});

test('two people with the same code at the same time: one link, accepted once', async () => {
  await forgetThrottles();
  const { code, id } = await propose();
  const colleague = await house.world.aMember(invited.organisation, 'company.admin');
  const answers = await Promise.all(
    [invited, colleague].map((person) => visit(house.app, person).submit('/liens/accepter', { code, agreed: 'oui' })),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 422]));
  const events = await house.admin.query(
    "select from audit_event where action = 'link.accepted' and subject_id = $1 and organisation_id = $2",
    [id, invited.organisation],
  );
  assert.equal(events.rowCount, 1);
});

test('another SIRET does not open the code, learns nothing of the terms, and the try is counted', async () => {
  const { code, id } = await propose({ purpose: 'ZZ-TERMES' });
  const refused = await visit(house.app, outsider).submit('/liens/accepter', { code });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /destiné à une autre organisation/);
  assert.doesNotMatch(refused.text, /ZZ-TERMES|Relais/);
  assert.doesNotMatch(refused.text, new RegExp(code));
  assert.equal((await stored(id)).pairing_failures, 1);
  assert.equal((await visit(house.app, outsider).get(`/liens/${id}`)).status, 404);
  assert.match((await visit(house.app, admin).get(`/liens/${id}`)).text, /Une autre organisation/);
});

test('the proposer does not accept its own link', async () => {
  const { code, id } = await propose();
  const refused = await visit(house.app, admin).submit('/liens/accepter', { code, agreed: 'oui' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /ne partage pas avec elle-même/);
  assert.equal((await stored(id)).accepted_at, null);
});

test('five wrong codes kill the code, and a new one revives the link', async () => {
  await house.admin.query('update exchange_link set revoked_at = now() where accepted_at is null');
  const { code, id } = await propose();
  for (let turn = 0; turn < 5; turn += 1) {
    await forgetThrottles();
    const wrong = await visit(house.app, invited).submit('/liens/accepter', {
      code: '0000-'.repeat(12) + '0000',
    });
    assert.equal(wrong.status, 422);
  }
  await forgetThrottles();
  assert.equal((await stored(id)).pairing_failures, 5);
  assert.equal((await accept(invited, code)).status, 422);
  const page = await visit(house.app, admin).get(`/liens/${id}`);
  assert.match(page.text, /Code bloqué/);
  const renewed = await visit(house.app, admin).submit(`/liens/${id}/nouveau-code`, {}, { on: `/liens/${id}` });
  assert.equal(renewed.status, 200);
  const fresh = /<code>([0-9A-Z-]{60,})<\/code>/.exec(renewed.text)?.[1] ?? '';
  await forgetThrottles();
  assert.equal((await accept(invited, code)).status, 422);
  assert.equal((await accept(invited, fresh)).status, 303);
});

test('wrong codes are slowed down', async () => {
  await forgetThrottles();
  const visitor = visit(house.app, outsider);
  const statuses: number[] = [];
  for (let turn = 0; turn < 5; turn += 1)
    statuses.push((await visitor.submit('/liens/accepter', { code: 'rien' })).status);
  assert.deepEqual(statuses, [422, 422, 422, 429, 429]);
});

test('a code not used within seven days opens nothing', async () => {
  await forgetThrottles();
  const { code, id } = await propose();
  await house.admin.query('update exchange_link set pairing_expires_at = $2 where id = $1', [id, house.clock.now()]);
  assert.equal((await accept(invited, code)).status, 422);
  assert.match((await visit(house.app, admin).get('/liens?vue=a-accepter')).text, /Code expiré/);
});

test('a code never travels in an address', async () => {
  const { code } = await propose();
  const page = await visit(house.app, invited).get(`/liens/accepter?code=${code}`);
  assert.doesNotMatch(page.text, new RegExp(code));
});

test('either side breaks the link at once, both journals and the other side’s administrators are told, and only once', async () => {
  for (const [side, other] of [
    [admin, invited],
    [invited, admin],
  ] as const) {
    const id = await house.world.aLink(admin.organisation, invited.organisation, {
      createdBy: admin.account,
    });
    const sent = await visit(house.app, side).submit(`/liens/${id}/rompre`, {}, { on: `/liens/${id}` });
    assert.equal(sent.status, 303, sent.text.slice(-500));
    assert.equal((await stored(id)).revoked_by, side.account);
    const events = await house.admin.query(
      "select from audit_event where action = 'link.revoked' and subject_id = $1",
      [id],
    );
    assert.equal(events.rowCount, 2);
    assert.match((await visit(house.app, other).get(`/liens/${id}`)).text, /A rompu un lien d’échange/);
    const told = await house.admin.query("select from outbox where template = 'link-revoked' and account_id = $1", [
      other.account,
    ]);
    assert.equal(told.rowCount, 1);
    const again = await visit(house.app, other).submit(`/liens/${id}/rompre`, {}, { on: '/liens/nouveau' });
    assert.equal(again.status, 409);
  }
});

test('who does not administer is told so; a stranger finds nothing', async () => {
  const id = await house.world.aLink(admin.organisation, invited.organisation, { createdBy: admin.account });
  assert.equal((await visit(house.app, clerk).get('/liens')).status, 403);
  const stranger = visit(house.app, outsider);
  assert.equal((await stranger.get(`/liens/${id}`)).status, 404);
  assert.equal((await stranger.submit(`/liens/${id}/rompre`, {}, { on: '/liens/nouveau' })).status, 404);
  assert.equal((await stranger.submit(`/liens/${id}/nouveau-code`, {}, { on: '/liens/nouveau' })).status, 404);
  assert.equal((await stored(id)).revoked_at, null);
});

test('a place in the list that nobody of ours wrote is as good as absent; the tabs and sorts answer', async () => {
  const visitor = visit(house.app, admin);
  for (const place of [
    ['a', 'abc'],
    ['', crypto.randomUUID()],
    ['2026-13-45', crypto.randomUUID()],
    ['0000-01-01', crypto.randomUUID()],
  ]) {
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    for (const query of [
      `apres=${cursor}`,
      `avant=${cursor}&tri=-validFrom`,
      `apres=${cursor}&tri=purpose&vue=termines`,
    ]) {
      assert.equal((await visitor.get(`/liens?${query}`)).status, 200, query);
    }
  }
});

test('past fifty links, the next page goes on where the first one ended', async () => {
  const { world } = house;
  const many = await world.aMember(await world.anOrganisation('buyer'), 'buyer.admin');
  for (let rank = 0; rank < 53; rank += 1) {
    const day = `2027-${String(1 + (rank % 3)).padStart(2, '0')}-01`;
    await world.aLink(many.organisation, invited.organisation, { createdBy: many.account, validUntil: day });
  }
  const visitor = visit(house.app, many);
  const idsOf = (text: string) => [...text.matchAll(/href="\/liens\/([0-9a-f-]{36})"/g)].map(([, id]) => id);
  const first = await visitor.get('/liens');
  const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await visitor.get(next);
  assert.deepEqual([idsOf(first.text).length, idsOf(second.text).length], [50, 3]);
  assert.equal(new Set([...idsOf(first.text), ...idsOf(second.text)]).size, 53);
});

test('both chains of the journal hold, and nothing failed unexpectedly', async () => {
  assert.deepEqual(await findChainBreaks(overPool(house.admin)), []);
  assert.deepEqual(house.failures, []);
});

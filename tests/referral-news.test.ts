/** What leaves the house about proposals: letters to referents, their links, and the prescribers nobody outside the team may name. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { visit } from './visitor.ts';
import { createReferralWorld } from './world-referrals.ts';
import type { ReferralWorld } from './world-referrals.ts';
import type { Person } from './world.ts';
import { mailJobs } from '#features/mails/jobs.ts';
import { referralJobs } from '#features/referrals/jobs.ts';

let house: TestHouse;
let build: ReferralWorld;
let facilitator: Person;
let prescriber: Person;
let other: Person;

before(async () => {
  house = await testHouse();
  build = createReferralWorld(house);
  ({ facilitator, prescriber, other } = await build.aTerritory());
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const both = () => ({ holder: facilitator.organisation, prescriber: prescriber.organisation });

async function send(id: string, step: string, fields: Record<string, string> = {}) {
  const path = `/orientations/${id}`;
  return visit(house.app, facilitator).submit(`${path}/${step}`, fields, { on: path });
}

test('a sensitive prescriber is named to the team alone: neither to the clerk, the steering, the journal nor the API', async () => {
  const secret = 'Service ZZTILLEULS';
  const service = await house.world.anOrganisation('prescriber', { name: secret });
  await build.aPartner(facilitator.organisation, service, { kind: 'SPIP' });
  const referent = await build.aReferent(service, { addedBy: facilitator.organisation, email: 'x@zztilleuls.example' });
  const { id, person } = await build.aReferral(
    { ...both(), prescriber: service },
    { family: 'Discrète', referent, eligible: true },
  );
  await build.aProfile(facilitator.organisation, person);
  assert.match((await visit(house.app, facilitator).get(`/orientations/${id}`)).text, /ZZTILLEULS/);
  assert.equal((await send(id, 'accepter')).status, 303);
  await run('referral.tell');
  await run('mail.deliver');
  const organisation = facilitator.organisation;
  const outside = [
    await house.world.aMember(organisation, 'facilitator.clerk', { administers: true }),
    await house.world.aMember(organisation, 'facilitator.steering', { administers: true }),
    await house.world.aMember(organisation, 'control.dpo', { administers: true }),
    other,
  ];
  const doors = [
    '/',
    '/personnes',
    `/personnes/${person}`,
    '/orientations',
    `/orientations/${id}`,
    '/prescripteurs',
    '/vivier',
    '/plateformes',
    '/doublons',
    `/personnes/${person}/prescripteurs`,
    '/organisation/courriels',
    '/organisation/journal',
    '/recherche?q=zztilleuls',
    '/recherche.json?q=zztilleuls',
    '/contacts',
    '/liens',
  ];
  for (const who of outside) {
    for (const door of doors) {
      const { text } = await visit(house.app, who).get(door);
      assert.doesNotMatch(
        text.replaceAll(/value="[^"]*"|<title>[^<]*/gu, ''),
        /ZZTILLEULS|zztilleuls\.example|SPIP/,
        door,
      );
    }
  }
  const journal = await house.admin.query('select entry from audit_event where organisation_id = $1', [organisation]);
  for (const { entry } of journal.rows) assert.doesNotMatch(entry, /ZZTILLEULS|zztilleuls|SPIP/);
  const key = await house.world.aPartnerKey(organisation, facilitator.account, [
    'markets:read',
    'organisation:read',
    'contacts:read',
  ]);
  for (const path of ['/api/v1/organisation', '/api/v1/contacts', '/api/v1/markets']) {
    const answer = await house.app.request(`http://localhost:3000${path}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    assert.doesNotMatch(await answer.text(), /ZZTILLEULS|SPIP/, path);
  }
});

async function run(name: string): Promise<void> {
  const job = [...referralJobs, ...mailJobs].find((one) => one.name === name);
  assert.ok(job);
  await runJob(house.house, job);
}

async function letters(recipient: string) {
  const found = await house.admin.query(
    "select organisation_id, template, kept_body from outbox where recipient = $1 and template like 'referral%' order by created_at",
    [recipient],
  );
  return found.rows;
}

test('each referent gets one letter a day, with initials and a link, and it belongs to her own house', async () => {
  const account = await build.aReferent(prescriber.organisation, { account: prescriber.account });
  const ids = [];
  for (const family of ['Zwei', 'Yankee']) {
    ids.push(await build.aReferral(both(), { family, given: 'Awa', referent: account }));
  }
  const written = await build.aReferent(other.organisation, {
    addedBy: facilitator.organisation,
    email: 'sans.compte@exemple.test',
  });
  const third = await build.aReferral(
    { ...both(), prescriber: other.organisation },
    { family: 'Xavier', given: 'Bo', referent: written },
  );
  for (const { id } of [...ids, third]) await send(id, 'rencontrer');
  await run('referral.tell');
  await run('referral.tell');
  await run('mail.deliver');
  const [mine, ...more] = await letters(prescriber.email);
  assert.deepEqual(more, []);
  assert.equal(mine.organisation_id, prescriber.organisation);
  assert.match(mine.kept_body, /A\.\u00A0Z\./);
  assert.match(mine.kept_body, /A\.\u00A0Y\./);
  assert.doesNotMatch(mine.kept_body, /Zwei|Yankee|Awa|rencontr/i);
  const [linked] = await letters('sans.compte@exemple.test');
  assert.equal(linked.template, 'referral-news-link');
  const link = /http:\/\/localhost:3000(\/suivi-candidats\/[\w-]+)/u.exec(linked.kept_body)?.[1] ?? '';
  const page = await visit(house.app).get(link);
  assert.equal(page.status, 200);
  assert.match(page.text, /Xavier Bo/);
  assert.doesNotMatch(page.text, /Zwei|Yankee|Commune/);
  house.clock.walk(31 * 86_400_000);
  const dead = await visit(house.app).get(link);
  assert.match(String(dead.location), /nouveau-lien/);
  const repair = String(dead.location);
  assert.equal((await visit(house.app).submit(repair, {})).status, 303);
  assert.equal((await letters('sans.compte@exemple.test')).at(-1).template, 'referral-link');
  const unknown = await visit(house.app).submit(`/suivi-candidats/nouveau-lien/${'x'.repeat(43)}`, {});
  assert.equal(unknown.status, 303, 'the same answer whoever asks');
});

/** Noter une visite sur un téléphone de 360 pixels : avec réseau, sans réseau, sans JavaScript ; rien n’est perdu ni reçu deux fois. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, consoleErrors, cspViolations, openPage, overflowAt320 } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

const nadia = 'nadia.berthelot@relais.example';

let desk: OpenDesk;
let visit: string;
let name: string;

before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

/** One visit of today, hers, on the top of the list. */
beforeEach(async () => {
  const { admin } = desk.fresh;
  await admin.query(
    'delete from visit_note where visit_id in (select id from visit where due_on >= current_date - 30)',
  );
  await admin.query('delete from visit where due_on >= current_date - 30');
  const found = await admin.query(
    `insert into visit (holder_id, person_id, contract_id, kind, wanted_on, due_on, account_id)
     select c.holder_id, c.person_id, c.id, 'by-hand', paris_today(), paris_today(), a.id
     from employment_contract c, account a where a.email = $1 and c.state <> 'ended'
       and c.holder_id = (select m.organisation_id from membership m where m.account_id = a.id and m.position = 'facilitator.admin')
     order by c.id limit 1 returning id, (select p.given_name || ' ' || left(p.family_name, 1) || '.' from person p where p.id = person_id) as name`,
    [nadia],
  );
  ({ id: visit, name } = found.rows[0]);
});

async function kept() {
  const found = await desk.fresh.admin.query(
    `select v.state, v.signal, count(n.id)::int as notes, min(n.words) as words from visit v
     left join visit_note n on n.visit_id = v.id where v.id = $1 group by v.id`,
    [visit],
  );
  return found.rows[0];
}

async function phone(more: { javascript?: boolean } = {}): Promise<Page> {
  const page = await openPage({ baseURL: desk.base, width: 360, height: 740, touch: true, ...more });
  await signIn(page, nadia);
  return page;
}

/** The page, and the worker that will answer for it. */
async function openField(page: Page): Promise<void> {
  await page.goto('/visites/terrain');
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
  await page.waitForFunction(async () => (await (await caches.open('visites-du-jour')).keys()).length > 0);
}

test('avec réseau : trois gestes depuis l’accueil, moins de quarante secondes', async () => {
  const page = await phone();
  await page.goto('/');
  const started = performance.now();
  await page.getByRole('link', { name: /^Noter/ }).tap();
  await page.getByText('À surveiller', { exact: true }).first().tap();
  await page.getByRole('button', { name: 'Enregistrer la note' }).first().tap();
  await page.getByText('Visite notée.').waitFor();
  assert.ok(performance.now() - started < 40_000);
  assert.deepEqual(await kept(), { state: 'done', signal: 'watch', notes: 1, words: '' });
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual([...cspViolations(page), ...consoleErrors(page)], []);
  await page.context().close();
});

test('la page du jour : accessible, sans débordement, et rien de plus que le prénom et l’initiale', async () => {
  const page = await phone();
  await openField(page);
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual(await overflowAt320(page), []);
  const cached = await page.evaluate(async () => {
    const answer = await (await caches.open('visites-du-jour')).match('/visites/terrain');
    return (await answer?.text()) ?? '';
  });
  const found = await desk.fresh.admin.query(
    'select family_name, email, phone from person where id = (select person_id from visit where id = $1)',
    [visit],
  );
  const { family_name: family, email, phone: mobile } = found.rows[0];
  for (const secret of [family, email, mobile].filter((one) => one !== '')) assert.ok(!cached.includes(secret));
  const stored = await page.evaluate(async () => (await caches.keys()).sort());
  assert.equal(stored.length, 2, stored.join());
  await page.context().close();
});

test('hors réseau : la page s’ouvre, la note attend et le dit, puis arrive une seule fois', async () => {
  const page = await phone();
  await openField(page);
  await page.context().setOffline(true);
  await page.goto('/visites/terrain');
  await page.getByText(name, { exact: true }).waitFor();
  await page.getByText('Difficulté', { exact: true }).first().tap();
  await page.getByLabel('Note', { exact: false }).first().fill('Pas de réseau sur le chantier.');
  await page.getByRole('button', { name: 'Enregistrer la note' }).first().tap();
  await page.getByRole('heading', { name: `${name}\u00A0: en attente d’envoi` }).waitFor();
  assert.equal((await kept()).notes, 0);
  await page.goto('/visites');
  await page.getByRole('heading', { name: `${name}\u00A0: en attente d’envoi` }).waitFor();
  await page.context().setOffline(false);
  await page.getByText('Notées aujourd’hui').waitFor();
  assert.equal(await page.getByRole('heading', { name: /en attente d’envoi/ }).count(), 0);
  assert.deepEqual(await kept(), {
    state: 'done',
    signal: 'difficulty',
    notes: 1,
    words: 'Pas de réseau sur le chantier.',
  });
  await page.reload();
  await page.getByText('Notées aujourd’hui').waitFor();
  assert.equal((await kept()).notes, 1);
  await page.context().close();
});

test('changée entre-temps : la note arrive, les deux versions sont montrées', async () => {
  const page = await phone();
  await openField(page);
  await page.context().setOffline(true);
  await page.getByLabel('Note', { exact: false }).first().fill('Ma version');
  await page.getByRole('button', { name: 'Enregistrer la note' }).first().tap();
  await page.getByRole('heading', { name: /en attente d’envoi/ }).waitFor();
  await desk.fresh.admin.query(
    "update visit set state = 'absent', done_on = due_on, version = version + 1 where id = $1",
    [visit],
  );
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Comparer les deux versions' }).tap();
  await page.getByText('Aujourd’hui dans Guichet').waitFor();
  await page.getByRole('cell', { name: 'Ma version' }).waitFor();
  await page.getByRole('button', { name: 'Garder cette note' }).tap();
  await page.getByText('Note départagée.').waitFor();
  assert.deepEqual(await kept(), { state: 'done', signal: 'well', notes: 1, words: 'Ma version' });
  await page.context().close();
});

test('session finie au retour du réseau : la note attend la connexion, puis part', async () => {
  const page = await phone();
  await openField(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Enregistrer la note' }).first().tap();
  await page.getByRole('heading', { name: /en attente d’envoi/ }).waitFor();
  await desk.fresh.admin.query('update session set revoked_at = now() where revoked_at is null');
  await page.context().setOffline(false);
  await page.waitForTimeout(500);
  assert.equal((await kept()).notes, 0);
  await signIn(page, nadia);
  await page.goto('/visites/terrain');
  await page.getByText('Notées aujourd’hui').waitFor();
  assert.equal((await kept()).notes, 1);
  await page.context().close();
});

test('se déconnecter prévient des notes qui attendent, puis efface tout de ce téléphone', async () => {
  const page = await phone();
  await openField(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Enregistrer la note' }).first().tap();
  await page.getByRole('heading', { name: /en attente d’envoi/ }).waitFor();
  await page.route('**/noter', (route) => route.abort());
  await page.context().setOffline(false);
  await page.goto('/compte');
  const said: string[] = [];
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void (said.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  const leave = async () => {
    await page.locator('[popovertarget="menu-compte"]').tap();
    await page.getByRole('button', { name: 'Se déconnecter' }).tap();
  };
  await leave();
  assert.match(said[0] ?? '', /Une note de visite n’est pas partie/);
  assert.equal(new URL(page.url()).pathname, '/compte');
  await page.keyboard.press('Escape');
  await leave();
  await page.waitForURL('**/deconnexion/retour');
  const left = await page.evaluate(async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    bases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(left, { caches: 0, workers: 0, bases: 0 });
  await page.context().close();
});

test('sans JavaScript : un formulaire ordinaire', async () => {
  const page = await phone({ javascript: false });
  await page.goto('/visites/terrain');
  await page.getByText('Personne absente', { exact: true }).first().tap();
  await page.getByRole('button', { name: 'Enregistrer la note' }).first().tap();
  await page.getByText('Visite notée.').waitFor();
  assert.equal((await kept()).state, 'absent');
  await page.context().close();
});

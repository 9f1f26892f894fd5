/** Proposals by file: ready, already proposed or to fix with the reason; fixed in place; sent in one go; never twice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let facilitator: Person;
let prescriber: Person;

const head =
  'Nom;Prénom;Date de naissance;Commune;Téléphone;Adresse électronique;Critères;Métier souhaité;Disponible le\n';
const door = '/candidats/importer';

before(async () => {
  house = await testHouse();
  ({ facilitator, prescriber } = await createReferralWorld(house).aTerritory());
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function upload(content: string | Uint8Array<ArrayBuffer>): Promise<{ status: number; text: string }> {
  const key = hiddenKey((await visit(house.app, prescriber).get(door)).text);
  const body = new FormData();
  body.set('cle', key);
  body.set('file', new File([content], 'candidats.csv', { type: 'text/csv' }));
  const response = await house.app.request(`http://localhost:3000${door}`, {
    method: 'POST',
    headers: { cookie: `guichet=${prescriber.session}`, origin: 'http://localhost:3000' },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** What the browser would send back: every field of the page with its value. */
function fieldsOf(text: string): Record<string, string> {
  const fields: Record<string, string> = { holderId: facilitator.organisation, informed: 'oui' };
  for (const [tag] of text.matchAll(/<input[^>]*name="l\d+-[^>]*>/gu)) {
    const name = /name="([^"]+)"/u.exec(tag)?.[1] ?? '';
    if (!tag.includes('type="checkbox"'))
      fields[name] = (/value="([^"]*)"/u.exec(tag)?.[1] ?? '').replaceAll('&#39;', '’');
  }
  return fields;
}

function sendLines(fields: Record<string, string>, text: string) {
  return visit(house.app, prescriber).submit(`${door}/lignes`, fields, { key: hiddenKey(text) });
}

async function count(): Promise<number> {
  return (await house.admin.query('select from referral')).rowCount ?? 0;
}

test('the model holds the columns and opens in a French spreadsheet', async () => {
  const { status, text, headers } = await visit(house.app, prescriber).get('/candidats/modele.csv');
  assert.equal(status, 200);
  assert.match(String(headers.get('content-type')), /text\/csv/);
  assert.ok(text.includes('Nom;Prénom;Date de naissance'));
});

test('each line is ready, already proposed or to fix; nothing is written before all is right', async () => {
  const read = await upload(
    `${head}Sarr;Awa;12/04/1990;Nantes;02 61 91 50 01;;RSA, QPV;F1703;\nSarr;Awa;12/04/1990;;;;RSA;;\nTouré;Ali;32/13/1990;;;;TH;astronaute;\n;Sans;;;;;RSA;;\n`,
  );
  assert.equal(read.status, 200, read.text);
  assert.match(read.text, /1\u00A0ligne prête, 2 à corriger, 1\u00A0déjà proposée\./);
  assert.match(read.text, /Indiquez la date de naissance/);
  assert.match(read.text, /Ce critère n’est pas de la liste/);
  assert.match(read.text, /Ce métier n’est pas reconnu/);
  assert.equal(await count(), 0);
  const fields = fieldsOf(read.text);
  const refused = await sendLines(fields, read.text);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Il reste des lignes à corriger/);
  assert.equal(await count(), 0);
  const fixed = {
    ...fields,
    'l2-birthDate': '03/02/1990',
    'l2-claims': 'DELD',
    'l2-wishCode': 'Maçonnerie',
    'l3-retirer': 'oui',
  };
  const sent = await sendLines(fixed, refused.text);
  assert.equal(sent.status, 303, sent.text);
  assert.equal(await count(), 2);
  const found = await house.admin.query("select wish_code, source from referral where family_name = 'Touré'");
  assert.deepEqual(found.rows, [{ wish_code: 'F1703', source: 'file' }]);
});

test('the same file again doubles nobody', async () => {
  const was = await count();
  const read = await upload(`${head}SARR;awa;12/04/1990;;;;RSA;;\nToure;Ali;03/02/1990;;;;RSA;;\n`);
  assert.match(read.text, /0\u00A0ligne prête, 0 à corriger, 2\u00A0déjà proposées/);
  const sent = await sendLines(fieldsOf(read.text), read.text);
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Toutes sont déjà proposées/);
  assert.equal(await count(), was);
});

test('a file of an older spreadsheet is read with its accents', async () => {
  const bytes = Uint8Array.from(
    [...`${head}Lef\u00e8vre;Ana\u00efs;;;;;RSA;;\n`].map((sign) => sign.codePointAt(0) ?? 63),
  );
  assert.match((await upload(bytes)).text, /Lefèvre Anaïs/);
});

for (const [what, content, says] of [
  ['without our columns', 'a;b\n1;2\n', /n’a pas les colonnes/],
  ['without a line', head, /ne contient aucune personne/],
  ['that is no text', new Uint8Array([80, 75, 3, 4, 0, 0]), /n’est pas du texte/],
  ['too long', `${head}${'A;B;;;;;RSA;;\n'.repeat(201)}`, /trop de lignes/],
] as const) {
  test(`a file ${what} is refused with what to do`, async () => {
    const read = await upload(content);
    assert.equal(read.status, 422);
    assert.match(read.text, says);
  });
}

test('a social security number in a cell is refused there', async () => {
  const read = await upload(`${head}2 84 05 75 123 456 12;Awa;;;;;RSA;;\n`);
  assert.match(read.text, /sécurité sociale/);
});

test('rubbish in the lines is refused, never an incident', async () => {
  for (const fields of [
    {},
    { holderId: 'x' },
    { holderId: facilitator.organisation, informed: 'oui', 'l0-familyName': '' },
  ]) {
    const sent = await visit(house.app, prescriber).submit(`${door}/lignes`, fields, { on: door });
    assert.equal(sent.status, 422);
  }
});

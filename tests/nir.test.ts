/** No social security number enters by any door, in any writing; what only looks alike enters everywhere. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { cleanFileName } from '#domain/file-content.ts';
import { refuseNir } from '#http/nir.ts';
import { line, optionalLine, optionalText, text } from '#http/shapes.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { nirShapes, numbersFrom } from './nir-numbers.ts';
import { visit } from './visitor.ts';
import type { Person } from './world.ts';

let house: TestHouse;
let administrator: Person;
let key: string;

before(async () => {
  house = await testHouse();
  administrator = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.admin');
  key = await house.world.aPartnerKey(administrator.organisation, administrator.account, [
    'contacts:read',
    'contacts:write',
  ]);
});

after(() => house.close());

/** The fields a feature may use, and the ways a value may be carried. */
const doors: Record<string, (typed: string) => boolean> = {
  line: (typed) => accepts(line({ says: 'x' }), typed),
  'optional line': (typed) => accepts(optionalLine(), typed),
  'optional text': (typed) => accepts(optionalText(), typed),
  text: (typed) => accepts(text({ says: 'x' }), typed),
  'a field of any shape': (typed) => refuseNir({ note: typed }).length === 0,
  'a list': (typed) => refuseNir({ notes: ['ras', typed] }).length === 0,
  'a nested value': (typed) => refuseNir({ people: [{ name: 'x', remarks: { free: [typed] } }] }).length === 0,
  'the name of a value': (typed) => refuseNir({ people: [{ [typed]: 'x' }] }).length === 0,
  'the name of a file sent': (typed) => refuseNir({ file: new File(['%PDF-'], `${typed}.pdf`) }).length === 0,
};

test('a thousand numbers, each in thirty shapes, are refused at every door', () => {
  assert.ok(nirShapes.length >= 30);
  const { nir } = numbersFrom(20_261_128);
  const entered: string[] = [];
  for (let count = 0; count < 1000; count += 1) {
    const fields = nir();
    const shape = nirShapes[count % nirShapes.length];
    assert.ok(shape);
    for (const written of [shape(fields), ...(count < 40 ? nirShapes.map((each) => each(fields)) : [])]) {
      for (const [door, open] of Object.entries(doors)) if (open(written)) entered.push(`${door}: ${written}`);
    }
    for (const each of nirShapes) if (refuseNir({ note: each(fields) }).length === 0) entered.push(each(fields));
  }
  assert.deepEqual(entered.slice(0, 5), []);
});

test('a thousand look-alikes are accepted at every door', () => {
  const { lookAlikes } = numbersFrom(7);
  const refused: string[] = [];
  for (let count = 0; count < 1000; count += 1) {
    const make = lookAlikes[count % lookAlikes.length];
    assert.ok(make);
    const written = make();
    for (const [door, open] of Object.entries(doors)) if (!open(written)) refused.push(`${door}: ${written}`);
  }
  assert.deepEqual(refused.slice(0, 5), []);
});

test('names of files: the kept name refuses it too', () => {
  const { nir, lookAlikes } = numbersFrom(3);
  const type = { mediaType: 'application/pdf', extension: 'pdf' };
  for (let count = 0; count < 200; count += 1) {
    const written = nirShapes[count % nirShapes.length]?.(nir()) ?? '';
    if (!written.includes('/')) assert.equal(cleanFileName(`${written}.pdf`, type).ok, false, written);
    const other = (lookAlikes[count % lookAlikes.length]?.() ?? '').replaceAll('/', '-');
    assert.equal(cleanFileName(`${other}.pdf`, type).ok, true, other);
  }
});

test('through a form and through the API, with a sentence beside the field and nothing written', async () => {
  const { nir, lookAlikes } = numbersFrom(11);
  const nadia = visit(house.app, administrator);
  const fields = { purpose: 'general', phone: '', email: 'accueil@exemple.test' };
  for (const field of ['label', 'internalNote', 'email', 'phone']) {
    const number = nir().join(field === 'email' ? '' : ' ');
    const typed = field === 'email' ? `${number}@exemple.test` : number;
    const sent = await nadia.submit('/contacts/nouveau', {
      label: 'Accueil',
      internalNote: '',
      ...fields,
      [field]: typed,
    });
    assert.equal(sent.status, 422, field);
    assert.match(sent.text, /Retirez le numéro de sécurité sociale/u, field);
  }
  const called = await house.app.request('http://localhost:3000/api/v1/contacts', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': 'nir-0001' },
    body: JSON.stringify({
      label: 'Accueil',
      purpose: 'general',
      email: 'a@exemple.test',
      internalNote: nir().join(' '),
    }),
  });
  const problem: { code?: string; errors?: unknown } = await called.json();
  assert.deepEqual([called.status, problem.code], [422, 'nir-refused']);
  assert.match(JSON.stringify(problem.errors), /internalNote/u);
  assert.equal((await house.admin.query('select from contact')).rowCount, 0);
  const fine = await nadia.submit('/contacts/nouveau', {
    label: `Accueil ${lookAlikes[1]?.()}`,
    internalNote: '',
    ...fields,
  });
  assert.equal(fine.status, 303, fine.text);
});

test('a list kept with such a number in its search is refused', async () => {
  const { nir } = numbersFrom(5);
  const sent = await visit(house.app, administrator).submit(
    '/vues',
    { nom: 'Suivi', adresse: `/personnes?q=${nir().join('+')}` },
    { on: '/contacts' },
  );
  assert.notEqual(sent.status, 303);
  assert.equal((await house.admin.query('select from saved_view')).rowCount, 0);
});

function accepts(shape: z.ZodType, typed: string): boolean {
  return z.object({ field: shape }).safeParse({ field: typed }).success;
}

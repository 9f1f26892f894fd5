/** Every action that the product writes in the journal has its French sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, sources } from '#tests/architecture/source-tree.ts';
import { actionSentence, auditActions } from './audit-actions.ts';
import { changesBetween } from './audit-changes.ts';
import { familyOf } from './audit-families.ts';

/** `action: 'family.verb'`: the point tells a code of the journal from other actions. */
const written = sources('src')
  .filter(({ file }) => !isTest(file) && !file.startsWith('src/domain/'))
  .flatMap(({ file, text }) =>
    [
      ...text.matchAll(/\baction: (?:'([a-z-]+\.[a-z-]+)'|[^'\n]*\? '([a-z-]+\.[a-z-]+)' : '([a-z-]+\.[a-z-]+)')/gu),
    ].flatMap(([, ...codes]) => codes.filter((code) => code !== undefined).map((code) => ({ file, code }))),
  );

test('each action written by a story has a sentence and a family', () => {
  assert.ok(written.length > 5, 'the scan finds the stories');
  const mute = written.filter(({ code }) => auditActions[code] === undefined || familyOf(code) === null);
  assert.deepEqual(
    mute.map(({ file, code }) => `${file}: ${code}`),
    [],
    'Add its sentence to src/domain/audit-actions.ts.',
  );
});

test('sentences begin with a verb, carry no full stop and no plain space before a double mark', () => {
  for (const [code, sentence] of Object.entries(auditActions)) {
    assert.match(sentence, /^(?:a|est|s’est|n’a)\s/u, code);
    assert.doesNotMatch(sentence, /\.$| [:;?!»]|« /u, code);
  }
});

test('an action without a sentence is shown by its code', () => {
  assert.match(actionSentence('gone.away'), /gone\.away/u);
  assert.match(actionSentence('constructor'), /constructor/u);
});

test('only what changed is shown, in words', () => {
  const changes = changesBetween({
    before: { label: 'Accueil', phone: '', administers: false, same: 1 },
    after: { label: 'Marchés', phone: '', administers: true, same: 1, position: 'buyer.admin' },
  });
  assert.deepEqual(changes, [
    { field: 'Nom', before: 'Accueil', after: 'Marchés' },
    { field: 'Administre l’organisation', before: 'non', after: 'oui' },
    { field: 'Rôle', before: '', after: 'Administration' },
  ]);
});

test('the purpose of a link is its object, the purpose of a contact its use', () => {
  const named = (subject: string) =>
    changesBetween({ subject, before: {}, after: { purpose: 'Voirie' } }).map(({ field }) => field);
  assert.deepEqual(named('exchange-link'), ['Objet']);
  assert.deepEqual(named('contact'), ['Usage']);
});

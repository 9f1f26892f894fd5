/** Where to go next: pages of ours only, however the address is disguised. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localPath, withNext } from './local-path.ts';

test('a page of ours is kept with its query', () => {
  assert.equal(localPath('/contacts?q=a&page=2#haut'), '/contacts?q=a&page=2#haut');
  assert.equal(localPath('/'), '/');
  assert.equal(localPath('/connexions'), '/connexions');
});

test('nothing leads to another site', () => {
  const hostile = [
    '',
    'contacts',
    'https://exemple.test',
    '//exemple.test',
    '///exemple.test',
    '/\\exemple.test',
    '\\\\exemple.test',
    '/\t/exemple.test',
    '/\n/exemple.test',
    'javascript:alert(1)',
    ' /contacts',
    '/.//exemple.test',
    '/a/..//exemple.test',
    '/%2e//exemple.test',
    '/\u0000',
    '/\u202Eabc',
    `/${'a'.repeat(2000)}`,
    null,
    undefined,
  ];
  for (const text of hostile) assert.equal(localPath(text), null, JSON.stringify(text));
});

test('a door never leads to a door', () => {
  for (const path of ['/connexion', '/connexion/code', '/deconnexion', '/mot-de-passe/oublie', '/a/../connexion?x=1']) {
    assert.equal(localPath(path), null, path);
  }
});

test('home needs no mention', () => {
  assert.equal(withNext('/connexion', null), '/connexion');
  assert.equal(withNext('/connexion', '/'), '/connexion');
  assert.equal(withNext('/connexion', '/contacts?q=a'), '/connexion?suite=%2Fcontacts%3Fq%3Da');
});

/** The list is large, folded and refuses what it was built from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonPasswords } from './common-passwords.ts';
import { checkPassword } from './password.ts';
import { foldForSearch } from './text.ts';

test('several thousands of long passwords are listed, all in their folded form', () => {
  const long = [...commonPasswords].filter((key) => key.length >= 15);
  assert.ok(long.length >= 3000, String(long.length));
  for (const key of commonPasswords) assert.equal(foldForSearch(key).replaceAll(' ', ''), key);
});

test('every listed password of the right length is refused, whatever its capitals and the figures after it', () => {
  for (const key of commonPasswords) {
    if (key.length > 100) continue;
    const password = `${key[0]?.toUpperCase() ?? ''}${key.slice(1)}2026!`;
    assert.equal(checkPassword({ password, commonPasswords, contextWords: [] }).ok, false, password);
  }
});

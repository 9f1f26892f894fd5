/** The life of a key, and the scopes it may be given. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkLastDay,
  furthestLastDay,
  keyScopes,
  lastDayOfKey,
  scopeSentence,
  stateOfKey,
  usualLastDay,
} from './partner-key.ts';

const now = new Date('2026-11-18T09:00:00Z');
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const day = 86_400_000;

test('a key is in service, ends soon, is over or revoked', () => {
  assert.equal(stateOfKey({ expiresAt: after(30 * day), revokedAt: null }, now), 'active');
  assert.equal(stateOfKey({ expiresAt: after(30 * day - 1), revokedAt: null }, now), 'ending');
  assert.equal(stateOfKey({ expiresAt: now, revokedAt: null }, now), 'expired');
  assert.equal(stateOfKey({ expiresAt: after(-day), revokedAt: now }, now), 'revoked');
});

test('a key lives a year at most, and never ends before it begins', () => {
  const check = (lastDay: string) => {
    const checked = checkLastDay(lastDay, '2026-11-18');
    return checked.ok ? 'ok' : checked.because;
  };
  assert.equal(check('2026-11-18'), 'ok');
  assert.equal(check('2026-11-17'), 'key-day-past');
  assert.equal(check('2027-11-18'), 'ok');
  assert.equal(check('2027-11-19'), 'key-day-far');
  assert.equal(furthestLastDay('2028-02-29'), '2029-02-28');
  assert.equal(usualLastDay('2026-11-18'), '2027-02-16');
  assert.equal(lastDayOfKey({ expiresAt: new Date('2027-02-16T23:00:00Z') }), '2027-02-16');
});

test('scopes are those of the permission table, each with its sentence', () => {
  assert.ok(keyScopes.length >= 3);
  assert.equal(new Set(keyScopes.map(({ scope }) => scope)).size, keyScopes.length);
  for (const { scope, sentence } of keyScopes) assert.equal(scopeSentence(scope), sentence);
  assert.equal(scopeSentence('gone:away'), 'gone:away');
});

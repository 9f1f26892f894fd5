/** Names of devices: short, recognisable, and never the words of the browser itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceLabel } from './device.ts';

const known: ReadonlyArray<[string, string]> = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox sur Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0',
    'Edge sur Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'Safari sur Mac',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'Safari sur iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome sur Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox sur Linux'],
  ['curl/8.0 (Linux)', 'Navigateur sur Linux'],
];

test('usual browsers are named with their system', () => {
  for (const [userAgent, label] of known) assert.equal(deviceLabel(userAgent), label);
});

test('an unknown or hostile text gives nothing of itself', () => {
  for (const text of [undefined, null, '', '<script>alert(1)</script>', 'x'.repeat(100_000)]) {
    assert.equal(deviceLabel(text), 'Appareil inconnu');
  }
});

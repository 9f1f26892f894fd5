/** The accent colour: what is accepted reads everywhere, in the light and in the dark. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { accentShades, contrast, leastContrast, readAccent } from './contrast.ts';

test('the contrast of known pairs is the one of the standard', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#ffffff', '#ffffff'), 1);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

test('a colour is read as people write it, and refused when it cannot be read on white', () => {
  assert.deepEqual(readAccent(' #0F5257 '), { ok: true, value: '#0f5257' });
  assert.deepEqual(readAccent('036'), { ok: true, value: '#003366' });
  assert.deepEqual(readAccent(''), { ok: true, value: '' });
  assert.deepEqual(readAccent('bleu'), { ok: false, because: 'accent-unreadable' });
  assert.deepEqual(readAccent('#0f5257;}'), { ok: false, because: 'accent-unreadable' });
  assert.deepEqual(readAccent('#777777'), {
    ok: false,
    because: 'accent-contrast',
    details: { ratio: '4,4' },
  });
});

test('every accepted accent reads on every surface of both themes, and what is written on it too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const read = readAccent(`#${number.toString(16).padStart(6, '0')}`);
      if (!read.ok) return;
      const { light, dark } = accentShades(read.value);
      const pairs = [
        ...['#ffffff', '#f7f6f3', '#f0efeb', light.brandWash, light.onBrand].map((other) => [light.brand, other]),
        ...['#12181a', '#1a2224', '#20292b', dark.brandWash, dark.onBrand].map((other) => [dark.brand, other]),
        [light.brandVivid, light.onBrand],
        [dark.brandVivid, dark.onBrand],
        [light.brandVivid, light.brandWash],
        [dark.brandVivid, dark.brandWash],
      ];
      for (const [one = '', other = ''] of pairs) {
        assert.ok(contrast(one, other) >= leastContrast, `${read.value}: ${one} on ${other}`);
      }
    }),
    { numRuns: 2000 },
  );
});

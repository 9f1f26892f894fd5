/** Cleaning and folding of typed text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cleanText, foldForSearch } from './text.ts';

test('what cannot be kept is refused by name, the rest is trimmed and composed', () => {
  const table: [string, boolean, string][] = [
    ['  Hélène ', false, '=Hélène'],
    ['He\u0301le\u0300ne', false, '=Hélène'],
    ['\ufeffBonjour\u00a0', false, '=Bonjour'],
    ['a\nb', false, 'text-control'],
    ['a\nb', true, '=a\nb'],
    ['a\r\nb\u2028c', true, '=a\nb\nc'],
    ['a\rb', true, 'text-control'],
    ['a\tb', true, 'text-control'],
    ['a\0b', true, 'text-nul'],
    ['\0', false, 'text-nul'],
    ['a\u0007', false, 'text-control'],
    ['a\u0085b', false, 'text-control'],
    ['\ud800', false, 'text-broken'],
    ['a\udc00b', true, 'text-broken'],
    ['facture\u202efdp.exe', false, 'text-direction'],
    ['a\u2066b', true, 'text-direction'],
    ['\u200b\u200d', false, '='],
    ['👩‍🔧 soudeuse', false, '=👩‍🔧 soudeuse'],
    ['شركة', false, '=شركة'],
    ['', false, '='],
  ];
  for (const [value, lines, expected] of table) {
    const read = cleanText(value, { lines });
    assert.equal(read.ok ? `=${read.value}` : read.because, expected, JSON.stringify(value));
  }
});

test('length is counted in characters that people see typed, not in bytes', () => {
  assert.equal(cleanText('😀😀😀', { longest: 3 }).ok, true);
  assert.deepEqual(cleanText('abcd', { longest: 3 }), {
    ok: false,
    because: 'text-too-long',
    details: { length: 4, longest: 3 },
  });
});

test('a kept text is well formed, without controls, composed, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (value, lines) => {
      const read = cleanText(value, { lines });
      if (!read.ok) return;
      assert.ok(read.value.isWellFormed());
      assert.equal(read.value, read.value.normalize('NFC'));
      assert.doesNotMatch(read.value.replaceAll('\n', lines ? '' : '\n'), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      assert.deepEqual(cleanText(read.value, { lines }), read);
    }),
    { numRuns: 3000 },
  );
});

test('any text with a control character inside is refused', () => {
  const controls = [...Array(32).keys(), ...Array.from({ length: 33 }, (_, place) => 127 + place)];
  for (const code of controls) {
    assert.equal(cleanText(`a${String.fromCharCode(code)}b`).ok, false, String(code));
    assert.equal(cleanText(`a${String.fromCharCode(code)}b`, { lines: true }).ok, code === 10, String(code));
  }
});

test('spellings that people call the same fold to one text', () => {
  const table: [string, string][] = [
    ['Cœur d’Hérault', "COEUR D'HERAULT"],
    ['Æthelred', 'aethelred'],
    ['Saint-Étienne', 'saint etienne'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['ﬁn', 'fin'],
    ['Straße', 'STRASSE'],
    ['Łódź', 'lodz'],
    ['e\u0301té', 'ÉTÉ'],
    ['a\u00adb', 'ab'],
  ];
  for (const [one, other] of table) assert.equal(foldForSearch(one), foldForSearch(other), one);
  assert.notEqual(foldForSearch('Lot 1'), foldForSearch('Lot 11'));
  assert.equal(foldForSearch(' --- '), '');
});

test('folding twice is folding once, and composition does not matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const folded = foldForSearch(value);
      assert.equal(foldForSearch(folded), folded);
      assert.equal(foldForSearch(value.normalize('NFD')), foldForSearch(value.normalize('NFC')));
    }),
    { numRuns: 2000 },
  );
});

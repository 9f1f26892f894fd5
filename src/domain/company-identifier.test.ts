/** The seven identifier types of the DECP schema. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { identifierTypes, isVatNumber, readIdentifier } from './company-identifier.ts';
import { fictitiousSiren, fictitiousSiret } from './siret.ts';

test('each type accepts its own shape and says what is wrong with another', () => {
  const table: [string, string, string][] = [
    ['SIRET', fictitiousSiret(1), `=${fictitiousSiret(1)}`],
    ['siret', '123', 'siret-length'],
    ['TVA', 'FR 42 999 000 003', '=FR42999000003'],
    ['TVA', 'FR41999000003', 'identifier-format'],
    ['TVA', 'FRXX999000003', '=FRXX999000003'],
    ['TVA', 'FRXX999000004', 'identifier-format'],
    ['TVA', 'BE0123456789', '=BE0123456789'],
    ['TVA', 'US123456789', 'identifier-format'],
    ['TAHITI', 'a12345', '=A12345'],
    ['TAHITI', '123456-001', '=123456001'],
    ['TAHITI', 'AB1234', 'identifier-format'],
    ['RIDET', '0 123 456.001', '=0123456001'],
    ['RIDET', '12345', 'identifier-format'],
    ['FRWF', 'frwf Atelier Éxempl', 'identifier-format'],
    ['FRWF', 'FRWFAtelier Éxempl', '=FRWFATELIER EXEMPL'],
    ['IREP', '0123456789', '=0123456789'],
    ['IREP', '1', 'identifier-format'],
    ['HORS-UE', 'CHAtelier Exemple', '=CHATELIER EXEMPLE'],
    ['HORS UE', 'CHAtelier Exemple', '=CHATELIER EXEMPLE'],
    ['HORS-UE', 'CHAtelier Exemple trop long', 'identifier-format'],
    ['HORS-UE', '', 'identifier-missing'],
    ['RCS', '123456789', 'identifier-type'],
  ];
  for (const [type, value, expected] of table) {
    const read = readIdentifier({ type, value });
    assert.equal(read.ok ? `=${read.value.value}` : read.because, expected, `${type} ${value}`);
  }
});

test('a French VAT number is right for one key of figures only', () => {
  fc.assert(
    fc.property(fc.nat(99_999), (rank) => {
      const siren = fictitiousSiren(rank);
      const keys = Array.from({ length: 100 }, (_, key) => String(key).padStart(2, '0'));
      assert.equal(keys.filter((key) => isVatNumber(`FR${key}${siren}`)).length, 1);
    }),
  );
});

test('what was read once reads again the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...identifierTypes), fc.string({ maxLength: 20 }), (type, value) => {
      const read = readIdentifier({ type, value });
      if (read.ok) assert.deepEqual(readIdentifier(read.value), read);
    }),
    { numRuns: 2000 },
  );
});

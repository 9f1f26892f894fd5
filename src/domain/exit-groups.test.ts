/** The groups of exits, at each of their borders (domain.md §7.4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExitCode, ExitGroup } from './exit-groups.ts';
import {
  exitCodes,
  exitGroup,
  exitSituations,
  fixedTermCode,
  isDynamic,
  isShortStay,
  toldCodes,
} from './exit-groups.ts';

const long = { from: '2026-01-01', until: '2026-12-31' };

for (const [group, codes] of [
  ['lasting', ['cdi', 'cdi-aided', 'fixed-term-long', 'business', 'public-service']],
  ['transition', ['fixed-term-short', 'aided-contract']],
  ['positive', ['training', 'inclusion', 'retirement']],
  ['other', ['searching', 'inactive', 'unknown']],
  ['neutral', ['neutralised']],
  ['not-reached', ['not-reached']],
] as const satisfies readonly (readonly [ExitGroup, readonly ExitCode[]])[]) {
  test(`§7.4 ${group} : ${codes.join(', ')}`, () => {
    assert.deepEqual(
      exitCodes.filter((code) => exitSituations[code].group === group),
      exitCodes.filter((code) => (codes as readonly ExitCode[]).includes(code)),
    );
  });
}

for (const [from, until, expected] of [
  ['2026-01-01', '2026-06-29', 'fixed-term-short'],
  ['2026-01-01', '2026-06-30', 'fixed-term-long'],
  ['2026-01-01', '2026-07-01', 'fixed-term-long'],
  ['2026-08-31', '2027-02-27', 'fixed-term-long'],
  ['2026-08-31', '2027-02-26', 'fixed-term-short'],
  ['2026-03-15', '2026-09-13', 'fixed-term-short'],
  ['2026-03-15', '2026-09-14', 'fixed-term-long'],
] as const) {
  test(`§7.4 un CDD du ${from} au ${until} : ${expected === 'fixed-term-long' ? 'durable' : 'transition'}`, () => {
    assert.equal(fixedTermCode({ from, until }), expected);
  });
}

for (const [until, expected] of [
  ['2026-03-30', true],
  ['2026-03-31', false],
  ['2026-04-01', false],
] as const) {
  test(`§7.4 un séjour du 01/01/2026 au ${until} ${expected ? 'est' : 'n’est pas'} neutralisé`, () => {
    assert.equal(isShortStay({ from: '2026-01-01', until }), expected);
    assert.equal(exitGroup('cdi', { from: '2026-01-01', until }), expected ? 'neutral' : 'lasting');
  });
}

test('« non joint » reste à part des autres situations, même après un séjour court', () => {
  assert.equal(exitGroup('not-reached', long), 'not-reached');
  assert.equal(exitGroup('not-reached', { from: '2026-01-01', until: '2026-01-10' }), 'not-reached');
  assert.equal(exitGroup('unknown', long), 'other');
  assert.equal(exitGroup('cdi', null), 'lasting');
});

test('trois groupes sont dynamiques', () => {
  assert.deepEqual(
    (['lasting', 'transition', 'positive', 'other', 'neutral', 'not-reached'] as const).filter(isDynamic),
    ['lasting', 'transition', 'positive'],
  );
});

test('la personne ne peut ni se dire non jointe ni neutralisée', () => {
  assert.ok(toldCodes.length >= 6);
  for (const code of ['not-reached', 'neutralised', 'unknown'] as const) assert.ok(!toldCodes.includes(code));
});

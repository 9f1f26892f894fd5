/** The catalogue of warnings: stable codes, correct French, details in place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursWarningCodes, isHoursWarning, warningSentence } from './hours-warnings.ts';
import { isRefusalCode } from './refusals.ts';

test('each warning has one whole, distinct, well spaced sentence and a code no refusal bears', () => {
  const seen = new Set<string>();
  for (const code of hoursWarningCodes) {
    const sentence = warningSentence({ code });
    assert.match(code, /^[a-z]+(?:-[a-z]+)*$/u);
    assert.match(sentence, /^[A-ZÀÉÊ][^{}~]*\.$/u, code);
    assert.ok(sentence.length <= 130, `${code} ${sentence.length}`);
    assert.doesNotMatch(sentence, /[^\u00a0][:;!?%€»]|«[^\u00a0]|['"]|  /u, code);
    assert.equal(isRefusalCode(code), false, code);
    seen.add(sentence);
  }
  assert.equal(seen.size, hoursWarningCodes.length);
});

test('details take their place, and nothing else is a warning', () => {
  assert.equal(
    warningSentence({ code: 'outside-window', details: { until: '28 février 2027' } }),
    'La période d’éligibilité s’arrête le 28 février 2027. Les heures suivantes ne comptent pas.',
  );
  assert.match(warningSentence({ code: 'partly-outside-contract', details: { days: 12 } }), /que 12\u00a0jours/u);
  assert.deepEqual([isHoursWarning('month-high'), isHoursWarning('toString')], [true, false]);
});

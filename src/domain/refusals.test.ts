/** The catalogue of refusals: stable codes, correct French, nothing left in braces. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IdentifierRefusal } from './company-identifier.ts';
import type { DayRefusal } from './day.ts';
import type { EmailRefusal } from './email-address.ts';
import type { MinutesRefusal } from './minutes.ts';
import type { MoneyRefusal } from './money.ts';
import type { MonthRefusal } from './month.ts';
import type { PasswordFault } from './password.ts';
import type { PhoneRefusal } from './phone.ts';
import type { RefusalCode } from './refusals.ts';
import { isRefusalCode, refusals, sentenceFor } from './refusals.ts';
import type { TextRefusal } from './text.ts';
import type { ApprovalRefusal } from './two-person.ts';

type Values =
  | IdentifierRefusal
  | DayRefusal
  | EmailRefusal
  | MinutesRefusal
  | MoneyRefusal
  | MonthRefusal
  | PhoneRefusal;
type Rules = PasswordFault | TextRefusal | ApprovalRefusal;

/** Compiles only while every reason a value or a rule can give is in the catalogue. */
function sentenceOf(because: Values | Rules): string {
  const code: RefusalCode = because;
  return refusals[code].sentence;
}

const codes = Object.keys(refusals).filter(isRefusalCode);

test('every reason of the values and rules has its sentence', () => {
  assert.match(sentenceOf('siret-check'), /SIRET/u);
  assert.match(sentenceOf('approval-same-person'), /autre personne/u);
});

test('codes are kebab-case, many, and nothing else is a code', () => {
  assert.ok(codes.length >= 50);
  for (const code of codes) assert.match(code, /^[a-z]+(?:-[a-z]+)*$/u);
  for (const text of ['', 'nothing-like-it', 'toString', '__proto__', 'constructor']) {
    assert.equal(isRefusalCode(text), false, text);
  }
});

test('each sentence is whole, distinct, short and spaced as French wants', () => {
  const seen = new Set<string>();
  for (const code of codes) {
    const { sentence } = refusals[code];
    assert.match(sentence, /^[A-ZÀÉÊ].*[.?]$/u, code);
    assert.ok(sentence.length <= 130, `${code} ${sentence.length}`);
    assert.doesNotMatch(sentence, /[^\u00a0][:;!?%€»]|«[^\u00a0]|[~\u202f'"]|  /u, code);
    assert.equal(seen.has(sentence), false, code);
    seen.add(sentence);
  }
});

test('details take their place, and a missing one never shows a brace', () => {
  assert.equal(
    sentenceFor('too-long', { max: 2000 }),
    'Raccourcissez ce texte\u00a0: 2\u00a0000\u00a0caractères au plus.',
  );
  assert.equal(
    sentenceFor('field-unknown', { field: '{field}' }),
    'Le champ {field} n’existe pas. Retirez-le de la demande.',
  );
  for (const code of codes) assert.doesNotMatch(sentenceFor(code), /[{}]/u, code);
  assert.match(sentenceFor('too-many-tries-wait', { seconds: 0 }), /dans 0\u00a0secondes/u);
});

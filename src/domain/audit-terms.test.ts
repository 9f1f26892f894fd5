/** Which entries of the journal have a term of their own, and which last as long as what they decided. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOver, auditTermOf, auditTerms } from './audit-terms.ts';

const cases: readonly [action: string, months: number | null][] = [
  ['session.opened', 12],
  ['sign-in.refused', 12],
  ['person.read', 36],
  ['obstacle.read', 36],
  ['eligibility.document-read', 36],
  ['report.read', 36],
  ['eligibility.decided', null],
  ['person.merged', null],
  ['journal.purged', null],
  ['account.password-changed', null],
  ['declaration.reviewed', null],
];

for (const [action, months] of cases) {
  test(`${action} is kept ${months === null ? 'with its object' : `${months} months`}`, () => {
    assert.equal(auditTermOf(action)?.months ?? null, months);
  });
}

test('the day before the term stays, the day of the term goes', () => {
  assert.equal(auditOver(auditTerms.security, '2027-11-21'), '2026-11-21');
  assert.equal(auditOver(auditTerms.readings, '2029-02-28'), '2026-02-28');
});

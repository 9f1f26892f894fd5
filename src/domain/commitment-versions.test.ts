/** Amendments: proposed, signed, dated, and never below the hours already validated. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Commitment } from './commitment.ts';
import type { CommitmentVersion } from './commitment-versions.ts';
import { dueOn, proposeAmendment, signAmendment, versionInForce } from './commitment-versions.ts';
import { sizeMinutes } from './sizing.ts';

const contract: CommitmentVersion = {
  number: 1,
  commitment: fixed(833),
  signedOn: '2026-01-10',
  effectiveOn: '2026-02-01',
  reason: 'Contrat',
};

function fixed(hours: number): Commitment {
  return { kind: 'fixed', minutes: hours * 60 };
}

function propose(commitment: Commitment, more: Partial<Parameters<typeof proposeAmendment>[0]> = {}) {
  return proposeAmendment({
    versions: [contract],
    commitment,
    effectiveOn: '2026-06-01',
    reason: 'Avenant 1',
    validated: 0,
    ...more,
  });
}

test('H15 a larger market proposes a new size, and the target moves only once the amendment is signed', () => {
  const larger = { labourBasisPoints: 5000, insertionBasisPoints: 500, hourlyCostCents: 3000 };
  const minutes = sizeMinutes({ ...larger, amountCents: 120_000_000 }, 60);
  assert.equal(minutes, 1000 * 60);
  const proposed = propose({ kind: 'fixed', minutes });
  assert.ok(proposed.ok);
  assert.deepEqual(versionInForce(proposed.value, '2026-12-31')?.commitment, fixed(833));
  const signed = signAmendment({ versions: proposed.value, signedOn: '2026-07-15', validated: 0 });
  assert.ok(signed.ok);
  const rows: [string, number | undefined][] = [
    ['2026-01-09', undefined],
    ['2026-01-31', undefined],
    ['2026-02-01', 1],
    ['2026-06-01', 1],
    ['2026-07-14', 1],
    ['2026-07-15', 2],
  ];
  for (const [day, number] of rows) assert.equal(versionInForce(signed.value, day)?.number, number, day);
});

test('an amendment below the hours validated is refused, at proposal and again at signature', () => {
  const rows: [Commitment, number, boolean][] = [
    [fixed(500), 500 * 60 - 1, true],
    [fixed(500), 500 * 60, true],
    [fixed(500), 500 * 60 + 1, false],
    [{ kind: 'training', minutes: 60 }, 61, false],
    [{ kind: 'share', basisPoints: 500 }, 9999, true],
    [{ kind: 'none', reason: 'Levée' }, 9999, true],
  ];
  for (const [commitment, validated, allowed] of rows) {
    assert.equal(propose(commitment, { validated }).ok, allowed, commitment.kind);
    const waiting = propose(commitment);
    assert.ok(waiting.ok);
    const signed = signAmendment({ versions: waiting.value, signedOn: '2026-07-15', validated });
    assert.equal(signed.ok, allowed, commitment.kind);
  }
  assert.deepEqual(propose(fixed(10), { validated: 690 }), {
    ok: false,
    because: 'amendment-below-validated',
    details: { validated: '11\u00a0h\u00a030' },
  });
});

test('amendments come one after the other, explained and dated in order', () => {
  const because = (more: Parameters<typeof propose>[1]) => {
    const found = propose(fixed(900), more);
    return found.ok || found.because;
  };
  assert.equal(because({ reason: ' ' }), 'reason-missing');
  assert.equal(because({ effectiveOn: '2026-01-31' }), 'amendment-before-former');
  assert.equal(because({ effectiveOn: '2026-02-01' }), true);
  assert.equal(because({ versions: [contract, { ...contract, number: 2, signedOn: null }] }), 'amendment-waiting');
  const early = propose(fixed(900));
  assert.ok(early.ok);
  const signed = (signedOn: string, versions = early.value) => {
    const found = signAmendment({ versions, signedOn, validated: 0 });
    return found.ok || found.because;
  };
  assert.equal(signed('2026-01-09'), 'amendment-signed-before');
  assert.equal(signed('2026-01-10'), true);
  assert.equal(signed('2026-07-15', [contract]), 'amendment-signed');
});

test('the version in force does not depend on the order in which versions are read', () => {
  const day = fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-01`);
  const version = fc.record({ signedOn: fc.option(day), effectiveOn: day });
  fc.assert(
    fc.property(fc.array(version, { maxLength: 6 }), day, (found, asked) => {
      const versions = found.map((each, place) => ({ ...contract, ...each, number: place + 1 }));
      const inForce = versionInForce(versions, asked);
      assert.deepEqual(versionInForce([...versions].reverse(), asked), inForce);
      assert.ok(inForce === undefined || (inForce.signedOn ?? '9') <= asked);
    }),
    { numRuns: 500 },
  );
});

test('what is due on a day follows the version in force and the measures of that day', () => {
  const variable: Commitment = { kind: 'variable', centsPerHour: 200_000, thresholdCents: 0 };
  const versions = [contract, { ...contract, number: 2, commitment: variable, effectiveOn: '2026-06-01' }];
  const measures = { invoicedCents: 1_000_000, workedMinutes: 0 };
  const due = (day: string) => dueOn({ versions, day, measures, tranche: 'full' });
  assert.deepEqual([due('2026-01-31'), due('2026-05-31'), due('2026-06-01')], [null, 833 * 60, 300]);
});

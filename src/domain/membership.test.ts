/** Who may hold which place, and who must remain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  firstPositionsOf,
  fitLastDay,
  fitPlace,
  keepsAnAdministrator,
  mayBeMarked,
  membershipState,
} from './membership.ts';
import { organisationKinds } from './position.ts';
import type { OrganisationKind } from './position.ts';

test('a position of another kind does not fit, whoever asks', () => {
  assert.deepEqual(fitPlace('company', { position: 'buyer.decider', administers: false }), {
    ok: false,
    because: 'position-unfit',
    field: 'position',
  });
  assert.equal(fitPlace('facilitator', { position: 'person.self', administers: false }).ok, false);
});

test('the mark of administrator counts only where no position is made for it, and never for a control', () => {
  const told = (
    kind: OrganisationKind,
    position: 'facilitator.clerk' | 'insertion.officer' | 'control.auditor' | 'buyer.admin',
  ) => fitPlace(kind, { position, administers: true });
  assert.deepEqual(told('facilitator', 'facilitator.clerk'), {
    ok: true,
    value: { position: 'facilitator.clerk', administers: false },
  });
  assert.deepEqual(told('insertion', 'insertion.officer'), {
    ok: true,
    value: { position: 'insertion.officer', administers: true },
  });
  assert.deepEqual(told('insertion', 'control.auditor'), {
    ok: true,
    value: { position: 'control.auditor', administers: false },
  });
  assert.deepEqual(fitPlace('buyer', { position: 'buyer.admin', administers: false }), {
    ok: true,
    value: { position: 'buyer.admin', administers: true },
  });
  assert.deepEqual([mayBeMarked('insertion'), mayBeMarked('facilitator')], [true, false]);
});

test('a control ends one day; a day already past is kept but never newly chosen', () => {
  const today = '2026-11-21';
  const because = (
    position: 'control.auditor' | 'buyer.admin',
    days: { validUntil: string | null; former?: string },
  ) => {
    const fit = fitLastDay(position, { ...days, today });
    return fit.ok ? fit.value : fit.because;
  };
  assert.equal(because('control.auditor', { validUntil: null }), 'control-without-end');
  assert.equal(because('control.auditor', { validUntil: today }), today);
  assert.equal(because('buyer.admin', { validUntil: null }), null);
  assert.equal(because('buyer.admin', { validUntil: '2026-11-20' }), 'day-past');
  assert.equal(because('buyer.admin', { validUntil: '2026-11-20', former: '2026-11-20' }), '2026-11-20');
});

test('every kind of organisation can have a first administrator', () => {
  for (const kind of Object.keys(organisationKinds)) {
    assert.notDeepEqual(firstPositionsOf(kind as OrganisationKind), [], kind);
  }
  assert.deepEqual(firstPositionsOf('buyer'), ['buyer.admin']);
  assert.deepEqual(firstPositionsOf('insertion'), ['insertion.officer', 'insertion.grants']);
});

test('a membership ends the day after its last day, and a suspension comes first', () => {
  const open = { suspendedAt: null, validUntil: '2026-11-21' };
  assert.equal(membershipState(open, '2026-11-21'), 'active');
  assert.equal(membershipState(open, '2026-11-22'), 'ended');
  assert.equal(membershipState({ ...open, suspendedAt: new Date(0) }, '2026-11-22'), 'suspended');
});

test('an organisation keeps an administrator, and one without an end date if it had one', () => {
  const nadia = { membership: 'n', account: 'nadia', validUntil: null };
  const omar = { membership: 'o', account: 'omar', validUntil: '2026-12-31' };
  assert.equal(keepsAnAdministrator([nadia], { membership: 'n', after: null }), false);
  assert.equal(keepsAnAdministrator([nadia, omar], { membership: 'o', after: null }), true);
  assert.equal(keepsAnAdministrator([nadia, omar], { membership: 'n', after: null }), false);
  assert.equal(keepsAnAdministrator([nadia, omar], { membership: 'n', after: { validUntil: '2027-01-01' } }), false);
  assert.equal(keepsAnAdministrator([omar], { membership: 'x', after: null }), true);
});

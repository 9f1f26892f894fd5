/** The states of a link, and who may do what in each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkAct, LinkSide, LinkState, LinkTerms } from './exchange-link.ts';
import { checkLinkDays, isOpenLink, keptBy, linkStates, mayActOnLink, sharedBy, stateOfLink } from './exchange-link.ts';

const now = new Date('2026-11-18T09:00:00Z');
const today = '2026-11-18';
const accepted: LinkTerms = {
  validFrom: '2026-01-01',
  validUntil: '2027-12-31',
  pairingExpiresAt: null,
  pairingFailures: 0,
  acceptedAt: now,
  revokedAt: null,
};
const waiting: LinkTerms = {
  ...accepted,
  acceptedAt: null,
  pairingExpiresAt: new Date('2026-11-18T09:00:01Z'),
};

for (const [expected, link] of [
  ['waiting', waiting],
  ['waiting', { ...waiting, pairingFailures: 4 }],
  ['dead', { ...waiting, pairingFailures: 5 }],
  ['pairing-expired', { ...waiting, pairingExpiresAt: now }],
  ['pairing-expired', { ...waiting, pairingExpiresAt: null }],
  ['ended', { ...waiting, validUntil: '2026-11-17' }],
  ['revoked', { ...waiting, revokedAt: now }],
  ['coming', { ...accepted, validFrom: '2026-11-19' }],
  ['active', { ...accepted, validFrom: today }],
  ['active', { ...accepted, validUntil: '2026-12-18' }],
  ['ending', { ...accepted, validUntil: '2026-12-17' }],
  ['ending', { ...accepted, validUntil: today }],
  ['ended', { ...accepted, validUntil: '2026-11-17' }],
  ['revoked', { ...accepted, validUntil: '2026-11-17', revokedAt: now }],
] as const satisfies [LinkState, LinkTerms][]) {
  test(`a link until ${link.validUntil}, ${link.acceptedAt ? 'accepted' : `${link.pairingFailures} wrong codes`}: ${expected}`, () => {
    assert.equal(stateOfLink(link, { today, now }), expected);
  });
}

test('the proposer renews and breaks, the invited accepts and breaks, nobody touches what is over', () => {
  const allowed = (act: LinkAct, side: LinkSide) =>
    Object.keys(linkStates).filter((state) => mayActOnLink(act, { state: state as LinkState, side }));
  assert.deepEqual(allowed('renew-code', 'from'), ['waiting', 'pairing-expired', 'dead']);
  assert.deepEqual(allowed('renew-code', 'to'), []);
  assert.deepEqual(allowed('accept', 'to'), ['waiting']);
  assert.deepEqual(allowed('accept', 'from'), []);
  assert.deepEqual(allowed('revoke', 'from'), ['waiting', 'pairing-expired', 'dead', 'coming', 'active', 'ending']);
  assert.deepEqual(allowed('revoke', 'to'), ['coming', 'active', 'ending']);
  assert.deepEqual(
    Object.keys(linkStates).filter((state) => isOpenLink(state as LinkState)),
    ['active', 'ending'],
  );
});

test('amounts and names stay out unless ticked, each in its own direction', () => {
  const none = { sharesAmounts: false, sharesNames: false };
  const all = { sharesAmounts: true, sharesNames: true };
  assert.deepEqual(keptBy('from', none), ['Les montants des marchés']);
  assert.deepEqual(keptBy('to', none), ['Les noms des personnes']);
  assert.ok(sharedBy('from', all).includes('Les montants des marchés'));
  assert.ok(!sharedBy('from', all).includes('Les noms des personnes'));
  assert.ok(!sharedBy('to', { ...none, sharesAmounts: true }).includes('Les montants des marchés'));
  assert.deepEqual([...keptBy('from', all), ...keptBy('to', all)], []);
});

test('the days of a link are in order, not over, and within five years', () => {
  const days = (validFrom: string, validUntil: string) => {
    const checked = checkLinkDays({ validFrom, validUntil }, today);
    return checked.ok ? 'ok' : checked.because;
  };
  assert.equal(days(today, today), 'ok');
  assert.equal(days('2020-01-01', '2031-11-18'), 'ok');
  assert.equal(days(today, '2031-11-19'), 'link-days-far');
  assert.equal(days('2027-01-01', '2032-01-01'), 'ok');
  assert.equal(days('2026-11-10', '2026-11-17'), 'link-days-past');
  assert.equal(days('2026-11-19', '2026-11-18'), 'link-days-order');
});

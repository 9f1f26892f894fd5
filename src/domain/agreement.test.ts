/** A globalisation agreement: signed by all before it holds, whose lots, who may do what, until when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgreementAct, AgreementState, AgreementTerms, Signature } from './agreement.ts';
import {
  agreementStates,
  checkAgreement,
  checkEnd,
  mayOnAgreement,
  maySign,
  signatoriesOf,
  signedByAll,
  stateOfAgreement,
} from './agreement.ts';

const terms: AgreementTerms = {
  signedOn: '2026-03-01',
  fromDay: '2026-03-01',
  untilDay: '2026-12-31',
  endedOn: null,
  withdrawnAt: null,
};
const waiting = { decision: 'waiting' } as const;
const refused = { decision: 'refused' } as const;

test('where an agreement stands, on the days before, of and after each of its dates', () => {
  const rows: [Partial<AgreementTerms>, string, AgreementState][] = [
    [{}, '2026-02-28', 'coming'],
    [{}, '2026-03-01', 'in-force'],
    [{}, '2026-12-31', 'in-force'],
    [{}, '2027-01-01', 'ended'],
    [{ signedOn: '2026-04-10' }, '2026-04-09', 'coming'],
    [{ signedOn: '2026-04-10' }, '2026-04-10', 'in-force'],
    [{ endedOn: '2026-06-30' }, '2026-06-30', 'in-force'],
    [{ endedOn: '2026-06-30' }, '2026-07-01', 'ended'],
    [{ signedOn: null }, '2026-06-01', 'waiting'],
    [{ signedOn: null, withdrawnAt: new Date(0) }, '2026-06-01', 'withdrawn'],
  ];
  for (const [change, today, state] of rows) {
    const found = stateOfAgreement({ ...terms, ...change }, { signatures: [waiting], today });
    assert.equal(found, state, `${JSON.stringify(change)} on ${today}`);
  }
  const answered = stateOfAgreement(
    { ...terms, signedOn: null },
    { signatures: [waiting, refused], today: '2026-06-01' },
  );
  assert.equal(answered, 'refused');
});

function signature(organisation: string, signedOn: string | null): Signature {
  return { organisation, capacity: 'buyer', decision: signedOn === null ? 'waiting' : 'signed', signedOn };
}

test('signed by all on the day of the last signature, and by nobody while one is missing', () => {
  assert.equal(signedByAll([]), null);
  assert.equal(signedByAll([signature('a', '2026-03-02'), signature('b', null)]), null);
  assert.equal(signedByAll([signature('a', '2026-03-02'), signature('b', '2026-02-28')]), '2026-03-02');
  assert.equal(signedByAll([{ ...signature('a', '2026-03-02'), decision: 'refused' }]), null);
});

test('two lots at least, all of one company, from a day to a later one', () => {
  const lot = (id: string, ...companies: string[]) => ({ lot: id, buyer: 'b1', companies });
  const because = (lots: ReturnType<typeof lot>[], until = '2026-12-31') => {
    const found = checkAgreement({ company: 'c', lots, fromDay: '2026-03-01', untilDay: until });
    return found.ok || found.because;
  };
  assert.equal(because([lot('A', 'c')]), 'agreement-lots-few');
  assert.equal(because([lot('A', 'c'), lot('A', 'c')]), 'agreement-lots-few');
  assert.equal(because([lot('A', 'c'), lot('B', 'd')]), 'agreement-lot-other');
  assert.equal(because([lot('A', 'c'), lot('B', 'd', 'c')]), true);
  assert.equal(because([lot('A', 'c'), lot('B', 'c')], '2026-02-28'), 'agreement-days-order');
  assert.equal(because([lot('A', 'c'), lot('B', 'c')], '2026-03-01'), true);
});

test('the company and each buyer sign, once each', () => {
  const lots = ['b2', 'b1', 'b2', 'c'].map((buyer, place) => ({ lot: `l${place}`, buyer, companies: ['c'] }));
  assert.deepEqual(signatoriesOf('c', lots), [
    { organisation: 'c', capacity: 'company' },
    { organisation: 'b1', capacity: 'buyer' },
    { organisation: 'b2', capacity: 'buyer' },
  ]);
});

test('an early end stays within the term and never before the last hours it moved', () => {
  const because = (day: string, lastMoved: string | null) => {
    const found = checkEnd({ day, fromDay: '2026-03-01', untilDay: '2026-12-31', lastMoved });
    return found.ok || found.because;
  };
  assert.equal(because('2026-02-28', null), 'agreement-end-outside');
  assert.equal(because('2026-03-01', null), true);
  assert.equal(because('2026-12-30', null), true);
  assert.equal(because('2026-12-31', null), 'agreement-end-outside');
  assert.equal(because('2026-05-30', '2026-05'), 'agreement-end-hours');
  assert.equal(because('2026-05-31', '2026-05'), true);
});

test('terms are the proposer’s until all signed, then any side may end or amend', () => {
  const table: [AgreementAct, readonly AgreementState[], 'proposer' | 'any'][] = [
    ['edit', ['waiting', 'refused'], 'proposer'],
    ['withdraw', ['waiting', 'refused'], 'proposer'],
    ['attach', ['waiting', 'refused', 'coming', 'in-force', 'ended'], 'any'],
    ['end', ['coming', 'in-force'], 'any'],
    ['amend', ['coming', 'in-force'], 'any'],
  ];
  for (const [act, states, who] of table) {
    for (const state of Object.keys(agreementStates) as AgreementState[]) {
      assert.equal(mayOnAgreement(act, { state, sides: ['proposer'] }), states.includes(state), `${act} ${state}`);
      const buyer = mayOnAgreement(act, { state, sides: ['buyer'] });
      assert.equal(buyer, who === 'any' && states.includes(state), `${act} ${state} buyer`);
      assert.equal(mayOnAgreement(act, { state, sides: [] }), false);
    }
  }
});

test('each signs for itself; the paper of the company or of an absent buyer is written down by who holds it', () => {
  const buyer = { organisation: 'b', capacity: 'buyer' } as const;
  const company = { organisation: 'c', capacity: 'company' } as const;
  assert.equal(maySign(buyer, { own: 'b', sides: ['buyer'], absent: false }), true);
  assert.equal(maySign(buyer, { own: 'f', sides: ['desk', 'proposer'], absent: false }), false);
  assert.equal(maySign(buyer, { own: 'f', sides: ['desk'], absent: true }), true);
  assert.equal(maySign(buyer, { own: 'c', sides: ['company'], absent: true }), false);
  assert.equal(maySign(company, { own: 'f', sides: ['desk'], absent: false }), true);
  assert.equal(maySign(company, { own: 'x', sides: [], absent: true }), false);
});

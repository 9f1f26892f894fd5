/** Trouble that passes is told apart from a refusal that stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isConnectionTrouble } from './connect-trouble.ts';

function coded(code: string, message = 'x'): Error {
  return Object.assign(new Error(message), { code });
}

test('connection classes, time limits, system codes and driver messages are trouble', () => {
  for (const code of ['08006', '57P01', '57014', '53300', '40001', '40P01', '25P03', '55P03', 'ECONNRESET', 'EPIPE']) {
    assert.equal(isConnectionTrouble(coded(code)), true, code);
  }
  assert.equal(isConnectionTrouble(coded('ENOENT', 'connect ENOENT /x/.s.PGSQL.5432')), true);
  for (const message of [
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Cannot use a pool after calling end on the pool',
  ]) {
    assert.equal(isConnectionTrouble(new Error(message)), true, message);
  }
});

test('a cause or one of several errors counts', () => {
  assert.equal(isConnectionTrouble(new Error('wrapped', { cause: coded('57P01') })), true);
  assert.equal(isConnectionTrouble(new AggregateError([new Error('a'), coded('ECONNREFUSED')])), true);
});

test('a broken rule, a wrong query, a missing file or a plain value are not trouble', () => {
  for (const code of ['23505', '42P01', '42501', '22021', '22003', 'ERR_INVALID_ARG_TYPE']) {
    assert.equal(isConnectionTrouble(coded(code)), false, code);
  }
  assert.equal(isConnectionTrouble(coded('ENOENT', 'ENOENT: no such file')), false);
  for (const other of [null, undefined, 'Connection terminated', new Error('anything else')]) {
    assert.equal(isConnectionTrouble(other), false);
  }
});

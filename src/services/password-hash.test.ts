/** Password hashes: the cost decided, one answer for absent passwords, and a queue that says no. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions } from '@node-rs/argon2';
import { hashPassword, inHashTurn, passwordHashing, verifyPassword } from './password-hash.ts';

const password = 'quatre mots sans rapport';

test('a password is hashed at the cost decided and read back, however its letters are composed', async () => {
  const hashed = await hashPassword('pâte à tartiner bleue');
  assert.ok(hashed.ok);
  const { memoryCost, timeCost, parallelism } = parseOptions(hashed.value);
  assert.deepEqual({ memoryCost, timeCost, parallelism }, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  const decomposed = 'pâte à tartiner bleue'.normalize('NFD');
  assert.deepEqual(await verifyPassword({ hash: hashed.value, password: decomposed }), {
    ok: true,
    value: true,
  });
  assert.deepEqual(await verifyPassword({ hash: hashed.value, password }), { ok: true, value: false });
});

test('nobody has the password of an absent account, nor of a broken hash', async () => {
  for (const hash of [null, '', 'not a hash']) {
    assert.deepEqual(await verifyPassword({ hash, password: 'nobody has this password' }), {
      ok: true,
      value: false,
    });
  }
});

test('beyond the queue one is refused at once, and the queue empties even when work fails', async () => {
  const gates: Array<() => void> = [];
  const most = passwordHashing.atOnce + passwordHashing.waiting;
  let working = 0;
  let busiest = 0;
  const turns = Array.from({ length: most }, (_, place) =>
    inHashTurn(async () => {
      working += 1;
      busiest = Math.max(busiest, working);
      await new Promise<void>((resolve) => gates.push(resolve));
      working -= 1;
      if (place === 0) throw new Error('broken');
      return place;
    }),
  );
  const settled = Promise.allSettled(turns);
  assert.deepEqual(await inHashTurn(async () => 'late'), { ok: false, because: 'unavailable' });
  for (let left = most; left > 0;) {
    const open = gates.splice(0);
    left -= open.length;
    for (const gate of open) gate();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const outcomes = await settled;
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, most - 1);
  assert.equal(busiest, passwordHashing.atOnce);
  assert.deepEqual(await inHashTurn(async () => 'after'), { ok: true, value: 'after' });
});

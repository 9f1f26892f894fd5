/** The server's account: root lends one, everyone else runs as themselves; a refused user namespace is no dead end. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chooseAccount } from './embedded-account.ts';
import { packagedPostgres } from './embedded-binaries.ts';
import { startCluster } from './embedded-cluster.ts';

const root = process.getuid?.() === 0;
const base = mkdtempSync('/tmp/guichet-account-');
chmodSync(base, 0o755);
after(() => rmSync(base, { recursive: true, force: true }));

test('without user namespaces the server still starts, never as root', async () => {
  const folder = join(base, 'open', 'postgres');
  mkdirSync(join(base, 'open'));
  const choice = { binaries: packagedPostgres(), folder, userNamespaces: false };
  const running = await startCluster(choice);
  const owner = statSync(folder).uid;
  await running.stop();
  assert.equal(owner, root ? 65534 : process.getuid?.());
});

test('data change hands when user namespaces come back or go away', async () => {
  const folder = join(base, 'moving', 'postgres');
  mkdirSync(join(base, 'moving'));
  const binaries = packagedPostgres();
  for (const userNamespaces of [true, false, true]) {
    const running = await startCluster({ binaries, folder, userNamespaces });
    await running.stop();
    assert.equal(running.version, 18);
  }
});

test('a clone in a private home runs too, as somebody else than root', async () => {
  const home = join(base, 'private');
  mkdirSync(home, { mode: 0o700 });
  const folder = join(home, 'data', 'postgres');
  const running = await startCluster({ binaries: packagedPostgres(), folder, userNamespaces: false });
  const owner = statSync(folder).uid;
  await running.stop();
  assert.equal(owner, root ? 65534 : process.getuid?.());
});

test('when no account can be lent, root is told what to do; an ordinary account needs none', () => {
  const home = join(base, 'closed');
  mkdirSync(home, { mode: 0o700 });
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    const choose = () =>
      chooseAccount({
        binaries: packagedPostgres(),
        folder: join(home, 'postgres'),
        userNamespaces: false,
      });
    if (root) assert.throws(choose, { name: 'OperatorError', message: /GUICHET_DATA=/ });
    else assert.equal(choose().uid, process.getuid?.());
  } finally {
    process.env['PATH'] = path;
  }
});

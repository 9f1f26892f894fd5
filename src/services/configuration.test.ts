/** The environment is read once, strictly, and its secrets do not show. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inspect, promisify } from 'node:util';
import { readConfiguration, type Configuration } from './configuration.ts';
import { openOutsideWorld } from './outside-world.ts';
import { readOrCreateSecretFile, secretFileName } from './secret-file.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const canary = 'canari-secret-0123456789-0123456789';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-'));
  folders.push(folder);
  return folder;
}

function read(environment: Record<string, string | undefined>): Configuration {
  const result = readConfiguration({ GUICHET_SECRET: canary, ...environment });
  assert.ok(result.ok, result.ok ? '' : result.sentence);
  return result.configuration;
}

test('with nothing set, everything has its default and the secret is created in the data folder', () => {
  const folder = newFolder();
  const data = join(folder, 'data');
  const result = readConfiguration({ GUICHET_DATA: data });
  assert.ok(result.ok);
  const { secret, ...rest } = result.configuration;
  assert.deepEqual(rest, {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: data,
    demo: 'when-new',
    baseUrl: 'http://127.0.0.1:3000',
    formerSecrets: [],
    mailFrom: 'Guichet <ne-pas-repondre@127.0.0.1>',
    trustedProxies: [],
  });
  assert.ok(secret.reveal().length >= 64);
  assert.equal(statSync(join(data, secretFileName)).mode & 0o777, 0o600);
  assert.equal(read({ GUICHET_DATA: data, GUICHET_SECRET: undefined }).secret.reveal(), secret.reveal());
  assert.deepEqual(readdirSync(data), [secretFileName]);
});

test('the demonstration is on for a new embedded database, off with an external one, and as told otherwise', () => {
  const external = { DATABASE_URL: 'postgres://guichet@localhost/guichet' };
  assert.equal(read({}).demo, 'when-new');
  assert.equal(read(external).demo, 'never');
  assert.equal(read({ GUICHET_DEMO: '0' }).demo, 'never');
  assert.equal(read({ GUICHET_DEMO: '1' }).demo, 'always');
  assert.equal(read({ ...external, GUICHET_DEMO: '1' }).demo, 'always');
});

test('every variable is read, an empty one being absent', () => {
  const configuration = read({
    PORT: '8080',
    HOST: '0.0.0.0',
    DATABASE_URL: '',
    GUICHET_BASE_URL: 'https://guichet.exemple.test/',
    SMTP_URL: 'smtps://compte:motdepasse@smtp.exemple.test',
    MAIL_FROM: 'Guichet <guichet@exemple.test>',
    GUICHET_FORMER_SECRETS: `${canary}-a, ${canary}-b`,
    PROCONNECT_ISSUER: 'https://fournisseur.exemple.test/api/v2',
    PROCONNECT_CLIENT_ID: 'client',
    PROCONNECT_CLIENT_SECRET: 'secret',
    TRUSTED_PROXY: '10.0.0.5, 10.1.0.0/16,::1/128',
  });
  assert.equal(configuration.port, 8080);
  assert.equal(configuration.databaseUrl, undefined);
  assert.equal(configuration.baseUrl, 'https://guichet.exemple.test');
  assert.equal(configuration.smtpUrl?.reveal(), 'smtps://compte:motdepasse@smtp.exemple.test');
  assert.deepEqual(
    configuration.formerSecrets.map((former) => former.reveal()),
    [`${canary}-a`, `${canary}-b`],
  );
  assert.equal(configuration.proConnect?.signingAlgorithm, 'RS256');
  assert.deepEqual(configuration.trustedProxies, ['10.0.0.5', '10.1.0.0/16', '::1/128']);
  assert.equal(read({ HOST: '0.0.0.0' }).baseUrl, 'http://localhost:3000');
  assert.equal(read({ HOST: '::1' }).baseUrl, 'http://[::1]:3000');
});

const wrong: [string, Record<string, string>][] = [
  ['PORT', { PORT: 'trois mille' }],
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: '3000.5' }],
  ['HOST', { HOST: 'deux mots' }],
  ['DATABASE_URL', { DATABASE_URL: `mysql://guichet:${canary}@localhost` }],
  ['DATABASE_URL', { DATABASE_URL: canary }],
  ['GUICHET_DEMO', { GUICHET_DEMO: 'oui' }],
  ['GUICHET_BASE_URL', { GUICHET_BASE_URL: 'guichet.exemple.test' }],
  ['GUICHET_BASE_URL', { GUICHET_BASE_URL: 'https://guichet.exemple.test/chemin' }],
  ['GUICHET_SECRET', { GUICHET_SECRET: 'canari' }],
  ['GUICHET_FORMER_SECRETS', { GUICHET_FORMER_SECRETS: `${canary},canari` }],
  ['SMTP_URL', { SMTP_URL: `http://${canary}@smtp.exemple.test` }],
  ['MAIL_FROM', { MAIL_FROM: 'Guichet' }],
  ['MAIL_FROM', { MAIL_FROM: 'Guichet <guichet@exemple.test>\nBcc: x@exemple.test' }],
  ['PROCONNECT_ISSUER', { PROCONNECT_ISSUER: 'http://fournisseur.exemple.test' }],
  ['PROCONNECT_CLIENT_ID', { PROCONNECT_ISSUER: 'https://f.exemple.test', PROCONNECT_CLIENT_SECRET: canary }],
  ['PROCONNECT_CLIENT_SECRET', { PROCONNECT_ISSUER: 'https://f.exemple.test', PROCONNECT_CLIENT_ID: 'client' }],
  ['PROCONNECT_ALGORITHM', { PROCONNECT_ALGORITHM: 'none' }],
  ['TRUSTED_PROXY', { TRUSTED_PROXY: '10.0.0.0/33' }],
  ['TRUSTED_PROXY', { TRUSTED_PROXY: 'mandataire' }],
];
test('a bad value gives one French sentence that names its variable and repeats no value', () => {
  for (const [variable, environment] of wrong) {
    const result = readConfiguration({ GUICHET_SECRET: canary, ...environment });
    assert.ok(!result.ok, variable);
    assert.equal(result.variable, variable);
    assert.equal(result.exitCode, 1);
    assert.match(result.sentence, new RegExp(`^La variable ${variable} (?:doit|devrait) [^\n]+\\.$`));
    assert.doesNotMatch(result.sentence, /canari/);
  }
});

test('a data folder that cannot hold the secret is named', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'plein'), '');
  const result = readConfiguration({ GUICHET_DATA: join(folder, 'plein', 'data') });
  assert.equal(!result.ok && result.variable, 'GUICHET_DATA');
});

test('a truncated secret file is refused instead of being replaced', () => {
  const folder = newFolder();
  writeFileSync(join(folder, secretFileName), 'court\n');
  chmodSync(join(folder, secretFileName), 0o600);
  assert.equal(readOrCreateSecretFile(folder), undefined);
  assert.equal(readFileSync(join(folder, secretFileName), 'utf8'), 'court\n');
});

test('processes that start together keep the same secret', async () => {
  const folder = newFolder();
  const program = `import { readOrCreateSecretFile } from ${JSON.stringify(import.meta.resolve('./secret-file.ts'))};
    process.stdout.write(readOrCreateSecretFile(${JSON.stringify(folder)}) ?? '');`;
  const run = promisify(execFile);
  const runs = await Promise.all(
    Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '-e', program])),
  );
  const [first = '', ...others] = runs.map((ended) => ended.stdout);
  assert.ok(first.length >= 64);
  assert.ok(others.every((other) => other === first));
});

test('no secret shows when the configuration is printed, inspected or written as JSON', () => {
  const configuration = read({
    DATABASE_URL: `postgres://guichet:${canary}@localhost/guichet`,
    SMTP_URL: `smtps://compte:${canary}@smtp.exemple.test`,
    GUICHET_FORMER_SECRETS: canary,
    PROCONNECT_ISSUER: 'https://f.exemple.test',
    PROCONNECT_CLIENT_ID: 'client',
    PROCONNECT_CLIENT_SECRET: canary,
  });
  const shown = [JSON.stringify(configuration), inspect(configuration, { depth: null, showHidden: true })];
  for (const text of shown) assert.doesNotMatch(text, /canari/);
  assert.match(configuration.databaseUrl?.reveal() ?? '', /canari/);
});

test('a demonstration opens no real door, a production opens those that are configured', async () => {
  const configuration = read({
    SMTP_URL: 'smtp://127.0.0.1:1',
    PROCONNECT_ISSUER: 'https://f.exemple.test',
    PROCONNECT_CLIENT_ID: 'client',
    PROCONNECT_CLIENT_SECRET: 'secret',
  });
  const letter = { to: 'a@exemple.test', subject: 's', text: 't', messageId: '<1@exemple.test>' };
  const demo = openOutsideWorld({ configuration, demo: true });
  assert.deepEqual(await demo.mailer.send(letter), { ok: true, outcome: 'kept' });
  assert.equal(demo.proConnect, null);
  const found = await demo.register.searchByName('peintures');
  assert.equal(found.ok && found.companies[0]?.source, 'fictitious');
  const production = openOutsideWorld({ configuration, demo: false });
  const delivery = await production.mailer.send(letter);
  assert.equal(!delivery.ok && delivery.because, 'mail-delayed');
  production.mailer.close();
  assert.ok(production.proConnect);
});

/** Sign-in by ProConnect against a provider double: what is right passes, what is wrong has its refusal. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import type { ProConnect } from './professional-sign-in.ts';
import { newSecret } from './random.ts';
import { createProviderDouble, readJwt, subject, type ProviderDouble, type Visit } from './sign-in-double.ts';
import { usedSecondFactor } from './sign-in-profile.ts';
import type { SignInRefusal } from './sign-in-refusal.ts';

let double: ProviderDouble;
let proConnect: ProConnect;

before(async () => {
  double = await createProviderDouble('RS256');
});
after(() => double.close());
beforeEach(() => {
  double.play({});
  proConnect = double.open();
});

async function assertRefused(because: SignInRefusal): Promise<void> {
  assert.deepEqual(await double.signIn(), { ok: false, because });
}

async function serve(listener: RequestListener): Promise<{ server: Server; base: string }> {
  const server = createServer(listener);
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('a professional signs in, known by issuer and subject, with the second factor reported', async () => {
  const finished = await double.signIn();
  assert.ok(finished.ok);
  const { idToken, ...identity } = finished.identity;
  assert.deepEqual(identity, {
    issuer: double.settings.issuer,
    subject,
    email: 'camille.exemple@ville.test',
    givenName: 'Camille',
    usualName: 'Exemple',
    siret: '99900001300017',
    amr: ['pwd', 'mfa'],
  });
  assert.equal(readJwt(idToken).payload['sub'], subject);
  assert.equal(usedSecondFactor(identity.amr), true);
});

test('the request carries state, nonce and the amr claim, and no parameter that is not offered', async () => {
  const begun = await proConnect.begin();
  assert.ok(begun.ok);
  const sent = new URL(begun.url).searchParams;
  assert.deepEqual([...sent.keys()].toSorted(), [
    'claims',
    'client_id',
    'nonce',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
  ]);
  assert.equal(sent.get('response_type'), 'code');
  assert.equal(sent.get('claims'), '{"id_token":{"amr":{"essential":true}}}');
  assert.equal(sent.get('redirect_uri'), double.settings.redirectUri);
  assert.ok(begun.state.length >= 32 && begun.nonce.length >= 32 && begun.state !== begun.nonce);
  assert.equal(begun.codeVerifier, undefined);
});

test('PKCE is used, and works, once the provider offers it', async () => {
  double.play({ discovery: (body) => Object.assign(body, { code_challenge_methods_supported: ['S256'] }) });
  const visited = await double.visit(proConnect);
  assert.ok(visited.codeVerifier);
  assert.equal((await proConnect.finish(visited)).ok, true);
});

test('ES256 works when it was chosen at registration, and RS256 is then refused', async () => {
  const elliptic = await createProviderDouble('ES256');
  try {
    assert.equal((await elliptic.signIn()).ok, true);
    proConnect = elliptic.open({ signingAlgorithm: 'RS256' });
    const visited = await elliptic.visit(proConnect);
    assert.deepEqual(await proConnect.finish(visited), { ok: false, because: 'sign-in-token-invalid' });
  } finally {
    await elliptic.close();
  }
});

test('a changed e-mail stays the same person: the subject does not move', async () => {
  double.play({ claims: (payload) => Object.assign(payload, { email: 'nouvelle@ville.test' }) });
  const finished = await double.signIn();
  assert.deepEqual(finished.ok && [finished.identity.subject, finished.identity.email], [
    subject,
    'nouvelle@ville.test',
  ]);
});

test('an unknown or malformed SIRET proposes nothing and blocks nobody', async () => {
  for (const siret of [undefined, '', '123', 12, { $ne: '' }, '9990000130001X']) {
    double.play({ claims: (payload) => Object.assign(payload, { siret }) });
    const finished = await double.signIn();
    assert.ok(finished.ok);
    assert.equal('siret' in finished.identity, false);
  }
});

test('without amr, or with a foreign one, our own second factor is due', async () => {
  for (const amr of [undefined, 'mfa', [], ['pwd'], { mfa: true }]) {
    double.play({ identity: ({ payload }) => Object.assign(payload, { amr }) });
    const finished = await double.signIn();
    assert.ok(finished.ok);
    assert.equal(usedSecondFactor(finished.identity.amr), false);
  }
});

test('a code used twice is refused', async () => {
  const visited = await double.visit(proConnect);
  assert.equal((await proConnect.finish(visited)).ok, true);
  assert.deepEqual(await proConnect.finish(visited), { ok: false, because: 'sign-in-code-refused' });
});

test('a state that is missing, other, short or repeated is refused before any exchange', async () => {
  const exchanges = double.codesSeen.size;
  const visited = await double.visit(proConnect);
  const without = visited.callbackUrl.replace(/&?state=[^&]*/, '');
  const wrong: Visit[] = [
    { ...visited, state: newSecret() },
    { ...visited, state: '' },
    { ...visited, callbackUrl: without },
    { ...visited, callbackUrl: `${without}&state=abc`, state: 'abc' },
    { ...visited, callbackUrl: `${visited.callbackUrl}&state=${visited.state}` },
    { ...visited, callbackUrl: 'http://[' },
  ];
  for (const returned of wrong) {
    assert.deepEqual(await proConnect.finish(returned), { ok: false, because: 'sign-in-state-mismatch' });
  }
  assert.deepEqual(await proConnect.finish({ ...visited, nonce: 'short' }), {
    ok: false,
    because: 'sign-in-nonce-mismatch',
  });
  assert.equal(double.codesSeen.size, exchanges);
});

test('a return that carries an error, another issuer, no code or two codes is refused by its own name', async () => {
  const visited = await double.visit(proConnect);
  const bare = `${double.settings.redirectUri}?state=${visited.state}`;
  for (const [more, because] of [
    ['&error=access_denied', 'sign-in-cancelled'],
    ['&error=server_error', 'sign-in-provider-unreachable'],
    ['&error=invalid_scope', 'sign-in-misconfigured'],
    ['&error=login_required', 'sign-in-refused'],
    ['&code=a&iss=https%3A%2F%2Fother.test', 'sign-in-other-issuer'],
    ['', 'sign-in-code-refused'],
    ['&code=a&code=b', 'sign-in-code-refused'],
  ] as const) {
    assert.deepEqual(await proConnect.finish({ ...visited, callbackUrl: bare + more }), { ok: false, because }, more);
  }
});

test('a client that the provider does not recognise is a fault of configuration', async () => {
  double.play({
    tokens: (response) => Object.assign(response, { statusCode: 401, body: { error: 'invalid_client' } }),
  });
  await assertRefused('sign-in-misconfigured');
});

test('a provider that is down, slow, broken or another one never makes the sign-in wait or throw', async () => {
  const answers = ['<html>', '{', '{}', JSON.stringify({ issuer: 'https://other.test' })];
  const hostile = await serve((request, response) => {
    const at = Number(request.url?.split('/')[1]);
    const location = `${double.settings.issuer}/.well-known/openid-configuration`;
    if (at < answers.length) response.setHeader('content-type', 'application/json').end(answers[at]);
    else if (at === 5) response.writeHead(302, { location }).end();
  });
  try {
    for (const address of ['http://127.0.0.1:1', ...[0, 1, 2, 3, 4, 5].map((at) => `${hostile.base}/${at}`)]) {
      const lost = double.open({ issuer: address });
      const start = performance.now();
      assert.deepEqual(await lost.begin(), { ok: false, because: 'sign-in-provider-unreachable' }, address);
      assert.ok(performance.now() - start < 2000);
    }
  } finally {
    hostile.server.closeAllConnections();
    hostile.server.close();
  }
});

test('a provider that stops answering between two steps is unreachable, then heals by itself', async () => {
  let slow = '';
  const discovery = (body: Record<string, unknown>) => {
    if (slow) body[slow] = `${double.settings.issuer}/slow`;
  };
  double.play({ discovery });
  for (const endpoint of ['userinfo_endpoint', 'jwks_uri', 'token_endpoint']) {
    slow = endpoint;
    await assertRefused('sign-in-provider-unreachable');
  }
  slow = '';
  assert.equal((await double.signIn()).ok, true);
});

test('a discovery document cannot send our secret to another address', async () => {
  let received = 0;
  const thief = await serve((_request, response) => {
    received += 1;
    response.end();
  });
  double.play({ discovery: (body) => Object.assign(body, { token_endpoint: `${thief.base}/token` }) });
  try {
    await assertRefused('sign-in-provider-unreachable');
    assert.equal(received, 0);
  } finally {
    thief.server.close();
  }
});

test('log-out carries the identity token and a fresh state, and its return is checked against it', async () => {
  const begun = await proConnect.logoutUrl({ idToken: 'a.b.c' });
  assert.ok(begun.ok);
  const sent = new URL(begun.url).searchParams;
  assert.deepEqual([...sent.keys()].toSorted(), ['id_token_hint', 'post_logout_redirect_uri', 'state']);
  assert.equal(sent.get('post_logout_redirect_uri'), double.settings.signedOutUri);
  const answer = await fetch(begun.url, { redirect: 'manual' });
  const callbackUrl = answer.headers.get('location') ?? '';
  assert.deepEqual(proConnect.finishLogout({ callbackUrl, state: begun.state }), { ok: true });
  for (const state of [newSecret(), '']) {
    assert.deepEqual(proConnect.finishLogout({ callbackUrl, state }), {
      ok: false,
      because: 'sign-out-state-mismatch',
    });
  }
});

test('log-out elsewhere than at the provider, or not offered, is refused', async () => {
  for (const endpoint of [undefined, 'https://other.test/end', 'javascript:alert(1)']) {
    double.play({ discovery: (body) => Object.assign(body, { end_session_endpoint: endpoint }) });
    proConnect = double.open();
    assert.deepEqual(await proConnect.logoutUrl({ idToken: 'a.b.c' }), {
      ok: false,
      because: 'sign-out-unavailable',
    });
  }
});

/** Forged, foreign, expired or unsigned identities and profiles: each is refused by its own name. */
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { newSecret } from './random.ts';
import {
  clientId,
  createProviderDouble,
  forge,
  readJwt,
  type Play,
  type Profile,
  type ProviderDouble,
} from './sign-in-double.ts';
import type { SignInRefusal } from './sign-in-refusal.ts';

let double: ProviderDouble;

before(async () => {
  double = await createProviderDouble('RS256');
});
after(() => double.close());
beforeEach(() => double.play({}));

async function assertRefused(because: SignInRefusal): Promise<void> {
  assert.deepEqual(await double.signIn(), { ok: false, because });
}

function changeIdToken(change: (jwt: string) => string): Play {
  return {
    tokens: ({ body }) => {
      if (body !== '') body['id_token'] = change(String(body['id_token']));
    },
  };
}

/** The confusion of a public client secret with a signing key. */
function signBySecret(input: string): string {
  return createHmac('sha256', double.settings.clientSecret).update(input).digest('base64url');
}

test('what the double makes is right until a test makes it wrong', async () => {
  assert.equal((await double.signIn()).ok, true);
});

const forgedIdentity: [string, (jwt: string) => string][] = [
  ['without signature (alg none)', (jwt) => forge(jwt, { alg: 'none' })],
  [
    'signed by the client secret (HS256)',
    (jwt) =>
      forge(jwt, {
        alg: 'HS256',
        sign: signBySecret,
      }),
  ],
  [
    'changed under its old signature',
    (jwt) => forge(jwt, { alg: 'RS256', sub: 'someone-else', sign: () => jwt.split('.')[2] ?? '' }),
  ],
  ['that is no token', () => 'not.a.token'],
  ['that is absent', () => ''],
];
for (const [what, change] of forgedIdentity) {
  test(`an identity token ${what} is refused`, async () => {
    double.play(changeIdToken(change));
    await assertRefused('sign-in-token-invalid');
  });
}

const wrongIdentity: [string, Record<string, unknown>, SignInRefusal][] = [
  ['for another audience', { aud: 'someone-else' }, 'sign-in-token-invalid'],
  ['for us and an unknown party', { aud: [clientId, 'someone-else'] }, 'sign-in-token-invalid'],
  ['from another issuer', { iss: 'https://other.test' }, 'sign-in-token-invalid'],
  ['that has expired', { exp: 1_700_000_000 }, 'sign-in-token-expired'],
  ['without expiry', { exp: undefined }, 'sign-in-token-invalid'],
  ['of a replayed nonce', { nonce: newSecret() }, 'sign-in-nonce-mismatch'],
  ['without subject', { sub: undefined }, 'sign-in-token-invalid'],
];
for (const [what, claims, because] of wrongIdentity) {
  test(`an identity token ${what} is refused`, async () => {
    double.play({ identity: ({ payload }) => Object.assign(payload, claims) });
    await assertRefused(because);
  });
}

test('an identity token without nonce is refused', async () => {
  double.play({ identity: ({ payload }) => void delete payload['nonce'] });
  await assertRefused('sign-in-token-invalid');
});

test('an identity token or a profile signed by a key that the provider does not publish is refused', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sign = (input: string) => signBytes('sha256', Buffer.from(input), privateKey).toString('base64url');
  double.play(changeIdToken((jwt) => forge(jwt, { alg: 'RS256', sign })));
  await assertRefused('sign-in-token-invalid');
  double.play({ profile: (made) => ({ ...made, body: forge(made.body, { alg: 'RS256', sign }) }) });
  await assertRefused('sign-in-profile-invalid');
});

const wrongProfiles: [string, (made: Profile) => Profile, SignInRefusal][] = [
  [
    'in plain JSON',
    (made) => ({ body: JSON.stringify(readJwt(made.body).payload), type: 'application/json' }),
    'sign-in-profile-unsigned',
  ],
  [
    'without signature (alg none)',
    (made) => ({ ...made, body: forge(made.body, { alg: 'none' }) }),
    'sign-in-profile-invalid',
  ],
  [
    'signed by the client secret (HS256)',
    (made) => ({
      ...made,
      body: forge(made.body, {
        alg: 'HS256',
        sign: signBySecret,
      }),
    }),
    'sign-in-profile-invalid',
  ],
  [
    'whose signature is broken',
    (made) => ({ ...made, body: forge(made.body, { alg: 'RS256', sign: () => 'AAAA' }) }),
    'sign-in-profile-invalid',
  ],
  ['that is a web page', () => ({ body: '<html>', type: 'text/html' }), 'sign-in-profile-unsigned'],
  [
    'of two megabytes',
    () => ({ body: 'a'.repeat(2_000_000), type: 'application/jwt' }),
    'sign-in-provider-unreachable',
  ],
];
for (const [what, profile, because] of wrongProfiles) {
  test(`a profile ${what} is refused`, async () => {
    double.play({ profile });
    await assertRefused(because);
  });
}

const wrongClaims: [string, Record<string, unknown>, SignInRefusal][] = [
  ['for another audience', { aud: 'someone-else' }, 'sign-in-profile-invalid'],
  ['without audience', { aud: undefined }, 'sign-in-profile-invalid'],
  ['from another issuer', { iss: 'https://other.test' }, 'sign-in-profile-invalid'],
  ['without issuer', { iss: undefined }, 'sign-in-profile-invalid'],
  ['that has expired', { exp: 1_700_000_000 }, 'sign-in-profile-expired'],
  ['without expiry', { exp: undefined }, 'sign-in-profile-invalid'],
  ['of someone else', { sub: 'someone-else' }, 'sign-in-profile-other-person'],
  ['without e-mail', { email: undefined }, 'sign-in-profile-incomplete'],
  ['whose e-mail is no address', { email: 'camille' }, 'sign-in-profile-incomplete'],
  ['whose name is an object', { usual_name: { $gt: '' } }, 'sign-in-profile-incomplete'],
];
for (const [what, claims, because] of wrongClaims) {
  test(`a profile ${what} is refused`, async () => {
    double.play({ claims: (payload) => Object.assign(payload, claims) });
    await assertRefused(because);
  });
}

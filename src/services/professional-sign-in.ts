/** Signs professionals in with ProConnect (OpenID Connect, authorization code), every check refusing by a code. */
import * as openid from 'openid-client';
import { newSecret, sameSecret } from './random.ts';
import { createProviderFetch } from './sign-in-provider.ts';
import { readProfile, type ProfessionalIdentity } from './sign-in-profile.ts';
import { refusalOfExchange, refusalOfProfile, refusalOfReturn, type SignInRefusal } from './sign-in-refusal.ts';

export type ProConnectSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Chosen at registration, for both the identity token and the profile. */
  signingAlgorithm: 'RS256' | 'ES256';
  redirectUri: string;
  signedOutUri: string;
  /** For one exchange with the provider; a code lives thirty seconds. */
  milliseconds?: number;
};

/** Kept by the caller in the visitor's own pending sign-in, and destroyed at the first return. */
export type PendingSignIn = { state: string; nonce: string; codeVerifier?: string };

type Refused<Code> = { ok: false; because: Code };

export type SignInBegun = ({ ok: true; url: string } & PendingSignIn) | Refused<'sign-in-provider-unreachable'>;
export type SignInFinished = { ok: true; identity: ProfessionalIdentity } | Refused<SignInRefusal>;
export type SignOutBegun =
  | { ok: true; url: string; state: string }
  | Refused<'sign-in-provider-unreachable' | 'sign-out-unavailable'>;
export type SignOutFinished = { ok: true } | Refused<'sign-out-state-mismatch'>;

export type ProConnect = {
  begin(): Promise<SignInBegun>;
  finish(returned: { callbackUrl: string | URL } & PendingSignIn): Promise<SignInFinished>;
  logoutUrl(session: { idToken: string }): Promise<SignOutBegun>;
  finishLogout(returned: { callbackUrl: string | URL; state: string }): SignOutFinished;
};

const scope = 'openid given_name usual_name email uid siret idp_id';
const amrClaim = JSON.stringify({ id_token: { amr: { essential: true } } });
const discoveryKeptMilliseconds = 3_600_000;
const shortestState = 32;

export function createProConnect(settings: ProConnectSettings): ProConnect {
  const discover = createDiscovery(settings);
  return {
    begin: async () => beginSignIn(settings, await discover()),
    finish: async (returned) => finishSignIn({ settings, returned, discover }),
    logoutUrl: async ({ idToken }) => beginSignOut({ settings, idToken, provider: await discover() }),
    finishLogout: ({ callbackUrl, state }) =>
      returnedState(callbackUrl, state) ? { ok: true } : { ok: false, because: 'sign-out-state-mismatch' },
  };
}

/** The provider's own description, asked at most once an hour and again after each failure. */
function createDiscovery(settings: ProConnectSettings): () => Promise<openid.Configuration | undefined> {
  const issuer = new URL(settings.issuer);
  const onThisMachine = issuer.protocol === 'http:' && issuer.hostname === '127.0.0.1';
  const milliseconds = settings.milliseconds ?? 5000;
  let known: { provider: openid.Configuration; until: number } | undefined;
  return async () => {
    if (known && performance.now() < known.until) return known.provider;
    try {
      const provider = await openid.discovery(
        issuer,
        settings.clientId,
        {
          client_secret: settings.clientSecret,
          id_token_signed_response_alg: settings.signingAlgorithm,
          userinfo_signed_response_alg: settings.signingAlgorithm,
          [openid.clockTolerance]: 5,
        },
        openid.ClientSecretPost(settings.clientSecret),
        {
          timeout: milliseconds / 1000,
          [openid.customFetch]: createProviderFetch({ issuer, milliseconds }),
          // Without this check the library trusts TLS and verifies neither signature.
          execute: [openid.enableNonRepudiationChecks, ...(onThisMachine ? [openid.allowInsecureRequests] : [])],
        },
      );
      known = { provider, until: performance.now() + discoveryKeptMilliseconds };
      return provider;
    } catch {
      return undefined;
    }
  };
}

async function beginSignIn(
  settings: ProConnectSettings,
  provider: openid.Configuration | undefined,
): Promise<SignInBegun> {
  if (!provider) return { ok: false, because: 'sign-in-provider-unreachable' };
  const pending: PendingSignIn = { state: newSecret(), nonce: newSecret() };
  const offered = provider.serverMetadata();
  const parameters = new URLSearchParams({
    redirect_uri: settings.redirectUri,
    scope,
    state: pending.state,
    nonce: pending.nonce,
  });
  if (offered.claims_parameter_supported !== false) parameters.set('claims', amrClaim);
  // ProConnect answers Y000400 to a parameter that its description does not offer.
  if (offered.code_challenge_methods_supported?.includes('S256')) {
    pending.codeVerifier = openid.randomPKCECodeVerifier();
    parameters.set('code_challenge', await openid.calculatePKCECodeChallenge(pending.codeVerifier));
    parameters.set('code_challenge_method', 'S256');
  }
  try {
    return { ok: true, url: openid.buildAuthorizationUrl(provider, parameters).href, ...pending };
  } catch {
    return { ok: false, because: 'sign-in-provider-unreachable' };
  }
}

async function finishSignIn(attempt: {
  settings: ProConnectSettings;
  returned: { callbackUrl: string | URL } & PendingSignIn;
  discover: () => Promise<openid.Configuration | undefined>;
}): Promise<SignInFinished> {
  const { settings, returned } = attempt;
  const answer = returnedState(returned.callbackUrl, returned.state);
  if (!answer) return { ok: false, because: 'sign-in-state-mismatch' };
  if (returned.nonce.length < shortestState) return { ok: false, because: 'sign-in-nonce-mismatch' };
  if ((answer.get('iss') ?? settings.issuer) !== settings.issuer) return { ok: false, because: 'sign-in-other-issuer' };
  const error = answer.get('error');
  if (error !== null) return { ok: false, because: refusalOfReturn(error) };
  if (answer.getAll('code').length !== 1) return { ok: false, because: 'sign-in-code-refused' };
  const provider = await attempt.discover();
  if (!provider) return { ok: false, because: 'sign-in-provider-unreachable' };

  // Rebuilt from our own setting: behind a proxy the address that was asked may be another one.
  const callback = new URL(settings.redirectUri);
  for (const [name, value] of answer) callback.searchParams.append(name, value);
  const exchanged = await openid
    .authorizationCodeGrant(provider, callback, {
      expectedState: returned.state,
      expectedNonce: returned.nonce,
      idTokenExpected: true,
      ...(returned.codeVerifier ? { pkceCodeVerifier: returned.codeVerifier } : {}),
    })
    .catch((failure: unknown) => refusalOfExchange(failure));
  if (typeof exchanged === 'string') return { ok: false, because: exchanged };
  const claims = exchanged.claims();
  if (!claims || !exchanged.id_token) return { ok: false, because: 'sign-in-token-invalid' };

  const profile = await openid
    .fetchUserInfo(provider, exchanged.access_token, claims.sub)
    .catch((failure: unknown) => refusalOfProfile(failure));
  if (typeof profile === 'string') return { ok: false, because: profile };
  return readProfile({ claims, profile, idToken: exchanged.id_token });
}

function beginSignOut(session: {
  settings: ProConnectSettings;
  idToken: string;
  provider: openid.Configuration | undefined;
}): SignOutBegun {
  const { settings, idToken, provider } = session;
  if (!provider) return { ok: false, because: 'sign-in-provider-unreachable' };
  const endpoint = provider.serverMetadata().end_session_endpoint;
  if (!endpoint || !URL.canParse(endpoint)) return { ok: false, because: 'sign-out-unavailable' };
  const url = new URL(endpoint);
  if (url.origin !== new URL(settings.issuer).origin) return { ok: false, because: 'sign-out-unavailable' };
  const state = newSecret();
  url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('state', state);
  url.searchParams.set('post_logout_redirect_uri', settings.signedOutUri);
  return { ok: true, url: url.href, state };
}

/** The parameters of the return, when they carry our own state, once; else nothing. */
function returnedState(callbackUrl: string | URL, expected: string): URLSearchParams | undefined {
  const base = 'https://callback.invalid';
  if (!URL.canParse(callbackUrl, base)) return undefined;
  const parameters = new URL(callbackUrl, base).searchParams;
  const [given, ...others] = parameters.getAll('state');
  const same = given !== undefined && others.length === 0 && sameSecret(given, expected);
  return same && expected.length >= shortestState ? parameters : undefined;
}

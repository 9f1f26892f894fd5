/** For tests: a ProConnect that can be made wrong in one chosen way, and a visitor who walks through it. */
import type { IncomingMessage } from 'node:http';
import { Events, OAuth2Server, type MutableResponse, type MutableToken, type Payload } from 'oauth2-mock-server';
import {
  createProConnect,
  type PendingSignIn,
  type ProConnect,
  type ProConnectSettings,
  type SignInFinished,
} from './professional-sign-in.ts';
import { newSecret } from './random.ts';

export const clientId = 'guichet-test';
export const subject = 'b6048e95bb134ec5b1d1e1fa69f287172e91722b9354d637a1bcf2ebb0fd2ef5';

export type Profile = { body: string; type: string };

/** What one test makes wrong; each hook sees the true value and may change it. */
export type Play = {
  discovery?: (body: Record<string, unknown>) => void;
  identity?: (token: MutableToken) => void;
  tokens?: (response: MutableResponse) => void;
  claims?: (payload: Payload) => void;
  profile?: (made: Profile) => Profile;
};

export type Visit = { callbackUrl: string } & PendingSignIn;

export type ProviderDouble = {
  settings: ProConnectSettings;
  codesSeen: Set<string>;
  play: (play: Play) => void;
  open(changes?: Partial<ProConnectSettings>): ProConnect;
  visit(proConnect: ProConnect): Promise<Visit>;
  signIn(): Promise<SignInFinished>;
  close(): Promise<void>;
};

export async function createProviderDouble(algorithm: 'RS256' | 'ES256'): Promise<ProviderDouble> {
  const server = new OAuth2Server();
  const codesSeen = new Set<string>();
  let play: Play = {};
  await server.issuer.keys.generate(algorithm, { kid: 'key' });
  await server.start(0, '127.0.0.1');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.issuer.url = issuer;
  server.service.addRoute('GET', '/slow', () => {});
  server.service.addRoute('GET', '/profile', async (_request, response) => {
    const made = await signedProfile({ server, play });
    const { body, type } = play.profile?.(made) ?? made;
    response.setHeader('content-type', type).end(body);
  });
  server.service.on(Events.BeforeWellKnownOpenIdConfiguration, (answer: MutableResponse) => {
    const body: Record<string, unknown> = answer.body === '' ? {} : answer.body;
    Object.assign(body, {
      userinfo_endpoint: `${issuer}/profile`,
      id_token_signing_alg_values_supported: [algorithm],
    });
    delete body['code_challenge_methods_supported'];
    play.discovery?.(body);
  });
  server.service.on(Events.BeforeTokenSigning, (token: MutableToken) => {
    if (token.payload['aud'] !== clientId) return;
    Object.assign(token.payload, { sub: subject, amr: ['pwd', 'mfa'], exp: token.payload.iat + 60 });
    play.identity?.(token);
  });
  server.service.on(
    Events.BeforeResponse,
    (response: MutableResponse, request: IncomingMessage & { body: { code?: string } }) => {
      const code = request.body.code ?? '';
      if (codesSeen.has(code)) Object.assign(response, { statusCode: 400, body: { error: 'invalid_grant' } });
      codesSeen.add(code);
      play.tokens?.(response);
    },
  );
  const settings: ProConnectSettings = {
    issuer,
    clientId,
    clientSecret: newSecret(),
    signingAlgorithm: algorithm,
    redirectUri: 'https://guichet.test/connexion/proconnect/retour',
    signedOutUri: 'https://guichet.test/deconnexion/retour',
    milliseconds: 500,
  };
  const open = (changes: Partial<ProConnectSettings> = {}) => createProConnect({ ...settings, ...changes });
  return {
    settings,
    codesSeen,
    play: (next) => {
      play = next;
    },
    open,
    visit,
    async signIn() {
      const proConnect = open();
      return proConnect.finish(await visit(proConnect));
    },
    close: () => server.stop(),
  };
}

/** To the provider and back, with what the browser brings. */
async function visit(proConnect: ProConnect): Promise<Visit> {
  const begun = await proConnect.begin();
  if (!begun.ok) throw new Error(begun.because);
  const answer = await fetch(begun.url, { redirect: 'manual' });
  const { url: _url, ok: _ok, ...pending } = begun;
  return { callbackUrl: answer.headers.get('location') ?? '', ...pending };
}

async function signedProfile(made: { server: OAuth2Server; play: Play }): Promise<Profile> {
  const body = await made.server.issuer.buildToken({
    scopesOrTransform: (_header, payload) => {
      Object.assign(payload, {
        sub: subject,
        aud: clientId,
        email: 'Camille.Exemple@Ville.test',
        given_name: 'Camille',
        usual_name: 'Exemple',
        siret: '99900001300017',
        exp: payload.iat + 60,
      });
      made.play.claims?.(payload);
    },
  });
  return { body, type: 'application/jwt' };
}

export function readJwt(jwt: string): { header: Record<string, unknown>; payload: Record<string, unknown> } {
  const [header = '', payload = ''] = jwt.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  return { header: JSON.parse(header), payload: JSON.parse(payload) };
}

/** The same token under another algorithm, another subject or another signature. */
export function forge(jwt: string, how: { alg: string; sign?: (input: string) => string; sub?: string }): string {
  const { header, payload } = readJwt(jwt);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encode({ ...header, alg: how.alg })}.${encode({ ...payload, ...(how.sub ? { sub: how.sub } : {}) })}`;
  return `${input}.${how.sign?.(input) ?? ''}`;
}

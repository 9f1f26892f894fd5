/** A house with only the doors of signing in, and people who have passwords, codes, keys and links. */
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { generateSync } from 'otplib';
import { signInRoutes } from '#features/sign-in/pages.ts';
import type { House } from '#http/house.ts';
import { mount } from '#http/mount.ts';
import type { App } from '#http/mount.ts';
import { page } from '#http/route.ts';
import { newOneTimeSecret, sealOneTimeSecret } from '#services/one-time-codes.ts';
import { hashSecret, newCode, newSecret } from '#services/random.ts';
import type { Authenticator } from './authenticator.ts';
import { createAuthenticator } from './authenticator.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';
import type { Visitor } from './visitor.ts';
import { visit } from './visitor.ts';

export const password = 'girafe tricote sept nuages';

export interface SignInHouse extends TestHouse {
  visitor(more?: { session?: string }): Visitor;
  aPerson(more?: { email?: string }): Promise<{ account: string; email: string }>;
  withCodes(account: string): Promise<{ code(seconds?: number): string; recoveryCode: string }>;
  withPasskey(account: string): Promise<Authenticator>;
  aMailedLink(link: { purpose: string; account?: string; subject?: string; minutes?: number }): Promise<string>;
  anInvitation(organisation: string, email: string): Promise<{ id: string; token: string }>;
  /** Doors opened again with another world outside. */
  appWith(changes: Partial<House>): App;
  count(query: string, values?: unknown[]): Promise<number>;
}

const demonstration = {
  accounts: [{ email: 'nadia@exemple.test', name: 'Nadia Exemple', label: 'Facilitatrice' }],
  password: 'demonstration',
};

/** A page that asks to confirm who one is, as the security of an account does. */
const guarded = page({
  path: '/essai',
  permission: 'account.secure',
  as: 'gate',
  view: async () => ({ title: 'Essai', body: 'ouverte' }),
});

export async function signInHouse(options: { demo?: boolean } = {}): Promise<SignInHouse> {
  const whole = await testHouse(options);
  const { admin, clock, world, house } = whole;
  // Cheap on purpose: the real cost has its own test.
  const passwordHash = await hash(password, { memoryCost: 1024, timeCost: 1 });
  const appWith = (changes: Partial<House>) =>
    mount({ ...house, ...changes }, [...signInRoutes(demonstration), guarded]);
  const app = appWith({});
  return {
    ...whole,
    app,
    appWith,
    visitor: (more = {}) => visit(app, more),
    aPerson: (more = {}) => world.anAccount({ ...more, passwordHash }),
    async withCodes(account) {
      const secret = newOneTimeSecret();
      const sealed = sealOneTimeSecret(house.sealer, { account, secret });
      await admin.query('insert into second_factor (account_id, secret_sealed, confirmed_at) values ($1, $2, $3)', [
        account,
        sealed,
        clock.now(),
      ]);
      const recoveryCode = newCode(8);
      await admin.query('insert into recovery_code (account_id, code_hash) values ($1, $2)', [
        account,
        hashSecret(recoveryCode),
      ]);
      const code = (seconds = 0) => generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + seconds });
      return { code, recoveryCode };
    },
    async withPasskey(account) {
      const authenticator = createAuthenticator();
      await admin.query(
        `insert into passkey (account_id, credential_id, public_key, name) values ($1, $2, $3, 'Essai')`,
        [account, authenticator.credentialId, authenticator.publicKey],
      );
      return authenticator;
    },
    async aMailedLink({ purpose, account = null, subject = null, minutes = 30 }) {
      const token = newSecret();
      await admin.query(
        `insert into link_token (token_hash, purpose, account_id, subject_id, expires_at) values ($1, $2, $3, $4, $5)`,
        [hashSecret(token), purpose, account, subject, new Date(clock.now().getTime() + minutes * 60_000)],
      );
      return token;
    },
    async anInvitation(organisation, email) {
      const id = randomUUID();
      const expires = new Date(clock.now().getTime() + 7 * 86_400_000);
      await admin.query(
        `insert into invitation (id, organisation_id, email, position, expires_at) values ($1, $2, $3, 'facilitator.clerk', $4)`,
        [id, organisation, email, expires],
      );
      const token = newSecret();
      await admin.query(
        `insert into link_token (token_hash, purpose, organisation_id, subject_id, expires_at) values ($1, 'invitation', $2, $3, $4)`,
        [hashSecret(token), organisation, id, expires],
      );
      return { id, token };
    },
    async count(query, values = []) {
      const found = await admin.query<{ count: number }>(`select count(*)::int as count from ${query}`, values);
      return found.rows[0]?.count ?? -1;
    },
  };
}

/** Hashes passwords with Argon2id, two at a time: beyond a short queue the service says it is busy instead of stalling. */
import { hash, verify } from '@node-rs/argon2';
import { normalisedPassword } from '#domain/password.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';

/** Source: security goals of the product §4.1 (ANSSI-CNIL 2021, ASVS 5.0 11.4.2), measured 2026-11-21. */
export const passwordHashing = {
  memoryCost: 64 * 1024,
  timeCost: 3,
  parallelism: 1,
  atOnce: 2,
  waiting: 4,
} as const;

export type Busy = Result<never, 'unavailable'>;

/** What may be done during a turn. An account without password, or no account, costs the same as a wrong password. */
export interface HashTurn {
  hash(password: string): Promise<string>;
  verify(kept: string | null, password: string): Promise<boolean>;
}

const turn: HashTurn = {
  hash: (password) => hash(normalisedPassword(password), cost()),
  async verify(kept, password) {
    const same = await verify(kept ?? (await dummyHash()), normalisedPassword(password)).catch(() => false);
    return kept !== null && same;
  },
};

let running = 0;
const waiting: Array<() => void> = [];
let dummy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<Result<string, 'unavailable'>> {
  return inHashTurn(({ hash }) => hash(password));
}

export function verifyPassword({
  hash,
  password,
}: {
  hash: string | null;
  password: string;
}): Promise<Result<boolean, 'unavailable'>> {
  return inHashTurn(({ verify }) => verify(hash, password));
}

/**
 * Waits for a turn, then works. Whatever locks rows (a throttle) is done inside the turn, so that at most
 * `atOnce + waiting` requests hold a database connection because of passwords.
 */
export async function inHashTurn<Value>(
  work: (turn: HashTurn) => Promise<Value>,
): Promise<Result<Value, 'unavailable'>> {
  if (running >= passwordHashing.atOnce) {
    if (waiting.length >= passwordHashing.waiting) return refuse('unavailable');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return done(await work(turn));
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function cost() {
  const { memoryCost, timeCost, parallelism } = passwordHashing;
  return { memoryCost, timeCost, parallelism };
}

function dummyHash(): Promise<string> {
  dummy ??= hash('nobody has this password', cost());
  return dummy;
}

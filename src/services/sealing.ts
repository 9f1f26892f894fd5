/** Encrypts sensitive columns and signs form keys with keys derived from GUICHET_SECRET. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { sameSecret } from './random.ts';

/** `context` names the row and column: a sealed text copied elsewhere no longer opens. */
export type Sealer = {
  seal(what: { text: string; context: string }): string;
  open(what: { sealed: string; context: string }): Opened;
  /** True for a text sealed under a former secret: seal it again when it is next written. */
  needsNewSeal(sealed: string): boolean;
  sign(what: { value: string; context: string }): string;
  /** The signed value, or nothing when the signature is not ours or was made for another context. */
  readSigned(what: { signed: string; context: string }): string | undefined;
};

export type Opened = { ok: true; text: string } | { ok: false; because: 'seal-unknown-key' | 'seal-broken' };

type Keys = { id: string; sealing: Buffer; signing: Buffer };

const version = 's1';
const nonceBytes = 12;
const tagBytes = 16;

/** The first secret seals and signs; former ones only open what they sealed, during a rotation. */
export function createSealer(secrets: { secret: string; formerSecrets?: readonly string[] }): Sealer {
  const current = deriveKeys(secrets.secret);
  const all = [current, ...(secrets.formerSecrets ?? []).map(deriveKeys)];
  return {
    seal: ({ text, context }) => sealWith(current, { text, context }),
    open: ({ sealed, context }) => openWith(all, { sealed, context }),
    needsNewSeal: (sealed) => !sealed.startsWith(`${version}.${current.id}.`),
    sign: ({ value, context }) => `${value}.${signature(current, { value, context })}`,
    readSigned: ({ signed, context }) => readSignedWith(all, { signed, context }),
  };
}

function deriveKeys(secret: string): Keys {
  const derive = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'utf8'), Buffer.alloc(0), `guichet ${purpose} v1`, bytes));
  return {
    id: derive('key id', 6).toString('base64url'),
    sealing: derive('column sealing', 32),
    signing: derive('form key signing', 32),
  };
}

function sealWith(keys: Keys, what: { text: string; context: string }): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keys.sealing, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(`${version}.${keys.id}.${what.context}`, 'utf8'));
  const body = Buffer.concat([nonce, cipher.update(what.text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${keys.id}.${body.toString('base64url')}`;
}

function openWith(all: readonly Keys[], what: { sealed: string; context: string }): Opened {
  const [format, keyId, encoded, ...rest] = what.sealed.split('.');
  const keys = all.find((candidate) => candidate.id === keyId);
  if (format !== version || encoded === undefined || rest.length > 0) return { ok: false, because: 'seal-broken' };
  if (keys === undefined) return { ok: false, because: 'seal-unknown-key' };
  const body = Buffer.from(encoded, 'base64url');
  // Base64url has several spellings of the same bytes: only the one that was written is accepted.
  if (body.length < nonceBytes + tagBytes || body.toString('base64url') !== encoded) {
    return { ok: false, because: 'seal-broken' };
  }
  const decipher = createDecipheriv('aes-256-gcm', keys.sealing, body.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(`${version}.${keys.id}.${what.context}`, 'utf8'));
  decipher.setAuthTag(body.subarray(-tagBytes));
  try {
    const text = Buffer.concat([decipher.update(body.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return { ok: true, text: text.toString('utf8') };
  } catch {
    return { ok: false, because: 'seal-broken' };
  }
}

function signature(keys: Keys, what: { value: string; context: string }): string {
  const length = Buffer.byteLength(what.context, 'utf8');
  return createHmac('sha256', keys.signing)
    .update(`${length}:${what.context}:${what.value}`, 'utf8')
    .digest('base64url');
}

function readSignedWith(all: readonly Keys[], what: { signed: string; context: string }): string | undefined {
  const cut = what.signed.lastIndexOf('.');
  if (cut < 0) return undefined;
  const value = what.signed.slice(0, cut);
  const given = what.signed.slice(cut + 1);
  const ours = all.some((keys) => sameSecret(given, signature(keys, { value, context: what.context })));
  return ours ? value : undefined;
}

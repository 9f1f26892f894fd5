/** A software passkey for tests: ES256 keys, no attestation, every lie a test needs. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Lies {
  origin?: string;
  id?: string;
  challenge?: string;
  counter?: number;
  verified?: boolean;
  /** Signs with another key. */
  forged?: boolean;
}

export interface Authenticator {
  credentialId: string;
  /** COSE key, as the table keeps it. */
  publicKey: Buffer;
  /** Answers askPasskey, as the JSON the browser sends. */
  use(challenge: string, lies?: Lies): string;
  /** Answers askNewPasskey. */
  create(challenge: string, lies?: Lies): string;
}

const ourOrigin = 'http://localhost:3000';

export function createAuthenticator(): Authenticator {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const others = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const credentialId = id.toString('base64url');
  const publicKey = coseKey(keys.publicKey.export({ format: 'jwk' }));
  let counter = 0;
  return {
    credentialId,
    publicKey,
    use(challenge, lies = {}) {
      counter = lies.counter ?? counter + 1;
      const clientData = clientDataOf('webauthn.get', lies.challenge ?? challenge, lies);
      const authenticatorData = dataOf({ lies, counter, attested: Buffer.alloc(0) });
      const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
      const signature = sign('sha256', signed, lies.forged ? others.privateKey : keys.privateKey);
      return answer({
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
    create(challenge, lies = {}) {
      const clientData = clientDataOf('webauthn.create', lies.challenge ?? challenge, lies);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, publicKey]);
      const authData = dataOf({ lies, counter, attested });
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(authData),
      ]);
      return answer({
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
  };

  function answer(response: Record<string, unknown>): string {
    return JSON.stringify({
      id: credentialId,
      rawId: credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  }
}

/** The options a page carries for its passkey button. */
export function challengeOn(html: string): string {
  const [, options = ''] = /data-options="([^"]+)"/.exec(html) ?? [];
  const read: { challenge?: string } = JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&#34;', '"') || '{}');
  return read.challenge ?? '';
}

function clientDataOf(type: string, challenge: string, { origin = ourOrigin }: Lies): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function dataOf({ lies, counter, attested }: { lies: Lies; counter: number; attested: Buffer }): Buffer {
  const present = 0x01;
  const verified = lies.verified === false ? 0 : 0x04;
  const flags = Buffer.from([present | verified | (attested.length > 0 ? 0x40 : 0)]);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(lies.id ?? 'localhost')), flags, count, attested]);
}

function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  const point = (label: number, value: string) =>
    Buffer.concat([Buffer.from([label]), bytes(Buffer.from(value, 'base64url'))]);
  return Buffer.concat([head, point(0x21, x), point(0x22, y)]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  const head = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}

function sha256(value: Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}

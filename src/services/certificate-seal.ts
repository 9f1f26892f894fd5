/** Signs certificates with a key of the instance (Ed25519, RFC 8032), so that anybody may check one with the public key alone. */
import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface CertificateFacts {
  code: string;
  fromMonth: string;
  untilMonth: string;
  minutes: number;
  issuedOn: string;
}

/** RFC 8410: the envelope of a 32-byte Ed25519 seed. */
const envelope = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The very lines that are signed, printed on the certificate. */
export function certificateLines({ code, fromMonth, untilMonth, minutes, issuedOn }: CertificateFacts): string {
  return ['guichet-attestation-1', code, fromMonth, untilMonth, String(minutes), issuedOn].join('\n');
}

export function signCertificate(secret: string, facts: CertificateFacts): string {
  return sign(null, Buffer.from(certificateLines(facts), 'utf8'), keyOf(secret)).toString('base64url');
}

/** Former secrets still vouch for what they signed. */
export function isCertificateSigned(
  secrets: readonly string[],
  { signature, ...facts }: CertificateFacts & { signature: string },
): boolean {
  const lines = Buffer.from(certificateLines(facts), 'utf8');
  const given = Buffer.from(signature, 'base64url');
  return secrets.some((secret) => verify(null, lines, createPublicKey(keyOf(secret)), given));
}

export function certificatePublicKey(secret: string): string {
  return createPublicKey(keyOf(secret)).export({ type: 'spki', format: 'pem' });
}

function keyOf(secret: string): KeyObject {
  const seed = hkdfSync('sha256', Buffer.from(secret, 'utf8'), Buffer.alloc(0), 'guichet certificate signing v1', 32);
  return createPrivateKey({ key: Buffer.concat([envelope, Buffer.from(seed)]), format: 'der', type: 'pkcs8' });
}

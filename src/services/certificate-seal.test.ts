/** A certificate is checked with the public key alone, and one letter changed makes it false. */
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { certificateLines, certificatePublicKey, isCertificateSigned, signCertificate } from './certificate-seal.ts';

const facts = {
  code: '7K3M-9QXD-2F',
  fromMonth: '2026-01',
  untilMonth: '2026-10',
  minutes: 9000,
  issuedOn: '2026-11-18',
};
const secret = 'one secret of at least thirty-two signs';

test('what was signed verifies, with a former secret too', () => {
  const signature = signCertificate(secret, facts);
  assert.equal(isCertificateSigned([secret], { ...facts, signature }), true);
  assert.equal(isCertificateSigned(['another secret of thirty-two signs', secret], { ...facts, signature }), true);
  assert.equal(isCertificateSigned(['another secret of thirty-two signs'], { ...facts, signature }), false);
});

test('any fact changed, or any rubbish in the place of a signature, is false', () => {
  const signature = signCertificate(secret, facts);
  for (const change of [
    { minutes: 9060 },
    { untilMonth: '2026-11' },
    { code: '7K3M-9QXD-2G' },
    { signature: '' },
    { signature: '§§' },
  ]) {
    assert.equal(isCertificateSigned([secret], { ...facts, signature, ...change }), false);
  }
});

test('the public key and the printed lines are enough, without this program', () => {
  const key = createPublicKey(certificatePublicKey(secret));
  const signature = Buffer.from(signCertificate(secret, facts), 'base64url');
  assert.equal(verify(null, Buffer.from(certificateLines(facts)), key, signature), true);
});

/** Passkeys (WebAuthn): the questions put to the browser and the checks of its answers, for our own origin only. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { credentialIdOf, readJson } from './passkey-answer.ts';

export interface PasskeySite {
  origin: string;
  /** The host name, which every passkey is bound to. */
  id: string;
}

/** As kept in the table passkey; `transports` is a list separated by commas. */
export interface KnownPasskey {
  credentialId: string;
  transports: string;
}

export interface KeptPasskey extends KnownPasskey {
  publicKey: Uint8Array;
  counter: number;
}

export function passkeySite(baseUrl: string): PasskeySite {
  const { origin, hostname } = new URL(baseUrl);
  return { origin, id: hostname };
}

/** For PasskeyButton kind="create"; keep options.challenge on the server until the answer comes. */
export function askNewPasskey({
  site,
  account,
  known,
}: {
  site: PasskeySite;
  account: { id: string; email: string; name: string };
  known: readonly KnownPasskey[];
}): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Guichet',
    rpID: site.id,
    userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
    userName: account.email,
    userDisplayName: account.name,
    attestationType: 'none',
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** `answer` is the JSON text of the hidden field. */
export async function readNewPasskey({
  site,
  answer,
  challenge,
}: {
  site: PasskeySite;
  answer: string;
  challenge: string;
}): Promise<Result<KeptPasskey, 'passkey-refused'>> {
  const response = readJson(answer);
  if (response === null) return refuse('passkey-refused');
  const checked = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(() => null);
  if (checked === null || !checked.verified) return refuse('passkey-refused');
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return done({ credentialId: id, publicKey, counter, transports: transports.join(',') });
}

/** For PasskeyButton kind="get"; without `known` the person picks any of her passkeys for this site. */
export function askPasskey({
  site,
  known = [],
}: {
  site: PasskeySite;
  known?: readonly KnownPasskey[];
}): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: site.id,
    allowCredentials: known.map(described),
    userVerification: 'required',
  });
}

/** Which passkey answers, to find its row; null when the text is not an answer. Proves nothing yet. */
export function passkeyNamedBy(answer: string): string | null {
  return credentialIdOf(readJson(answer));
}

/** The new counter to keep, once origin, challenge, signature, presence and verification of the person hold. */
export async function checkPasskey({
  site,
  answer,
  challenge,
  passkey,
}: {
  site: PasskeySite;
  answer: string;
  challenge: string;
  passkey: KeptPasskey;
}): Promise<Result<number, 'passkey-refused'>> {
  const response = readJson(answer);
  if (response === null) return refuse('passkey-refused');
  const checked = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => null);
  return checked?.verified === true ? done(checked.authenticationInfo.newCounter) : refuse('passkey-refused');
}

function described({ credentialId, transports }: KnownPasskey): { id: string; transports: string[] } {
  return { id: credentialId, transports: transports.split(',').filter((transport) => transport !== '') };
}

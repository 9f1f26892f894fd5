/** Passkeys: turns the JSON of @simplewebauthn/server into what the browser wants, and its answer back into JSON. */
import { fromBase64Url, toBase64Url } from './base64url.ts';

interface Descriptor {
  id: string;
  type: 'public-key';
  transports?: AuthenticatorTransport[];
}

type CreationJson = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Descriptor[];
};

type RequestJson = Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & {
  challenge: string;
  allowCredentials?: Descriptor[];
};

export function passkeys(): void {
  if (!('credentials' in navigator) || !('PublicKeyCredential' in window)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]')) {
    button.hidden = false;
    button.addEventListener('click', () => void use(button));
  }
}

async function use(button: HTMLButtonElement): Promise<void> {
  const problem = button.parentElement?.querySelector('[data-passkey-problem]');
  if (problem) problem.textContent = '';
  button.disabled = true;
  try {
    const options = await optionsOf(button);
    const answer =
      button.dataset['passkey'] === 'create'
        ? await create(options as CreationJson)
        : await get(options as RequestJson);
    const field = button.form?.elements.namedItem(button.dataset['field'] ?? '');
    if (!answer || !(field instanceof HTMLInputElement)) throw new Error('no answer');
    field.value = JSON.stringify(answer);
    button.form?.requestSubmit();
  } catch (error) {
    if (problem) problem.textContent = sentence(error);
  } finally {
    button.disabled = false;
  }
}

async function optionsOf(button: HTMLButtonElement): Promise<unknown> {
  if (button.dataset['options']) return JSON.parse(button.dataset['options']);
  const key = button.form?.elements.namedItem('cle');
  const body = new URLSearchParams(key instanceof HTMLInputElement ? { cle: key.value } : {});
  const response = await fetch(button.dataset['optionsUrl'] ?? '', {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error('no options');
  return response.json();
}

async function create(options: CreationJson): Promise<object | null> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    ...options,
    challenge: fromBase64Url(options.challenge),
    user: { ...options.user, id: fromBase64Url(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(descriptor),
  };
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
  if (!made) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...common(made),
    response: {
      clientDataJSON: toBase64Url(response.clientDataJSON),
      attestationObject: toBase64Url(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

async function get(options: RequestJson): Promise<object | null> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    ...options,
    challenge: fromBase64Url(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(descriptor),
  };
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  if (!used) return null;
  const response = used.response as AuthenticatorAssertionResponse;
  return {
    ...common(used),
    response: {
      clientDataJSON: toBase64Url(response.clientDataJSON),
      authenticatorData: toBase64Url(response.authenticatorData),
      signature: toBase64Url(response.signature),
      ...(response.userHandle && { userHandle: toBase64Url(response.userHandle) }),
    },
  };
}

function common(credential: PublicKeyCredential) {
  return {
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    ...(credential.authenticatorAttachment && {
      authenticatorAttachment: credential.authenticatorAttachment,
    }),
  };
}

function descriptor({ id, type, transports }: Descriptor): PublicKeyCredentialDescriptor {
  return { id: fromBase64Url(id), type, ...(transports && { transports }) };
}

function sentence(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError') return 'La demande a été annulée ou a expiré. Réessayez.';
  if (name === 'InvalidStateError') return 'Cet appareil a déjà une clé d’accès pour ce compte.';
  return 'La clé d’accès n’a pas pu servir. Réessayez, ou connectez-vous avec votre mot de passe.';
}

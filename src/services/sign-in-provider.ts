/** Talks to the sign-in provider alone: its origin only, no redirect, bounded size and time. */
import type { CustomFetch } from 'openid-client';

const maximumBytes = 1_000_000;

/** Everything that kept us from an answer becomes a TimeoutError, which the protocol library lets through. */
export function createProviderFetch(options: { issuer: URL; milliseconds: number }): CustomFetch {
  return async (address, asked) => {
    const url = new URL(address);
    // A discovery document may name any address: secrets go to the issuer's own origin or nowhere.
    if (url.origin !== options.issuer.origin) throw unreachable();
    try {
      const limit = AbortSignal.timeout(options.milliseconds);
      const signal = asked.signal ? AbortSignal.any([limit, asked.signal]) : limit;
      const { method, headers: sent } = asked;
      // The protocol only ever posts a form; anything else stays here.
      const form = asked.body instanceof URLSearchParams ? asked.body : null;
      const response = await fetch(url, { method, headers: sent, body: form, redirect: 'manual', signal });
      const body = await readWhole(response);
      const { status, headers } = response;
      return new Response(body.byteLength > 0 ? body : null, { status, headers });
    } catch {
      throw unreachable();
    }
  };
}

async function readWhole(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) throw new RangeError('too large an answer');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function unreachable(): DOMException {
  return new DOMException('the sign-in provider gave no usable answer', 'TimeoutError');
}

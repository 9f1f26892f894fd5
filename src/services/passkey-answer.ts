/** Reads what a browser says of a passkey, before anything of it is believed. */

const longestAnswer = 20_000;

export function readJson(answer: string): Record<string, unknown> | null {
  if (answer.length > longestAnswer) return null;
  try {
    const read: unknown = JSON.parse(answer);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}

export function credentialIdOf(answer: Record<string, unknown> | null): string | null {
  return textIn(answer, 'id');
}

/** The challenge the browser signed, to find the ceremony it belongs to. */
export function challengeIn(answer: string): string | null {
  const response = readJson(answer)?.['response'];
  const clientData = typeof response === 'object' ? textIn(response, 'clientDataJSON') : null;
  if (clientData === null) return null;
  return textIn(readJson(Buffer.from(clientData, 'base64url').toString('utf8')), 'challenge');
}

function textIn(holder: object | null, name: string): string | null {
  const value: unknown = holder === null ? null : Reflect.get(holder, name);
  return typeof value === 'string' && value !== '' && value.length <= longestAnswer ? value : null;
}

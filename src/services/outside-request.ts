/** Asks one public service of a fixed list for JSON, with limits: whatever it answers, nothing throws. */

/** No address ever comes from a user: a new service is added here, on the list of processors, or not at all. */
export const outsideHosts: readonly string[] = ['recherche-entreprises.api.gouv.fr', 'data.geopf.fr'];

export type OutsideLimits = {
  milliseconds: number;
  bytes: number;
  callsPerSecond: number;
  patienceMilliseconds: number;
};

export type OutsideAnswer =
  | { ok: true; body: unknown }
  | { ok: false; because: 'busy' | 'failed' | 'status' | 'type' | 'size' | 'unreadable' };

export type OutsideAsk = (path: string, parameters: Record<string, string>) => Promise<OutsideAnswer>;

const usualLimits: OutsideLimits = {
  milliseconds: 3000,
  bytes: 1_000_000,
  callsPerSecond: 6.5,
  patienceMilliseconds: 1000,
};

const longestRestMilliseconds = 60_000;

export function createOutsideAsk(options: { base: string; limits?: OutsideLimits }): OutsideAsk {
  const base = checkBase(options.base);
  const limits = options.limits ?? usualLimits;
  const takeTurn = createTurns(limits);
  let restUntil = 0;
  return async (path, parameters) => {
    const wait = performance.now() < restUntil ? undefined : takeTurn();
    if (wait === undefined) return { ok: false, because: 'busy' };
    if (wait > 0) {
      await new Promise((go) => {
        setTimeout(go, wait);
      });
    }
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.timeout(limits.milliseconds),
        headers: { accept: 'application/json', 'user-agent': 'Guichet (clauses sociales)' },
      });
      if (response.status === 429) restUntil = performance.now() + restOf(response);
      return await readAnswer(response, limits.bytes);
    } catch {
      return { ok: false, because: 'failed' };
    }
  };
}

/** A loopback address is for tests: recorded hostile answers are played from this machine. */
function checkBase(text: string): URL {
  const base = new URL(text);
  const listed = base.protocol === 'https:' && base.port === '' && outsideHosts.includes(base.hostname);
  if (!listed && base.hostname !== '127.0.0.1') throw new TypeError('not one of the outside hosts');
  return base;
}

/** Spreads calls evenly; says how long to wait, or nothing when the queue is longer than our patience. */
function createTurns(limits: OutsideLimits): () => number | undefined {
  const gap = 1000 / limits.callsPerSecond;
  let next = 0;
  return () => {
    const now = performance.now();
    const turn = Math.max(now, next);
    if (turn - now > limits.patienceMilliseconds) return undefined;
    next = turn + gap;
    return turn - now;
  };
}

function restOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? '1');
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1) * 1000, longestRestMilliseconds) : 1000;
}

async function readAnswer(response: Response, maximumBytes: number): Promise<OutsideAnswer> {
  const refuse = async (because: 'status' | 'type'): Promise<OutsideAnswer> => {
    await response.body?.cancel();
    return { ok: false, because };
  };
  if (response.status !== 200) return refuse('status');
  if (!/^application\/(?:geo\+)?json\b/i.test(response.headers.get('content-type') ?? '')) return refuse('type');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Counted after decompression, so that a small answer cannot swell in memory.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) return { ok: false, because: 'size' };
    chunks.push(chunk);
  }
  try {
    return {
      ok: true,
      body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))),
    };
  } catch {
    return { ok: false, because: 'unreadable' };
  }
}

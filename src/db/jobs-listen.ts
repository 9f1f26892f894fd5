/** One direct connection that hears what the database announces; it comes back by itself when it is cut. */
import type { ClientConfig } from 'pg';
import { Client } from 'pg';

export interface Listener {
  listen(
    channel: string,
    onNotification: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

interface Hearing {
  onNotification(payload: string): void;
  onReconnect(): void;
}

const longestPause = 30_000;

/** What is announced during a cut is not repeated: each reconnection says so to every hearer. */
export function createListener(settings: ClientConfig): Listener {
  const channels = new Map<string, Hearing>();
  let current: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let pause = 1000;

  async function connect(): Promise<Client> {
    const client = new Client({ ...settings, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
    client.on('error', () => lost(client));
    client.on('end', () => lost(client));
    client.on('notification', ({ channel, payload = '' }) => channels.get(channel)?.onNotification(payload));
    current = client;
    await client.connect();
    for (const channel of channels.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    pause = 1000;
    return client;
  }

  function lost(client: Client): void {
    if (closed || current !== client) return;
    current = null;
    client.end().catch(() => undefined);
    timer = setTimeout(() => void comeBack(), pause);
    pause = Math.min(longestPause, pause * 2);
  }

  async function comeBack(): Promise<void> {
    try {
      await connect();
      for (const hearing of channels.values()) hearing.onReconnect();
    } catch {
      if (current !== null) lost(current);
    }
  }

  return {
    async listen(channel, onNotification, onReconnect) {
      channels.set(channel, { onNotification, onReconnect });
      if (current === null && timer === undefined) await connect();
      else await current?.query(`listen ${current.escapeIdentifier(channel)}`);
      return { close: async () => void channels.delete(channel) };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await current?.end().catch(() => undefined);
    },
  };
}

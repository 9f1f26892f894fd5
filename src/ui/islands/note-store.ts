/** The notes that wait on this telephone: written before anything is sent, forgotten once received. */

export interface KeptNote {
  /** Drawn with the form: the same note sent twice is received once. */
  key: string;
  /** Whose note it is: another account of this telephone never sends it. */
  owner: string;
  action: string;
  label: string;
  fields: [string, string][];
  at: number;
  tries: number;
  /** Why it could not be received, when it was not the network. */
  trouble?: 'refused' | 'conflict' | undefined;
}

/** Told to the other pages, so that nobody signs out over notes that wait. */
const flag = 'visites-en-attente';

export async function allNotes(): Promise<KeptNote[]> {
  const notes = await ask<KeptNote[]>('readonly', (store) => store.getAll());
  return notes.sort((one, other) => one.at - other.at);
}

export async function keepNote(note: KeptNote): Promise<void> {
  await ask('readwrite', (store) => store.put(note));
  await tell();
}

export async function dropNote(key: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(key));
  await tell();
}

export function waitingNotes(): number {
  return Number(localStorage.getItem(flag) ?? 0);
}

async function tell(): Promise<void> {
  const count = await ask<number>('readonly', (store) => store.count());
  if (count > 0) localStorage.setItem(flag, String(count));
  else localStorage.removeItem(flag);
}

function ask<Value>(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest): Promise<Value> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('guichet-visites', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('notes', { keyPath: 'key' }));
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('notes', mode);
      const asked = request(transaction.objectStore('notes'));
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve(asked.result as Value);
      });
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
  });
}

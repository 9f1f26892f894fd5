/** The visits of the day without network: notes are kept here first, then sent; each says where it stands. */
import { announce } from './announce.ts';
import type { KeptNote } from './note-store.ts';
import { allNotes, dropNote, keepNote } from './note-store.ts';
import { drawQueue } from './visits-queue.ts';

const path = '/visites/terrain';
/** Sent this often without being received, a note is shown to its author. */
const mostTries = 3;
/** A weak network does not always say that it is back. */
const nextTry = 20_000;

let page: HTMLElement;
let sending: Promise<void> | undefined;
let askedMeanwhile = false;
let said = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
const touched = new Set<HTMLFormElement>();

export function visits(): void {
  const found = document.querySelector<HTMLElement>('[data-visits]');
  if (found === null || !('indexedDB' in window)) return;
  page = found;
  void navigator.serviceWorker?.register('/visites/hors-ligne.js', { scope: '/visites' }).catch(() => undefined);
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-visit-note]')) {
    form.addEventListener('input', () => touched.add(form));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void noted(form);
    });
  }
  addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send();
  });
  void send();
}

/** On the telephone first: whatever happens next, the note is not lost. */
async function noted(form: HTMLFormElement): Promise<void> {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string');
  const value = (name: string) => fields.find(([field]) => field === name)?.[1] ?? '';
  await keepNote({
    key: value('note'),
    owner: page.dataset['owner'] ?? '',
    action: new URL(form.action).pathname,
    label: form.dataset['visitNote'] ?? '',
    fields: fields.filter(([name]) => name !== 'cle').map(([name, typed]) => [name, dated(name, typed)]),
    at: Date.now(),
    tries: 0,
  });
  touched.delete(form);
  form.closest('section')?.setAttribute('hidden', '');
  await draw();
  await send();
}

/** The day it is written, even on a page kept since another day. */
function dated(name: string, typed: string): string {
  return name === 'notedOn' ? new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' }) : typed;
}

/** Asked while a sending fails for want of network, it begins again once that one has ended. */
function send(): Promise<void> {
  if (sending !== undefined) {
    askedMeanwhile = true;
    return sending;
  }
  sending = sendAll().finally(() => {
    sending = undefined;
    if (!askedMeanwhile) return;
    askedMeanwhile = false;
    void send();
  });
  return sending;
}

async function sendAll(): Promise<void> {
  const fresh = await freshPage();
  const received = new Set((fresh ?? page).dataset['received']?.split(' '));
  for (const { key } of await allNotes()) if (received.has(key)) await dropNote(key);
  const notes = await mine();
  if (fresh !== null && fresh.dataset['owner'] === page.dataset['owner']) {
    let sent = 0;
    for (const note of notes.filter(({ trouble }) => trouble === undefined)) {
      const outcome = await post(note, fresh.dataset['key'] ?? '');
      if (outcome === 'lost') break;
      if (outcome === 'sent') sent += 1;
    }
    if (sent > 0 && touched.size === 0) return location.assign(path);
    if (sent > 0) announce('Note envoyée');
  }
  await draw(fresh !== null || notes.length === 0);
}

/** null: no network, or the session is over. */
async function freshPage(): Promise<HTMLElement | null> {
  try {
    const answer = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok || answer.redirected) return null;
    const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return read.querySelector<HTMLElement>('[data-visits]');
  } catch {
    return null;
  }
}

/** A redirection is the sign of a note received; the next page says which ones were. */
async function post(note: KeptNote, key: string): Promise<'sent' | 'lost' | 'troubled'> {
  try {
    const body = new URLSearchParams([...note.fields, ['cle', key]]);
    const answer = await fetch(note.action, { method: 'POST', body, redirect: 'manual' });
    if (answer.type === 'opaqueredirect') {
      const tries = note.tries + 1;
      await keepNote({ ...note, tries, trouble: tries >= mostTries ? 'refused' : undefined });
      return 'sent';
    }
    if (answer.status >= 500 || answer.status === 429) return 'lost';
    await keepNote({ ...note, trouble: answer.status === 409 ? 'conflict' : 'refused' });
    return 'troubled';
  } catch {
    return 'lost';
  }
}

async function mine(): Promise<KeptNote[]> {
  return (await allNotes()).filter(({ owner }) => owner === page.dataset['owner']);
}

async function draw(reached = false): Promise<void> {
  const all = await allNotes();
  const notes = all.filter(({ owner }) => owner === page.dataset['owner']);
  drawQueue(page, { notes, others: all.length - notes.length, reached, forget });
  const waiting = notes.filter(({ trouble }) => trouble === undefined).length;
  if (waiting > 0 && waiting !== said) announce(`${waiting} en attente d’envoi`);
  said = waiting;
  if (waiting === 0) return;
  clearTimeout(retry);
  retry = setTimeout(() => void send(), nextTry);
}

async function forget(key: string): Promise<void> {
  await dropNote(key);
  await draw();
}

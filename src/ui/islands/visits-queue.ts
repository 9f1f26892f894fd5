/** Draws the notes that wait on this telephone, and what may be done with those that could not be received. */
import type { KeptNote } from './note-store.ts';

interface Queue {
  notes: readonly KeptNote[];
  /** Notes of another account of this telephone: counted, never shown. */
  others: number;
  reached: boolean;
  forget(key: string): Promise<void>;
}

const clock = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', hour: '2-digit', minute: '2-digit' });

export function drawQueue(page: HTMLElement, { notes, others, reached, forget }: Queue): void {
  const place = page.querySelector<HTMLElement>('[data-visits-queue]');
  if (place === null) return;
  place.hidden = notes.length === 0 && others === 0;
  place.replaceChildren(...notes.map((note) => card(note, { page, reached, forget })));
  if (others > 0) {
    place.append(line('soft', `${others} note(s) d’un autre compte attendent sur ce téléphone, jusqu’à sa connexion.`));
  }
  for (const note of notes) {
    const id = note.action.split('/')[2];
    if (note.trouble === undefined) page.querySelector(`#visite-${id}`)?.setAttribute('hidden', '');
  }
}

function card(
  note: KeptNote,
  { page, reached, forget }: Pick<Queue, 'reached' | 'forget'> & { page: HTMLElement },
): HTMLElement {
  const made = document.createElement('section');
  made.className = `alert alert-${note.trouble === undefined ? 'attention' : 'problem'}`;
  const text = document.createElement('div');
  const title = document.createElement('h2');
  title.textContent = `${note.label}\u00A0: ${state(note)}`;
  text.append(title, line('', `Notée ${clock.format(note.at)}. ${why(note, reached)}`));
  made.append(text);
  if (note.trouble === 'conflict') {
    text.append(link(note.action.replace(/\/noter$/u, ''), 'Comparer les deux versions', () => forget(note.key)));
  }
  if (note.trouble === 'refused') {
    text.append(
      button('Ouvrir et corriger', () => sendByHand(page, note)),
      ' ',
      button('Effacer cette note', () => forget(note.key)),
    );
  }
  return made;
}

function state({ trouble }: KeptNote): string {
  if (trouble === 'conflict') return 'visite changée entre-temps';
  return trouble === 'refused' ? 'note à corriger' : 'en attente d’envoi';
}

function why({ trouble }: KeptNote, reached: boolean): string {
  if (trouble === 'conflict') return 'Votre note est arrivée et gardée à côté de l’autre.';
  if (trouble === 'refused') return 'Guichet ne l’a pas acceptée telle quelle.';
  return reached ? 'Elle part maintenant.' : 'Pas de réseau, ou session terminée\u00A0: elle partira à la reconnexion.';
}

/** As an ordinary form: the page that answers says what is wrong, with what was typed. */
function sendByHand(page: HTMLElement, { action, fields }: KeptNote): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  for (const [name, value] of [...fields, ['cle', page.dataset['key'] ?? '']]) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name ?? '';
    field.value = value ?? '';
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

function line(style: string, text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = style;
  made.textContent = text;
  return made;
}

function button(text: string, act: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'link-button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

function link(href: string, text: string, act: () => Promise<void>): HTMLElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  made.addEventListener('click', (event) => {
    event.preventDefault();
    void act().then(() => location.assign(href));
  });
  return made;
}

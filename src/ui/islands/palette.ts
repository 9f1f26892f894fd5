/** The palette of Ctrl K: actions, markets, people and firms from /recherche.json, in a modal combobox. */
import { announce } from './announce.ts';
import { element, listbox } from './listbox.ts';
import type { Item } from './listbox.ts';

let dialog: HTMLDialogElement | undefined;
let restart: () => void = () => {};

export function openPalette(): void {
  dialog ??= build();
  if (dialog.open) return;
  dialog.showModal();
  restart();
}

function build(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'dialog palette';
  made.setAttribute('aria-label', 'Rechercher ou aller à');
  const input = document.createElement('input');
  input.type = 'text';
  input.autocomplete = 'off';
  input.placeholder = 'Rechercher ou aller à…';
  input.setAttribute('aria-label', 'Rechercher ou aller à');
  const list = element('div', 'palette-list');
  list.id = 'palette-liste';
  list.setAttribute('aria-label', 'Résultats');
  const search = element('div', 'palette-search');
  const loupe = document.querySelector('.search .icon')?.cloneNode(true);
  search.append(...(loupe ? [loupe] : []), input);
  made.append(
    search,
    list,
    element('p', 'palette-note', 'Flèches pour choisir, Entrée pour ouvrir, Échap pour fermer.'),
  );
  document.body.append(made);
  const control = listbox({
    input,
    list,
    load: results,
    firstIsActive: true,
    choose: (item) => {
      made.close();
      if (item.href) location.assign(item.href);
    },
    say: (count) => announce(count === 0 ? 'Aucun résultat' : `${count} résultat${count > 1 ? 's' : ''}`),
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.defaultPrevented)
      location.assign(`/recherche?q=${encodeURIComponent(input.value)}`);
    if (event.key === 'Escape') made.close();
  });
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  restart = () => {
    input.value = '';
    control.open();
  };
  return made;
}

async function results(query: string): Promise<Item[]> {
  const response = await fetch(`/recherche.json?q=${encodeURIComponent(query)}`, {
    headers: { accept: 'application/json' },
  });
  if (!response.ok) return [];
  const { results: found = [] } = (await response.json()) as { results?: Item[] };
  return found;
}

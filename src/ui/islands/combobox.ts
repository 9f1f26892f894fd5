/** The strict choice in a remote list: typing asks, choosing fills the hidden value, typing again empties it. */
import { announce } from './announce.ts';
import { element, listbox } from './listbox.ts';
import type { Item } from './listbox.ts';

export function comboboxes(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-combobox]')) combobox(box);
}

function combobox(box: HTMLElement): void {
  const name = box.dataset['name'] ?? '';
  const input = box.querySelector<HTMLInputElement>('input[type="text"]');
  if (!input) return;
  const value = hiddenValue(box, name);
  const list = element('div', 'combobox-list');
  list.id = `${name}-liste`;
  list.hidden = true;
  list.setAttribute('aria-label', input.labels?.[0]?.textContent?.trim() ?? 'Propositions');
  box.append(list);
  let chosen = input.value;
  const control = listbox({
    input,
    list,
    load: (query) => (query.length < 2 ? Promise.resolve([]) : options(box.dataset['combobox'] ?? '', query)),
    choose: (item) => {
      value.value = item.value ?? '';
      chosen = item.label;
      input.value = item.label;
      value.dispatchEvent(new Event('change', { bubbles: true }));
    },
    say: (count) => {
      if (input.value.trim().length >= 2)
        announce(count === 0 ? 'Aucun résultat' : `${count} proposition${count > 1 ? 's' : ''}`);
    },
  });
  input.addEventListener('input', () => {
    if (input.value !== chosen) value.value = '';
  });
  input.addEventListener('blur', () => control.close());
}

/** Where the server listed matches in a select, the hidden value takes its place. */
function hiddenValue(box: HTMLElement, name: string): HTMLInputElement {
  const found = box.querySelector<HTMLInputElement>('input[type="hidden"]');
  if (found) return found;
  const value = document.createElement('input');
  value.type = 'hidden';
  value.name = name;
  const select = box.querySelector('select');
  value.value = select?.value ?? '';
  select?.replaceWith(value);
  return value;
}

async function options(source: string, query: string): Promise<Item[]> {
  const url = new URL(source, location.href);
  url.searchParams.set('q', query);
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) return [];
  const { options: found = [] } = (await response.json()) as { options?: Item[] };
  return found;
}

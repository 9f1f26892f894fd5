/** A text field that drives a list of suggestions, after the ARIA combobox pattern: the focus never leaves the field. */

export interface Item {
  label: string;
  detail?: string;
  group?: string;
  value?: string;
  href?: string;
}

export interface ListboxSettings {
  input: HTMLInputElement;
  list: HTMLElement;
  load(query: string): Promise<Item[]>;
  choose(item: Item): void;
  /** Enter opens the first answer to what was typed. */
  firstIsActive?: true;
  say(count: number): void;
}

export function listbox({ input, list, load, choose, say, firstIsActive }: ListboxSettings): {
  open(): void;
  close(): void;
} {
  let items: Item[] = [];
  let active = -1;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  list.setAttribute('role', 'listbox');
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ]) {
    input.setAttribute(name ?? '', value ?? '');
  }

  const close = () => {
    clearTimeout(timer);
    asked++;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };
  const activate = (index: number) => {
    active = index;
    const options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
    for (const [place, option] of options.entries()) option.setAttribute('aria-selected', String(place === index));
    const option = options[index];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const search = async () => {
    const mine = ++asked;
    const found = await load(input.value.trim()).catch(() => []);
    if (mine !== asked) return;
    items = found;
    list.replaceChildren(...drawn(items, list.id));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    activate(firstIsActive && items.length > 0 && input.value.trim() !== '' ? 0 : -1);
    say(items.length);
  };
  const pick = (index: number) => {
    const item = items[index];
    if (!item) return;
    close();
    choose(item);
  };

  input.addEventListener('input', () => {
    activate(-1);
    clearTimeout(timer);
    timer = setTimeout(() => void search(), 180);
  });
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void search();
      else activate(nextPlace({ active, count: items.length, step: key === 'ArrowDown' ? 1 : -1 }));
    } else if (key === 'Enter' && !list.hidden && active >= 0) {
      event.preventDefault();
      pick(active);
    } else if (key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
    if (option) pick(Number(option.dataset['place']));
  });
  return { open: () => void search(), close };
}

export function nextPlace({ active, count, step }: { active: number; count: number; step: 1 | -1 }): number {
  if (count === 0) return -1;
  if (active < 0) return step === 1 ? 0 : count - 1;
  return (active + step + count) % count;
}

function drawn(items: Item[], id: string): HTMLElement[] {
  const lines: HTMLElement[] = [];
  let group = '';
  for (const [place, item] of items.entries()) {
    if (item.group && item.group !== group) {
      group = item.group;
      lines.push(element('div', 'palette-group', group));
      lines.at(-1)?.setAttribute('role', 'presentation');
    }
    const option = element('div', 'option', item.label);
    option.id = `${id}-${place}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset['place'] = String(place);
    if (item.detail) option.append(element('small', '', item.detail));
    lines.push(option);
  }
  return lines;
}

export function element(tag: string, name: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}

/** Sorts, filters and turns pages without reloading: same addresses, same server page; on any trouble, the plain way. */
import { announce } from './announce.ts';
import { prepareSelection } from './selection.ts';

let running: AbortController | undefined;

export function fragments(): void {
  document.addEventListener('click', followLink);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filters]')) quickFilters(form);
  addEventListener('popstate', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filters]'))
      fillFrom(form, location.search);
    void show(location.href, 'none');
  });
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.closest('[data-fragment] thead, [data-fragment] .pages, [data-swap]') || link.origin !== location.origin)
    return;
  if (link.pathname !== location.pathname) return;
  event.preventDefault();
  void show(link.href, 'push');
}

function quickFilters(form: HTMLFormElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(addressOf(form), 'replace'), wait);
  };
  form.addEventListener('input', ({ target }) => later(target instanceof HTMLSelectElement ? 0 : 180));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    later(0);
  });
}

/** The fields win over the address, which keeps the sort; a new filter starts at the first page. */
export function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.action);
  const fields = new FormData(form);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (!fields.has(name) && name !== 'apres' && name !== 'avant' && !form.elements.namedItem(name))
      url.searchParams.append(name, value);
  }
  const sort = new URLSearchParams(location.search).get('tri');
  for (const [name, value] of fields)
    if (typeof value === 'string' && value !== '' && name !== 'tri') url.searchParams.append(name, value);
  if (sort) url.searchParams.set('tri', sort);
  return url.href;
}

async function show(url: string, history: 'push' | 'replace' | 'none'): Promise<void> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const lists = document.querySelectorAll('[data-fragment]');
  for (const list of lists) list.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(url, { signal: mine.signal, headers: { accept: 'text/html' } });
    if (!response.ok || response.redirected) throw new Error('plain navigation');
    put(new DOMParser().parseFromString(await response.text(), 'text/html'));
    if (history === 'push') window.history.pushState(null, '', url);
    if (history === 'replace') window.history.replaceState(null, '', url);
  } catch {
    if (!mine.signal.aborted) location.assign(url);
  }
}

function put(page: Document): void {
  const focused = document.activeElement?.id;
  const olds = [...document.querySelectorAll('[data-fragment][id], [data-swap][id]')];
  const pairs = olds.map((old) => ({ old, fresh: page.getElementById(old.id) }));
  if (pairs.some(({ fresh }) => fresh === null)) throw new Error('plain navigation');
  for (const { old, fresh } of pairs) if (fresh) old.replaceWith(fresh);
  document.title = page.title;
  prepareSelection(document);
  if (focused && document.activeElement?.id !== focused)
    document.getElementById(focused)?.focus({ preventScroll: true });
  const summary = document.querySelector('[data-fragment] .table-summary');
  announce((summary ?? document.querySelector('[data-fragment]'))?.textContent?.trim().slice(0, 200) ?? '');
}

function fillFrom(form: HTMLFormElement, search: string): void {
  const query = new URLSearchParams(search);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = query.get(field.name) ?? '';
  }
}

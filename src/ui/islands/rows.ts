/** A list of work without a mouse: arrows or j and k walk its rows, Enter opens, x ticks; only while the focus is in the list. */

export function rows(): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const list = target.closest('[data-rows]');
    if (list === null || isTyping(target)) return;
    if (key === 'j' || key === 'ArrowDown') walk(list, { from: target, step: 1, event });
    else if (key === 'k' || key === 'ArrowUp') walk(list, { from: target, step: -1, event });
    else if (key === 'x') tick(target);
  });
}

function walk(list: Element, { from, step, event }: { from: HTMLElement; step: 1 | -1; event: KeyboardEvent }): void {
  const links = [...list.querySelectorAll<HTMLElement>('tbody th a')];
  const row = from.closest('tbody tr');
  const here = links.findIndex((link) => row?.contains(link));
  const next = here === -1 ? links[0] : links[here + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function tick(from: HTMLElement): void {
  from.closest('tr')?.querySelector<HTMLInputElement>('.row-check')?.click();
}

function isTyping(target: HTMLElement): boolean {
  return target.matches('select, textarea, input:not([type=checkbox])');
}

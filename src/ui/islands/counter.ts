/** Counts the characters of limited texts while they are typed. */

export function counters(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset['limit'])
      count(target, Number(target.dataset['limit']));
  });
}

function count(area: HTMLTextAreaElement, limit: number): void {
  const counter = document.getElementById(`${area.id}-reste`);
  if (!counter) return;
  const used = [...area.value].length;
  counter.textContent = `${used.toLocaleString('fr-FR')} / ${limit.toLocaleString('fr-FR')} caractères`.replaceAll(
    '\u202F',
    '\u00A0',
  );
  counter.toggleAttribute('data-over', used > limit);
}

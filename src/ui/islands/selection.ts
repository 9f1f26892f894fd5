/** "Tout sélectionner": the box of the head follows, and leads, the boxes of the rows. */

export function selection(): void {
  prepareSelection(document);
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const table = target.closest('table');
    const all = table?.querySelector<HTMLInputElement>('[data-check-all] input');
    if (!table || !all) return;
    const rows = [...table.querySelectorAll<HTMLInputElement>('.row-check')];
    if (target === all) for (const row of rows) row.checked = all.checked;
    const ticked = rows.filter((row) => row.checked).length;
    all.checked = ticked > 0 && ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
  });
}

export function prepareSelection(root: ParentNode): void {
  for (const label of root.querySelectorAll<HTMLElement>('[data-check-all]')) label.hidden = false;
}

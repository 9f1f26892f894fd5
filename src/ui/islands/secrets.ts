/** Copies a secret shown once, and shows a password on demand. */

export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLElement): Promise<void> {
  const status = button.parentElement?.querySelector('[data-copy-status]');
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    if (status) status.textContent = 'Copié';
  } catch {
    if (status) status.textContent = 'Sélectionnez le texte pour le copier';
  }
}

export function showPasswordButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-show]')) {
    const field = document.getElementById(button.dataset['show'] ?? '');
    if (!(field instanceof HTMLInputElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => show(button, field, field.type === 'password'));
    field.form?.addEventListener('submit', () => show(button, field, false));
  }
}

function show(button: HTMLElement, field: HTMLInputElement, visible: boolean): void {
  field.type = visible ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(visible));
}

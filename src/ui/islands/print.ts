/** Buttons that print the page: without scripts they stay hidden, and the browser's own menu prints the same. */

export function printButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

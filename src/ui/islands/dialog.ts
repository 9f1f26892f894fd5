/** Turns the popovers that ask for a confirmation into modal dialogs, which keep the focus inside. */

export function dialogs(): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const opener = target.closest<HTMLElement>('[data-dialog]');
    const closer = target.closest<HTMLElement>('[data-close]');
    const dialog = document.getElementById(opener?.dataset['dialog'] ?? closer?.dataset['close'] ?? '');
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.removeAttribute('popover');
      if (opener) dialog.showModal();
      else dialog.close();
    } else if (target instanceof HTMLDialogElement && target.open && isOutside(event, target)) {
      target.close();
    }
  });
}

/** A press on the veil lands on the dialog itself, out of its box. */
function isOutside({ clientX, clientY }: MouseEvent, dialog: HTMLDialogElement): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** The only script every page loads: small comforts at once, heavier islands when the page holds what they serve. */
import { announceMessage } from './announce.ts';
import { counters } from './counter.ts';
import { dialogs } from './dialog.ts';
import { printButtons } from './print.ts';
import { copyButtons, showPasswordButtons } from './secrets.ts';
import { selection } from './selection.ts';
import { submitOnce } from './submit-once.ts';

document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
announceMessage();
counters();
dialogs();
copyButtons();
printButtons();
showPasswordButtons();
selection();
submitOnce();
paletteOnDemand();

if (document.querySelector('[data-fragment]')) void import('./fragment.ts').then(({ fragments }) => fragments());
if (document.querySelector('[data-rows]')) void import('./rows.ts').then(({ rows }) => rows());
if (document.querySelector('[data-combobox]')) void import('./combobox.ts').then(({ comboboxes }) => comboboxes());
if (document.querySelector('[data-draft]')) void import('./draft.ts').then(({ drafts }) => drafts());
if (document.querySelector('[data-adds]')) void import('./hours-total.ts').then(({ hoursTotals }) => hoursTotals());
if (document.querySelector('[data-visits]')) void import('./visits.ts').then(({ visits }) => visits());
if (localStorage.getItem('visites-en-attente')) void import('./visits-kept.ts').then(({ keepNotes }) => keepNotes());
if (document.querySelector('[data-passkey]')) void import('./passkey.ts').then(({ passkeys }) => passkeys());

/** Ctrl K anywhere, or a press on the search: keyboard focus alone never opens anything. */
function paletteOnDemand(): void {
  const doors = document.querySelectorAll<HTMLElement>('[data-palette]');
  if (doors.length === 0) return;
  const open = (event: Event) => {
    event.preventDefault();
    void import('./palette.ts').then(({ openPalette }) => openPalette());
  };
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k')
      open(event);
  });
  for (const door of doors) {
    door.addEventListener(door instanceof HTMLInputElement ? 'mousedown' : 'click', open);
  }
}

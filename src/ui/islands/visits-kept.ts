/** Signing out forgets this telephone: whoever has notes that wait is told first. */
import { waitingNotes } from './note-store.ts';

export function keepNotes(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/deconnexion"]')) {
    form.addEventListener('submit', (event) => {
      const count = waitingNotes();
      const lost =
        count === 1 ? 'Une note de visite n’est pas partie' : `${count}\u00A0notes de visite ne sont pas parties`;
      if (count > 0 && !confirm(`${lost}. La déconnexion les efface. Se déconnecter quand même\u00A0?`)) {
        event.preventDefault();
      }
    });
  }
}

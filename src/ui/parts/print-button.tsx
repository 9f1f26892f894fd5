/** Prints the page as its print view: tables opened, menus away. Shown where scripts run. */
import { Icon } from '#ui/icons.tsx';

export function PrintButton({ label = 'Imprimer' }: { label?: string }) {
  return (
    <button type="button" class="button" data-print hidden>
      <Icon name="printer" />
      {label}
    </button>
  );
}

/** A secret shown once: selectable whole, copied by a button where scripts run. */
import { Icon } from '#ui/icons.tsx';

export function SecretOnce({ label, secret }: { label: string; secret: string }) {
  return (
    <div class="field">
      <p class="label">{label}</p>
      <p class="help">Notez-le maintenant : il ne sera plus affiché.</p>
      <div class="secret">
        <code>{secret}</code>
        <button type="button" class="button" data-copy={secret} hidden>
          <Icon name="copy" />
          Copier
        </button>
        <span class="soft" role="status" data-copy-status></span>
      </div>
    </div>
  );
}

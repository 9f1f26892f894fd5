/**
 * Creates or uses a passkey. The island reads the options (JSON of @simplewebauthn/server, given or fetched by POST),
 * asks the browser, puts the answer as JSON in the hidden field and sends the form around it.
 */
import { Icon } from '#ui/icons.tsx';

export interface PasskeyButtonProps {
  kind: 'create' | 'get';
  /** The hidden field that will carry the answer. */
  field: string;
  options?: object | undefined;
  optionsUrl?: string | undefined;
  label?: string | undefined;
}

export function PasskeyButton({ kind, field, options, optionsUrl, label }: PasskeyButtonProps) {
  return (
    <div class="passkey">
      <input type="hidden" name={field} value="" />
      <button
        type="button"
        class="button"
        hidden
        data-passkey={kind}
        data-field={field}
        data-options={options && JSON.stringify(options)}
        data-options-url={optionsUrl}
      >
        <Icon name="fingerprint-pattern" />
        {label ?? (kind === 'create' ? 'Créer une clé d’accès' : 'Utiliser une clé d’accès')}
      </button>
      <p class="error" role="alert" data-passkey-problem></p>
      <noscript>
        <p class="soft">Les clés d’accès demandent JavaScript. Votre mot de passe et votre code restent utilisables.</p>
      </noscript>
    </div>
  );
}

/** Airy or dense rows: a preference kept by the server, changed by a form of two buttons. */

export interface DensitySwitchProps {
  density: 'normal' | 'compact';
  action: string;
  formKey: string;
  /** Where to come back. */
  url: string;
}

export function DensitySwitch({ density, action, formKey, url }: DensitySwitchProps) {
  return (
    <form class="inline-form" method="post" action={action}>
      <input type="hidden" name="cle" value={formKey} />
      <input type="hidden" name="retour" value={url} />
      <div class="density" role="group" aria-label="Hauteur des lignes">
        {(['normal', 'compact'] as const).map((choice) => (
          <button type="submit" name="density" value={choice} aria-pressed={density === choice ? 'true' : 'false'}>
            {choice === 'normal' ? 'Aéré' : 'Dense'}
          </button>
        ))}
      </div>
    </form>
  );
}

/** The list of what prevents saving, first on the page, focused, each line a link to its field. */
import type { FieldError } from '#ui/form-state.ts';
import { counted } from '#ui/french.ts';

export function ErrorSummary({
  errors,
  page,
  blocked = 'l’enregistrement',
}: {
  errors: readonly FieldError[];
  page?: string | undefined;
  /** What cannot happen yet. */
  blocked?: string | undefined;
}) {
  const title = `${counted(errors.length, 'erreur')} ${errors.length < 2 ? 'empêche' : 'empêchent'} ${blocked}`;
  return (
    <section class="summary-errors" aria-labelledby="titre-erreurs" tabindex={-1} autofocus data-error-summary>
      <h2 id="titre-erreurs">{title}</h2>
      <ul class="errors">
        {errors.map(({ field, text }) => (
          <li>{page === undefined || page.includes(`id="${field}"`) ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </section>
  );
}

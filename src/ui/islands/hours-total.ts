/** Adds up the hours of a form while they are typed, read by the same rule as the server. */
import { formatMinutes, parseTypedHours } from '#domain/minutes.ts';

export function hoursTotals(): void {
  for (const output of document.querySelectorAll<HTMLOutputElement>('output[data-adds]')) {
    const form = document.getElementById(output.dataset['adds'] ?? '');
    form?.addEventListener('input', () => {
      output.value = totalOf([...form.querySelectorAll<HTMLInputElement>('input[name^="heures-"]')]);
    });
  }
}

/** A line that cannot be read yet adds nothing: the server says what is wrong with it. */
function totalOf(fields: readonly HTMLInputElement[]): string {
  let minutes = 0;
  for (const { value } of fields) {
    const read = parseTypedHours(value);
    if (read.ok) minutes += read.value;
  }
  return formatMinutes(minutes);
}

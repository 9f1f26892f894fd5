/** Keeps a draft on this machine for forms that ask for it, and always says so. */

const shown = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });

interface Draft {
  at: number;
  values: [string, string][];
}

export function drafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keepDraft(form);
}

function keepDraft(form: HTMLFormElement): void {
  const key = `brouillon:${form.dataset['draft']}`;
  const note = form.querySelector<HTMLElement>('[data-draft-note]');
  const kept = read(key);
  if (kept && !document.querySelector('[data-error-summary]')) offer({ form, key, note, kept });
  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const at = Date.now();
      localStorage.setItem(key, JSON.stringify({ at, values: typed(form) } satisfies Draft));
      if (note) note.textContent = `Brouillon enregistré à ${shown.format(at)}`;
    }, 600);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    localStorage.removeItem(key);
  });
}

/** A draft is proposed, never put back silently. */
function offer({
  form,
  key,
  note,
  kept,
}: {
  form: HTMLFormElement;
  key: string;
  note: HTMLElement | null;
  kept: Draft;
}): void {
  if (!note) return;
  const take = button('Le reprendre', () => {
    put(form, kept.values);
    note.textContent = 'Brouillon repris';
  });
  const drop = button('L’effacer', () => {
    localStorage.removeItem(key);
    note.textContent = 'Brouillon effacé';
  });
  note.replaceChildren(`Un brouillon de ${shown.format(kept.at)} existe. `, take, ' ', drop);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'link-button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

/** Neither hidden fields, nor secrets, nor files. */
function typed(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] => {
    const field = form.elements.namedItem(name);
    const secret = field instanceof HTMLInputElement && ['hidden', 'password', 'file'].includes(field.type);
    return typeof value === 'string' && !secret ? [[name, value]] : [];
  });
}

function put(form: HTMLFormElement, values: [string, string][]): void {
  for (const field of form.elements) {
    const sent = values.filter(([name]) => 'name' in field && name === field.name).map(([, value]) => value);
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
      field.checked = sent.includes(field.value);
    } else if (
      sent[0] !== undefined &&
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    ) {
      field.value = sent[0];
    }
  }
}

function read(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

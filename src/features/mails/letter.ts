/** Composes a letter: the same words as plain text and as simple HTML that any mail reader and any screen reader opens. */
import { html } from 'hono/html';
import type { FactName, Facts, Template } from './template.ts';

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export async function composeLetter(
  template: Template,
  { facts, address }: { facts: Facts; address: string },
): Promise<Letter> {
  const subject = spaced(template.subject);
  const paragraphs = template.says(declared(template, facts)).map(spaced);
  const label = spaced(template.link.label);
  const why = spaced(template.why);
  const ask = spaced(template.ask);
  const text = ['Bonjour,', ...paragraphs, `${label}\u00A0:\n${address}`, 'Guichet', '-- ', `${why}\n${ask}`].join(
    '\n\n',
  );
  const page = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        <h1>${subject}</h1>
        <p>Bonjour,</p>
        ${paragraphs.map((paragraph) => html`<p>${paragraph}</p> `)}
        <p><a href="${address}">${label}</a></p>
        <p>Si le lien ne s’ouvre pas, copiez cette adresse dans votre navigateur&nbsp;:<br />${address}</p>
        <p>Guichet</p>
        <hr />
        <p>
          <small>${why}<br />${ask}</small>
        </p>
      </body>
    </html>`;
  return { subject, text, html: (await page).toString() };
}

/** A template sees the facts it declares, and nothing in the place of the others. */
function declared({ uses }: Template, facts: Facts): Facts {
  const seen = Object.entries(facts).map(([name, fact]) => [name, uses.includes(name as FactName) ? fact : '']);
  return Object.fromEntries(seen) as Facts;
}

function spaced(sentence: string): string {
  return sentence.replaceAll('~', '\u00A0');
}

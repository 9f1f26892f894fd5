/** A form says what is wrong, where, in the order of its fields, and loses nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormState } from './form.tsx';
import {
  CheckboxField,
  Combobox,
  DateField,
  Form,
  PasswordField,
  RadioCards,
  SelectField,
  TextArea,
  TextField,
} from './form.tsx';
import { drawn } from './drawn.ts';

const state: FormState = {
  values: { objet: 'Col"lège', 'acheteur-texte': 'Vil', secret: 'jamais' },
  errors: [
    { field: 'fin', text: 'Saisissez la date de fin, par exemple 31/12/2028.' },
    { field: 'objet', text: 'Décrivez l’objet.' },
  ],
};

const form = drawn(
  <Form action="/marches" formKey="k1" version={7} state={state} submit="Enregistrer">
    <TextField name="objet" label="Objet" help="Tel qu’écrit." state={state} />
    <DateField name="fin" label="Fin" state={state} />
    <TextField name="note" label="Note" optional state={state} />
  </Form>,
);

test('the summary counts the errors, lists them in field order and links them', () => {
  assert.match(form, /2\u00A0erreurs empêchent l’enregistrement/u);
  assert.ok(form.indexOf('href="#objet"') > 0);
  assert.ok(form.indexOf('href="#objet"') < form.indexOf('href="#fin"'));
});

test('one error is singular, and an error of no field is said without a link', () => {
  const html = drawn(
    <Form action="/" formKey="k" state={{ values: {}, errors: [{ field: 'ailleurs', text: 'Trop tard.' }] }} />,
  );
  assert.match(html, /1\u00A0erreur empêche/u);
  assert.match(html, /<li>Trop tard\.<\/li>/u);
});

test('a wrong field is tied to its help and its error, and keeps what was typed', () => {
  assert.match(
    form,
    /<input id="objet" name="objet" aria-describedby="objet-aide objet-erreur" aria-invalid="true"[^>]*value="Col&quot;lège"/u,
  );
  assert.match(form, /id="objet-erreur".*Décrivez l’objet\./su);
  assert.match(form, /<label class="label" for="objet">/u);
});

test('the key and the version travel hidden, and optional fields say so', () => {
  assert.match(form, /<input type="hidden" name="cle" value="k1"/u);
  assert.match(form, /<input type="hidden" name="version" value="7"/u);
  assert.match(form, /Note<span class="soft"> \(facultatif\)/u);
  assert.doesNotMatch(form, /id="note"[^>]*aria-required/u);
});

test('a password is never drawn again', () => {
  assert.doesNotMatch(drawn(<PasswordField name="secret" label="Mot de passe" state={state} />), /jamais/u);
});

test('choices keep what was sent over what was stored', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const sent: FormState = { values: { choix: 'b' }, errors: [] };
  assert.match(
    drawn(<RadioCards name="choix" label="Choix" options={options} state={sent} value="a" />),
    /value="b" checked=""/u,
  );
  assert.match(
    drawn(<SelectField name="choix" label="Choix" options={options} state={sent} value="a" />),
    /<option value="b" selected="">/u,
  );
  assert.match(drawn(<CheckboxField name="oui" label="Oui" checked />), /checked=""/u);
});

test('a text area keeps its first empty line and counts characters, not code units', () => {
  const html = drawn(<TextArea name="t" label="T" limit={10} value={'\né😀'} />);
  assert.match(html, />\n\né😀<\/textarea>/u);
  assert.match(html, /3 \/ 10 caractères/u);
});

test('a combobox works without scripts: typed text, a search button, then the matches', () => {
  const html = drawn(
    <Combobox
      name="acheteur"
      label="Acheteur"
      source="/a.json"
      state={state}
      matches={[{ value: '9', label: 'Ville' }]}
    />,
  );
  assert.match(html, /name="acheteur-texte"[^>]*value="Vil"/u);
  assert.match(html, /<noscript><button type="submit" class="button" name="chercher" value="acheteur">/u);
  assert.match(html, /<select class="input" name="acheteur".*<option value="9">Ville/su);
});

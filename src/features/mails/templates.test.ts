/** Letters say only what they declare, in plain French, and nothing read elsewhere reaches a header or the markup. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, sources } from '#tests/architecture/source-tree.ts';
import { templates } from './catalogue.ts';
import { composeLetter } from './letter.ts';
import type { FactName, Facts, Template } from './template.ts';

const names: readonly FactName[] = [
  'organisation',
  'kind',
  'position',
  'device',
  'change',
  'decision',
  'answer',
  'work',
  'owed',
  'candidates',
  'post',
  'due',
];
const marked = Object.fromEntries(names.map((name) => [name, `fact-${name}`])) as Facts;
/** What may be unknown is empty; the others always have their words. */
const nothing: Facts = {
  organisation: '',
  kind: '',
  position: '',
  device: '',
  change: 'a changé',
  decision: 'une action importante',
  answer: 'traitée',
  work: '',
  owed: '',
  candidates: '',
  post: '',
  due: '',
};
const address = 'https://guichet.example/page';
const letters: readonly [string, Template][] = Object.entries(templates);

const wanted = [
  'account-ending',
  'administrator-reset',
  'agreement-answered',
  'agreement-ended',
  'agreement-to-sign',
  'approval-asked',
  'approval-decided',
  'candidate-presented',
  'candidate-reminder',
  'contract-ending',
  'contract-ending-link',
  'declaration-link',
  'declaration-reminder',
  'declaration-sent-back',
  'email-change',
  'email-changed-notice',
  'exit-question',
  'invitation',
  'invitation-new-asked',
  'link-accepted',
  'link-invited',
  'link-revoked',
  'member-suspended',
  'need-spread',
  'new-device',
  'organisation-closed',
  'own-contact-changed',
  'partner-key-created',
  'passkey-added',
  'password-changed',
  'password-reset',
  'person-space',
  'referral-link',
  'referral-news',
  'referral-news-link',
  'refusal-answered',
  'refusal-proposed',
  'request-answered',
  'request-erased',
  'request-received',
  'retention-notice',
  'second-factor-changed',
  'sign-in-link',
];

test('the catalogue holds every letter the product posts', () => {
  assert.deepEqual(Object.keys(templates).toSorted(), wanted);
});

test('every letter a story posts is in the catalogue', () => {
  const posted = sources('src/features')
    .filter(({ file }) => !isTest(file) && !file.startsWith('src/features/mails/'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/\btemplate: '([a-z-]+)'/gu)].map(([, code = '']) => ({ file, code })),
    );
  assert.ok(posted.length > 3, 'the scan finds the stories');
  assert.deepEqual(
    posted.filter(({ code }) => !wanted.includes(code)),
    [],
  );
});

test('a letter prints each fact it declares and none it does not', async () => {
  for (const [code, template] of letters) {
    const { text, html } = await composeLetter(template, { facts: marked, address });
    for (const name of names) {
      const declared = template.uses.includes(name);
      assert.equal(text.includes(marked[name]), declared, `${code}: ${name} in the text`);
      assert.equal(html.includes(marked[name]), declared, `${code}: ${name} in the page`);
    }
  }
});

test('a subject never depends on a fact and fits on one line', async () => {
  for (const [code, template] of letters) {
    const one = await composeLetter(template, { facts: marked, address });
    const other = await composeLetter(template, { facts: nothing, address });
    assert.equal(one.subject, other.subject, code);
    assert.ok(one.subject.length <= 60, code);
    assert.doesNotMatch(one.subject, /[\p{Cc}\p{Zl}\p{Zp}~]/u, code);
  }
});

test('what a fact holds cannot add markup', async () => {
  const hostile = Object.fromEntries(names.map((name) => [name, '<img src=x onerror=alert(1)>"&'])) as Facts;
  for (const [code, template] of letters) {
    const { html } = await composeLetter(template, { facts: hostile, address });
    assert.doesNotMatch(html, /<img/u, code);
  }
});

test('letters hold no address, telephone or name of their own', async () => {
  for (const [code, template] of letters) {
    const { text, html } = await composeLetter(template, { facts: nothing, address });
    assert.doesNotMatch(text, /@|\b0\d(?:[ .\u00A0]?\d\d){4}\b|\b\+33/u, code);
    assert.doesNotMatch(`${text}${html}`, /undefined|null|\[object|\{\w+\}/u, code);
  }
});

test('French typography: a non-breaking space before double marks and inside guillemets', async () => {
  for (const [code, template] of letters) {
    for (const facts of [marked, nothing]) {
      const { text } = await composeLetter(template, { facts, address });
      const words = text.replaceAll(address, '');
      assert.doesNotMatch(words, /[^\u00A0][:;?!%»]|«[^\u00A0]|~| {2}| [.,]/u, `${code}: ${words}`);
    }
  }
});

test('a letter says why it came and whom to ask, in both forms, with its language and its link', async () => {
  for (const [code, template] of letters) {
    const { text, html } = await composeLetter(template, { facts: marked, address });
    for (const form of [text, html]) {
      assert.match(form, /Vous recevez ce message parce que/u, code);
      assert.ok(form.includes(template.ask.replaceAll('~', '\u00A0')), code);
      assert.ok(form.includes(address), code);
    }
    assert.match(html, /<html lang="fr">/u, code);
    assert.doesNotMatch(html, /style=|<script|<img|<link/u, code);
  }
});

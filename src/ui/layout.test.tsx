/** The frame of a page says who, where, and what was done, without anything inline. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageProps } from './layout.tsx';
import { Page } from './layout.tsx';
import { currentHref } from '#ui/frame/side-navigation.tsx';
import { initials } from '#ui/frame/user-menu.tsx';
import { StylesPage } from './styles-page.tsx';

const props: PageProps = {
  title: 'Marchés',
  path: '/marches/12',
  viewer: {
    name: 'Nadia Berthelot',
    organisation: 'Maison de l’emploi',
    role: 'Facilitatrice',
    canSwitch: true,
    key: 'cle-sortie',
  },
  navigation: [
    { href: '/', label: 'Accueil', icon: 'layout-dashboard' },
    { href: '/marches', label: 'Marchés', icon: 'file-text', count: 3 },
  ],
  preferences: { theme: 'dark', density: 'compact', font: 'readable' },
  assets: { css: '/a.css', js: '/a.js', fonts: { standard: '/s.woff2', readable: '/r.woff2' } },
};

test('a page is a whole document in French, with the preferences of its reader', async () => {
  const html = await draw({});
  assert.match(html, /^<!doctype html><html lang="fr" data-theme="dark" data-density="compact" data-font="readable">/u);
  assert.match(html, /<title>Marchés · Guichet<\/title>/u);
  assert.match(html, /<link rel="preload" href="\/r.woff2"/u);
});

test('the title of a refused form starts with Erreur', async () => {
  assert.match(await draw({ errors: true }), /<title>Erreur\u00A0: Marchés · Guichet<\/title>/u);
});

test('the skip link reaches the main part, and the current page is said', async () => {
  const html = await draw({});
  assert.match(html, /<a class="skip" href="#contenu">/u);
  assert.match(html, /<main id="contenu" tabindex="-1"/u);
  assert.match(html, /<a href="\/marches" aria-current="page">/u);
  assert.doesNotMatch(html, /<a href="\/" aria-current/u);
});

test('signing out is a form with its key; without a viewer there is neither menu nor navigation', async () => {
  assert.match(await draw({}), /action="\/deconnexion"><input type="hidden" name="cle" value="cle-sortie"/u);
  const alone = await draw({ viewer: undefined });
  assert.doesNotMatch(alone, /deconnexion|<nav class="side"|role="search"/u);
});

test('a message can be undone by a form', async () => {
  const html = await draw({
    message: { text: 'Déclaration validée.', tone: 'done', undo: { action: '/defaire/3', key: 'k3' } },
  });
  assert.match(html, /role="status"[^>]*>.*Déclaration validée\./su);
  assert.match(html, /action="\/defaire\/3"><input type="hidden" name="cle" value="k3"/u);
});

test('nothing inline: no style attribute, no handler, no script without source, in any part', async () => {
  const html = await draw({ children: <StylesPage /> });
  assert.doesNotMatch(html, /\sstyle="|\son[a-z]+="|<style|<script(?![^>]*\ssrc=)/u);
  assert.doesNotMatch(html, /\[object |undefined|NaN/u);
  const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
});

test('what a person typed never becomes markup', async () => {
  const html = await draw({ title: '<img src=x>', children: '<b>' });
  assert.match(html, /&lt;img src=x&gt;/u);
  assert.doesNotMatch(html, /<img|<b>&|<main[^>]*><b>/u);
});

test('the deepest item above a path is the current one', () => {
  assert.equal(currentHref(props.navigation, '/marches-reserves'), undefined);
  assert.equal(currentHref(props.navigation, '/'), '/');
  assert.equal(currentHref(props.navigation, '/marches'), '/marches');
});

test('initials take the first and the last name', () => {
  assert.equal(initials('Nadia Berthelot'), 'NB');
  assert.equal(initials('Élodie de La Tour'), 'ÉT');
  assert.equal(initials('Zoé'), 'Z');
});

async function draw(changes: Partial<PageProps>): Promise<string> {
  return (await Page({ ...props, ...changes })).toString();
}

/** The whole document around a page: who is here, where she may go, what was just done, and the page itself. */
import { markPicture } from './mark.ts';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { Footer } from '#ui/frame/footer.tsx';
import { Header } from '#ui/frame/header.tsx';
import { Message } from '#ui/frame/message.tsx';
import type { MessageProps } from '#ui/frame/message.tsx';
import { SideNavigation } from '#ui/frame/side-navigation.tsx';
import type { NavigationItem, SavedView } from '#ui/frame/side-navigation.tsx';
import type { Viewer } from '#ui/frame/user-menu.tsx';

export type { NavigationItem, SavedView, Viewer };

export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  density: 'normal' | 'compact';
  font: 'standard' | 'readable';
}

export interface PageAssets {
  css: string;
  js: string;
  /** The font to ask for at once, by preference. */
  fonts?: { standard: string; readable: string } | undefined;
}

export interface PageProps {
  title: string;
  errors?: boolean | undefined;
  path: string;
  viewer?: Viewer | undefined;
  navigation: readonly NavigationItem[];
  savedViews?: readonly SavedView[] | undefined;
  preferences: Preferences;
  banner?: Child;
  message?: MessageProps | undefined;
  width?: 'wide' | 'form' | 'narrow' | undefined;
  /** A telephone may keep this page as an application. */
  installable?: boolean | undefined;
  assets: PageAssets;
  /** A second style sheet, with the colour of the organisation. */
  accentStyle?: string | undefined;
  children?: Child;
}

export const productName = 'Guichet';

export function Page(props: PageProps) {
  const { preferences, viewer } = props;
  return html`<!doctype html>${(
      <html lang="fr" data-theme={preferences.theme} data-density={preferences.density} data-font={preferences.font}>
        <Head {...props} />
        <body>
          <a class="skip" href="#contenu">
            Aller au contenu
          </a>
          {props.banner !== undefined && (
            <section class="banner" aria-label="À savoir">
              {props.banner}
            </section>
          )}
          <Header viewer={viewer} />
          <div class={viewer ? 'with-side' : 'alone'}>
            {viewer && (
              <SideNavigation items={props.navigation} savedViews={props.savedViews ?? []} path={props.path} />
            )}
            <div class="frame">
              <main id="contenu" tabindex={-1} class={`width-${props.width ?? 'wide'}`}>
                {props.message && <Message {...props.message} />}
                {props.children}
              </main>
              <Footer />
            </div>
          </div>
        </body>
      </html>
    )}`;
}

function Head({ title, errors, assets, preferences, accentStyle, installable }: PageProps) {
  const font = assets.fonts?.[preferences.font];
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${errors ? 'Erreur\u00A0: ' : ''}${title} · ${productName}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={preferences.theme === 'auto' ? 'light dark' : preferences.theme} />
      {font && <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />}
      <link rel="stylesheet" href={assets.css} />
      {accentStyle !== undefined && <link rel="stylesheet" href={accentStyle} />}
      <link rel="icon" type="image/svg+xml" href={favicon} />
      {installable && <link rel="manifest" href="/guichet.webmanifest" />}
      <script type="module" src={assets.js}></script>
    </head>
  );
}

/** The mark of the product, small enough to travel in the page: the policy allows images in data. */
const favicon = `data:image/svg+xml,${encodeURIComponent(markPicture)}`;

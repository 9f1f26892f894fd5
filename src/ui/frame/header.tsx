/** The head of every page: the mark, the search that opens the palette, and who is signed in. */
import { Icon } from '#ui/icons.tsx';
import { Mark } from './mark.tsx';
import { UserMenu } from './user-menu.tsx';
import type { Viewer } from './user-menu.tsx';

export function Header({ viewer }: { viewer?: Viewer | undefined }) {
  return (
    <header class={viewer ? 'head' : 'head head-alone'}>
      {viewer && (
        <button type="button" class="head-button only-phone" popovertarget="navigation" aria-label="Menu">
          <Icon name="menu" />
        </button>
      )}
      <a class="mark head-mark" href="/">
        <Mark />
        Guichet
      </a>
      {viewer && <Search />}
      {viewer && (
        <div class="head-end">
          <a class="head-button only-phone" href="/recherche" aria-label="Rechercher" data-palette>
            <Icon name="search" />
          </a>
          <UserMenu viewer={viewer} />
        </div>
      )}
    </header>
  );
}

function Search() {
  return (
    <form class="search" action="/recherche" method="get" role="search">
      <Icon name="search" />
      <input
        type="search"
        name="q"
        aria-label="Rechercher"
        aria-keyshortcuts="Control+K"
        placeholder="Rechercher un marché, une personne, une page"
        autocomplete="off"
        data-palette
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </form>
  );
}

/** Puts a view in its frame: who is here, where she may go, what was just done. */
import { may } from '#domain/access.ts';
import { positions } from '#domain/position.ts';
import { menuViews } from '#db/saved-view.ts';
import type { Transaction } from '#db/transaction.ts';
import { Page } from '#ui/layout.tsx';
import type { PageProps, Viewer } from '#ui/layout.tsx';
import { newFormKey } from './form-key.ts';
import type { House } from './house.ts';
import type { Notice } from './notice.ts';
import { takeNotice } from './notice.ts';
import type { View } from './route.ts';
import type { Identity } from './session.ts';

export interface Rendering {
  house: House;
  identity: Identity;
  path: string;
  view: View;
  errors?: boolean;
  /** Absent for refusals drawn outside a transaction: no message is taken then. */
  db?: Transaction;
  now?: Date;
}

export async function renderView(rendering: Rendering): Promise<string> {
  const { house, identity, path, view, errors = false, db, now } = rendering;
  const { actor } = identity;
  const viewer = viewerOf(house, identity);
  const notice =
    db && now && 'account' in actor && actor.account !== null ? await takeNotice(db, actor.account, now) : null;
  const savedViews = db && actor.kind === 'member' ? await menuViews(db) : [];
  const props: PageProps = {
    title: view.title,
    errors,
    path,
    navigation: house.navigation(actor),
    savedViews,
    preferences: identity.preferences ?? { theme: 'auto', density: 'normal', font: 'standard' },
    assets: house.assets.entry,
    width: view.width ?? 'wide',
    children: view.body,
    ...(view.installable && { installable: true }),
    ...(viewer && { viewer }),
    ...(identity.accent !== '' && { accentStyle: `/organisation/couleur.css?v=${identity.accent.slice(1)}` }),
    ...(house.demo && { banner: demoBanner }),
    ...(notice && { message: messageOf(house, identity, notice) }),
  };
  return String(await (<Page {...props} />));
}

const demoBanner = 'Démonstration\u00A0: données fictives, aucun courriel ne part.';

function viewerOf(house: House, { actor, memberships }: Identity): Viewer | null {
  if (actor.kind !== 'member' && actor.kind !== 'signed-in') return null;
  const key = newFormKey(house, actor);
  const canSwitch = memberships > 1 || (actor.kind === 'signed-in' && memberships > 0);
  if (actor.kind === 'signed-in') return { name: actor.name, organisation: '', role: '', canSwitch, key };
  const role = positions[actor.position].label;
  const keepsViews = may(actor, 'view.keep').allowed;
  return { name: actor.name, organisation: actor.organisationName, role, canSwitch, keepsViews, key };
}

function messageOf(house: House, { actor }: Identity, { tone, message, undoAction }: Notice): PageProps['message'] {
  const undo = undoAction === null ? {} : { undo: { action: undoAction, key: newFormKey(house, actor) } };
  return { text: message, tone, ...undo };
}

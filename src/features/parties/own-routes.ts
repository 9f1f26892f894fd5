/** A company's own markets, by account and by the link it received. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { linkContactInput, linkDelegationInput, ownContactInput, ownDelegationInput } from './input.ts';
import { drawOwnContact } from './own-contact-page.tsx';
import { changeOwnContact, delegateOwn } from './own-contact.ts';
import { drawOwnMarkets, ownSaid } from './own-page.tsx';

const kept = { permission: 'party.contact' } as const;
const byLink = { ...kept, link: 'declaration' } as const;

export const ownRoutes: Route[] = [
  page({ path: '/mes-marches', ...kept, view: drawOwnMarkets }),
  page({ path: '/mes-marches/:id', ...kept, view: drawOwnContact }),
  action({
    path: '/mes-marches/:id/contact',
    ...kept,
    input: ownContactInput,
    story: (ctx, { id, ...contact }) => changeOwnContact(ctx, { id }, contact),
    afterwards: () => ({ to: '/mes-marches', say: ownSaid.contact }),
    page: drawOwnContact,
  }),
  action({
    path: '/mes-marches/:id/delegation',
    ...kept,
    input: ownDelegationInput,
    story: (ctx, { id, ...delegation }) => delegateOwn(ctx, { id }, delegation),
    afterwards: () => ({ to: '/mes-marches', say: ownSaid.delegation }),
    page: drawOwnContact,
  }),
  page({ path: '/declarer/:token/marche', ...byLink, view: drawOwnMarkets }),
  page({ path: '/declarer/:token/contact', ...byLink, view: drawOwnContact }),
  action({
    path: '/declarer/:token/contact',
    ...byLink,
    input: linkContactInput,
    story: (ctx, { lot, ...contact }) => changeOwnContact(ctx, { lot }, contact),
    afterwards: (_, { params }) => ({ to: `/declarer/${params['token'] ?? ''}/marche?fait=contact` }),
    page: drawOwnContact,
  }),
  action({
    path: '/declarer/:token/delegation',
    ...byLink,
    input: linkDelegationInput,
    story: (ctx, { lot, ...delegation }) => delegateOwn(ctx, { lot }, delegation),
    afterwards: (_, { params }) => ({ to: `/declarer/${params['token'] ?? ''}/marche?fait=delegation` }),
    page: drawOwnContact,
  }),
];

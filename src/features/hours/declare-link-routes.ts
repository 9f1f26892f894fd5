/** The doors of a link that died; before /declarer/:token, whose pattern would take their place. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawAsk, drawRepair } from './declare-link-pages.tsx';
import { askLink, repairLink } from './declare-link.ts';
import { askLinkInput, newLinkInput } from './input.ts';

const gate = { permission: 'sign-in.enter', as: 'gate' } as const;

export const linkRoutes: Route[] = [
  page({ ...gate, path: '/declarer/nouveau-lien', view: drawAsk }),
  action({
    ...gate,
    path: '/declarer/nouveau-lien',
    once: false,
    input: askLinkInput,
    story: askLink,
    afterwards: () => ({ to: '/declarer/nouveau-lien?envoye=1' }),
    page: drawAsk,
  }),
  page({ ...gate, path: '/declarer/nouveau-lien/:token', throttle: 'search', view: drawRepair }),
  action({
    ...gate,
    path: '/declarer/nouveau-lien/:token',
    once: false,
    input: newLinkInput,
    story: repairLink,
    afterwards: () => ({ to: '/declarer/nouveau-lien?envoye=1' }),
    page: drawRepair,
  }),
];

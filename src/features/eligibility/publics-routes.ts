/** The doors of a market's publics, and of the people on it whose hours do not count. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { addPublicRule, removePublicRule, restorePublicRule } from './publics.ts';
import { publicRuleIdInput, publicRuleInput } from './publics-input.ts';
import { drawPublics, drawPublicsOfRule } from './publics-page.tsx';
import { drawUnvalidated } from './unvalidated-page.tsx';

const written = { permission: 'publics.write' } as const;

export const publicsRoutes: Route[] = [
  page({ path: '/marches/:id/publics', permission: 'publics.read', view: drawPublics }),
  action({
    path: '/marches/:id/publics',
    ...written,
    input: publicRuleInput,
    story: addPublicRule,
    afterwards: ({ id, marketId }) => ({
      to: `/marches/${marketId}/publics`,
      say: 'Règle ajoutée.',
      undo: `/publics/${id}/retirer`,
    }),
    page: drawPublics,
  }),
  action({
    path: '/publics/:id/retirer',
    ...written,
    input: publicRuleIdInput,
    story: removePublicRule,
    afterwards: ({ id, marketId }) => ({
      to: `/marches/${marketId}/publics`,
      say: 'Règle retirée.',
      undo: `/publics/${id}/remettre`,
    }),
    page: drawPublicsOfRule,
  }),
  action({
    path: '/publics/:id/remettre',
    ...written,
    input: publicRuleIdInput,
    story: restorePublicRule,
    afterwards: ({ marketId }) => ({ to: `/marches/${marketId}/publics`, say: 'Règle remise.' }),
    page: drawPublicsOfRule,
  }),
  page({ path: '/marches/:id/personnes-non-validees', permission: 'person.read', view: drawUnvalidated }),
];

/** The doors of the rules of counting, for an organisation, a market and a lot. */
import { refuse } from '#domain/result.ts';
import { cardOf, isSettable } from '#domain/rule-catalogue.ts';
import type { Permission } from '#domain/permissions.ts';
import type { Done, PageRequest, Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import type { ChangedSetting } from './change-setting.ts';
import { endSetting, reopenSetting, restoreSetting, withdrawSetting } from './change-setting.ts';
import { effectView } from './effect-page.tsx';
import { drawEndSetting } from './end-page.tsx';
import {
  endSettingInput,
  organisationRecountInput,
  organisationRuleInput,
  placedRecountInput,
  placedRuleInput,
  settingIdInput,
} from './input.ts';
import { drawRules } from './list-page.tsx';
import { lotPlace, marketPlace, organisationPlace } from './place.ts';
import type { Recounting } from './recounting.ts';
import { drawRule } from './rule-page.tsx';
import type { RuleEffect } from './set-rule.ts';
import { setRule } from './set-rule.ts';
import type { RulePlace } from './place.ts';

export function countingRoutes(recounting: Recounting): Route[] {
  const rule = (request: PageRequest) => drawRule(request, recounting);
  const review = { permission: 'hours.review' } as const;
  return [
    page({ path: '/organisation/regles', permission: 'counting.house', view: drawRules }),
    page({ path: '/organisation/regles/regle', permission: 'counting.house', view: rule }),
    action({
      path: '/organisation/regles/regle',
      permission: 'counting.organisation',
      input: organisationRuleInput,
      story: (ctx, input) => setRule(ctx, { place: organisationPlace(ctx), input, recounting }),
      afterwards: written,
      page: rule,
    }),
    action({
      path: '/organisation/regles/recompter',
      ...review,
      input: organisationRecountInput,
      story: (ctx, { regle: code }) =>
        recount(organisationPlace(ctx), (scope) => recounting.recount(ctx, { scope, code }), code),
      afterwards: recounted,
      page: rule,
    }),
    ...(['marches', 'lots'] as const).flatMap((family): Route[] => {
      const path = `/${family}/:id/regles`;
      const placed = family === 'lots' ? lotPlace : marketPlace;
      const read: Permission = 'counting.read';
      return [
        page({ path, permission: read, view: drawRules }),
        page({ path: `${path}/regle`, permission: read, view: rule }),
        action({
          path: `${path}/regle`,
          permission: 'counting.market',
          input: placedRuleInput,
          story: async (ctx, { id, ...input }) => setRule(ctx, { place: await placed(ctx, id), input, recounting }),
          afterwards: written,
          page: rule,
        }),
        action({
          path: `${path}/recompter`,
          ...review,
          input: placedRecountInput,
          story: async (ctx, { id, regle: code }) =>
            recount(await placed(ctx, id), (scope) => recounting.recount(ctx, { scope, code }), code),
          afterwards: recounted,
          page: rule,
        }),
      ];
    }),
    page({ path: '/regles/:id/terminer', permission: 'counting.market', view: drawEndSetting }),
    action({
      path: '/regles/:id/terminer',
      permission: 'counting.market',
      input: endSettingInput,
      story: endSetting,
      afterwards: (changed) => told(changed, { say: 'Réglage terminé.', undo: 'rouvrir' }),
      page: drawEndSetting,
    }),
    action({
      path: '/regles/:id/rouvrir',
      permission: 'counting.market',
      input: settingIdInput,
      story: reopenSetting,
      afterwards: (changed) => told(changed, { say: 'Réglage rouvert.' }),
      page: drawEndSetting,
    }),
    action({
      path: '/regles/:id/retirer',
      permission: 'counting.market',
      input: settingIdInput,
      story: withdrawSetting,
      afterwards: (changed) => told(changed, { say: 'Réglage retiré\u00A0: il n’a plus d’effet.', undo: 'remettre' }),
      page: drawEndSetting,
    }),
    action({
      path: '/regles/:id/remettre',
      permission: 'counting.market',
      input: settingIdInput,
      story: restoreSetting,
      afterwards: (changed) => told(changed, { say: 'Réglage remis.' }),
      page: drawEndSetting,
    }),
  ];
}

function written(effect: RuleEffect, request: PageRequest): Done {
  const { place, code, written: id } = effect;
  const to = ruleAddress(place.path, code);
  return id === null
    ? { to, shows: effectView(effect, request) }
    : { to, say: 'Réglage enregistré.', undo: `/regles/${id}/retirer` };
}

function told({ id, code, path }: ChangedSetting, { say, undo }: { say: string; undo?: string }): Done {
  return { to: ruleAddress(path, code), say, ...(undo !== undefined && { undo: `/regles/${id}/${undo}` }) };
}

/** After a change of what counts, the page looks for lines that keep the former count. */
function ruleAddress(path: string, code: string): string {
  const counts = isSettable(code) && cardOf(code).effect === 'count';
  return `${path}/regle?regle=${code}${counts ? '&verifier=1' : ''}`;
}

interface Recounted {
  lines: number;
  path: string;
  code: string;
}

async function recount(
  place: RulePlace | null,
  ask: (scope: { market: string | null; lot: string | null }) => ReturnType<Recounting['recount']>,
  code: string,
) {
  if (place === null) return refuse('not-found');
  const told = await ask({ market: place.marketId, lot: place.lotId });
  return told.ok ? { ok: true as const, value: { ...told.value, path: place.path, code } } : told;
}

function recounted({ lines, path, code }: Recounted): Done {
  return { to: `${path}/regle?regle=${code}`, say: `${counted(lines, 'ligne recomptée', 'lignes recomptées')}.` };
}

/** What a market or a lot changes in the publics of the clause: it may add, leave out, put first, or ask a share. */
import { clauseCriteria, marketProfile } from './clause-criteria.ts';
import type { Day } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export const publicEffects = {
  added: 'Ajouter un profil',
  excluded: 'Ne pas admettre',
  prioritised: 'Mettre en priorité',
  quota: 'Demander une part des heures',
} as const;

export type PublicEffect = keyof typeof publicEffects;

export interface MarketPublicRule {
  effect: PublicEffect;
  criterion: string;
  /** Of a profile the market adds. */
  label: string;
  shareBasisPoints: number | null;
  lotId: string | null;
  fromDay: Day;
  untilDay: Day | null;
}

export interface MarketPublics {
  excluded: readonly string[];
  prioritised: readonly string[];
  quotas: readonly { criterion: string; shareBasisPoints: number }[];
  profile: string | null;
}

export const openPublics: MarketPublics = { excluded: [], prioritised: [], quotas: [], profile: null };

/** The lines of the lot come with those of the whole market; of two about one public, the lot's is heard. */
export function publicsOf(
  rules: readonly MarketPublicRule[],
  { lotId, day }: { lotId: string | null; day: Day },
): MarketPublics {
  const heard = rules
    .filter((rule) => rule.lotId === null || rule.lotId === lotId)
    .filter(({ fromDay, untilDay }) => fromDay <= day && day <= (untilDay ?? day));
  const nearest = heard.filter(
    (rule) => rule.lotId !== null || !heard.some((other) => other.lotId !== null && other.criterion === rule.criterion),
  );
  const of = (effect: PublicEffect) => nearest.filter((rule) => rule.effect === effect);
  return {
    excluded: of('excluded').map(({ criterion }) => criterion),
    prioritised: of('prioritised').map(({ criterion }) => criterion),
    quotas: of('quota').flatMap(({ criterion, shareBasisPoints }) =>
      shareBasisPoints === null ? [] : [{ criterion, shareBasisPoints }],
    ),
    profile: of('added').at(-1)?.label ?? null,
  };
}

export type PublicRuleRefusal =
  | 'public-profile-missing'
  | 'public-share-missing'
  | 'public-unknown'
  | 'publics-none-left'
  | 'public-shares-over';

/** A market that left everybody out could hire nobody; shares cannot ask more than all the hours. */
export function checkPublicRule(
  rule: MarketPublicRule,
  others: readonly MarketPublicRule[],
): Result<null, PublicRuleRefusal> {
  const known = clauseCriteria.map(({ code }) => code);
  if (rule.effect === 'added' && rule.label === '') return refuse('public-profile-missing', { field: 'label' });
  if (rule.effect !== 'added' && ![...known, marketProfile.code].includes(rule.criterion)) {
    return refuse('public-unknown', { field: 'criterion' });
  }
  if (rule.effect === 'quota' && rule.shareBasisPoints === null)
    return refuse('public-share-missing', { field: 'share' });
  const after = publicsOf([...others, rule], { lotId: rule.lotId, day: rule.fromDay });
  if (after.profile === null && known.every((code) => after.excluded.includes(code))) {
    return refuse('publics-none-left', { field: 'criterion' });
  }
  const asked = after.quotas.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  return asked > 10_000 ? refuse('public-shares-over', { field: 'share' }) : done(null);
}

/** What companies read: the plain list of profiles, nothing of anybody. */
export function profilesOf({ excluded, prioritised, profile }: MarketPublics): { label: string; first: boolean }[] {
  const listed = clauseCriteria
    .filter(({ code }) => !excluded.includes(code))
    .map(({ code, label }) => ({ label, first: prioritised.includes(code) }));
  const added = profile === null ? [] : [{ label: profile, first: prioritised.includes(marketProfile.code) }];
  return [...added, ...listed].toSorted((one, other) => Number(other.first) - Number(one.first));
}

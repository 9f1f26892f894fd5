/** Sets a rule from a day on at one place, or only tells what it would change. */
import { accountOf } from '#domain/actor.ts';
import { formatShortDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { cardOf } from '#domain/rule-catalogue.ts';
import type { RuleValue } from '#domain/typed-rule.ts';
import { ruleSentence } from '#domain/rule-sentence.ts';
import { readTypedRule } from '#domain/typed-rule.ts';
import { may } from '#domain/access.ts';
import { record } from '#db/audit.ts';
import { bookOf } from '#db/counting-book.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import { readSettings } from '#db/counting-settings.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import type { Context } from '#http/context.ts';
import type { RuleInput } from './input.ts';
import type { RulePlace } from './place.ts';
import { countingPlace } from './place.ts';
import { countUnsealed } from './queries.ts';
import { insertSetting } from './write-queries.ts';
import type { Recounting, RecountPreview } from './recounting.ts';

export interface RuleEffect {
  place: RulePlace;
  code: RuleInput['regle'];
  before: RuleValue | null;
  after: RuleValue;
  fromDay: string;
  source: string;
  /** Who reviews the lines is told which change; the others, how many there are. */
  effect: { kind: 'exact'; preview: RecountPreview } | { kind: 'unsealed'; lines: number } | { kind: 'none' };
  /** null: nothing was written, the effect alone was asked. */
  written: string | null;
  typed: RuleInput;
}

export async function setRule(
  ctx: Context,
  { place, input, recounting }: { place: RulePlace | null; input: RuleInput; recounting: Recounting },
): Promise<Result<RuleEffect>> {
  if (place === null) return refuse('not-found');
  if (!place.writes) return refuse(place.kind === 'organisation' ? 'not-allowed' : 'not-found');
  const { regle: code, fromDay, source } = input;
  const read = readTypedRule(code, input);
  if (!read.ok) return read;
  const settings = await readSettings(ctx, countingPlace(place));
  const now = resolveRule({ book: bookOf(settings), code, day: fromDay });
  const same = settings.findLast(
    (row) => row.level === place.level && row.code === code && row.fromDay === fromDay && row.withdrawnAt === null,
  );
  const saidAlready =
    same !== undefined && ruleSentence(code, same.value as RuleValue) === ruleSentence(code, read.value);
  if (saidAlready) return refuse('rule-same');
  const imagined = imagine({ place, code, value: read.value, fromDay, source, settings, ctx });
  const facts = {
    place,
    code,
    before: now.ok ? now.value.value : null,
    after: read.value,
    fromDay,
    source,
    typed: input,
  };
  if (input.simulate) {
    return done({ ...facts, effect: await effectOf(ctx, { place, change: imagined, recounting }), written: null });
  }
  const { organisation: organisationId, marketId, lotId } = place;
  const written = await insertSetting(ctx, {
    organisationId,
    marketId,
    lotId,
    code,
    value: read.value,
    fromDay,
    source,
    createdBy: accountOf(ctx.actor),
  });
  await record(ctx, {
    action: 'counting.set',
    subjectType: 'counting-setting',
    subjectId: written,
    ...(now.ok && { before: { rule: cardOf(code).label, value: ruleSentence(code, now.value.value) } }),
    after: {
      rule: cardOf(code).label,
      value: ruleSentence(code, read.value),
      since: formatShortDay(fromDay),
      source,
      ...(marketId !== null && { marketId }),
      ...(lotId !== null && { lotId }),
    },
  });
  return done({ ...facts, effect: { kind: 'none' }, written });
}

function imagine({
  place,
  settings,
  ctx,
  ...rule
}: Pick<SettingRow, 'code' | 'value' | 'fromDay' | 'source'> & {
  place: RulePlace;
  settings: readonly SettingRow[];
  ctx: Context;
}): SettingRow {
  const twins = settings.filter(
    (row) => row.level === place.level && row.code === rule.code && row.fromDay === rule.fromDay,
  );
  return {
    ...rule,
    id: '',
    level: place.level,
    organisationId: place.organisation,
    untilDay: null,
    revision: twins.length + 1,
    createdBy: null,
    createdAt: ctx.now,
    withdrawnAt: null,
  };
}

/** Source: product decision: whoever sets a rule that counts is told beforehand how many lines it reaches. */
async function effectOf(
  ctx: Context,
  { place, change, recounting }: { place: RulePlace; change: SettingRow; recounting: Recounting },
): Promise<RuleEffect['effect']> {
  if (cardOf(change.code as RuleInput['regle']).effect !== 'count') return { kind: 'none' };
  const scope = { market: place.marketId, lot: place.lotId };
  if (may(ctx.actor, 'hours.review').allowed) {
    return { kind: 'exact', preview: await recounting.preview(ctx, { scope, change }) };
  }
  return { kind: 'unsealed', lines: await countUnsealed(ctx, scope) };
}

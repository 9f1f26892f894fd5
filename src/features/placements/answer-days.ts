/** How long a company has to answer about a candidate on a lot, and whether training before a hire counts: dated rules. */
import { resolveRule } from '#domain/dated-rules.ts';
import type { AppliedRule } from '#domain/dated-rules.ts';
import { parisDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import { answerDueOn } from '#domain/placement-clock.ts';
import type { CountingRules } from '#domain/counting-rules.ts';
import { countingBook } from '#db/counting-book.ts';
import type { Context } from '#http/context.ts';
import { organisationOf } from '#domain/actor.ts';

interface LotPlace {
  lotId: string;
  marketId: string;
}

export async function clockFrom(ctx: Context, lot: LotPlace): Promise<{ sentOn: Day; dueOn: Day }> {
  const sentOn = parisDay(ctx.now);
  const { value: days } = await ruleOn(ctx, lot, 'answer-days');
  return { sentOn, dueOn: answerDueOn({ sentOn, days }) };
}

export async function ruleOn<Code extends 'answer-days' | 'training-before-hire' | 'full-time'>(
  ctx: Context,
  lot: LotPlace,
  code: Code,
): Promise<AppliedRule<CountingRules[Code]>> {
  const book = await countingBook(ctx, { organisation: organisationOf(ctx.actor) ?? '', lot });
  const day = parisDay(ctx.now);
  const rule = resolveRule<CountingRules, Code>({ book, code, day });
  if (!rule.ok) throw new Error(`no rule ${code} on ${day}`);
  return rule.value;
}

/** The hours worked by everybody, for partners: told apart, for months whose lines are already settled. */
import { z } from 'zod';
import { organisationOf } from '#domain/actor.ts';
import type { Refusal } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { endpoint } from '#http/route.ts';
import { id } from '#http/shapes.ts';
import { month } from './input.ts';
import { declareWorked } from './worked.ts';

export const allMinutes = z.int().min(0).max(60_000_000);

export const workedEndpoints = [
  endpoint({
    method: 'PUT',
    path: '/api/v1/lots/:id/worked-hours/:month',
    permission: 'hours.declare',
    throttle: 'api',
    summary: 'Tell how long everybody worked on a lot in a month, insertion or not: shares and programme rates follow',
    input: z.object({ id, month, allWorkedMinutes: allMinutes }),
    output: z.object({ month: z.string(), allWorkedMinutes: z.int() }),
    story: putWorked,
  }),
];

async function putWorked(ctx: Context, put: { id: string; month: string; allWorkedMinutes: number }) {
  const company = organisationOf(ctx.actor) ?? '';
  const { id: lot, month: asked, allWorkedMinutes: minutes } = put;
  const kept = await declareWorked(ctx, { lot, company, month: asked, minutes, version: null });
  return kept.ok ? done({ month: asked, allWorkedMinutes: kept.value.minutes }) : inApi(kept);
}

function inApi(refused: Refusal): Refusal {
  const names: Record<string, string> = { travail: 'allWorkedMinutes', mois: 'month' };
  return refused.field === undefined ? refused : { ...refused, field: names[refused.field] ?? refused.field };
}

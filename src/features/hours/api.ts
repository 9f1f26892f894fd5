/** The hours of a month for partners: the same story as the form, told line by line. */
import { z } from 'zod';
import { organisationOf } from '#domain/actor.ts';
import { isDay } from '#domain/day.ts';
import { receiptNumber } from '#domain/declaration-sending.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import { warningSentence } from '#domain/hours-warnings.ts';
import { isMonth } from '#domain/month.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { endpoint } from '#http/route.ts';
import { id } from '#http/shapes.ts';
import { readSentLines, sentFields } from './api-lines.ts';
import { allMinutes } from './api-worked.ts';
import type { ApiLine } from './api-lines.ts';
import { outcomesOf } from './api-outcomes.ts';
import { findDeclarantLot } from './declaration-queries.ts';
import type { SentReceipt } from './declare.ts';
import { declareMonth } from './declare.ts';
import { linesOfMonth, openMonth } from './declare-open.ts';

const minutes = z.int().min(0).max(60_000_000);
const month = z.string().refine(isMonth, { error: sentenceFor('month-unreadable') });
const states = Object.keys(declarationMachine) as [DeclarationState, ...DeclarationState[]];

const sentLine = z.strictObject({
  contract: id.optional(),
  person: id.optional(),
  minutes,
  trainingMinutes: minutes.default(0),
  days: z
    .array(z.strictObject({ day: z.string().refine(isDay, { error: sentenceFor('day-unreadable') }), minutes }))
    .max(31)
    .optional(),
});

const line = z.object({
  contract: z.uuid(),
  person: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  minutes: z.int(),
  trainingMinutes: z.int(),
  state: z.enum(['submitted', 'validated', 'rejected', 'locked']).nullable(),
  reason: z.string(),
});

const warning = z.object({ code: z.string(), text: z.string() });
const outcome = z.object({
  contract: z.uuid(),
  person: z.uuid(),
  minutes: z.int(),
  outcome: z.enum(['added', 'changed', 'unchanged', 'withdrawn', 'ignored']),
  warnings: z.array(warning),
});

export const hoursEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/v1/lots/:id/hours/:month',
    permission: 'hours.declare',
    throttle: 'api',
    summary: 'Read the people to declare for a month on a lot, and what was declared',
    input: z.object({ id, month }),
    output: z.object({
      month: z.string(),
      state: z.enum(states),
      receipt: z.string().nullable(),
      noHours: z.boolean(),
      asksAllWorkedMinutes: z.boolean(),
      allWorkedMinutes: z.int().nullable(),
      lines: z.array(line),
    }),
    story: readMonth,
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/lots/:id/hours/:month',
    permission: 'hours.declare',
    throttle: 'api',
    summary: 'Declare a month on a lot: every line at once, or none; send it again until it is validated',
    input: z.object({ id, month, lines: z.array(sentLine).max(1000), allWorkedMinutes: allMinutes.optional() }),
    output: z.object({ month: z.string(), receipt: z.string(), lines: z.array(outcome) }),
    story: putMonth,
  }),
];

async function readMonth(ctx: Context, asked: { id: string; month: string }) {
  const lot = await findDeclarantLot(ctx, { lot: asked.id, company: organisationOf(ctx.actor) ?? '' });
  if (lot === null) return refuse('not-found');
  const opened = await openMonth(ctx, { lot, month: asked.month });
  const { declaration } = opened;
  return done({
    month: asked.month,
    state: declaration?.state ?? 'expected',
    receipt: declaration === null || declaration.submittedAt === null ? null : receiptNumber(declaration),
    noHours: declaration?.noHours ?? false,
    asksAllWorkedMinutes: opened.asksWorked,
    allWorkedMinutes: opened.worked?.minutes ?? null,
    lines: linesOfMonth(opened)
      .filter(({ declaredBy }) => declaredBy === null)
      .map(({ contract, now }) => ({
        contract: contract.id,
        person: contract.personId,
        givenName: contract.givenName,
        familyName: contract.familyName,
        minutes: now?.minutes ?? 0,
        trainingMinutes: now?.trainingMinutes ?? 0,
        state: now?.state ?? null,
        reason: now?.reason ?? '',
      })),
  });
}

interface Put {
  id: string;
  month: string;
  lines: readonly ApiLine[];
  allWorkedMinutes?: number | undefined;
}

async function putMonth(ctx: Context, put: Put) {
  const company = organisationOf(ctx.actor) ?? '';
  const lot = await findDeclarantLot(ctx, { lot: put.id, company });
  if (lot === null) return refuse('not-found');
  const read = readSentLines(await openMonth(ctx, { lot, month: put.month }), put.lines);
  if (!read.ok) return read;
  const sent = await declareMonth(ctx, {
    lot: put.id,
    company,
    month: put.month,
    lines: read.value,
    version: null,
    worked: put.allWorkedMinutes ?? null,
    seen: null,
  });
  return sent.ok ? done(receiptOf(sent.value, { lines: read.value })) : named(sent, read.value);
}

function receiptOf(receipt: SentReceipt, { lines }: { lines: Parameters<typeof outcomesOf>[1] }) {
  return {
    month: receipt.month,
    receipt: receiptNumber(receipt),
    lines: outcomesOf(receipt.before, lines).map((each) => ({
      ...each,
      warnings: (receipt.warnings.get(each.contract) ?? []).map((told) => ({
        code: told.code,
        text: warningSentence(told),
      })),
    })),
  };
}

/** The fields of the form become the places of the lines that were sent. */
function named(refused: Refusal, lines: readonly { contract: string }[]): Result<never> {
  const fields = sentFields(lines);
  const placed = (each: Refusal): Refusal => (each.field === undefined ? each : { ...each, field: fields(each.field) });
  const { others = [], ...first } = refused;
  return { ...placed(first), others: others.map(placed) };
}

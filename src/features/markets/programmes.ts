/** Operations, own programmes, and the programmes a market answers to. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { parseTypedShare } from '#domain/typed-share.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { deskOf } from './desk.ts';
import type { Looked } from './known-organisation.ts';
import { namedBuyer } from './known-organisation.ts';
import type { EditOperation, NewOperation, NewProgramme } from './programme-input.ts';
import {
  insertOperation,
  insertProgramme,
  listProgrammes,
  lockOperation,
  programmesOf,
  setProgrammes,
  updateOperation,
} from './programme-queries.ts';
import { lockMarket } from './queries.ts';

export async function addOperation(
  ctx: Context,
  input: NewOperation,
  looked: Looked,
): Promise<Result<{ id: string; name: string }>> {
  if (input.chercher !== '') return refuse('search-first', { field: input.chercher });
  const desk = deskOf(ctx.actor);
  if (desk === null) return refuse('not-allowed');
  const buyer = desk.kind === 'buyer' ? done(desk.organisation) : await namedBuyer(ctx, input, looked.buyer);
  if (!buyer.ok) return buyer;
  const { name, reference } = input;
  const operation = { name, reference, keeperId: desk.organisation, buyerId: buyer.value };
  const id = await insertOperation(ctx, operation);
  await record(ctx, {
    action: 'operation.created',
    subjectType: 'operation',
    subjectId: id,
    after: operation,
  });
  return done({ id, name });
}

export async function editOperation(ctx: Context, input: EditOperation): Promise<Result<{ id: string }>> {
  const before = await lockOperation(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const { name, reference } = input;
  await updateOperation(ctx, input);
  await record(ctx, {
    action: 'operation.edited',
    subjectType: 'operation',
    subjectId: input.id,
    before: { name: before.name, reference: before.reference },
    after: { name, reference },
  });
  return done({ id: input.id });
}

export async function addProgramme(ctx: Context, input: NewProgramme): Promise<Result<{ name: string }>> {
  if (deskOf(ctx.actor) === null) return refuse('not-allowed');
  const { target, ...fields } = input;
  const share = target === '' ? done(null) : parseTypedShare(target);
  if (!share.ok) return { ...share, field: 'target' };
  if (fields.validUntil !== null && fields.validUntil < fields.validFrom) {
    return refuse('market-days-order', { field: 'validUntil' });
  }
  const programme = { ...fields, targetBasisPoints: share.value };
  const id = await insertProgramme(ctx, programme);
  await record(ctx, {
    action: 'programme.created',
    subjectType: 'programme',
    subjectId: id,
    after: programme,
  });
  return done({ name: input.name });
}

/** Boxes say the whole truth: what is not ticked any more is taken off. A programme not seen is never taken off. */
export async function tagMarket(
  ctx: Context,
  { id, programme }: { id: string; programme: readonly string[] },
): Promise<Result<{ id: string }>> {
  const market = await lockMarket(ctx, id);
  if (market === null) return refuse('not-found');
  const known = new Set((await listProgrammes(ctx)).map((one) => one.id));
  const asked = new Set(programme);
  if ([...asked].some((one) => !known.has(one))) return refuse('value-unlisted', { field: 'programme' });
  const before = await programmesOf(ctx, id);
  const added = [...asked].filter((one) => !before.includes(one));
  const removed = before.filter((one) => !asked.has(one) && known.has(one));
  await setProgrammes(ctx, { marketId: id, added, removed });
  await record(ctx, {
    action: 'market.tagged',
    subjectType: 'market',
    subjectId: id,
    before: { programmes: before },
    after: { programmes: [...asked] },
  });
  return done({ id });
}

/** Markets for partners: the same story as the page, without any amount. */
import { z } from 'zod';
import { commitmentSentence } from '#domain/commitment-words.ts';
import { versionInForce } from '#domain/commitment-versions.ts';
import { parisDay } from '#domain/day.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { keysetPage } from '#db/keyset.ts';
import { endpoint } from '#http/route.ts';
import { listCommitments } from './commitment-queries.ts';
import { newMarketInput } from './input.ts';
import { nothingLooked } from './known-organisation.ts';
import { listLots } from './lot-queries.ts';
import type { MarketRow } from './queries.ts';
import { findMarket, marketColumns } from './queries.ts';
import { registerMarket } from './register.ts';

const marketOutput = z.object({
  id: z.uuid(),
  buyerId: z.uuid(),
  reference: z.string(),
  object: z.string(),
  kind: z.string(),
  vehicle: z.string(),
  boughtFor: z.string(),
  operationId: z.uuid().nullable(),
  parentId: z.uuid().nullable(),
  cpv: z.string(),
  ccag: z.string(),
  departmentCode: z.string(),
  communeCode: z.string(),
  notifiedOn: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  state: z.string(),
  version: z.int(),
});
const commitmentOutput = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.string(),
  minutes: z.int().nullable(),
  sentence: z.string(),
});
const lotOutput = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  state: z.string(),
  commitments: z.array(commitmentOutput),
});
const wholeOutput = marketOutput.extend({ lots: z.array(lotOutput) });
const marketsPerPage = 50;

export const marketEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/v1/markets',
    permission: 'market.read',
    throttle: 'api',
    summary: 'List the markets on which your organisation has a role, by object',
    input: z.object({ cursor: z.string().max(1000).optional() }),
    output: z.object({ items: z.array(marketOutput), next: z.string().nullable() }),
    async story({ db }, { cursor }) {
      const { rows, next } = await keysetPage(db.selectFrom('market').select(marketColumns), {
        direction: 'ascending',
        after: cursor,
        size: marketsPerPage,
        by: 'market.object',
        id: 'market.id',
        placeOf: ({ id, object }) => ({ id, value: object }),
      });
      return done({ items: rows, next: next ?? null });
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/markets/:id',
    permission: 'market.read',
    throttle: 'api',
    summary: 'Read one market, its lots and what they owe',
    input: z.object({ id: z.uuid() }),
    output: wholeOutput,
    async story(ctx, { id }) {
      const market = await findMarket(ctx, id);
      return market === null ? refuse('not-found') : done(await whole(ctx, market));
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/markets',
    permission: 'market.write',
    throttle: 'api',
    summary: 'Register a market with its first lot; name the buyer by SIRET, with its name when it is new',
    input: newMarketInput,
    output: wholeOutput,
    status: 201,
    async story(ctx, input) {
      const registered = await registerMarket(ctx, input, nothingLooked);
      if (!registered.ok) return registered;
      const market = await findMarket(ctx, registered.value.id);
      return market === null ? refuse('not-found') : done(await whole(ctx, market));
    },
  }),
];

async function whole(ctx: Context, market: MarketRow) {
  const lots = await listLots(ctx, market.id);
  const today = parisDay(ctx.now);
  const told = lots.map(async ({ id, number, title, state }) => {
    const commitments = (await listCommitments(ctx, id)).map((commitment) => {
      const version = versionInForce(commitment.versions, today) ?? commitment.versions.at(-1);
      const owed = version?.commitment;
      return {
        id: commitment.id,
        kind: commitment.kind,
        state: commitment.state,
        minutes: owed?.kind === 'fixed' || owed?.kind === 'training' ? owed.minutes : null,
        sentence: owed === undefined ? '' : commitmentSentence(owed),
      };
    });
    return { id, number, title, state, commitments };
  });
  return { ...market, lots: await Promise.all(told) };
}

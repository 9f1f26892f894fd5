/** A person proposed on a post: presented at once by the structure that follows her, put forward by a prescriber. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import { initialsOf } from '#domain/candidate-words.ts';
import { parisDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { followedPeople } from '#db/followed-people.ts';
import { companyAddress, postCandidateLink } from '#db/placement-link.ts';
import { tellReferent } from '#db/referral-feedback.ts';
import type { Context } from '#http/context.ts';
import { advance } from './advance.ts';
import { clockFrom, ruleOn } from './answer-days.ts';
import type { PresentInput, ProposeInput } from './input.ts';
import type { Post } from './offer-query.ts';
import { findChosenPost, findPost } from './offer-query.ts';
import { listPool } from './pool-query.ts';
import { lockPlacement } from './queries.ts';

/** The facilitator chooses: the company is told at once, and its clock begins. */
export async function presentPerson(
  ctx: Context,
  { id: offer, person, presentation }: ProposeInput,
): Promise<Result<{ id: string; offer: string }>> {
  const post = await findChosenPost(ctx, offer);
  if (post === null) return refuse('not-found');
  if (post.state !== 'open') return refuse('offer-not-open');
  if (await isOnPost(ctx, { offer, person })) return refuse('placement-doubled', { field: 'person' });
  const { value: fullTime } = await ruleOn(ctx, post, 'full-time');
  const pool = await listPool(ctx, { ...post, offer, person, fullYear: fullTime.year });
  const [chosen] = pool;
  if (chosen === undefined) return refuse('placement-person-unknown', { field: 'person' });
  const sent = await tellCompany(ctx, post);
  if (!sent.ok) return sent;
  const clock = await clockFrom(ctx, post);
  const id = await insertPlacement(ctx, {
    post,
    personId: person,
    proposedById: await prescriberOf(ctx, person),
    initials: initialsOf(chosen),
    trade: chosen.lastJob,
    commune: chosen.commune,
    availableOn: chosen.availableOn,
    presentation,
    ...clock,
  });
  await sent.value(id);
  await tellReferent(ctx, { personId: person, what: 'proposed' });
  return done({ id, offer });
}

/** A prescriber puts forward one of its own people; the structure checks before the company knows anything. */
export async function suggestPerson(
  ctx: Context,
  { id: offer, person, presentation }: ProposeInput,
): Promise<Result<{ id: string; offer: string }>> {
  const post = await findPost(ctx, offer);
  const own = organisationOf(ctx.actor) ?? '';
  if (post === null) return refuse('not-found');
  if (post.state !== 'open') return refuse('offer-not-open');
  const known = await ctx.db
    .selectFrom(followedPeople)
    .select(['followed.id', 'followed.familyName', 'followed.givenName', 'followed.commune'])
    .where('followed.id', '=', person)
    .where('followed.holderId', '=', post.facilitatorId)
    .executeTakeFirst();
  if (known === undefined) return refuse('placement-person-unknown', { field: 'person' });
  if (await isOnPost(ctx, { offer, person })) return refuse('placement-doubled', { field: 'person' });
  const id = await insertPlacement(ctx, {
    post,
    personId: person,
    proposedById: own,
    initials: initialsOf(known),
    trade: '',
    commune: known.commune,
    availableOn: null,
    presentation,
    sentOn: null,
    dueOn: null,
  });
  return done({ id, offer });
}

/** What a prescriber put forward is checked, then presented. */
export async function presentSuggested(
  ctx: Context,
  { id, version, presentation }: PresentInput,
): Promise<Result<{ id: string }>> {
  const before = await lockPlacement(ctx, id);
  if (before === null || before.holderId !== organisationOf(ctx.actor)) return refuse('not-found');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.offerState !== 'open') return refuse('offer-not-open');
  const sent = await tellCompany(ctx, before);
  if (!sent.ok) return sent;
  const clock = await clockFrom(ctx, before);
  const moved = await advance(ctx, before, { to: 'proposed', side: 'facilitator', clock, presentation });
  if (moved.ok) await sent.value(id);
  return moved;
}

/** The address is found first: nobody is presented to a company that cannot be reached. */
export async function tellCompany(
  ctx: Context,
  { lotId, companyId }: { lotId: string; companyId: string },
): Promise<Result<(placement: string) => Promise<void>>> {
  const recipient = await companyAddress(ctx, { lot: lotId, company: companyId, today: parisDay(ctx.now) });
  if (recipient === '') return refuse('company-unreachable');
  const organisation = organisationOf(ctx.actor) ?? '';
  return done((placement) =>
    postCandidateLink(ctx, { placement, recipient, organisation, template: 'candidate-presented' }),
  );
}

interface NewPlacement {
  post: Post;
  personId: string;
  proposedById: string | null;
  initials: string;
  trade: string;
  commune: string;
  availableOn: Day | null;
  presentation: string;
  sentOn: Day | null;
  dueOn: Day | null;
}

async function insertPlacement(ctx: Context, { post, ...placement }: NewPlacement): Promise<string> {
  const { db, now, actor } = ctx;
  const id = randomUUID();
  const state = placement.sentOn === null ? ('suggested' as const) : ('proposed' as const);
  const { facilitatorId: holderId, companyId } = post;
  const { proposedById } = placement;
  await db
    .insertInto('placement')
    .values({ id, offerId: post.id, holderId, companyId, ...placement, state, stateSince: now, createdAt: now })
    .execute();
  const side = state === 'suggested' ? ('prescriber' as const) : ('facilitator' as const);
  await db
    .insertInto('placementStep')
    .values({
      placementId: id,
      holderId,
      companyId,
      proposedById,
      fromState: '',
      toState: state,
      side,
      accountId: accountOf(actor),
      // The company knows nothing of what came before it was presented.
      kept: state === 'suggested',
      at: now,
    })
    .execute();
  await record(ctx, {
    action: state === 'suggested' ? 'placement.suggested' : 'placement.presented',
    subjectType: 'placement',
    subjectId: id,
    after: { offer: post.id, person: placement.personId, state },
  });
  return id;
}

async function isOnPost({ db }: Context, { offer, person }: { offer: string; person: string }): Promise<boolean> {
  const row = await db
    .selectFrom('placement')
    .select('id')
    .where('offerId', '=', offer)
    .where('personId', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who sent her and still follows her; a company that added a person while declaring is no referent. */
async function prescriberOf({ db }: Context, person: string): Promise<string | null> {
  const found = await sql<{ id: string }>`select id from prescriber_of(${person}) limit 1`.execute(db);
  return found.rows[0]?.id ?? null;
}

/** A form sent: checked, told once, then a redirect; or the same page again with what was typed and why not. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '#domain/result.ts';
import { isRefusalCode, sentenceFor } from '#domain/refusals.ts';
import { actorName } from '#domain/actor.ts';
import { claimKey, keepOutcome } from '#db/idempotency.ts';
import type { FieldError } from '#ui/form.tsx';
import type { Answer } from './answer.ts';
import { refusalOfConstraint } from './constraints.ts';
import type { FormBody } from './form-body.ts';
import { fieldErrors, keptValues } from './form-body.ts';
import { weighFreeText } from './free-text.ts';
import { refuseNir } from './nir.ts';
import { bodyMark, isFormKey } from './form-key.ts';
import { keepNotice } from './notice.ts';
import { contextOf, drawn, pageRequest } from './page.ts';
import type { ActionRoute, Done, PageRequest } from './route.ts';
import type { Asked } from './asked.ts';
import { statusOf } from './status.ts';

type Told = { done: Done } | { refused: Refusal };

export async function answerAction(asked: Asked, route: ActionRoute): Promise<Answer> {
  const { body, house, identity, params } = asked;
  if (body === null) return again(asked, route, { refused: refusal('form-unreadable') });
  const key = typeof body['cle'] === 'string' ? body['cle'] : '';
  if (!isFormKey(house, identity.actor, key)) {
    return again(asked, route, { refused: refusal('form-expired') });
  }
  if (body['conflit'] === 'revoir')
    return drawn(asked, await route.page(pageRequest(asked, { values: keptValues(body), errors: [] })));
  const numbers = refuseNir(body);
  if (numbers.length > 0) return again(asked, route, { errors: numbers });
  const parsed = route.input.safeParse({ ...body, ...params });
  if (!parsed.success) return again(asked, route, { errors: fieldErrors(parsed.error) });
  const doubtful = await weighFreeText(asked, route);
  if (doubtful.length > 0) return again(asked, route, { errors: doubtful });
  const told = route.once
    ? await tellOnce(asked, { route, input: parsed.data, key })
    : await tell(asked, route, parsed.data);
  if ('refused' in told) return again(asked, route, { refused: told.refused });
  const { to, leaves, cookies, forgets, shows } = told.done;
  if (shows !== undefined) {
    const shown = await drawn(asked, shows);
    return shown.kind === 'html' && cookies ? { ...shown, cookies } : shown;
  }
  return {
    kind: 'moved',
    to,
    ...(leaves && { leaves }),
    ...(cookies && { cookies }),
    ...(forgets && { forgets }),
  };
}

async function tellOnce(
  asked: Asked,
  { route, input, key }: { route: ActionRoute; input: unknown; key: string },
): Promise<Told> {
  const { db, now, identity, house, c, body } = asked;
  const actor = actorName(identity.actor);
  const { cle: _, ...typed } = body ?? {};
  const claim = await claimKey(db, {
    actor,
    key,
    route: `POST ${route.path}`,
    bodyHash: bodyMark(house, c.req.path, await marked(typed)),
    now,
  });
  if (claim.state === 'replayed') return { done: claim.outcome as Done };
  if (claim.state === 'other-body') return { refused: refusal('key-reused') };
  const told = await tell(asked, route, input);
  if ('done' in told) await keepOutcome(db, { actor, key, status: 303, outcome: { to: told.done.to } });
  else await sql`delete from idempotency where actor = ${actor} and key = ${key}`.execute(db);
  return told;
}

/** A file counts by its content: JSON knows nothing of it. */
async function marked(typed: FormBody): Promise<Record<string, unknown>> {
  const entries = Object.entries(typed).map(async ([name, value]) => {
    if (!(value instanceof File)) return [name, value] as const;
    const digest = createHash('sha256')
      .update(new Uint8Array(await value.arrayBuffer()))
      .digest('base64url');
    return [name, [value.name, value.type, digest]] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** A refusal undoes all the story wrote, except what it asks to keep (a failed try is counted). */
async function tell(asked: Asked, route: ActionRoute, input: unknown): Promise<Told> {
  const { db } = asked;
  await sql`savepoint story`.execute(db);
  try {
    const result = await route.story(contextOf(asked), input);
    if (!result.ok) {
      await sql.raw(result.keep === true ? 'release savepoint story' : 'rollback to savepoint story').execute(db);
      return { refused: result };
    }
    const done = route.afterwards(result.value, pageRequest(asked));
    await keepNotice(asked, done);
    return { done };
  } catch (error) {
    const because = refusalOfConstraint(error);
    if (because === null) throw error;
    await sql`rollback to savepoint story`.execute(db);
    return { refused: refusal(because) };
  }
}

async function again(
  asked: Asked,
  route: ActionRoute,
  why: { errors: FieldError[] } | { refused: Refusal },
): Promise<Answer> {
  const refused = 'refused' in why ? why.refused : undefined;
  const errors = 'errors' in why ? why.errors : [why.refused, ...(why.refused.others ?? [])].map(errorOf);
  const status = refused === undefined ? 422 : statusOf(codeOf(refused));
  const request: PageRequest = {
    ...pageRequest(asked, { values: keptValues(asked.body ?? {}), errors }),
    ...(refused && { refusal: refused }),
  };
  const answer = await drawn(asked, await route.page(request), { status, errors: true });
  const wait = refused?.details?.['seconds'];
  if (answer.kind !== 'html' || status !== 429 || wait === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(wait) } };
}

function errorOf(refused: Refusal): FieldError {
  return { field: refused.field ?? '', text: sentenceFor(codeOf(refused), refused.details) };
}

function codeOf(refused: Refusal) {
  return isRefusalCode(refused.because) ? refused.because : 'value-unreadable';
}

function refusal(because: string): Refusal {
  return { ok: false, because };
}

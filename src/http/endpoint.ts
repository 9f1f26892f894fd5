/** A partner's call: same stories, same schemas, JSON in and out, problems per RFC 9457. */
import { sql } from 'kysely';
import { actorName } from '#domain/actor.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import { isRefusalCode, sentenceFor } from '#domain/refusals.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { claimKey, keepOutcome } from '#db/idempotency.ts';
import type { Answer } from './answer.ts';
import { problemAnswer } from './answer.ts';
import { refusalOfConstraint } from './constraints.ts';
import { fieldErrors } from './form-body.ts';
import { bodyMark } from './form-key.ts';
import { refuseNir } from './nir.ts';
import { contextOf } from './page.ts';
import type { EndpointRoute } from './route.ts';
import type { Asked } from './asked.ts';

export async function answerEndpoint(asked: Asked, route: EndpointRoute): Promise<Answer> {
  const { c, params, json: body } = asked;
  const writes = route.method !== 'GET';
  if (body === null) return problemAnswer('json-unreadable');
  const query = writes ? {} : Object.fromEntries(new URL(c.req.url).searchParams);
  const numbers = refuseNir(body);
  if (numbers.length > 0) return problemAnswer('nir-refused', { errors: numbers });
  const parsed = route.input.strict().safeParse({ ...query, ...body, ...params });
  if (!parsed.success) return problemAnswer('value-unreadable', { errors: fieldErrors(parsed.error) });
  if (!writes) return told(route, await tell(asked, route, parsed.data));
  const key = c.req.header('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,255}$/.test(key)) return problemAnswer('idempotency-key-missing');
  return tellOnce(asked, { route, input: parsed.data, key, body: { ...body, ...params } });
}

async function tellOnce(
  asked: Asked,
  { route, input, key, body }: { route: EndpointRoute; input: unknown; key: string; body: unknown },
): Promise<Answer> {
  const { db, now, identity, house, c } = asked;
  const actor = actorName(identity.actor);
  const claim = await claimKey(db, {
    actor,
    key,
    route: `${route.method} ${route.path}`,
    bodyHash: bodyMark(house, c.req.path, body),
    now,
  });
  if (claim.state === 'other-body') return problemAnswer('key-reused');
  if (claim.state === 'replayed') {
    const headers = { 'idempotency-replayed': 'true' };
    return { kind: 'json', status: claim.status, body: claim.outcome, headers };
  }
  const answer = told(route, await tell(asked, route, input));
  if (answer.kind === 'json') await keepOutcome(db, { actor, key, status: answer.status, outcome: answer.body });
  else await sql`delete from idempotency where actor = ${actor} and key = ${key}`.execute(db);
  return answer;
}

async function tell(asked: Asked, route: EndpointRoute, input: unknown): Promise<Result<unknown>> {
  const { db } = asked;
  await sql`savepoint story`.execute(db);
  try {
    const result = await route.story(contextOf(asked), input);
    if (!result.ok && result.keep !== true) await sql`rollback to savepoint story`.execute(db);
    return result;
  } catch (error) {
    const because = refusalOfConstraint(error);
    if (because === null) throw error;
    await sql`rollback to savepoint story`.execute(db);
    return { ok: false, because };
  }
}

/** The output schema is the allow-list: what it does not name does not leave. */
function told(route: EndpointRoute, result: Result<unknown>): Answer {
  if (!result.ok) return refusedAnswer(result);
  const body = route.status === 204 ? null : route.output.parse(result.value);
  return { kind: 'json', status: route.status, body };
}

function refusedAnswer(refused: Refusal): Answer {
  const { details, others = [] } = refused;
  const answer = problemAnswer(codeOf(refused), { ...(details && { details }) });
  const errors = [refused, ...others].flatMap(({ field, ...each }) =>
    field === undefined ? [] : [{ field, text: sentenceFor(codeOf(each), each.details) }],
  );
  if (errors.length > 0 && answer.kind === 'problem') answer.problem.errors = errors;
  return answer;
}

function codeOf({ because }: Pick<Refusal, 'because'>): RefusalCode {
  return isRefusalCode(because) ? because : 'value-unreadable';
}

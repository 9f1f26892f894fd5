/** The five shapes of an answer, before they become an HTTP response. */
import type { Context as HonoContext } from 'hono';
import type { RefusalCode } from '#domain/refusals.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { QuotaLeft } from '#domain/throttle.ts';
import type { House } from './house.ts';
import { refusalPage } from './refusal-page.tsx';
import type { Cookie } from './route.ts';
import type { Identity } from './session.ts';
import { nobody } from './session.ts';
import { statusOf } from './status.ts';

export type Answer =
  | { kind: 'html'; status: number; html: string; headers?: Record<string, string>; cookies?: Cookie[] }
  | { kind: 'moved'; to: string; leaves?: true; cookies?: Cookie[]; forgets?: true }
  | { kind: 'json'; status: number; body: unknown; headers?: Record<string, string> }
  | { kind: 'problem'; problem: Problem; headers?: Record<string, string> }
  | { kind: 'response'; response: Response };

/** RFC 9457, with a stable code and one entry per faulty field. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  errors?: { field: string; text: string }[];
}

export function problemAnswer(
  because: RefusalCode,
  more: { details?: Record<string, string | number>; errors?: Problem['errors']; wait?: number } = {},
): Answer {
  const problem: Problem = {
    type: `/api#${because}`,
    title: sentenceFor(because, more.details),
    status: statusOf(because),
    code: because,
  };
  if (more.errors !== undefined && more.errors.length > 0) problem.errors = more.errors;
  const headers = {
    ...(more.wait !== undefined && { 'retry-after': String(more.wait) }),
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
  };
  return { kind: 'problem', problem, headers };
}

/** The IETF's RateLimit fields (draft-ietf-httpapi-ratelimit-headers): a program slows down before it is refused. */
export function withQuota(answer: Answer, { throttle, quota }: { throttle: string; quota: QuotaLeft }): Answer {
  if (answer.kind !== 'json' && answer.kind !== 'problem') return answer;
  const headers = {
    ...answer.headers,
    'ratelimit-policy': `"${throttle}";q=${quota.limit};w=${quota.seconds}`,
    ratelimit: `"${throttle}";r=${quota.left};t=${quota.resetsIn}`,
  };
  return { ...answer, headers };
}

/** The same refusal as a page for people and as a problem for programs. */
export async function refusalAnswer({
  c,
  house,
  identity = nobody,
  because,
  wait,
}: {
  c: HonoContext;
  house: House;
  identity?: Identity;
  because: RefusalCode;
  wait?: number;
}): Promise<Answer> {
  const details = wait === undefined ? {} : { seconds: wait };
  if (c.req.path.startsWith('/api/')) return problemAnswer(because, { details, ...(wait !== undefined && { wait }) });
  const status = statusOf(because);
  const html = await refusalPage({
    house,
    identity,
    path: c.req.path,
    status,
    sentence: sentenceFor(because, details),
  });
  const headers = wait === undefined ? {} : { 'retry-after': String(wait) };
  return { kind: 'html', status, html, headers };
}

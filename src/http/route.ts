/** The route table: every door is declared as data — path, permission, input, story — and mounted by one guard. */
import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { LinkPurpose } from '#domain/magic-links.ts';
import type { Permission } from '#domain/permissions.ts';
import type { Refusal, Result } from '#domain/result.ts';
import type { ThrottleClass } from '#domain/throttle.ts';
import type { DatabaseRole } from '#db/transaction.ts';
import type { FormState } from '#ui/form.tsx';
import type { Context } from './context.ts';
import type { House } from './house.ts';

interface Door {
  path: string;
  permission: Permission;
  /** The database role of its transaction; sign-in doors pass through the gate. */
  as?: Extract<DatabaseRole, 'app' | 'gate'>;
  throttle?: ThrottleClass;
  /** The path holds a :token sent for this purpose; its holder acts for the organisation it was sent to. */
  link?: LinkPurpose;
  /** Its form carries a file: its body may be larger. */
  files?: true;
}

/** What a door may use to ask the outside world before its transaction opens. */
export interface Preparing<Input = unknown> {
  house: House;
  query: URLSearchParams;
  /** What the form sent; null on a page, or when it has not its shape: the story will not be told. */
  input: Input | null;
  /** A short transaction of its own, under the role of the door. */
  read<Value>(work: (ctx: Context) => Promise<Value>): Promise<Value>;
}

export interface PageRequest {
  ctx: Context;
  params: Record<string, string>;
  query: URLSearchParams;
  /** Path and query of this page, to come back to it. */
  url: string;
  form: FormState;
  /** The form holds what was typed, to be drawn again. */
  typed: boolean;
  /** Why the story just refused, for pages that show more than the sentence (a conflict shows both versions). */
  refusal?: Refusal;
  /** A fresh hidden key for a form of this page. */
  key(): string;
}

export interface View {
  title: string;
  body: Child;
  width?: 'wide' | 'form' | 'narrow';
  status?: number;
  /** The page that a telephone may keep as an application. */
  installable?: true;
}

export interface Moved {
  to: string;
  /** Only towards the sign-in server of our own configuration. */
  leaves?: true;
  cookies?: Cookie[];
  /** The browser drops what it kept of this site: sign-out. */
  forgets?: true;
}

export interface Cookie {
  name: 'session' | 'step' | 'display';
  value: string;
  seconds: number;
}

export interface PageRoute extends Door {
  kind: 'page';
  method: 'GET';
  /** Asks the outside world before the transaction opens: whoever waits for it holds no connection. */
  prepare?(preparing: Preparing): Promise<unknown>;
  view(request: PageRequest): Promise<View | Moved | null>;
}

export interface ActionRoute extends Door {
  kind: 'action';
  method: 'POST';
  input: z.ZodType;
  /** false: doors where a replay does no harm and no trace of what was typed may stay (passwords). */
  once: boolean;
  prepare?(preparing: Preparing): Promise<unknown>;
  story(ctx: Context, input: unknown): Promise<Result<unknown>>;
  afterwards(value: unknown, request: PageRequest): Done;
  page(request: PageRequest): Promise<View | Moved | null>;
}

export interface Done extends Moved {
  say?: string;
  undo?: string;
  /** A secret shown once: this view answers instead of the redirect; a replay only gets the redirect. */
  shows?: View;
}

export interface EndpointRoute extends Door {
  kind: 'endpoint';
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  summary: string;
  input: z.ZodObject;
  output: z.ZodType;
  status: 200 | 201 | 204;
  story(ctx: Context, input: unknown): Promise<Result<unknown>>;
}

export interface DataRoute extends Door {
  kind: 'data';
  method: 'GET';
  /** null: nothing there, or not hers. */
  answer(request: PageRequest): Promise<Response | null>;
}

export type Route = PageRoute | ActionRoute | EndpointRoute | DataRoute;

export function page<Prepared>(
  route: Door & {
    prepare?(preparing: Preparing): Promise<Prepared>;
    view(request: PageRequest, prepared: Prepared): Promise<View | Moved | null>;
  },
): PageRoute {
  const { view } = route;
  return {
    ...route,
    kind: 'page',
    method: 'GET',
    view: (request) => view(request, request.ctx.prepared as Prepared),
  };
}

export function data(route: Omit<DataRoute, 'kind' | 'method'>): DataRoute {
  return { kind: 'data', method: 'GET', ...route };
}

/** A form and its story, typed together here; the guard parses with the same schema before calling the story. */
export function action<Shape extends z.ZodType, Value, Prepared>(
  route: Door & {
    input: Shape;
    once?: boolean;
    prepare?(preparing: Preparing<z.output<Shape>>): Promise<Prepared>;
    story(ctx: Context, input: z.output<Shape>, prepared: Prepared): Promise<Result<Value>>;
    afterwards(value: Value, request: PageRequest): Done;
    page(request: PageRequest, prepared: Prepared): Promise<View | Moved | null>;
  },
): ActionRoute {
  const { story, afterwards, page: draw, prepare } = route;
  return {
    once: true,
    ...route,
    kind: 'action',
    method: 'POST',
    ...(prepare && {
      prepare: (preparing: Preparing) => prepare(preparing as Preparing<z.output<Shape>>),
    }),
    story: (ctx, value) => story(ctx, value as z.output<Shape>, ctx.prepared as Prepared),
    afterwards: (value, request) => afterwards(value as Value, request),
    page: (request) => draw(request, request.ctx.prepared as Prepared),
  };
}

export function endpoint<Shape extends z.ZodObject, Output extends z.ZodType>(
  route: Door & {
    method: EndpointRoute['method'];
    summary: string;
    input: Shape;
    output: Output;
    status?: EndpointRoute['status'];
    story(ctx: Context, input: z.output<Shape>): Promise<Result<z.input<Output>>>;
  },
): EndpointRoute {
  const { story } = route;
  return {
    status: 200,
    ...route,
    kind: 'endpoint',
    story: (ctx, value) => story(ctx, value as z.output<Shape>),
  };
}

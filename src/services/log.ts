/** Writes one JSON line per event, from a closed list of keys whose values cannot be about a person. */
import type { Clock } from './clock.ts';
import { describeError, type ErrorDescription } from './error-description.ts';

export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

/** `route` is the pattern (`/marches/:id`), never the address that was asked. */
export type LogFields = {
  requestId?: string;
  route?: string;
  method?: string;
  status?: number;
  milliseconds?: number;
  code?: string;
  job?: string;
  jobId?: string;
  attempt?: number;
  count?: number;
  bytes?: number;
  port?: number;
  version?: string;
  migration?: string;
  error?: unknown;
};

export type Log = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warning(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

type TextKey = 'requestId' | 'route' | 'method' | 'code' | 'job' | 'jobId' | 'version' | 'migration';
type NumberKey = 'status' | 'milliseconds' | 'attempt' | 'count' | 'bytes' | 'port';

const eventPattern = /^[a-z][a-z0-9-]{0,59}$/;
const textPatterns: Record<TextKey, RegExp> = {
  requestId: /^[\w-]{1,64}$/,
  route: /^\/$|^(?:\/(?:[a-z]+\d{0,2}(?:[._-][a-z]+\d{0,2})*|:[a-zA-Z]{1,40}(?:\{[^@\s/]{1,40}\})?|\*))+$/,
  method: /^[A-Z]{1,10}$/,
  code: /^[A-Za-z0-9_.-]{1,60}$/,
  job: /^[a-z0-9._-]{1,60}$/,
  jobId: /^[\w-]{1,64}$/,
  version: /^[\w.+-]{1,40}$/,
  migration: /^[\w.-]{1,80}$/,
};
const numberKeys: readonly NumberKey[] = ['status', 'milliseconds', 'attempt', 'count', 'bytes', 'port'];
const levels: readonly LogLevel[] = ['debug', 'info', 'warning', 'error'];

/** A value outside its pattern becomes `"?"`: seen, so that it is corrected, and not written. */
export function createLog(options: { clock: Clock; from?: LogLevel; write?: (line: string) => void }): Log {
  const write = options.write ?? ((line: string) => void process.stdout.write(line));
  const from = levels.indexOf(options.from ?? 'info');
  const entry =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (levels.indexOf(level) < from) return;
      const line = {
        time: options.clock.now().toISOString(),
        level,
        event: eventPattern.test(event) ? event : '?',
        ...safeFields(fields),
      };
      write(`${JSON.stringify(line)}\n`);
    };
  return { debug: entry('debug'), info: entry('info'), warning: entry('warning'), error: entry('error') };
}

function safeFields(fields: LogFields): Record<string, string | number | ErrorDescription> {
  const safe: Record<string, string | number | ErrorDescription> = {};
  for (const [key, pattern] of Object.entries(textPatterns)) {
    const value: unknown = Reflect.get(fields, key);
    if (value !== undefined) safe[key] = typeof value === 'string' && pattern.test(value) ? value : '?';
  }
  for (const key of numberKeys) {
    const value: unknown = fields[key];
    if (value !== undefined)
      safe[key] = typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 10) / 10 : '?';
  }
  if (fields.error !== undefined) safe['error'] = describeError(fields.error);
  return safe;
}

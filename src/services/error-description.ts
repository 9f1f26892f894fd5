/** Describes an error by what locates it (name, code, constraint, stack frames), never by its message. */
import { pathToFileURL } from 'node:url';

/** Messages and details of PostgreSQL quote the values of rows: they are left out whole. */
export type ErrorDescription = {
  name: string;
  code?: string;
  constraint?: string;
  table?: string;
  frames?: string[];
  cause?: ErrorDescription;
};

const identifierPattern = /^[A-Za-z_][\w.-]{0,62}$/;
const codePattern = /^[A-Z0-9_]{2,60}$/;
const framePattern =
  /^ {4}at (?:(?:async |new )?[\w.$<>#[\] ]{1,120} \()?(?:file:\/\/)?([\w./@+~:%-]{1,300}):\d{1,7}:\d{1,7}\)?$/;
const nodePattern = /^node:[a-z_/]{1,60}$/;
const mostFrames = 12;
const mostCauses = 3;

export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: `not an Error: ${typeof error}` };
  const code = readWord({ error, key: 'code', pattern: codePattern });
  const constraint = readWord({ error, key: 'constraint', pattern: identifierPattern });
  const table = readWord({ error, key: 'table', pattern: identifierPattern });
  const frames = readFrames(error);
  return {
    name: readWord({ error, key: 'name', pattern: identifierPattern }) ?? 'Error',
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    ...(frames.length > 0 ? { frames } : {}),
    ...(error.cause === undefined || depth >= mostCauses ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

function readWord(what: { error: Error; key: string; pattern: RegExp }): string | undefined {
  const value: unknown = Reflect.get(what.error, what.key);
  return typeof value === 'string' && what.pattern.test(value) ? value : undefined;
}

/**
 * The stack begins with the message, which may hold line breaks made to look like frames: only our own
 * files and Node's pass, and no line that the message has too.
 */
function readFrames(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const message = typeof error.message === 'string' ? error.message : '';
  const ofMessage = new Set(message.split('\n'));
  // Frames of modules are addresses: a folder with a space or an accent is written there in percents.
  const home = `${pathToFileURL(process.cwd()).pathname}/`;
  return stack
    .split('\n')
    .filter((line) => {
      const file = framePattern.exec(line)?.[1] ?? '';
      return (file.startsWith(home) || nodePattern.test(file)) && !ofMessage.has(line);
    })
    .slice(0, mostFrames)
    .map((line) => line.trim().replace('at ', '').replace('file://', '').replace(home, ''));
}

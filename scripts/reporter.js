/** Prints one line for a file that passes and everything for a test that fails; sends the counts to the test command. */
import path from 'node:path';
import { inspect } from 'node:util';

export default async function* report(events) {
  const files = new Map();
  let current;
  for await (const { type, data } of events) {
    process.send?.('alive');
    if (type === 'test:start' && data.file && data.file !== current) {
      if (current) yield close(current);
      current = data.file;
    }
    if (type === 'test:pass' || type === 'test:fail') {
      const counts = of(data.file ?? current);
      const failure = type === 'test:fail' ? data.details.error : undefined;
      const suite = data.details.type === 'suite';
      // The first level is the suite of the file itself.
      counts.milliseconds += data.nesting === 1 ? data.details.duration_ms : 0;
      if (failure && !(suite && failure.failureType === 'subtestsFailed')) {
        counts.failed += 1;
        if (failure.failureType !== 'subtestsFailed') yield tell(data, failure);
      } else if (data.skip !== undefined || data.todo !== undefined) counts.skipped += suite ? 0 : 1;
      else if (!suite && !failure) counts.passed += 1;
    }
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:summary' && data.file === undefined) {
      for (const file of files.keys()) yield close(file);
      // The process is ended by force right after: the word must have left before.
      await new Promise((resolve) => (process.send ? process.send('finished', resolve) : resolve()));
    }
  }

  function of(file) {
    const found = files.get(file) ?? { passed: 0, failed: 0, skipped: 0, milliseconds: 0 };
    files.set(file, found);
    return found;
  }

  function close(file) {
    const { milliseconds, ...counts } = of(file);
    files.delete(file);
    const total = counts.passed + counts.failed + counts.skipped;
    if (total === 0) return '';
    process.send?.({ file, ...counts });
    const name = path.relative(process.cwd(), file);
    const unhappy = [counts.failed && `${counts.failed} failed`, counts.skipped && `${counts.skipped} skipped`].filter(
      Boolean,
    );
    const line = [`${counts.passed} passed`, ...unhappy].join(', ');
    return `  ${unhappy.length > 0 ? '✖' : '✔'} ${name}: ${line} (${Math.round(milliseconds)} ms)\n`;
  }
}

function tell(data, failure) {
  const place = `${path.relative(process.cwd(), data.file ?? '')}:${data.line ?? 0}`;
  const cause = failure.cause ?? failure;
  const words = spoken(cause) ?? inspect(cause, { depth: 5, breakLength: 110 });
  return `\n✖ ${data.name}\n  ${place}\n${words.replace(/^/gm, '    ')}\n\n`;
}

/** A message written for the reader needs no stack of the test runner around it. */
function spoken(cause) {
  if (typeof cause === 'string') return cause;
  return cause.code === 'ERR_ASSERTION' && cause.operator === 'fail' ? cause.message : undefined;
}

/** Draws a piece of page as text, at once: the parts of this room never wait for anything. */
import type { Child } from 'hono/jsx';

export function drawn(piece: Child): string {
  const waits = piece instanceof Promise;
  const text: unknown = waits || typeof piece !== 'object' || Array.isArray(piece) ? piece : piece?.toString();
  if (typeof text !== 'string') throw new TypeError('only a piece drawn at once can be placed here');
  return text;
}

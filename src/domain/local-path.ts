/** Where to go after signing in: a page of this site and nothing else, whatever the address says. */

const longestPath = 1000;

/** Leaving by these would turn in a circle, or undo what was just done. */
const doors = /^\/(?:connexion|deconnexion|premier-demarrage|mot-de-passe)(?:[/?#]|$)/u;

/** A path of ours with its query, or null. Source: ASVS 5.0, 3.7.2 and 15.3.1 (no open redirect). */
export function localPath(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text.length > longestPath) return null;
  if (!/^\/(?![/\\])/u.test(text) || /[\\\p{C}\p{Zl}\p{Zp}]/u.test(text)) return null;
  const here = 'https://here.invalid';
  const read = URL.parse(text, here);
  if (read === null || read.origin !== here || read.username !== '' || read.pathname.startsWith('//')) return null;
  return doors.test(read.pathname) ? null : `${read.pathname}${read.search}${read.hash}`;
}

/** The same address with where to go next, when there is somewhere to go. */
export function withNext(path: string, next: string | null): string {
  return next === null || next === '/' ? path : `${path}?suite=${encodeURIComponent(next)}`;
}

/** Finds the tables a file writes, through the query builder or in SQL text. */

export function writesOf({ text, known }: { text: string; known: ReadonlySet<string> }): string[] {
  const built = [
    ...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"]([\w.]+)/g),
  ].map((found) => snake(found[1] ?? ''));
  const literals = [...text.matchAll(/`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g)].map(
    (found) => found[0],
  );
  const statements = literals.flatMap((literal) => [
    ...literal.matchAll(
      /\b(?:insert\s+into|delete\s+from|merge\s+into|copy|truncate(?:\s+table)?|update)\s+(?:only\s+)?"?(?:public\.)?(\w+)"?/gi,
    ),
  ]);
  // In prose "update the contact" names no table: only what a migration created counts.
  const spoken = statements.map((found) => found[1] ?? '').filter((table) => known.has(table));
  return [...new Set([...built, ...spoken])];
}

function snake(name: string): string {
  return name.replace(/^public\./, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

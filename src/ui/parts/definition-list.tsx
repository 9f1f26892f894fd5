/** Names and values of one object; a missing value says so. */
import type { Child } from 'hono/jsx';

export function DefinitionList({ items }: { items: readonly { term: string; value: Child }[] }) {
  return (
    <dl class="definitions">
      {items.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>
            {value === undefined || value === null || value === '' ? <span class="soft">Non renseigné</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The filters of a list: a GET form with its button kept; the island only makes it quicker. */
import type { Child } from 'hono/jsx';

export interface FilterBarProps {
  /** Path and query of the page: the sort and the view chosen are kept. */
  url: string;
  /** The names of the fields drawn here. */
  fields: readonly string[];
  list?: string | undefined;
  submit?: string | undefined;
  children?: Child;
}

export function FilterBar({ url, fields, list = 'liste', submit = 'Filtrer', children }: FilterBarProps) {
  const [path = '', search = ''] = url.split('?', 2);
  const dropped = new Set([...fields, 'apres', 'avant']);
  const query = [...new URLSearchParams(search)];
  const filtered = query.some(([name, value]) => fields.includes(name) && value !== '');
  return (
    <search>
      <form class="filters" action={path} method="get" data-filters={list}>
        {query
          .filter(([name]) => !dropped.has(name))
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        {children}
        <button type="submit" class="button">
          {submit}
        </button>
        {filtered && (
          <a class="button quiet" href={path}>
            Effacer
          </a>
        )}
      </form>
    </search>
  );
}

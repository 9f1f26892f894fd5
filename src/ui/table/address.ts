/** The state of a list is its address: `tri=echeance` or `tri=-echeance`, `apres=` or `avant=` a cursor. */

export interface Sort {
  by: string;
  direction: 'ascending' | 'descending';
}

export interface TableQuery {
  sort: Sort | undefined;
  after: string | undefined;
  before: string | undefined;
}

/** The same address with these parameters set, or taken away by null; empty values are taken away too. */
export function withQuery(url: string, changes: Record<string, string | null>): string {
  const [path = '', search = ''] = url.split('?', 2);
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Reads what sort and page links write; a column that may not sort is as good as absent. */
export function readTableQuery(
  query: URLSearchParams,
  columns: readonly { key: string; sort?: boolean | undefined }[],
): TableQuery {
  const asked = query.get('tri') ?? '';
  const by = asked.replace(/^-/u, '');
  const sortable = columns.some((column) => column.key === by && column.sort);
  return {
    sort: sortable ? { by, direction: asked.startsWith('-') ? 'descending' : 'ascending' } : undefined,
    after: query.get('apres') ?? undefined,
    before: query.get('avant') ?? undefined,
  };
}

/** The table of the house: sorted by links, read line by line on a phone, the URL is its only state. */
import type { Child } from 'hono/jsx';
import { Pagination } from '#ui/table/pagination.tsx';
import { Icon } from './icons.tsx';
import { withQuery } from '#ui/table/address.ts';
import type { Sort } from '#ui/table/address.ts';

export { DensitySwitch } from '#ui/table/density-switch.tsx';
export { FilterBar } from '#ui/table/filter-bar.tsx';
export { Pagination } from '#ui/table/pagination.tsx';
export { Tabs } from '#ui/table/tabs.tsx';
export { readTableQuery, withQuery } from '#ui/table/address.ts';
export type { Sort, TableQuery } from '#ui/table/address.ts';

export interface Column<Row> {
  key: string;
  label: string;
  align?: 'start' | 'end' | 'center' | undefined;
  sort?: boolean | undefined;
  /** The cell that names the row. */
  primary?: boolean | undefined;
  /** Buttons: the label of the column is heard, not seen. */
  actions?: boolean | undefined;
  cell(row: Row): Child;
}

export interface TableProps<Row> {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId(row: Row): string;
  /** Path and query of the page, from which sort and page links are made. */
  url: string;
  sort?: Sort | undefined;
  summary?: Child;
  empty: Child;
  select?: RowSelection<Row> | undefined;
  next?: string | undefined;
  previous?: string | undefined;
  total?: number | undefined;
  /** When a page holds several tables. */
  id?: string | undefined;
}

export interface RowSelection<Row> {
  name: string;
  label(row: Row): string;
  /** The id of the form the boxes belong to; drawn by `actions` or elsewhere on the page. */
  form: string;
  checked?: ((row: Row) => boolean) | undefined;
  /** What one can do with the ticked rows: a form with that id, shown under the table. */
  actions?: Child;
}

export function Table<Row>(props: TableProps<Row>) {
  const { id = 'liste', rows, summary, select, next, previous } = props;
  return (
    <div class="list" id={id} data-fragment>
      <div class="sheet">
        {summary !== undefined && summary !== false && (
          <div class="table-summary" role="status" id={`${id}-resume`}>
            <div>{summary}</div>
          </div>
        )}
        {rows.length === 0 ? (
          props.empty
        ) : (
          <div class="table-scroll">
            <table class="table" role="table">
              <caption class="visually-hidden">{props.caption}</caption>
              <Head {...props} id={id} />
              <tbody role="rowgroup">
                {rows.map((row) => (
                  <Line row={row} table={props} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {select?.actions !== undefined && rows.length > 0 && <div class="bulk">{select.actions}</div>}
      </div>
      {(next !== undefined || previous !== undefined) && (
        <Pagination url={props.url} next={next} previous={previous} total={props.total} id={id} />
      )}
    </div>
  );
}

function Head<Row>({ columns, select, sort, url, id = 'liste' }: TableProps<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {select && (
          <td role="cell" class="check">
            <label hidden data-check-all={select.name}>
              <input type="checkbox" aria-label="Tout sélectionner sur cette page" />
            </label>
          </td>
        )}
        {columns.map((column) => (
          <th scope="col" role="columnheader" class={alignment(column.align)} aria-sort={ariaSort(column, sort)}>
            {column.sort ? <SortLink column={column} sort={sort} url={url} id={id} /> : null}
            {!column.sort && (column.actions ? <span class="visually-hidden">{column.label}</span> : column.label)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortLink(props: { column: Column<never>; sort: Sort | undefined; url: string; id: string }) {
  const { column, sort, url, id } = props;
  const sorted = sort?.by === column.key ? sort.direction : undefined;
  const wanted = sorted === 'ascending' ? `-${column.key}` : column.key;
  const icons = { ascending: 'chevron-up', descending: 'chevron-down' } as const;
  return (
    <a class="sort" id={`${id}-tri-${column.key}`} href={withQuery(url, { tri: wanted, apres: null, avant: null })}>
      {column.label}
      <Icon name={sorted ? icons[sorted] : 'chevrons-up-down'} />
    </a>
  );
}

function Line<Row>({ row, table }: { row: Row; table: TableProps<Row> }) {
  const { columns, select, rowId } = table;
  return (
    <tr role="row" id={`${table.id ?? 'liste'}-${rowId(row)}`}>
      {select && (
        <td role="cell" class="check">
          <label>
            <span class="visually-hidden">{select.label(row)}</span>
            <input
              type="checkbox"
              class="row-check"
              name={select.name}
              value={rowId(row)}
              form={select.form}
              checked={select.checked?.(row)}
            />
          </label>
        </td>
      )}
      {columns.map((column) => (
        <Cell column={column} content={column.cell(row)} />
      ))}
    </tr>
  );
}

function Cell({
  column,
  content,
}: {
  column: Pick<Column<never>, 'label' | 'align' | 'primary' | 'actions'>;
  content: Child;
}) {
  if (column.primary) {
    return (
      <th scope="row" role="rowheader">
        {content}
      </th>
    );
  }
  return (
    <td
      role="cell"
      class={[alignment(column.align), column.actions ? 'actions' : ''].filter(Boolean).join(' ') || undefined}
    >
      <span class="cell-label" aria-hidden="true">
        {column.label}
      </span>
      <div class="cell">{content}</div>
    </td>
  );
}

function alignment(align: 'start' | 'end' | 'center' | undefined): string | undefined {
  if (align === 'end') return 'end';
  return align === 'center' ? 'middle-align' : undefined;
}

function ariaSort(column: { key: string; sort?: boolean | undefined }, sort: Sort | undefined) {
  if (!column.sort) return undefined;
  return sort?.by === column.key ? sort.direction : ('none' as const);
}

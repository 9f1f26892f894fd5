/** The table: its state is its address, its words reach everyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FilterBar, Table, Tabs, readTableQuery, withQuery } from './table.tsx';
import type { Column, TableProps } from './table.tsx';
import { drawn } from './drawn.ts';

interface Row {
  id: string;
  name: string;
}

const columns: Column<Row>[] = [
  { key: 'nom', label: 'Nom', sort: true, primary: true, cell: ({ name }) => name },
  { key: 'numero', label: 'Numéro', align: 'end', sort: true, cell: ({ id }) => id },
  { key: 'actions', label: 'Actions', actions: true, cell: () => null },
];

test('a sorted column says so and its link turns it round; the cursor is forgotten', () => {
  const html = draw({ url: '/x?q=a&apres=c', sort: { by: 'nom', direction: 'ascending' } });
  assert.match(html, /aria-sort="ascending"><a class="sort" id="liste-tri-nom" href="\/x\?q=a&amp;tri=-nom"/u);
  assert.match(html, /aria-sort="none"><a class="sort" id="liste-tri-numero" href="\/x\?q=a&amp;tri=numero"/u);
});

test('roles are explicit, the primary cell heads its row, every other cell has its label', () => {
  const html = draw({});
  assert.match(html, /<th scope="row" role="rowheader">Ville/u);
  assert.match(html, /<td role="cell" class="end"><span class="cell-label" aria-hidden="true">Numéro/u);
});

test('pages are links with their cursor', () => {
  const html = draw({ next: 'suite', previous: 'debut' });
  assert.match(html, /href="\/x\?avant=debut"/u);
  assert.match(html, /href="\/x\?apres=suite"/u);
});

test('an empty table shows its empty state, not a head without rows', () => {
  const html = draw({ rows: [], empty: 'Rien encore' });
  assert.match(html, /Rien encore/u);
  assert.doesNotMatch(html, /<table/u);
});

test('boxes belong to their form and are named after their row', () => {
  const html = draw({ select: { name: 'ligne', form: 'lot', label: ({ name }) => `Sélectionner ${name}` } });
  assert.match(
    html,
    /Sélectionner Ville<\/span><input type="checkbox" class="row-check" name="ligne" value="1" form="lot"/u,
  );
});

test('filters keep the sort and drop the cursor', () => {
  const html = drawn(<FilterBar url="/x?q=a&tri=nom&apres=c" fields={['q']} />);
  assert.match(html, /<input type="hidden" name="tri" value="nom"/u);
  assert.doesNotMatch(html, /name="apres"|type="hidden" name="q"/u);
  assert.match(html, /<a class="button quiet" href="\/x">/u);
});

test('the current view is said', () => {
  assert.match(
    drawn(<Tabs label="Vues" items={[{ href: '/x', label: 'Tous', current: true }]} />),
    /aria-current="page">Tous/u,
  );
});

test('an address is read as it is written, and only sortable columns sort', () => {
  assert.deepEqual(readTableQuery(new URLSearchParams('tri=-nom&apres=c'), columns), {
    sort: { by: 'nom', direction: 'descending' },
    after: 'c',
    before: undefined,
  });
  assert.equal(readTableQuery(new URLSearchParams('tri=actions'), columns).sort, undefined);
  assert.equal(withQuery('/x?a=1&b=2', { a: null, b: 'é&' }), '/x?b=%C3%A9%26');
});

function draw(changes: Partial<TableProps<Row>>): string {
  return drawn(
    <Table
      caption="Acheteurs"
      rows={[{ id: '1', name: 'Ville' }]}
      columns={columns}
      rowId={({ id }) => id}
      url="/x"
      empty=""
      {...changes}
    />,
  );
}

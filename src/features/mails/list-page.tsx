/** The list of an organisation's letters. */
import type { PageRequest, View } from '#http/route.ts';
import { SelectField } from '#ui/form.tsx';
import { Alert, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, Table } from '#ui/table.tsx';
import { titleOf } from './catalogue.ts';
import { mailStates, readMailQuery, writeCursor } from './list-query.ts';
import type { MailRow } from './list.ts';
import { listMails, mailsPerPage } from './list.ts';

export async function drawMails({ ctx, query, url }: PageRequest): Promise<View> {
  const asked = readMailQuery(query);
  const rows = await listMails(ctx, asked);
  const shown = rows.slice(0, mailsPerPage);
  const last = shown.at(-1);
  const next = rows.length > mailsPerPage && last !== undefined ? writeCursor(last.sortedBy, last.id) : undefined;
  const states = Object.entries(mailStates).map(([value, { label }]) => ({ value, label }));
  const body = (
    <>
      <PageHeading title="Courriels" lead="Ce que Guichet a écrit au nom de votre organisation." />
      {!leaves(ctx.house) && (
        <Alert tone="info">
          Aucun courriel ne part de cette instance{'\u00A0'}: chacun est gardé ici.
          {!ctx.house.demo && ' Les liens personnels y sont masqués.'}
        </Alert>
      )}
      <FilterBar url={url} fields={['etat']}>
        <SelectField
          filter
          name="etat"
          label="État"
          state={{ values: { etat: asked.state ?? '' }, errors: [] }}
          placeholder="Tous"
          options={states}
        />
      </FilterBar>
      <Table
        caption="Courriels de votre organisation"
        rows={shown}
        columns={columns}
        rowId={(row) => row.id}
        sort={{ by: asked.sort, direction: asked.direction }}
        url={url}
        empty={
          <EmptyState
            title={asked.state === null ? 'Aucun courriel encore.' : 'Aucun courriel dans cet état.'}
            icon="mail"
          />
        }
        next={next}
      />
    </>
  );
  return { title: 'Courriels', body };
}

const columns: Column<MailRow>[] = [
  {
    key: 'courriel',
    label: 'Courriel',
    sort: true,
    primary: true,
    cell: (row) => <a href={`/organisation/courriels/${row.id}`}>{row.subject || titleOf(row.template)}</a>,
  },
  { key: 'destinataire', label: 'Destinataire', cell: (row) => row.recipient },
  {
    key: 'etat',
    label: 'État',
    sort: true,
    cell: (row) => <Status tone={mailStates[row.status].tone} label={mailStates[row.status].label} />,
  },
  {
    key: 'date',
    label: 'Demandé le',
    sort: true,
    cell: (row) => <DateText date={row.createdAt} style="instant" />,
  },
];

/** A demonstration, or an instance without a mail server, keeps what it writes. */
export function leaves({ demo, configuration }: PageRequest['ctx']['house']): boolean {
  return !demo && configuration.smtpUrl !== undefined;
}

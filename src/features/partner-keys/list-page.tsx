/** The keys of the API of an organisation: what each opens, until when, and when it last served. */
import { keyStates, lastDayOfKey, scopeSentence, stateOfKey } from '#domain/partner-key.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { readTableQuery, Table } from '#ui/table.tsx';
import type { KeyRow } from './queries.ts';
import { keysPerPage, listKeys } from './queries.ts';

export async function drawKeys(request: PageRequest): Promise<View> {
  const { ctx, query, url, form } = request;
  const columns = columnsFor(request);
  const { sort = { by: 'name', direction: 'ascending' }, after, before } = readTableQuery(query, columns);
  const { rows, next, previous } = await listKeys(ctx, {
    direction: sort.direction,
    after,
    before,
    size: keysPerPage,
  });
  const body = (
    <>
      <PageHeading
        title="Clés de l’API"
        lead={
          <>
            Une clé donne à un programme une part des droits de votre organisation.{' '}
            <a href="/api">Lire la documentation</a>.
          </>
        }
        actions={
          <ButtonLink href="/organisation/cles/nouvelle" kind="primary" icon="plus">
            Nouvelle clé
          </ButtonLink>
        }
      />
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {query.get('montree') === '1' && (
        <Alert tone="attention" title="La clé a déjà été montrée">
          <p>Elle ne peut plus l’être. Si vous ne l’avez pas notée, révoquez-la et créez-en une autre.</p>
        </Alert>
      )}
      <Table
        caption="Clés de l’API"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        sort={sort}
        url={url}
        empty={
          <EmptyState
            title="Aucune clé encore."
            icon="key-round"
            actions={<a href="/organisation/cles/nouvelle">Créer la première</a>}
          >
            Un programme a besoin d’une clé pour lire ou écrire à votre place.
          </EmptyState>
        }
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Clés de l’API', body };
}

function columnsFor(request: PageRequest): Column<KeyRow>[] {
  const { now } = request.ctx;
  return [
    {
      key: 'name',
      label: 'Nom',
      sort: true,
      primary: true,
      cell: (row) => (
        <>
          {row.name}
          <br />
          <code>{`${row.prefix}…`}</code>
        </>
      ),
    },
    {
      key: 'scopes',
      label: 'Portées',
      cell: (row) => (
        <ul>
          {row.scopes.map((scope) => (
            <li>{scopeSentence(scope)}</li>
          ))}
        </ul>
      ),
    },
    { key: 'expires', label: 'Dernier jour', cell: (row) => <DateText date={lastDayOfKey(row)} /> },
    {
      key: 'used',
      label: 'Dernier usage',
      cell: (row) => (row.lastUsedAt === null ? 'Jamais' : <DateText date={row.lastUsedAt} />),
    },
    { key: 'state', label: 'État', cell: (row) => <Status {...keyStates[stateOfKey(row, now)]} /> },
    {
      key: 'actions',
      label: 'Action',
      actions: true,
      cell: (row) => row.revokedAt === null && revokeButton(request, row),
    },
  ];
}

function revokeButton(request: PageRequest, row: KeyRow) {
  return (
    <ActionButton
      action={`/organisation/cles/${row.id}/revoquer`}
      formKey={request.key()}
      about={row.name}
      kind="danger"
      size="small"
      confirm={{
        title: 'Révoquer cette clé\u00A0?',
        text: `Le programme qui emploie «\u00A0${row.name}\u00A0» sera refusé aussitôt. Une clé révoquée ne sert plus jamais.`,
        label: 'Révoquer la clé',
      }}
    >
      Révoquer
    </ActionButton>
  );
}

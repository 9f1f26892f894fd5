/** The members of one's own organisation: those at work, those whose place is closed, and the invitations that wait. */
import { may } from '#domain/access.ts';
import { formatShortDay } from '#domain/day.ts';
import { positions } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { Alert, ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { listWaitingInvitations } from './invitation-queries.ts';
import type { ListedMember, MemberQuery } from './list-query.ts';
import { listMembers, membersPerPage } from './list-query.ts';

const path = '/organisation/membres';

export async function drawList(request: PageRequest): Promise<View> {
  const { ctx, query } = request;
  const manages = may(ctx.actor, 'member.manage').allowed;
  const invitations = manages && query.get('vue') === 'invitations';
  const body = (
    <>
      <PageHeading
        title="Membres"
        lead="Qui travaille dans votre organisation, et avec quel rôle."
        actions={
          manages && (
            <ButtonLink href={`${path}/inviter`} kind="primary" icon="plus">
              Inviter
            </ButtonLink>
          )
        }
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Tabs
        label="Membres"
        items={[
          { href: path, label: 'Actifs', current: !invitations && query.get('vue') !== 'suspendus' },
          {
            href: `${path}?vue=suspendus`,
            label: 'Suspendus et terminés',
            current: query.get('vue') === 'suspendus',
          },
          ...(manages ? [{ href: `${path}?vue=invitations`, label: 'Invitations', current: invitations }] : []),
        ]}
      />
      {invitations ? (
        <InvitationTable request={request} rows={await listWaitingInvitations(ctx)} />
      ) : (
        await drawMembers(request, manages)
      )}
    </>
  );
  return { title: 'Membres', body };
}

async function drawMembers(request: PageRequest, manages: boolean) {
  const { ctx, url } = request;
  const columns = columnsFor(manages);
  const { sort = { by: 'name', direction: 'ascending' }, after, before } = readTableQuery(request.query, columns);
  const query = readFilters(request.query, sort.by);
  const { rows, next, previous } = await listMembers(ctx, {
    ...query,
    direction: sort.direction,
    after,
    before,
    size: membersPerPage,
  });
  return (
    <>
      <FilterBar url={url} fields={['q']}>
        <TextField
          filter
          name="q"
          label="Rechercher"
          placeholder={manages ? 'Nom ou adresse' : 'Nom'}
          autocomplete="off"
          state={{ values: { q: query.search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Membres"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        sort={sort}
        url={url}
        empty={<Empty query={query} />}
        next={next}
        previous={previous}
      />
    </>
  );
}

function readFilters(query: URLSearchParams, sortedBy: string): MemberQuery {
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: query.get('vue') === 'suspendus' ? 'closed' : 'active',
    by: sortedBy === 'position' ? 'position' : 'name',
  };
}

function columnsFor(manages: boolean): Column<ListedMember>[] {
  const columns: Column<ListedMember>[] = [
    {
      key: 'name',
      label: 'Nom',
      sort: true,
      primary: true,
      cell: (row) => (manages ? <a href={`${path}/${row.id}`}>{row.name}</a> : row.name),
    },
    { key: 'position', label: 'Rôle', sort: true, cell: placeText },
    { key: 'state', label: 'État', cell: (row) => <State row={row} /> },
  ];
  if (!manages) return columns;
  return [
    ...columns,
    {
      key: 'secondFactor',
      label: 'Double authentification',
      cell: (row) => (row.secondFactor ? 'Oui' : 'Non'),
    },
    {
      key: 'lastSignIn',
      label: 'Dernière connexion',
      cell: ({ lastSignInAt }) => (lastSignInAt ? <DateText date={lastSignInAt} /> : 'Jamais'),
    },
  ];
}

export function placeText({ position, administers }: ListedMember): string {
  if (position === undefined) return '';
  const { label } = positions[position];
  return administers && label !== 'Administration' ? `${label}, administre` : label;
}

export function State({ row: { status, validUntil } }: { row: ListedMember }) {
  if (status === 'suspended') return <Status tone="problem" label="Suspendu" />;
  if (status === 'ended') return <Status tone="neutral" label="Terminé" />;
  const until = validUntil ? `Actif jusqu’au ${formatShortDay(validUntil)}` : 'Actif';
  return <Status tone="ok" label={until} />;
}

function Empty({ query }: { query: MemberQuery }) {
  if (query.search !== '') {
    return (
      <EmptyState title="Aucun membre ne correspond." icon="users" actions={<a href={path}>Effacer la recherche</a>} />
    );
  }
  return <EmptyState title="Aucun membre suspendu ni terminé." icon="users" />;
}

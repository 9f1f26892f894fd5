/** The exchange links of an organisation, in three lists: in force, to be accepted, over. */
import { may } from '#domain/access.ts';
import { linkStates } from '#domain/exchange-link.ts';
import { formatSiret } from '#domain/siret.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { LinkRow, LinkTab } from './queries.ts';
import { linksPerPage, linkTabs, listLinks, namesOf, otherOrganisation, sideOf, stateNow } from './queries.ts';

const tabLabels: Record<LinkTab, string> = {
  'en-vigueur': 'En vigueur',
  'a-accepter': 'À accepter',
  termines: 'Terminés',
};

const emptyTitles: Record<LinkTab, string> = {
  'en-vigueur': 'Aucun lien d’échange en vigueur.',
  'a-accepter': 'Aucun lien proposé n’attend de réponse.',
  termines: 'Aucun lien terminé.',
};

export async function drawLinks(request: PageRequest): Promise<View> {
  const { ctx, query, url } = request;
  const tab = linkTabs.find((known) => known === query.get('vue')) ?? 'en-vigueur';
  const { sort = { by: 'validUntil', direction: 'ascending' }, after, before } = readTableQuery(query, sortable);
  const by = sort.by === 'purpose' || sort.by === 'validFrom' ? sort.by : 'validUntil';
  const page = await listLinks(ctx, {
    tab,
    by,
    direction: sort.direction,
    after,
    before,
    size: linksPerPage,
  });
  const names = await namesOf(ctx, partnersOf(request, page.rows));
  const manages = may(ctx.actor, 'link.manage').allowed;
  const body = (
    <>
      <PageHeading
        title="Liens d’échange"
        lead="Avec qui votre organisation partage, quoi, et jusqu’à quand."
        actions={manages && <Actions />}
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Tabs
        label="Liens d’échange"
        items={linkTabs.map((known) => ({
          href: known === 'en-vigueur' ? '/liens' : `/liens?vue=${known}`,
          label: tabLabels[known],
          current: known === tab,
        }))}
      />
      <Table
        caption={`Liens d’échange\u00A0: ${tabLabels[tab].toLowerCase()}`}
        rows={page.rows}
        columns={columnsFor(request, names)}
        rowId={(row) => row.id}
        sort={sort}
        url={url}
        empty={
          <EmptyState title={emptyTitles[tab]} icon="link" actions={manages && tab !== 'termines' && <Actions />} />
        }
        next={page.next}
        previous={page.previous}
      />
    </>
  );
  return { title: 'Liens d’échange', body };
}

export function partnerName(
  request: PageRequest,
  { row, names }: { row: LinkRow; names: Map<string, string> },
): string {
  const other = otherOrganisation(request.ctx, row);
  const known = other === null ? undefined : names.get(other);
  return known ?? (row.invitedName === '' ? `SIRET ${formatSiret(row.invitedIdentifier)}` : row.invitedName);
}

export function partnersOf({ ctx }: PageRequest, rows: readonly LinkRow[]): string[] {
  return rows.map((row) => otherOrganisation(ctx, row)).filter((other) => other !== null);
}

function Actions() {
  return (
    <>
      <ButtonLink href="/liens/accepter" icon="key-round">
        Accepter un lien
      </ButtonLink>
      <ButtonLink href="/liens/nouveau" kind="primary" icon="plus">
        Proposer un lien
      </ButtonLink>
    </>
  );
}

const sortable = [
  { key: 'purpose', sort: true },
  { key: 'validFrom', sort: true },
  { key: 'validUntil', sort: true },
];

function columnsFor(request: PageRequest, names: Map<string, string>): Column<LinkRow>[] {
  const { ctx } = request;
  return [
    {
      key: 'partner',
      label: 'Partenaire',
      primary: true,
      cell: (row) => <a href={`/liens/${row.id}`}>{partnerName(request, { row, names })}</a>,
    },
    { key: 'purpose', label: 'Objet', sort: true, cell: (row) => row.purpose },
    {
      key: 'side',
      label: 'Proposé par',
      cell: (row) => (sideOf(ctx, row) === 'from' ? 'Nous' : 'Le partenaire'),
    },
    { key: 'validFrom', label: 'Début', sort: true, cell: (row) => <DateText date={row.validFrom} /> },
    { key: 'validUntil', label: 'Fin', sort: true, cell: (row) => <DateText date={row.validUntil} /> },
    { key: 'state', label: 'État', cell: (row) => <Status {...linkStates[stateNow(ctx, row)]} /> },
  ];
}

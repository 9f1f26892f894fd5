/** The globalisation agreements an organisation is a side of: in force, to be signed, over. */
import { may } from '#domain/access.ts';
import { agreementStates, stateOfAgreement } from '#domain/agreement.ts';
import { parisDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Alert, ButtonLink, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { AgreementTab, ListedAgreement } from './list-queries.ts';
import { namesOf } from './side-queries.ts';
import { agreementsPerPage, agreementTabs, listAgreements } from './list-queries.ts';

export const title = 'Accords de globalisation';
export const agreementTrail = [{ href: '/globalisations', label: title }];

const tabLabels: Record<AgreementTab, string> = {
  'en-vigueur': 'En vigueur',
  'a-signer': 'À signer',
  termines: 'Terminés',
};

const emptyTitles: Record<AgreementTab, string> = {
  'en-vigueur': 'Aucun accord en vigueur.',
  'a-signer': 'Aucun accord n’attend de signature.',
  termines: 'Aucun accord terminé.',
};

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export async function drawAgreements(request: PageRequest): Promise<View> {
  const { ctx, query, url } = request;
  const tab = agreementTabs.find((known) => known === query.get('vue')) ?? 'en-vigueur';
  const idIn = (name: string) => (isId.test(query.get(name) ?? '') ? query.get(name) : null);
  const [lot, market] = [idIn('lot'), idIn('marche')];
  const { sort, after, before } = readTableQuery(query, sortable);
  const direction = sort?.direction ?? 'ascending';
  const page = await listAgreements(ctx, { tab, lot, market, direction, after, before, size: agreementsPerPage });
  const names = await namesOf(
    ctx,
    page.rows.map(({ companyId }) => companyId),
  );
  const only = lot !== null ? `lot=${lot}` : market !== null ? `marche=${market}` : '';
  const writes = may(ctx.actor, 'agreement.write').allowed;
  const propose = writes && (
    <ButtonLink href={`/globalisations/nouveau${lot === null ? '' : `?lot=${lot}`}`} kind="primary" icon="plus">
      Proposer un accord
    </ButtonLink>
  );
  const body = (
    <>
      <PageHeading
        title={title}
        lead="Une entreprise qui tient plusieurs lots peut faire servir à l’un des heures faites sur l’autre, si tous les acheteurs ont signé. Une heure ne compte jamais deux fois."
        actions={propose}
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {only !== '' && (
        <p>
          {lot === null ? 'Accords d’un seul marché. ' : 'Accords d’un seul lot. '}{' '}
          <a href="/globalisations">Voir tous les accords</a>
        </p>
      )}
      <Tabs
        label={title}
        items={agreementTabs.map((known) => {
          const parts = [known === 'en-vigueur' ? '' : `vue=${known}`, only].filter(Boolean);
          return {
            href: parts.length === 0 ? '/globalisations' : `/globalisations?${parts.join('&')}`,
            label: tabLabels[known],
            current: known === tab,
          };
        })}
      />
      <Table
        caption={`${title}\u00A0: ${tabLabels[tab].toLowerCase()}`}
        rows={page.rows}
        columns={columnsFor({ today: parisDay(ctx.now), names })}
        rowId={(row) => row.id}
        sort={{ by: 'untilDay', direction }}
        url={url}
        empty={
          <EmptyState
            title={emptyTitles[tab]}
            icon="handshake"
            actions={tab === 'termines' ? undefined : propose || undefined}
          >
            Sans accord, les heures restent sur le lot où elles sont faites.
          </EmptyState>
        }
        next={page.next}
        previous={page.previous}
      />
    </>
  );
  return { title, body };
}

const sortable = [{ key: 'untilDay', sort: true }];

function columnsFor({ today, names }: { today: string; names: Map<string, string> }): Column<ListedAgreement>[] {
  return [
    {
      key: 'company',
      label: 'Entreprise',
      primary: true,
      cell: ({ id, companyId, reason }) => (
        <>
          <a href={`/globalisations/${id}`}>{names.get(companyId) ?? 'Entreprise'}</a>
          <small>{reason}</small>
        </>
      ),
    },
    { key: 'lots', label: 'Lots', align: 'end', cell: ({ lots }) => counted(lots, 'lot') },
    { key: 'fromDay', label: 'Début', cell: ({ fromDay }) => <DateText date={fromDay} /> },
    {
      key: 'untilDay',
      label: 'Fin',
      sort: true,
      cell: ({ untilDay, endedOn }) => <DateText date={endedOn ?? untilDay} />,
    },
    {
      key: 'signatures',
      label: 'Signatures',
      cell: ({ decisions, mine }) => {
        const signed = decisions.filter((decision) => decision === 'signed').length;
        return (
          <>
            {`${signed} sur ${decisions.length}`}
            {mine && <small>La vôtre est attendue</small>}
          </>
        );
      },
    },
    {
      key: 'state',
      label: 'État',
      cell: (row) => {
        const signatures = row.decisions.map((decision) => ({ decision }));
        return <Status {...agreementStates[stateOfAgreement(row, { signatures, today })]} />;
      },
    },
  ];
}

/** The proposals a structure receives: the oldest unanswered first, accepted in one press. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { shownPrescriber, isAccompanying } from '#domain/prescriber-kinds.ts';
import { claimLabels } from '#domain/referral-claims.ts';
import { romeLabel } from '#domain/rome.ts';
import type { PageRequest, View } from '#http/route.ts';
import { TextField } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { FilterBar, readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { DeskQuery, DeskReferral, DeskView } from './desk-queries.ts';
import { deskViews, listReferrals, referralsPerPage } from './desk-queries.ts';
import { shownName, stateWords, turnWords } from './words.ts';

const viewLabels: Record<DeskView, string> = {
  'a-repondre': 'À répondre',
  'a-rencontrer': 'À rencontrer',
  eligibilite: 'Éligibilité',
  vivier: 'Au vivier',
  closes: 'Closes',
};

export async function drawReferrals(request: PageRequest): Promise<View> {
  const { ctx, url } = request;
  const query = readQuery(request.query);
  const columns = columnsFor(request, query.view);
  const { after, before } = readTableQuery(request.query, columns);
  const listed = await listReferrals(ctx, { ...query, after, before, size: referralsPerPage });
  const body = (
    <>
      <PageHeading
        title="Propositions"
        lead="Les personnes proposées par vos prescripteurs. Chaque étape leur est dite."
        actions={<ButtonLink href="/prescripteurs">Prescripteurs</ButtonLink>}
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Tabs
        label="Propositions"
        items={deskViews.map((view) => ({
          href: view === 'a-repondre' ? '/orientations' : `/orientations?vue=${view}`,
          label: viewLabels[view],
          current: query.view === view,
        }))}
      />
      <FilterBar url={url} fields={['q']} submit="Rechercher">
        <TextField
          filter
          name="q"
          label="Rechercher"
          placeholder="Nom ou prénom, même en partie"
          autocomplete="off"
          state={{ values: { q: query.search }, errors: [] }}
        />
      </FilterBar>
      <Table
        caption="Propositions"
        rows={listed.rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={<Empty query={query} />}
        next={listed.next}
        previous={listed.previous}
      />
    </>
  );
  return { title: 'Propositions', body };
}

function columnsFor(request: PageRequest, view: DeskView): Column<DeskReferral>[] {
  const team = isAccompanying(request.ctx.actor);
  const columns: Column<DeskReferral>[] = [
    {
      key: 'personne',
      label: 'Personne',
      primary: true,
      cell: (row) => (
        <>
          <a href={`/orientations/${row.id}`}>{shownName(row)}</a>
          <small>{[row.commune, row.wishCode === '' ? '' : romeLabel(row.wishCode)].filter(Boolean).join(', ')}</small>
        </>
      ),
    },
    {
      key: 'prescripteur',
      label: 'Prescripteur',
      cell: ({ prescriber, kind }) => shownPrescriber({ name: prescriber, kind }, { team }).name,
    },
    { key: 'criteres', label: 'Critères annoncés', cell: ({ claims }) => claimLabels(claims).join(', ') },
    { key: 'etat', label: 'État', cell: (row) => <Status {...stateWords(row)} /> },
    {
      key: 'suite',
      label: 'Prochaine étape',
      cell: (row) => (
        <>
          {turnWords(row, { prescriber: false })}
          <br />
          <span class="soft">
            {row.meetOn === null || row.state !== 'referred'
              ? `depuis le ${formatShortDay(row.since)}`
              : `le ${formatShortDay(row.meetOn)}${row.meetOn < parisDay(request.ctx.now) ? ', passé' : ''}`}
          </span>
        </>
      ),
    },
  ];
  if (view !== 'a-repondre') return columns;
  return [
    ...columns,
    {
      key: 'actions',
      label: 'Actions',
      actions: true,
      cell: (row) => (
        <ActionButton
          action={`/orientations/${row.id}/accepter`}
          formKey={request.key()}
          size="small"
          about={shownName(row)}
        >
          Accepter
        </ActionButton>
      ),
    },
  ];
}

function readQuery(query: URLSearchParams): DeskQuery {
  const asked = query.get('vue');
  return {
    search: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    view: deskViews.find((known) => known === asked) ?? 'a-repondre',
  };
}

function Empty({ query }: { query: DeskQuery }) {
  if (query.search !== '') {
    return (
      <EmptyState
        title="Aucune proposition ne correspond."
        icon="search"
        actions={<a href="/orientations">Effacer</a>}
      />
    );
  }
  if (query.view !== 'a-repondre') return <EmptyState title="Aucune proposition à cette étape." />;
  return (
    <EmptyState
      title="Aucune proposition n’attend de réponse."
      icon="circle-check"
      actions={<a href="/prescripteurs">Voir mes prescripteurs</a>}
    >
      Un prescripteur de votre liste propose ici une personne en quelques gestes.
    </EmptyState>
  );
}

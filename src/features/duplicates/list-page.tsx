/** Files that may be one person, the certain ones first; and the merges that can still be undone. */
import type { Day } from '#domain/day.ts';
import { formatShortDay } from '#domain/day.ts';
import { mergeUndoDays } from '#domain/person-merge.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { MergeRow, Pair } from './queries.ts';
import { listMerges, listPairs } from './queries.ts';

export const duplicateTrail = [
  { href: '/personnes', label: 'Personnes' },
  { href: '/doublons', label: 'Doublons' },
];

export async function drawDuplicates(request: PageRequest): Promise<View> {
  const { ctx, url } = request;
  const merges = await listMerges(ctx);
  const body = (
    <>
      <PageHeading
        title="Doublons"
        breadcrumb={duplicateTrail.slice(0, 1)}
        lead="Deux fiches de votre structure pour une même personne, peut-être. Rien ne fusionne sans vous."
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Table
        caption="Fiches à comparer"
        rows={await listPairs(ctx)}
        columns={pairColumns}
        rowId={({ one, other }) => `${one.id}-${other.id}`}
        url={url}
        empty={<EmptyState title="Aucun doublon." icon="circle-check" />}
      />
      {merges.length > 0 && (
        <>
          <h2>Fusions</h2>
          <p class="soft">Une fusion s’annule pendant {mergeUndoDays} jours. Ensuite, l’ancienne fiche est oubliée.</p>
          <Table
            id="fusions"
            caption="Fusions"
            rows={merges}
            columns={mergeColumns(request)}
            rowId={({ id }) => id}
            url={url}
            empty={<EmptyState title="Aucune fusion." />}
          />
        </>
      )}
    </>
  );
  return { title: 'Doublons', body };
}

const pairColumns: Column<Pair>[] = [
  {
    key: 'une',
    label: 'Une fiche',
    primary: true,
    cell: ({ one, other }) => (
      <>
        <a href={`/doublons/${one.id}?avec=${other.id}`}>{one.name}</a>
        <small>{born(one.birthDate)}</small>
      </>
    ),
  },
  {
    key: 'autre',
    label: 'L’autre fiche',
    cell: ({ other }) => (
      <>
        {other.name}
        <br />
        <span class="soft">{born(other.birthDate)}</span>
      </>
    ),
  },
  {
    key: 'match',
    label: 'Ressemblance',
    cell: ({ match }) =>
      match === 'same' ? (
        <Status tone="problem" label="Même nom, même naissance" />
      ) : (
        <Status tone="attention" label="Peut-être la même" />
      ),
  },
];

function mergeColumns(request: PageRequest): Column<MergeRow>[] {
  const { now } = request.ctx;
  return [
    {
      key: 'fiche',
      label: 'Fiche gardée',
      primary: true,
      cell: ({ keptId, name }) => <a href={`/personnes/${keptId}`}>{name}</a>,
    },
    {
      key: 'quand',
      label: 'Fusionnée',
      cell: ({ mergedAt, by }) => (
        <>
          <DateText date={mergedAt} />
          {by !== null && `, par ${by}`}
        </>
      ),
    },
    {
      key: 'annuler',
      label: 'Annuler',
      actions: true,
      cell: ({ id, name, undoneAt, undoUntil }) => {
        if (undoneAt !== null) return <Status tone="neutral" label="Annulée" />;
        if (undoUntil < now) return <Status tone="neutral" label="Définitive" />;
        return (
          <ActionButton
            action={`/fusions/${id}/annuler`}
            formKey={request.key()}
            size="small"
            about={name}
            confirm={{
              title: 'Annuler la fusion ?',
              text: 'L’ancienne fiche revient avec ce qui était à elle. Ce qui a été fait depuis reste sur la fiche gardée.',
              label: 'Annuler la fusion',
            }}
          >
            Annuler
          </ActionButton>
        );
      },
    },
  ];
}

function born(day: Day | null): string {
  return day === null ? 'Naissance non renseignée' : formatShortDay(day);
}

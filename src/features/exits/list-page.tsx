/** The exits to measure, those to come and those known; how many answer is told above. */
import { may } from '#domain/access.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { exitGroup, exitGroups, exitSituations } from '#domain/exit-groups.ts';
import { measurePoints } from '#domain/exit-plan.ts';
import type { PageRequest, View } from '#http/route.ts';
import { frenchNumber, frenchShare } from '#ui/french.ts';
import { ButtonLink, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { readTableQuery, Table, Tabs } from '#ui/table.tsx';
import type { ExitView } from './list-query.ts';
import { countAnswers, exitViews, listExits } from './list-query.ts';
import type { ExitRow } from './queries.ts';
import { stayOf } from './queries.ts';

const viewLabels: Record<ExitView, string> = {
  'a-mesurer': 'À mesurer',
  'a-venir': 'À venir',
  connues: 'Connues',
  'non-jointes': 'Non jointes',
};

export async function drawExits(request: PageRequest): Promise<View> {
  const { ctx, query, url } = request;
  const asked = query.get('vue');
  const view = exitViews.find((known) => known === asked) ?? 'a-mesurer';
  const { after, before } = readTableQuery(query, columns);
  const { rows, next, previous } = await listExits(ctx, { view, after, before });
  const sums = may(ctx.actor, 'exit.sum').allowed;
  const rate = sums ? await countAnswers(ctx) : null;
  const body = (
    <>
      <PageHeading
        title="Sorties"
        lead={
          rate === null || rate.due === 0
            ? 'Ce que deviennent les personnes : à la fin du contrat, à la sortie, puis à 3, 6 et 12 mois.'
            : `Sur un an, ${frenchShare(rate.answered, rate.due)} de réponses : ${frenchNumber(rate.answered)} sur ${frenchNumber(rate.due)}.`
        }
        actions={
          sums && (
            <ButtonLink href="/sorties/bilan" icon="chart-column">
              Bilan
            </ButtonLink>
          )
        }
      />
      <Tabs
        label="Sorties"
        items={exitViews.map((one) => ({
          href: one === 'a-mesurer' ? '/sorties' : `/sorties?vue=${one}`,
          label: viewLabels[one],
          current: one === view,
        }))}
      />
      <Table
        caption="Sorties"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        url={url}
        empty={<EmptyState title={emptyTitles[view]} icon="circle-check" />}
        next={next}
        previous={previous}
      />
    </>
  );
  return { title: 'Sorties', body };
}

const emptyTitles: Record<ExitView, string> = {
  'a-mesurer': 'Aucune sortie à mesurer aujourd’hui.',
  'a-venir': 'Aucune sortie à mesurer d’ici trois mois.',
  connues: 'Aucune sortie connue encore.',
  'non-jointes': 'Chaque personne a pu être jointe.',
};

const columns: Column<ExitRow>[] = [
  {
    key: 'person',
    label: 'Personne',
    primary: true,
    cell: ({ id, familyName, givenName }) => (
      <a href={`/sorties/${id}`}>{`${familyName ?? ''} ${givenName ?? ''}`.trim() || 'Sortie'}</a>
    ),
  },
  { key: 'point', label: 'Mesure', cell: ({ point }) => measurePoints[point].label },
  { key: 'due', label: 'Pour le', cell: ({ dueOn }) => formatShortDay(dueOn) },
  { key: 'company', label: 'Dernière entreprise', cell: ({ company }) => company ?? '' },
  {
    key: 'asked',
    label: 'Question',
    cell: (exit) => (exit.state === 'answered' ? 'Répondue' : askedWords(exit)),
  },
  {
    key: 'situation',
    label: 'Situation',
    cell: ({ code, ...exit }) =>
      code === null ? (
        <span class="soft">À noter</span>
      ) : (
        <>
          {exitSituations[code].label}
          <br />
          <span class="soft">{exitGroups[exitGroup(code, stayOf(exit))]}</span>
        </>
      ),
  },
];

export function askedWords({ askedAt, unwritten }: Pick<ExitRow, 'askedAt' | 'unwritten'>): string {
  const last = askedAt.at(-1);
  if (unwritten === true) return 'À appeler';
  if (last === undefined) return 'Pas encore posée';
  const times = askedAt.length === 1 ? 'Posée' : `Posée ${askedAt.length} fois, la dernière`;
  return `${times} le ${formatShortDay(parisDay(last))}`;
}

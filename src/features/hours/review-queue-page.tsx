/** The queue « à valider »: hers first, the clean ones already ticked, one press to validate them all. */
import { declarationMachine } from '#domain/declaration-state.ts';
import { parisDay } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted, frenchNumber } from '#ui/french.ts';
import { Alert, Button, ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table, Tabs } from '#ui/table.tsx';
import type { Owed } from './remind-queries.ts';
import { readOwed } from './remind-queries.ts';
import { blockedLines, isClean } from './review.ts';
import type { ExaminedLine } from './review-examine.ts';
import { examineDeclarations } from './review-examine.ts';
import type { QueuedDeclaration, QueueTab } from './review-queue-queries.ts';
import { lateColumns } from './review-late-columns.tsx';
import { countQueue, listQueue, queuePerPage, queueTabs } from './review-queue-queries.ts';

export const tabLabels: Record<QueueTab, string> = {
  'a-valider': 'À valider',
  ailleurs: 'Chez une autre structure',
  'en-retard': 'En retard',
  refusees: 'Refusées',
  validees: 'Validées',
};

const empties: Record<QueueTab, string> = {
  'a-valider': 'Rien à valider. Tout est à jour.',
  ailleurs: 'Aucune autre structure n’a de lignes à décider.',
  'en-retard': 'Aucune déclaration en retard.',
  refusees: 'Aucune déclaration refusée.',
  validees: 'Aucune déclaration validée encore.',
};

type Queued = QueuedDeclaration & { lines: ExaminedLine[]; clean: boolean };

export async function drawQueue(request: PageRequest): Promise<View> {
  const { ctx, query } = request;
  const tab = queueTabs.find((known) => known === query.get('vue')) ?? 'a-valider';
  const from = Math.max(0, Math.min(100_000, Math.trunc(Number(query.get('apres') ?? query.get('avant')) || 0)));
  const found = await listQueue(ctx, { tab, from });
  const counts = await countQueue(ctx);
  const page = found.slice(0, queuePerPage);
  const reviewing = tab === 'a-valider';
  const examined = reviewing
    ? await examineDeclarations(
        ctx,
        page.map(({ id }) => id),
      )
    : new Map<string, ExaminedLine[]>();
  const owed = tab === 'en-retard' ? await reminded(request, page) : new Map<string, Owed>();
  const rows = page.map((row): Queued => {
    const lines = examined.get(row.id) ?? [];
    return { ...row, lines, clean: isClean(row, lines) };
  });
  const body = (
    <>
      <PageHeading
        title="Heures"
        lead="Les déclarations des lots confiés à votre structure."
        actions={
          <>
            <ButtonLink href={`/heures.csv?vue=${tab}`} icon="download">
              Exporter
            </ButtonLink>
            <ButtonLink href="/refus">Refus proposés à l’acheteur</ButtonLink>
          </>
        }
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Tabs
        label="Déclarations"
        items={queueTabs
          .filter((one) => one !== 'ailleurs' || counts.ailleurs > 0 || tab === one)
          .map((one) => ({
            href: one === 'a-valider' ? '/heures' : `/heures?vue=${one}`,
            label: tabLabels[one],
            current: one === tab,
            count: one === 'validees' ? undefined : counts[one],
          }))}
      />
      <div data-rows>
        <Table
          caption={`Déclarations\u00A0: ${tabLabels[tab].toLowerCase()}`}
          rows={rows}
          columns={columnsFor(request, { tab, owed })}
          rowId={(row) => row.id}
          url={request.url}
          {...(reviewing && { summary: <Summary rows={rows} />, select: selectionOf(request, rows) })}
          empty={<EmptyState title={empties[tab]} />}
          next={found.length > queuePerPage ? String(from + queuePerPage) : undefined}
          previous={from > 0 ? String(Math.max(0, from - queuePerPage)) : undefined}
        />
      </div>
    </>
  );
  return { title: 'Heures', body, width: 'wide' };
}

function Summary({ rows }: { rows: readonly Queued[] }) {
  const clean = rows.filter((row) => row.clean).length;
  return (
    <>
      {counted(rows.length, 'déclaration')}
      {clean > 0 && `, dont ${frenchNumber(clean)} sans point à vérifier, déjà ${clean > 1 ? 'cochées' : 'cochée'}`}.
      <span class="soft"> Flèches ou j et k pour parcourir, Entrée pour ouvrir, x pour cocher.</span>
    </>
  );
}

function selectionOf(request: PageRequest, rows: readonly Queued[]) {
  return {
    name: 'declaration',
    form: 'selection',
    label: (row: Queued) => `Sélectionner ${row.companyName}, ${formatMonth(row.month)}`,
    checked: (row: Queued) => row.clean,
    actions: (
      <form id="selection" method="post" action="/heures/valider">
        <input type="hidden" name="cle" value={request.key()} />
        {rows.map(({ id, version }) => (
          <input type="hidden" name={`version-${id}`} value={String(version)} />
        ))}
        <Button kind="primary" icon="check">
          Valider la sélection
        </Button>
        <span class="soft"> Seules les déclarations sans point à vérifier seront validées.</span>
      </form>
    ),
  };
}

async function reminded({ ctx }: PageRequest, page: readonly QueuedDeclaration[]): Promise<Map<string, Owed>> {
  const found = await readOwed(ctx, { today: parisDay(ctx.now), declarations: page.map(({ id }) => id) });
  return new Map(found.map((each) => [each.declarationId, each]));
}

function columnsFor(
  request: PageRequest,
  { tab, owed }: { tab: QueueTab; owed: ReadonlyMap<string, Owed> },
): Column<Queued>[] {
  const columns: Column<Queued>[] = [
    {
      key: 'company',
      label: 'Entreprise',
      primary: true,
      cell: (row) => <a href={`/heures/${row.id}`}>{row.companyName}</a>,
    },
    { key: 'month', label: 'Mois', cell: (row) => formatMonth(row.month) },
    {
      key: 'lot',
      label: 'Lot',
      cell: (row) => (
        <>
          {`${row.object}, lot\u00A0${row.lotNumber}`}
          {row.mine && <span class="soft"> (à vous)</span>}
        </>
      ),
    },
  ];
  if (tab === 'en-retard') return [...columns, ...lateColumns(request, owed)];
  return [
    ...columns,
    { key: 'hours', label: 'Heures', align: 'end', cell: (row) => formatMinutes(row.minutes) },
    { key: 'before', label: 'Mois d’avant', align: 'end', cell: (row) => comparedWith(row) },
    {
      key: 'proofs',
      label: 'Pièces',
      align: 'end',
      cell: (row) => (row.proofs === 0 ? 'aucune' : frenchNumber(row.proofs)),
    },
    {
      key: 'state',
      label: 'État',
      cell: (row) => (tab === 'a-valider' ? <Points row={row} /> : <State row={row} />),
    },
  ];
}

function comparedWith({ minutes, minutesBefore }: QueuedDeclaration): string {
  if (minutesBefore === null) return 'premier mois';
  const change = minutes - minutesBefore;
  if (change === 0) return 'identique';
  return `${change > 0 ? '+' : ''}${formatMinutes(change)}`;
}

function Points({ row }: { row: Queued }) {
  const points = row.lines.reduce((sum, line) => sum + line.points.length, 0);
  const blocked = blockedLines(row.lines).length;
  if (blocked > 0) {
    return <Status tone="problem" label={counted(blocked, 'ligne à refuser', 'lignes à refuser')} />;
  }
  if (row.clean) return <Status tone="ok" label={row.noHours ? 'Aucune heure' : 'Rien à signaler'} />;
  return <Status tone="attention" label={points === 0 ? 'À lire' : counted(points, 'point') + ' à vérifier'} />;
}

function State({ row }: { row: Queued }) {
  const { tone, label } = declarationMachine[row.state];
  return <Status tone={tone} label={label} />;
}

export function BackToQueue() {
  return (
    <ButtonLink href="/heures" icon="chevron-left" kind="quiet">
      Toutes les déclarations
    </ButtonLink>
  );
}

/** What the company declares: the months it owes first, then every month sent, lot by lot, with its state and why it came back. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay, formatDay } from '#domain/day.ts';
import { owedMonths } from '#domain/declaration-owed.ts';
import { dueDay } from '#domain/declaration-sending.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { addToMonth, formatMonth, monthOf } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, Card, EmptyState, PageHeading, Status, WorkList } from '#ui/parts.tsx';
import type { WorkItem } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { DeclarantLot } from './declaration-queries.ts';
import { listDeclarantLots } from './declaration-queries.ts';
import type { OpenMonth, SentMonthRow } from './declare-list-queries.ts';
import { listOpenMonths, listSentMonths, sentPerPage } from './declare-list-queries.ts';
import { ofMonth, workWords } from './declare-words.ts';
import type { MissingWorked } from './worked-queries.ts';
import { listMissingWorked } from './worked-queries.ts';

export async function drawDeclarations(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const company = organisationOf(ctx.actor);
  if (company === null) return null;
  const today = parisDay(ctx.now);
  const lots = await listDeclarantLots(ctx, company);
  const open = await listOpenMonths(ctx, { company, since: addToMonth(monthOf(today), -1) });
  const byLot = Map.groupBy(open, ({ lotId }) => lotId);
  const owed = lots.flatMap((lot) => {
    const own = byLot.get(lot.lotId) ?? [];
    return owedMonths(own, { today, ...lot }).map((month) => ({
      lot,
      month,
      declaration: own.find((each) => each.month === month) ?? null,
    }));
  });
  const from = pageStart(request);
  const sent = await listSentMonths(ctx, { company, from });
  const body = (
    <>
      <PageHeading title="Déclarations d’heures" lead="Un mois et un lot par ligne, le plus ancien d’abord." />
      {owed.length > 0 && (
        <Card title="À déclarer">
          <WorkList items={owed.toSorted(byMonth).map((item) => workItem(item, today))} />
        </Card>
      )}
      <MissingTotals months={await listMissingWorked(ctx, company)} />
      {owed.length === 0 && lots.length > 0 && <Alert tone="done">Aucun mois n’attend d’heures.</Alert>}
      <Table
        caption="Mois envoyés"
        rows={sent.slice(0, sentPerPage)}
        columns={columns}
        rowId={({ id }) => id}
        url={request.url}
        next={sent.length > sentPerPage ? String(from + sentPerPage) : undefined}
        previous={from > 0 ? String(Math.max(0, from - sentPerPage)) : undefined}
        empty={
          <EmptyState title={lots.length === 0 ? 'Aucun lot' : 'Rien d’envoyé encore'} icon="clock">
            {lots.length === 0
              ? 'Votre facilitateur vous ajoute au lot dès la notification du marché.'
              : 'Les mois envoyés se rangent ici, avec leur réponse.'}
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Déclarations d’heures', body };
}

interface Owed {
  lot: DeclarantLot;
  month: string;
  declaration: OpenMonth | null;
}

function pageStart({ query }: PageRequest): number {
  return Math.max(0, Math.min(100_000, Math.trunc(Number(query.get('apres') ?? query.get('avant')) || 0)));
}

function byMonth(one: Owed, other: Owed): number {
  return one.month < other.month ? -1 : Number(one.month > other.month);
}

function workItem({ lot, month, declaration }: Owed, today: string): WorkItem {
  const due = declaration?.dueOn ?? dueDay(month);
  const late = due < today;
  const { label, tone } = declarationMachine[declaration?.state ?? 'expected'];
  const sentBack = declaration?.state === 'rejected' || declaration?.state === 'partially-validated';
  return {
    tone: late && !sentBack ? 'attention' : tone,
    state: sentBack ? 'À corriger' : late ? declarationMachine.late.label : label,
    what: `Heures ${ofMonth(month)}`,
    why:
      sentBack && declaration.reason !== ''
        ? `${workWords(lot)}. ${declaration.reason}`
        : `${workWords(lot)}, avant le ${formatDay(due)}`,
    href: declaration === null ? `/declarations/${lot.lotId}?mois=${month}` : `/declarations/${declaration.id}`,
    action: sentBack ? 'Corriger' : 'Déclarer',
  };
}

const columns: Column<SentMonthRow>[] = [
  {
    key: 'month',
    label: 'Mois',
    primary: true,
    cell: ({ id, month }) => <a href={`/declarations/${id}`}>{formatMonth(month)}</a>,
  },
  {
    key: 'work',
    label: 'Marché',
    cell: ({ object, lotNumber: number, lotTitle: title, buyerName }) =>
      workWords({ object, number, title, buyerName }),
  },
  { key: 'hours', label: 'Heures', align: 'end', cell: ({ minutes }) => formatMinutes(minutes) },
  {
    key: 'state',
    label: 'État',
    cell: ({ state }) => <Status {...declarationMachine[state]} />,
  },
];

/** Declared, but for the hours everybody worked: what is owed there cannot be counted yet. */
function MissingTotals({ months }: { months: readonly MissingWorked[] }) {
  if (months.length === 0) return <></>;
  return (
    <Alert tone="attention" title="Heures travaillées par tous à indiquer">
      <ul>
        {months.map(({ lotId, month, object, lotNumber }) => (
          <li>
            <a href={`/declarations/${lotId}?mois=${month}`}>{formatMonth(month)}</a>
            {`, ${object}, lot\u00A0${lotNumber}`}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

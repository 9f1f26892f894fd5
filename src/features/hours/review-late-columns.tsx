/** Of a declaration that is late: when it was due, when the company was last reminded, and from when it may be again. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatMonth } from '#domain/month.ts';
import { nextReminderDay } from '#domain/reminder-pace.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import type { Owed } from './remind-queries.ts';
import type { QueuedDeclaration } from './review-queue-queries.ts';
import { canBeWrittenTo } from './sent-back.ts';

export function lateColumns(request: PageRequest, owed: ReadonlyMap<string, Owed>): Column<QueuedDeclaration>[] {
  return [
    { key: 'due', label: 'Attendue le', cell: (row) => formatShortDay(row.dueOn) },
    { key: 'last', label: 'Dernier rappel', cell: (row) => lastWords(owed.get(row.id)) },
    { key: 'next', label: 'Prochain rappel', cell: (row) => nextWords(request, owed.get(row.id)) },
    {
      key: 'actions',
      label: 'Action',
      actions: true,
      cell: (row) =>
        mayLeave(request, owed.get(row.id)) && (
          <ActionButton
            action={`/heures/${row.id}/relancer`}
            formKey={request.key()}
            about={`${row.companyName}, ${formatMonth(row.month)}`}
            size="small"
          >
            Rappeler
          </ActionButton>
        ),
    },
  ];
}

function lastWords(owed: Owed | undefined): string {
  return owed === undefined || owed.remindedAt === null ? 'aucun' : formatShortDay(parisDay(owed.remindedAt));
}

/** The truth of what may be done: written to now, later, or only telephoned. */
function nextWords({ ctx }: PageRequest, owed: Owed | undefined): string {
  if (owed === undefined || owed.recipient === '') return 'personne à joindre';
  if (!canBeWrittenTo(ctx, owed.recipient)) return 'à appeler';
  const today = parisDay(ctx.now);
  const next = nextReminderDay(owed.lastAt, today);
  return next > today ? `à partir du ${formatShortDay(next)}` : 'possible dès maintenant';
}

function mayLeave({ ctx }: PageRequest, owed: Owed | undefined): boolean {
  if (owed === undefined || !canBeWrittenTo(ctx, owed.recipient)) return false;
  const today = parisDay(ctx.now);
  return nextReminderDay(owed.lastAt, today) <= today;
}

/** Who did what on the market and when, with the undo still open to the reader. */
import { actionSentence } from '#domain/audit-actions.ts';
import { formatDay, parisTime } from '#domain/day.ts';
import { marketMachine } from '#domain/market-state.ts';
import type { PageRequest } from '#http/route.ts';
import { capital } from '#ui/french.ts';
import { ActionButton, Card, EmptyState, Timeline } from '#ui/parts.tsx';
import { withQuery } from '#ui/table.tsx';
import type { HistoryEvent, StepRow } from './history-queries.ts';
import { historyShown } from './history-queries.ts';

interface Line {
  at: Date;
  who: string;
  what: string;
  why?: string;
  undo: string | null;
}

export function HistoryCard({
  events,
  steps,
  request,
  whole,
}: {
  events: readonly HistoryEvent[];
  steps: readonly StepRow[];
  request: PageRequest;
  /** Everything was asked for. */
  whole: boolean;
}) {
  const all = historyLines(events, steps);
  const lines = whole ? all : all.slice(0, historyShown);
  const more = all.length > lines.length && (
    <a href={`${withQuery(request.url, { historique: 'tout' })}#historique`}>Tout voir</a>
  );
  return (
    <section id="historique">
      <Card title="Historique" aside={more || undefined}>
        {lines.length === 0 ? (
          <EmptyState title="Rien n’a encore été fait sur ce marché." icon="history" />
        ) : (
          <Timeline
            items={lines.map(({ undo, ...line }) => ({
              ...line,
              undo:
                undo === null ? undefined : (
                  <ActionButton
                    action={undo}
                    formKey={request.key()}
                    size="small"
                    icon="undo-2"
                    about={`\u00A0: ${line.what}, à ${parisTime(line.at)}`}
                  >
                    Annuler
                  </ActionButton>
                ),
            }))}
          />
        )}
      </Card>
    </section>
  );
}

/** A step is read by every side; where the reader's own journal tells the same instant, the journal says who. */
export function historyLines(events: readonly HistoryEvent[], steps: readonly StepRow[]): Line[] {
  const told = new Set(events.map(({ at }) => at.getTime()));
  const fromSteps = steps
    .filter(({ createdAt }) => !told.has(createdAt.getTime()))
    .map(({ state, onDay, reason, createdAt, name }) => ({
      at: createdAt,
      who: name ?? 'Une autre organisation',
      what: `Marché «\u00A0${marketMachine[state]?.label ?? state}\u00A0» le ${formatDay(onDay)}`,
      ...(reason !== '' && { why: reason }),
      undo: null,
    }));
  const fromEvents = events.map(({ at, action, entry, name, undoAction }) => ({
    at,
    who: name ?? 'Un programme ou une autre personne',
    what: capital(actionSentence(action)),
    ...reasonOf(entry),
    undo: undoAction,
  }));
  return [...fromEvents, ...fromSteps].sort((one, other) => other.at.getTime() - one.at.getTime());
}

function reasonOf(entry: string): { why?: string } {
  const read: unknown = JSON.parse(entry);
  if (typeof read !== 'object' || read === null || !('reason' in read)) return {};
  return typeof read.reason === 'string' && read.reason !== '' ? { why: read.reason } : {};
}

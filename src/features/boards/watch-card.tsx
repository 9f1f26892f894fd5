/** The markets that move slower than they should, the nearest deadline first. */
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import { Card, DateText, EmptyState, Status } from '#ui/parts.tsx';
import type { ListedMarket } from './market-queries.ts';

export function WatchCard({ rows }: { rows: readonly ListedMarket[] }) {
  return (
    <Card title="À surveiller" aside={rows.length > 0 ? <a href="/marches?vue=a-surveiller">Tout voir</a> : undefined}>
      {rows.length === 0 ? (
        <EmptyState title="Aucun marché à surveiller." icon="circle-check">
          Chaque marché en cours avance au rythme attendu.
        </EmptyState>
      ) : (
        <ul class="stack">
          {rows.map(({ id, object, endsOn, standing, ...hours }) => (
            <li>
              <div class="row">
                <a href={`/marches/${id}`}>{object}</a>
                <Status tone={standing.tone} label={standing.label} />
              </div>
              {endsOn !== null && (
                <p class="soft">
                  Échéance le <DateText date={endsOn} />
                </p>
              )}
              <HoursBar {...hours} behind />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

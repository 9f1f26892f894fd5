/** The reports of tripartite meetings, one line each, towards their page. */
import { formatShortDay } from '#domain/day.ts';
import { reportPresences } from '#domain/work-evaluation.ts';
import { Card, EmptyState } from '#ui/parts.tsx';
import type { ReportRow } from './report-queries.ts';

export function ReportList({ reports }: { reports: readonly ReportRow[] }) {
  return (
    <Card title="Bilans tripartites">
      {reports.length === 0 ? (
        <EmptyState title="Aucun bilan encore.">
          Un bilan réunit la personne, l’entreprise et la structure ; chacun le relit ici.
        </EmptyState>
      ) : (
        <ul>
          {reports.map(({ id, heldOn, present }) => (
            <li>
              <a href={`/bilans/${id}`}>{`Bilan du ${formatShortDay(heldOn)}`}</a>
              <span class="soft">{`, avec ${present.map((one) => reportPresences[one].toLowerCase()).join(', ')}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

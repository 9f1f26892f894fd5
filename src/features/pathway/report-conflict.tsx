/** Two people changed one report: both versions side by side. */
import { lastWriter } from '#db/audit.ts';
import type { PageRequest } from '#http/route.ts';
import { ConflictView } from '#ui/parts.tsx';
import { valuesOf } from './report-form.tsx';
import type { ReportRow } from './report-queries.ts';

const labels = { heldOn: 'Jour', said: 'Le travail', agreed: 'Ce qui est convenu', nextOn: 'Prochain bilan' };

export async function reportConflict(request: PageRequest, report: ReportRow) {
  const writer = await lastWriter(request.ctx, { subjectType: 'tripartite-report', subjectId: report.id });
  const theirs = valuesOf(report);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({
      label,
      yours: String(mine[name] ?? ''),
      theirs: String(theirs[name] ?? ''),
    }))
    .filter(({ yours, theirs: other }) => yours !== other);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/bilans/${report.id}/modifier`}
      formKey={request.key()}
      version={report.version}
      values={mine}
      takeHref={`/bilans/${report.id}`}
    />
  );
}

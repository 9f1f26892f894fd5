/** Two people recorded the same exit: both situations side by side. */
import { exitCodes, exitSituations } from '#domain/exit-groups.ts';
import { lastWriter } from '#db/audit.ts';
import type { PageRequest } from '#http/route.ts';
import { ConflictView } from '#ui/parts.tsx';
import type { ExitRow } from './queries.ts';

export async function exitConflict(request: PageRequest, exit: ExitRow) {
  const writer = await lastWriter(request.ctx, { subjectType: 'exit-situation', subjectId: exit.id });
  const { version: _, ...mine } = request.form.values;
  const typed = String(mine['situation'] ?? '');
  const yours = exitCodes.find((code) => code === typed);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={[
        {
          label: 'Situation',
          theirs: exit.code === null ? '' : exitSituations[exit.code].label,
          yours: yours === undefined ? '' : exitSituations[yours].label,
        },
      ]}
      action={`/sorties/${exit.id}`}
      formKey={request.key()}
      version={exit.version}
      values={mine}
      takeHref={`/sorties/${exit.id}`}
    />
  );
}

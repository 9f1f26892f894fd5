/** What a suspended member reads: where, since when, why, and whom to ask. */
import { Alert, DateText } from '#ui/parts.tsx';
import type { Suspension } from './queries.ts';

export function Suspensions({ rows }: { rows: readonly Suspension[] }) {
  return (
    <>
      {rows.map(({ organisationName, reason, suspendedAt, administrators }) => (
        <Alert tone="attention" title={`Accès suspendu\u00A0: ${organisationName}`}>
          <p>
            Depuis le <DateText date={suspendedAt} />.{' '}
            {reason !== '' && (
              <>
                Motif indiqué{'\u00A0'}: {reason}.{' '}
              </>
            )}
            {whomToAsk(administrators)}
          </p>
        </Alert>
      ))}
    </>
  );
}

function whomToAsk(administrators: readonly string[]): string {
  if (administrators.length === 0)
    return 'Personne n’administre plus cette organisation\u00A0: écrivez à l’exploitation de l’instance.';
  const names = new Intl.ListFormat('fr', { type: 'disjunction' }).format(administrators);
  return `Pour le rétablir, demandez à ${names}.`;
}

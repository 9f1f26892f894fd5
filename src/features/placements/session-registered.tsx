/** Who is registered to a session, and who came: one press each. */
import type { PageRequest } from '#http/route.ts';
import { ActionButton, EmptyState, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { Registered } from './session-queries.ts';
import { attendances } from './session-input.ts';

const labels = {
  came: { label: 'Présente', tone: 'ok' },
  absent: { label: 'Absente', tone: 'problem' },
  excused: { label: 'Excusée', tone: 'neutral' },
} as const;

export function RegisteredList({
  request,
  path,
  rows,
  notes,
}: {
  request: PageRequest;
  path: string;
  rows: readonly Registered[];
  notes: boolean;
}) {
  return (
    <section class="stack">
      <h2>Personnes inscrites</h2>
      <Table
        id="inscrites"
        caption="Personnes inscrites"
        rows={rows}
        columns={columnsFor(request, path, notes)}
        rowId={({ personId }) => personId}
        url={path}
        empty={<EmptyState title="Personne n’est encore inscrite." icon="users" />}
      />
    </section>
  );
}

function columnsFor(request: PageRequest, path: string, notes: boolean): Column<Registered>[] {
  return [
    {
      key: 'who',
      label: 'Personne',
      primary: true,
      cell: ({ familyName, givenName, team }) => (
        <>
          {`${familyName} ${givenName}`}
          {team !== null && <small>{`inscrite par ${team}`}</small>}
        </>
      ),
    },
    {
      key: 'attendance',
      label: 'Présence',
      cell: ({ attendance }) =>
        attendance === '' ? <Status tone="progress" label="Inscrite" /> : <Status {...labels[attendance]} />,
    },
    {
      key: 'acts',
      label: 'Noter',
      actions: true,
      cell: ({ personId, attendance, givenName, familyName }) => (
        <div class="row">
          {notes &&
            attendances
              .filter((value) => value !== attendance)
              .map((value) => (
                <ActionButton
                  action={`${path}/presences`}
                  formKey={request.key()}
                  hidden={{ person: personId, attendance: value }}
                  size="small"
                  about={`${givenName} ${familyName}`}
                >
                  {labels[value].label}
                </ActionButton>
              ))}
          {attendance === '' && (
            <ActionButton
              action={`${path}/desinscription`}
              formKey={request.key()}
              hidden={{ person: personId }}
              size="small"
              kind="quiet"
              about={`${givenName} ${familyName}`}
            >
              Désinscrire
            </ActionButton>
          )}
        </div>
      ),
    },
  ];
}

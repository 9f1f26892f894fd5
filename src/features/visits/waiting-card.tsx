/** Two notes of one visit: both shown side by side, nothing lost, one is chosen. */
import { formatShortDay } from '#domain/day.ts';
import { visitOutcomes, visitSignals, visitStanding } from '#domain/visit-state.ts';
import { parisDay } from '#domain/day.ts';
import { frenchDate } from '#ui/french.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Alert, Card } from '#ui/parts.tsx';
import type { NoteRow } from './note-queries.ts';
import type { VisitRow } from './queries.ts';

export function WaitingNotes(props: { request: PageRequest; visit: VisitRow; notes: readonly NoteRow[] }) {
  const { request, visit, notes } = props;
  const current = notes.find(({ standing }) => standing === 'kept') ?? null;
  return (
    <>
      <Alert tone="attention">
        Cette visite a changé pendant qu’une note attendait. Les deux versions sont gardées : choisissez celle qui
        compte.
      </Alert>
      {notes
        .filter(({ standing }) => standing === 'waiting')
        .map((note) => (
          <Card title={`Note de ${note.author ?? 'l’équipe'}, reçue le ${frenchDate(note.receivedAt, 'instant')}`}>
            <table class="plain-table">
              <caption class="visually-hidden">Les deux versions</caption>
              <thead>
                <tr>
                  <th scope="col">Champ</th>
                  <th scope="col">Aujourd’hui dans Guichet</th>
                  <th scope="col">Note en attente</th>
                </tr>
              </thead>
              <tbody>
                {rowsOf({ visit, current, note, today: parisDay(request.ctx.now) }).map(([label, one, other]) => (
                  <tr>
                    <th scope="row">{label}</th>
                    <td>{one || 'Vide'}</td>
                    <td class={one === other ? '' : 'differs'}>{other || 'Vide'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div class="row">
              <Choose request={request} visit={visit} note={note} choice="garder" />
              <Choose request={request} visit={visit} note={note} choice="ecarter" />
            </div>
          </Card>
        ))}
    </>
  );
}

function Choose(props: { request: PageRequest; visit: VisitRow; note: NoteRow; choice: 'garder' | 'ecarter' }) {
  const { request, visit, note, choice } = props;
  return (
    <ActionButton
      action={`/visites/${visit.id}/departager`}
      formKey={request.key()}
      hidden={{ note: note.id, choix: choice, version: String(visit.version) }}
      kind={choice === 'garder' ? 'primary' : 'plain'}
    >
      {choice === 'garder' ? 'Garder cette note' : 'L’écarter'}
    </ActionButton>
  );
}

function rowsOf({
  visit,
  current,
  note,
  today,
}: {
  visit: VisitRow;
  current: NoteRow | null;
  note: NoteRow;
  today: string;
}): [string, string, string][] {
  const signal = (one: NoteRow['signal']) => (one === null ? '' : visitSignals[one].label);
  return [
    ['État', visitStanding(visit, today).label, visitOutcomes[note.outcome]],
    ['Jour', formatShortDay(visit.doneOn ?? visit.dueOn), formatShortDay(note.nextOn ?? note.notedOn)],
    ['Le travail', signal(visit.signal), signal(note.signal)],
    ['Note', current?.words ?? '', note.words],
  ];
}

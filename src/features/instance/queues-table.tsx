/** What each job has to do, and what it did not manage. */
import { frenchNumber } from '#ui/french.ts';
import { Alert, DateText, EmptyState } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { QueueState } from './queries.ts';

export function QueuesTable({ queues, url }: { queues: readonly QueueState[] | null; url: string }) {
  if (queues === null)
    return (
      <Alert tone="problem">
        Les travaux ne sont pas installés. Relancez «{'\u00A0'}npm run migrate{'\u00A0'}».
      </Alert>
    );
  return (
    <>
      <h2>Travaux</h2>
      <Table
        caption="Travaux de l’instance"
        rows={queues}
        columns={columns}
        rowId={({ name }) => name.replaceAll('.', '-')}
        url={url}
        empty={
          <EmptyState title="Aucun travail encore.">Le premier tourne dans la minute qui suit le démarrage.</EmptyState>
        }
      />
    </>
  );
}

const columns: Column<QueueState>[] = [
  { key: 'nom', label: 'Travail', primary: true, cell: ({ name }) => names[name] ?? name },
  { key: 'attente', label: 'En attente', align: 'end', cell: ({ waiting }) => frenchNumber(waiting) },
  { key: 'cours', label: 'En cours', align: 'end', cell: ({ active }) => frenchNumber(active) },
  { key: 'echec', label: 'En échec', align: 'end', cell: ({ failed }) => frenchNumber(failed) },
  {
    key: 'fini',
    label: 'Dernier fini',
    cell: ({ lastDone }) => (lastDone === null ? 'Jamais' : <DateText date={lastDone} style="instant" />),
  },
];

const names: Record<string, string> = {
  'mail.deliver': 'Envoi des courriels',
  'journal.verify': 'Vérification des journaux',
  'instance.clean': 'Nettoyage',
};

/** One's saved views: open them, remove them; a new one is named here when the list could not keep it. */
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import { ActionButton, Alert, EmptyState, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import type { ViewRow } from './views-queries.ts';
import { listViews } from './views-queries.ts';

export async function drawViews(request: PageRequest): Promise<View> {
  const { form } = request;
  const address = form.values['address'];
  const naming = request.typed && typeof address === 'string';
  const body = (
    <>
      <PageHeading title="Mes vues" lead="Des listes filtrées à votre façon, gardées dans votre menu." />
      {!naming && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {naming && (
        <Form action="/vues" formKey={request.key()} hidden={{ address }} submit="Enregistrer" state={form}>
          <TextField name="name" label="Nom de la vue" autocomplete="off" state={form} />
        </Form>
      )}
      <Table
        caption="Mes vues"
        rows={await listViews(request.ctx)}
        rowId={({ id }) => id}
        url={request.url}
        columns={[
          {
            key: 'nom',
            label: 'Nom',
            primary: true,
            cell: ({ name, address: to }: ViewRow) => <a href={to}>{name}</a>,
          },
          {
            key: 'actions',
            label: 'Action',
            actions: true,
            cell: ({ id, name }: ViewRow) => (
              <ActionButton
                action={`/vues/${id}/supprimer`}
                formKey={request.key()}
                about={name}
                kind="quiet"
                size="small"
              >
                Supprimer
              </ActionButton>
            ),
          },
        ]}
        empty={
          <EmptyState title="Aucune vue encore." actions={<a href="/marches">Ouvrir la liste des marchés</a>}>
            Filtrez une liste, puis choisissez « Enregistrer cette vue ».
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Mes vues', body, width: 'form' };
}

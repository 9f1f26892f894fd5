/** The agenda of one contract: what was made, what is due, and one more visit when it is needed. */
import { may } from '#domain/access.ts';
import { parisDay } from '#domain/day.ts';
import { visitKinds, visitSignals, visitStanding } from '#domain/visit-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form } from '#ui/form.tsx';
import { Card, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { dayWithName } from './day-words.ts';
import { findContractPlace, visits } from './queries.ts';

export async function drawContractVisits(request: PageRequest): Promise<View | null> {
  const { ctx, params, url } = request;
  const contract = params['id'] ?? '';
  const rows = await visits(ctx).where('visit.contractId', '=', contract).orderBy('visit.dueOn').execute();
  const place = await findContractPlace(ctx, contract);
  if (rows.length === 0 && place === null) return null;
  const writes = place !== null && may(ctx.actor, 'visit.write').allowed;
  const today = parisDay(ctx.now);
  const trail = may(ctx.actor, 'person.read').allowed
    ? [{ href: `/contrats/${contract}`, label: 'Contrat' }]
    : [{ href: '/visites', label: 'Visites' }];
  const body = (
    <>
      <PageHeading title="Visites du contrat" breadcrumb={trail} />
      <Table
        caption="Visites du contrat"
        rows={rows}
        rowId={({ id }) => id}
        url={url}
        empty={<EmptyState title="Aucune visite prévue." />}
        columns={[
          {
            key: 'kind',
            label: 'Visite',
            primary: true,
            cell: ({ id, kind }) => <a href={`/visites/${id}`}>{visitKinds[kind]}</a>,
          },
          { key: 'day', label: 'Jour', cell: ({ dueOn }) => dayWithName(dueOn) },
          {
            key: 'state',
            label: 'État',
            cell: (row) => (
              <span class="row">
                <Status {...visitStanding(row, today)} />
                {row.signal !== null && <Status {...visitSignals[row.signal]} />}
              </span>
            ),
          },
        ]}
      />
      {writes && (
        <Card title="Ajouter une visite">
          <Form
            action={`/contrats/${contract}/visites`}
            formKey={request.key()}
            state={request.form}
            submit="Ajouter"
            submitIcon="plus"
          >
            <DateField name="dueOn" label="Jour" min={today} state={request.form} />
          </Form>
        </Card>
      )}
    </>
  );
  return { title: 'Visites du contrat', body };
}

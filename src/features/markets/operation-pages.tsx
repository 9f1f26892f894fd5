/** Operations: the list, a new one, an existing one. */
import { may } from '#domain/access.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, ButtonLink, EmptyState, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { BuyerFields } from './buyer-fields.tsx';
import { deskOf } from './desk.ts';
import { searchedMatches } from './matches.ts';
import { findOperationRow, listOperations } from './programme-queries.ts';

const trail = [{ href: '/operations', label: 'Opérations' }];

export async function drawOperations(request: PageRequest): Promise<View> {
  const writes = may(request.ctx.actor, 'market.write').allowed;
  const add = writes && (
    <ButtonLink href="/operations/nouvelle" kind="primary" icon="plus">
      Nouvelle opération
    </ButtonLink>
  );
  const body = (
    <>
      <PageHeading title="Opérations" lead="Un projet qui réunit plusieurs marchés." actions={add} />
      <Table
        caption="Opérations"
        rows={await listOperations(request.ctx)}
        rowId={({ id }) => id}
        url={request.url}
        empty={<EmptyState title="Aucune opération encore.">Une opération réunit plusieurs marchés.</EmptyState>}
        columns={[
          {
            key: 'name',
            label: 'Nom',
            primary: true,
            cell: ({ id, name }) => (writes ? <a href={`/operations/${id}`}>{name}</a> : name),
          },
          { key: 'reference', label: 'Référence', cell: ({ reference }) => reference },
          { key: 'buyer', label: 'Acheteur', cell: ({ buyer }) => buyer },
          { key: 'markets', label: 'Marchés', align: 'end', cell: ({ markets }) => String(markets) },
        ]}
      />
    </>
  );
  return { title: 'Opérations', body };
}

export async function drawNewOperation(request: PageRequest): Promise<View> {
  const { form } = request;
  const body = (
    <>
      <PageHeading title="Nouvelle opération" breadcrumb={trail} />
      <Form
        action="/operations/nouvelle"
        formKey={request.key()}
        state={form}
        submit="Créer l’opération"
        cancel={{ href: '/operations', label: 'Annuler' }}
      >
        <OperationFields state={form} />
        {deskOf(request.ctx.actor)?.kind !== 'buyer' && (
          <BuyerFields state={form} matches={await searchedMatches(request)} text={undefined} />
        )}
      </Form>
    </>
  );
  return { title: 'Nouvelle opération', body, width: 'form' };
}

export async function drawOperation(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed, params, refusal } = request;
  const operation = await findOperationRow(ctx, params['id'] ?? '');
  const own = deskOf(ctx.actor)?.organisation;
  if (operation === null || (operation.keeperId !== own && operation.buyerId !== own)) return null;
  const { id, name, reference, version } = operation;
  const state = typed ? form : { values: { name, reference }, errors: [] };
  const changed = refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading title={name} breadcrumb={trail} />
      {changed && (
        <Alert tone="attention" title="Entre-temps">
          <p>{`Le nom enregistré est «\u00A0${name}\u00A0», la référence «\u00A0${reference}\u00A0». Envoyez de nouveau pour garder la vôtre.`}</p>
        </Alert>
      )}
      <Form
        action={`/operations/${id}`}
        formKey={request.key()}
        version={changed ? version : String((typed ? form.values['version'] : undefined) ?? version)}
        state={state}
        submit="Enregistrer"
        cancel={{ href: '/operations', label: 'Annuler' }}
      >
        <OperationFields state={state} />
      </Form>
    </>
  );
  return { title: name, body, width: 'form' };
}

function OperationFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField name="name" label="Nom" help="Par exemple Quartier des Tanneurs." maxlength={160} state={state} />
      <TextField name="reference" label="Référence" optional maxlength={60} state={state} />
    </>
  );
}

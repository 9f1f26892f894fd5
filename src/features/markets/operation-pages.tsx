/** The forms of an operation: a new one, an existing one; whoever reads its markets reads it on the boards. */
import type { PageRequest, View } from '#http/route.ts';
import { Form, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { BuyerFields } from './buyer-fields.tsx';
import { deskOf } from './desk.ts';
import { searchedMatches } from './matches.ts';
import { findOperationRow } from './programme-queries.ts';

const trail = [{ href: '/operations', label: 'Opérations' }];

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

export async function drawEditOperation(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed, params, refusal } = request;
  const operation = await findOperationRow(ctx, params['id'] ?? '');
  const own = deskOf(ctx.actor)?.organisation;
  if (operation === null || (operation.keeperId !== own && operation.buyerId !== own)) return null;
  const { id, name, reference, version } = operation;
  const state = typed ? form : { values: { name, reference }, errors: [] };
  const changed = refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading title="Modifier l’opération" breadcrumb={[...trail, { href: `/operations/${id}`, label: name }]} />
      {changed && (
        <Alert tone="attention" title="Entre-temps">
          <p>{`Le nom enregistré est «\u00A0${name}\u00A0», la référence «\u00A0${reference}\u00A0». Envoyez de nouveau pour garder la vôtre.`}</p>
        </Alert>
      )}
      <Form
        action={`/operations/${id}/modifier`}
        formKey={request.key()}
        version={changed ? version : String((typed ? form.values['version'] : undefined) ?? version)}
        state={state}
        submit="Enregistrer"
        cancel={{ href: `/operations/${id}`, label: 'Annuler' }}
      >
        <OperationFields state={state} />
      </Form>
    </>
  );
  return { title: `Modifier\u00A0: ${name}`, body, width: 'form' };
}

function OperationFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField name="name" label="Nom" help="Par exemple Quartier des Tanneurs." maxlength={160} state={state} />
      <TextField name="reference" label="Référence" optional maxlength={60} state={state} />
    </>
  );
}

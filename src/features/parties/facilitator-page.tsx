/** Entrusting a lot to a structure: those of the place of execution come first. */
import { organisationOf } from '#domain/actor.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { departmentOfPostcode, facilitatorRoles } from '#domain/lot-facilitators.ts';
import { parisDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, NumberField, RadioCards, SelectField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { listStructures } from './change-facilitator.ts';
import { lotTrail } from './lot-page.tsx';
import type { Colleague } from './queries.ts';
import { findAssignment, findManagedLot, isCurrent, listAssignments, listColleagues } from './queries.ts';

export async function drawNewFacilitator(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const lot = await findManagedLot(ctx, request.params['id'] ?? '');
  if (lot === null) return null;
  const today = parisDay(ctx.now);
  const present = (await listAssignments(ctx, lot.lotId)).filter((row) => isCurrent(row, today));
  const taken = new Set(present.map(({ organisationId }) => organisationId));
  const left = 10_000 - present.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  const led = present.some(({ role }) => role === 'lead');
  const proposed = { role: led ? 'contributor' : 'lead', share: left > 0 ? formatHundredths(left) : '' };
  const state = request.typed ? request.form : { values: proposed, errors: [] };
  const structures = (await listStructures(ctx, lot.department)).filter(({ id }) => !taken.has(id));
  const near = (postcode: string) => departmentOfPostcode(postcode) === lot.department && lot.department !== '';
  const body = (
    <>
      <PageHeading
        title="Confier le lot à une structure"
        breadcrumb={lotTrail(lot)}
        lead="La structure du lieu d’exécution est chef de file. Les parts font un seul total : 100 %."
      />
      <Form
        action={`/lots/${lot.lotId}/facilitateurs/nouveau`}
        formKey={request.key()}
        state={state}
        submit="Confier le lot"
        cancel={{ href: `/lots/${lot.lotId}/intervenants`, label: 'Annuler' }}
      >
        <SelectField
          name="organisation"
          label="Structure de facilitation"
          state={state}
          options={structures.map(({ id, name, city, postcode }) => ({
            value: id,
            label: name,
            ...(city !== '' && { detail: city }),
            group: near(postcode) ? 'Sur le lieu d’exécution' : 'Ailleurs',
          }))}
        />
        <ShareFields state={state} />
        {structures.some(({ id }) => id === organisationOf(ctx.actor)) && (
          <PersonField
            colleagues={await listColleagues(ctx)}
            help="Si le lot est pour votre structure. Une autre structure choisit la sienne."
            state={state}
          />
        )}
      </Form>
    </>
  );
  return { title: 'Confier un lot', body, width: 'form' };
}

export async function drawFacilitator(request: PageRequest): Promise<View | null> {
  const { ctx, typed, form } = request;
  const row = await findAssignment(ctx, request.params['id'] ?? '');
  const lot = row && (await findManagedLot(ctx, row.lotId));
  if (row === null || lot === null) return null;
  const own = row.organisationId === organisationOf(ctx.actor);
  const values = {
    account: row.accountId ?? '',
    role: row.role,
    territory: row.territory,
    share: formatHundredths(row.shareBasisPoints),
  };
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const state = typed ? form : { values, errors: [] };
  const version = typed && !conflict ? form.values['version'] : undefined;
  const body = (
    <>
      <PageHeading title={row.organisation ?? 'Structure'} breadcrumb={lotTrail(lot)} />
      {conflict && (
        <Alert tone="attention" title="Quelqu’un a changé cette part entre-temps">
          {`Elle est maintenant\u00A0: ${facilitatorRoles[row.role].toLowerCase()}, ${values.share}\u00A0%. Votre saisie est gardée ci-dessous\u00A0: envoyez-la si elle reste juste.`}
        </Alert>
      )}
      <Form
        action={`/facilitateurs/${row.id}`}
        formKey={request.key()}
        version={String(version ?? row.version)}
        state={state}
        submit="Enregistrer"
        cancel={{ href: `/lots/${lot.lotId}/intervenants`, label: 'Annuler' }}
      >
        <ShareFields state={state} />
        {own && (
          <PersonField
            colleagues={await listColleagues(ctx)}
            help="Les déclarations de ce lot viennent d’abord dans sa file, et le marché dans « Les miens »."
            state={state}
          />
        )}
      </Form>
    </>
  );
  return { title: 'Part d’une structure', body, width: 'form' };
}

function PersonField({
  colleagues,
  help,
  state,
}: {
  colleagues: readonly Colleague[];
  help: string;
  state: FormState;
}) {
  return (
    <SelectField
      name="account"
      label="Personne chargée du lot"
      help={help}
      optional
      placeholder="Personne en particulier"
      options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      state={state}
    />
  );
}

function ShareFields({ state }: { state: FormState }) {
  return (
    <>
      <RadioCards
        name="role"
        label="Rôle"
        state={state}
        options={Object.entries(facilitatorRoles).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="territory"
        label="Territoire"
        help="Par exemple une commune ou un quartier."
        optional
        autocomplete="off"
        state={state}
      />
      <NumberField name="share" label="Part du lot" unit="%" decimal state={state} />
    </>
  );
}

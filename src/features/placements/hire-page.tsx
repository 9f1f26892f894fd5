/** The hire of a chosen candidate: the contract, filled in from the post, in one step. */
import { organisationOf } from '#domain/actor.ts';
import type { ContractType } from '#domain/contract-types.ts';
import { contractTypes, executionMethods, isOpenEnded, offeredContractTypes } from '#domain/contract-types.ts';
import { formatMinutes } from '#domain/minutes.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, NumberField, SelectField, TextField } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { listEmployers } from './lot-employers.ts';
import type { LotEmployer } from './lot-employers.ts';
import { whoIs } from './placement-words.ts';
import type { PlacementRow } from './queries.ts';
import { findPlacement } from './queries.ts';

export async function drawHire(request: PageRequest): Promise<View | null> {
  const { ctx, params, form, typed } = request;
  const placement = await findPlacement(ctx, params['id'] ?? '');
  if (placement === null || placement.holderId !== organisationOf(ctx.actor)) return null;
  const employers = await listEmployers(ctx, placement.lotId);
  const state = typed ? form : { values: startOf(placement), errors: [] };
  const path = `/candidatures/${placement.id}`;
  const body = (
    <>
      <PageHeading
        title="Enregistrer l’embauche"
        breadcrumb={[
          { href: '/candidatures', label: 'Candidatures' },
          { href: path, label: whoIs(placement) },
        ]}
        lead={`${whoIs(placement)}, ${placement.title}, ${placement.company ?? ''}`}
      />
      {placement.state !== 'selected' && (
        <Alert tone="attention">
          {placement.state === 'hired'
            ? 'L’embauche est déjà enregistrée.'
            : 'L’entreprise n’a pas encore retenu cette personne\u00A0: notez d’abord sa réponse.'}
        </Alert>
      )}
      <Form
        action={`${path}/embauche`}
        formKey={request.key()}
        version={String((typed ? form.values['version'] : undefined) ?? placement.version)}
        state={state}
        submit="Enregistrer l’embauche"
        cancel={{ href: path, label: 'Annuler' }}
      >
        <FieldPair>
          <SelectField
            name="type"
            label="Type de contrat"
            state={state}
            options={offeredContractTypes().map((value) => ({ value, label: contractTypes[value].label }))}
          />
          <SelectField
            name="method"
            label="Modalité"
            placeholder={null}
            state={state}
            options={Object.entries(executionMethods).map(([value, label]) => ({ value, label }))}
          />
        </FieldPair>
        <SelectField
          name="employerId"
          label="Employeur"
          help="En mise à disposition : la structure qui emploie la personne."
          placeholder="L’entreprise elle-même"
          optional
          state={state}
          options={employers.filter(({ id }) => id !== placement.companyId).map(optionOf)}
        />
        <FieldPair>
          <TextField name="job" label="Métier" optional autocomplete="off" state={state} />
          <NumberField name="weeklyMinutes" label="Durée par semaine" unit="heures" decimal state={state} />
        </FieldPair>
        <FieldPair>
          <DateField name="startsOn" label="Début" state={state} />
          <DateField name="plannedEndOn" label="Fin prévue" optional state={state} />
        </FieldPair>
        <DateField name="trialEndsOn" label="Fin de la période d’essai" optional state={state} />
      </Form>
    </>
  );
  return { title: 'Enregistrer l’embauche', body, width: 'form' };
}

function optionOf({ id, name, inclusion }: LotEmployer) {
  return { value: id, label: inclusion ? `${name} (structure d’insertion)` : name };
}

/** A post says what the contract will be; only what it leaves open is asked. */
function startOf({ contractTypes: possible, title, weeklyMinutes, startsOn, endsOn }: PlacementRow) {
  const [type] = possible as readonly ContractType[];
  return {
    type: type ?? '',
    method: type === 'CTT' ? 'secondment' : 'direct-hire',
    job: title,
    weeklyMinutes: formatMinutes(weeklyMinutes).replace(/\u00A0h$/u, ''),
    startsOn,
    plannedEndOn: type !== undefined && isOpenEnded(type) ? '' : (endsOn ?? ''),
  };
}

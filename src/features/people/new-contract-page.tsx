/** A new work contract in two steps: the lot, then who employs and the terms. */
import { contractTypes, executionMethods, offeredContractTypes } from '#domain/contract-types.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, FormSection, NumberField, SelectField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { EmptyState, PageHeading } from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import type { FollowedLot, LotCompany } from './contract-queries.ts';
import { listFollowedLots, listLotCompanies } from './contract-queries.ts';
import { findPerson } from './queries.ts';

export async function drawNewContract(request: PageRequest): Promise<View | null> {
  const { ctx, form, query } = request;
  const person = await findPerson(ctx, request.params['id'] ?? '');
  if (person === null) return null;
  const lots = await listFollowedLots(ctx);
  const asked = String(form.values['lot'] ?? query.get('lot') ?? '');
  const lot = lots.find(({ lotId }) => lotId === asked) ?? (lots.length === 1 ? lots[0] : undefined);
  const companies = lot === undefined ? [] : await listLotCompanies(ctx, [lot.lotId]);
  const path = `/personnes/${person.id}`;
  const body = (
    <>
      <PageHeading
        title="Nouveau contrat"
        breadcrumb={[
          { href: '/personnes', label: 'Personnes' },
          { href: path, label: `${person.familyName} ${person.givenName}` },
        ]}
        {...(lot !== undefined && { lead: `${lot.market}, ${lot.label}` })}
      />
      <PersonFrame person={person} actor={ctx.actor} place="">
        {lots.length === 0 && (
          <EmptyState title="Votre structure ne suit encore aucun lot.">
            Un contrat s’enregistre sur un lot. Commencez par le marché.
          </EmptyState>
        )}
        {lots.length > 1 && <ChooseLot path={path} lots={lots} chosen={lot?.lotId ?? ''} />}
        {lot !== undefined && companies.length === 0 && (
          <EmptyState
            title="Aucune entreprise sur ce lot."
            actions={<a href={`/lots/${lot.lotId}/intervenants`}>Ajouter un intervenant</a>}
          />
        )}
        {lot !== undefined && companies.length > 0 && (
          <Form
            action={`${path}/contrats/nouveau`}
            formKey={request.key()}
            hidden={{ lot: lot.lotId }}
            state={form}
            submit="Enregistrer le contrat"
            cancel={{ href: path, label: 'Annuler' }}
          >
            <Parties companies={companies} state={form} />
            <FormSection title="Le contrat">
              <SelectField
                name="type"
                label="Type"
                state={form}
                options={offeredContractTypes().map((value) => ({ value, label: contractTypes[value].label }))}
              />
              <TermsFields state={form} />
            </FormSection>
          </Form>
        )}
      </PersonFrame>
    </>
  );
  return { title: 'Nouveau contrat', body, width: 'form' };
}

function ChooseLot({ path, lots, chosen }: { path: string; lots: readonly FollowedLot[]; chosen: string }) {
  return (
    <Form action={`${path}/contrats/nouveau`} method="get" submit={chosen === '' ? 'Continuer' : 'Changer de lot'}>
      <SelectField
        name="lot"
        label="Lot"
        value={chosen}
        options={lots.map(({ lotId, label, market }) => ({ value: lotId, label, group: market }))}
      />
    </Form>
  );
}

function Parties({ companies, state }: { companies: readonly LotCompany[]; state: FormState }) {
  const unique = [...new Map(companies.map((company) => [company.organisationId, company])).values()];
  const options = unique.map(({ organisationId, name, inclusion }) => ({
    value: organisationId,
    label: inclusion ? `${name} (structure d’insertion)` : name,
  }));
  const alone = unique.filter(({ inclusion }) => !inclusion);
  const only = alone.length === 1 ? alone[0]?.organisationId : undefined;
  return (
    <FormSection title="L’emploi">
      <SelectField
        name="companyId"
        label="Entreprise où la personne travaille"
        value={only}
        state={state}
        options={options}
      />
      <SelectField
        name="method"
        label="Modalité"
        placeholder={null}
        state={state}
        options={Object.entries(executionMethods).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="employerId"
        label="Employeur"
        help="En mise à disposition : l’entreprise de travail temporaire d’insertion, le GEIQ ou l’association qui l’emploie."
        placeholder="L’entreprise elle-même"
        optional
        state={state}
        options={options}
      />
    </FormSection>
  );
}

export function TermsFields({ state }: { state: FormState }) {
  return (
    <>
      <FieldPair>
        <TextField name="job" label="Métier" optional autocomplete="off" state={state} />
        <TextField
          name="romeCode"
          label="Code ROME"
          help="Par exemple F1703."
          optional
          size="short"
          autocomplete="off"
          state={state}
        />
      </FieldPair>
      <NumberField name="weeklyMinutes" label="Durée par semaine" unit="heures" decimal value="35" state={state} />
      <DateField name="startsOn" label="Début" state={state} />
      <DateField name="trialEndsOn" label="Fin de la période d’essai" optional state={state} />
      <DateField
        name="plannedEndOn"
        label="Fin prévue"
        help="Laissez vide pour un contrat sans terme."
        optional
        state={state}
      />
    </>
  );
}

/** The forms of a company on a lot: found by its SIRET, its role and part; then its contact and its delegation. */
import { isRefusalCode, sentenceFor } from '#domain/refusals.ts';
import { partyRoles } from '#domain/lot-parties.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatSiret } from '#domain/siret.ts';
import { lastWriter } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import {
  DateField,
  EmailField,
  Form,
  FormSection,
  NumberField,
  PhoneField,
  SelectField,
  SiretField,
  TextField,
} from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, ConflictView, PageHeading } from '#ui/parts.tsx';
import type { CompanyLookup } from '#services/company-register.ts';
import { lotTrail } from './lot-page.tsx';
import type { PartyRow } from './queries.ts';
import { findManagedLot, findParty, listParties } from './queries.ts';

export async function drawNewParty(
  request: PageRequest,
  looked: CompanyLookup | null | undefined,
): Promise<View | null> {
  const { ctx, form } = request;
  const lot = await findManagedLot(ctx, request.params['id'] ?? '');
  if (lot === null) return null;
  const parties = await listParties(ctx, lot.lotId);
  const body = (
    <>
      <PageHeading title="Ajouter une entreprise" breadcrumb={lotTrail(lot)} />
      {looked?.ok === false && isRefusalCode(looked.because) && (
        <Alert tone="attention">{sentenceFor(looked.because)}</Alert>
      )}
      <Form
        action={`/lots/${lot.lotId}/intervenants/nouveau`}
        formKey={request.key()}
        state={form}
        submit="Ajouter"
        cancel={{ href: `/lots/${lot.lotId}/intervenants`, label: 'Annuler' }}
      >
        <SiretField name="siret" label="SIRET" state={form} />
        <TextField
          name="name"
          label="Nom"
          help="Laissez vide : l’annuaire le donne."
          optional
          autocomplete="off"
          state={form}
        />
        <SelectField
          name="role"
          label="Rôle sur le lot"
          state={form}
          options={Object.entries(partyRoles).map(([value, label]) => ({ value, label }))}
        />
        <PartFields state={form} parties={parties} subcontracting />
        <ContactFields state={form} />
      </Form>
    </>
  );
  return { title: 'Ajouter une entreprise', body, width: 'form' };
}

export async function drawParty(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const party = await findParty(ctx, request.params['id'] ?? '');
  const lot = party && (await findManagedLot(ctx, party.lotId));
  if (party === null || lot === null) return null;
  const state = request.typed ? request.form : { values: valuesOf(party), errors: [] };
  const parties = (await listParties(ctx, lot.lotId)).filter(({ id }) => id !== party.id);
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading
        title={party.organisation ?? 'Entreprise'}
        breadcrumb={lotTrail(lot)}
        lead={`${partyRoles[party.role]}${party.identifier === null ? '' : `, SIRET ${formatSiret(party.identifier)}`}`}
      />
      {conflict ? (
        await conflictOf(request, party)
      ) : (
        <Form
          action={`/intervenants/${party.id}`}
          formKey={request.key()}
          version={String((request.typed ? request.form.values['version'] : undefined) ?? party.version)}
          state={state}
          submit="Enregistrer"
          cancel={{ href: `/lots/${lot.lotId}/intervenants`, label: 'Annuler' }}
        >
          <PartFields state={state} parties={parties} subcontracting={party.role === 'subcontractor'} />
          <ContactFields state={state} />
          <DelegationFields state={state} />
        </Form>
      )}
    </>
  );
  return { title: 'Entreprise du lot', body, width: 'form' };
}

function PartFields(props: { state: FormState; parties: readonly PartyRow[]; subcontracting: boolean }) {
  const { state, parties, subcontracting } = props;
  const above = parties.filter(({ role, endedOn }) => role !== 'inclusion' && endedOn === null);
  return (
    <FormSection title="Sa part">
      {subcontracting && above.length > 0 && (
        <>
          <SelectField
            name="underId"
            label="Sous-traitant de"
            help="Seulement pour un sous-traitant."
            optional
            state={state}
            options={above.map(({ id, organisation, role }) => ({
              value: id,
              label: `${organisation ?? ''} (${partyRoles[role].toLowerCase()})`,
            }))}
          />
          <DateField name="actOn" label="Date de l’acte de sous-traitance" optional state={state} />
        </>
      )}
      <NumberField
        name="share"
        label="Part des heures du lot"
        help="Laissez vide si aucune part n’est convenue."
        unit="heures"
        decimal
        optional
        state={state}
      />
    </FormSection>
  );
}

function ContactFields({ state }: { state: FormState }) {
  return (
    <FormSection title="Qui joindre">
      <TextField name="contactName" label="Nom" optional autocomplete="off" state={state} />
      <EmailField name="contactEmail" label="Adresse électronique" optional autocomplete="off" state={state} />
      <PhoneField name="contactPhone" label="Téléphone" optional autocomplete="off" state={state} />
    </FormSection>
  );
}

export function DelegationFields({ state }: { state: FormState }) {
  return (
    <FormSection title="Délégation à un collègue ou à une agence">
      <TextField name="delegateName" label="Nom" optional autocomplete="off" state={state} />
      <EmailField name="delegateEmail" label="Adresse électronique" optional autocomplete="off" state={state} />
      <DateField name="delegateUntil" label="Dernier jour" optional state={state} />
    </FormSection>
  );
}

async function conflictOf(request: PageRequest, party: PartyRow) {
  const writer = await lastWriter(request.ctx, { subjectType: 'lot-party', subjectId: party.id });
  const current: Record<string, string> = valuesOf(party);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({ label, yours: String(mine[name] ?? ''), theirs: current[name] ?? '' }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/intervenants/${party.id}`}
      formKey={request.key()}
      version={party.version}
      values={mine}
      takeHref={`/intervenants/${party.id}`}
    />
  );
}

const labels = {
  actOn: 'Date de l’acte',
  share: 'Part des heures',
  contactName: 'Nom',
  contactEmail: 'Adresse électronique',
  contactPhone: 'Téléphone',
  delegateName: 'Délégation à',
  delegateEmail: 'Adresse de la délégation',
  delegateUntil: 'Dernier jour de la délégation',
};

function valuesOf(party: PartyRow) {
  const { contactName, contactEmail, contactPhone, delegateName, delegateEmail, delegateUntil } = party;
  return {
    underId: party.underId ?? '',
    actOn: party.actOn ?? '',
    share: party.shareMinutes === null ? '' : formatMinutes(party.shareMinutes),
    contactName,
    contactEmail,
    contactPhone,
    delegateName,
    delegateEmail,
    delegateUntil: delegateUntil ?? '',
  };
}

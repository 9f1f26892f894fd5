/** The forms of a lot: a new one with what it owes, or an existing one. */
import { lastWriter } from '#db/audit.ts';
import type { Writer } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, FormSection, NumberField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ConflictView, PageHeading } from '#ui/parts.tsx';
import { LotTabs } from '#ui/market-places.tsx';
import { CommitmentFields, HolderFields } from './commitment-fields.tsx';
import type { LotRow } from './lot-queries.ts';
import { findLot, listLots } from './lot-queries.ts';
import { marketTrail } from './new-page.tsx';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';

export async function drawNewLot(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const market = await findMarket(ctx, request.params['id'] ?? '');
  if (market === null || !(await manages(ctx, market.id))) return null;
  const lots = await listLots(ctx, market.id);
  const next = Math.max(0, ...lots.map(({ number }) => number)) + 1;
  const state = request.typed ? request.form : { values: { number: String(next) }, errors: [] };
  const body = (
    <>
      <PageHeading
        title="Nouveau lot"
        breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
      />
      <Form
        action={`/marches/${market.id}/lots/nouveau`}
        formKey={request.key()}
        state={state}
        submit="Ajouter le lot"
        cancel={{ href: `/marches/${market.id}`, label: 'Annuler' }}
      >
        <LotFields state={state} help="Celles du marché si vous les laissez vides." />
        <FormSection title="Ce que doit le lot">
          <CommitmentFields state={state} />
        </FormSection>
        <FormSection title="Titulaire">
          <HolderFields state={state} />
        </FormSection>
      </Form>
    </>
  );
  return { title: 'Nouveau lot', body, width: 'form' };
}

export async function drawEditLot(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const lot = await findLot(ctx, request.params['id'] ?? '');
  const market = lot === null ? null : await findMarket(ctx, lot.marketId);
  if (lot === null || market === null || !(await manages(ctx, market.id))) return null;
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const writer = conflict ? await lastWriter(ctx, { subjectType: 'lot', subjectId: lot.id }) : null;
  const state = typed ? form : { values: valuesOf(lot), errors: [] };
  const body = (
    <>
      <PageHeading
        title={`Modifier le lot ${lot.number}`}
        breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
      />
      <LotTabs lot={lot.id} current="/modifier" />
      {writer !== null ? (
        <Conflict request={request} lot={lot} writer={writer} />
      ) : (
        <Form
          action={`/lots/${lot.id}/modifier`}
          formKey={request.key()}
          version={String((typed ? form.values['version'] : undefined) ?? lot.version)}
          state={state}
          submit="Enregistrer"
          cancel={{ href: `/marches/${market.id}`, label: 'Annuler' }}
        >
          <LotFields state={state} />
        </Form>
      )}
    </>
  );
  return { title: `Modifier\u00A0: lot ${lot.number}`, body, width: 'form' };
}

function LotFields({ state, help }: { state: FormState; help?: string }) {
  return (
    <>
      <FieldPair>
        <NumberField name="number" label="Numéro" state={state} />
        <TextField name="trade" label="Corps d’état ou métier" optional maxlength={80} state={state} />
      </FieldPair>
      <TextField name="title" label="Intitulé" help="Par exemple Gros œuvre." maxlength={200} state={state} />
      <FormSection title="Dates" help={help}>
        <FieldPair>
          <DateField name="notifiedOn" label="Notification" optional state={state} />
          <DateField name="startsOn" label="Début d’exécution" optional state={state} />
        </FieldPair>
        <DateField name="endsOn" label="Fin prévue" optional state={state} />
      </FormSection>
    </>
  );
}

const fieldLabels = {
  number: 'Numéro',
  title: 'Intitulé',
  trade: 'Corps d’état ou métier',
  notifiedOn: 'Notification',
  startsOn: 'Début d’exécution',
  endsOn: 'Fin prévue',
};

function Conflict({ request, lot, writer }: { request: PageRequest; lot: LotRow; writer: Writer }) {
  const current = valuesOf(lot);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(fieldLabels)
    .map(([name, label]) => ({ label, yours: String(mine[name] ?? ''), theirs: current[name] ?? '' }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/lots/${lot.id}/modifier`}
      formKey={request.key()}
      version={lot.version}
      values={mine}
      takeHref={`/lots/${lot.id}/modifier`}
    />
  );
}

function valuesOf({ number, title, trade, notifiedOn, startsOn, endsOn }: LotRow): Record<string, string> {
  return {
    number: String(number),
    title,
    trade,
    notifiedOn: notifiedOn ?? '',
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
  };
}

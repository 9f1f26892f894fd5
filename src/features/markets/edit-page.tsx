/** The form of an existing market; when somebody saved meanwhile, both versions. */
import { clauseVehicles, generalConditions, marketKinds } from '#domain/market-words.ts';
import { lastWriter } from '#db/audit.ts';
import type { Writer } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, FormSection } from '#ui/form.tsx';
import { ConflictView, PageHeading } from '#ui/parts.tsx';
import { MarketTabs } from '#ui/market-places.tsx';
import { ObjectFields, PlaceAndDays, RareFields } from './market-fields.tsx';
import { searchedMatches } from './matches.ts';
import { marketTrail } from './new-page.tsx';
import type { MarketRow } from './queries.ts';
import { findMarket, findOperation } from './queries.ts';
import { manages } from './seen.ts';

export async function drawEditMarket(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const market = await findMarket(ctx, request.params['id'] ?? '');
  if (market === null || !(await manages(ctx, market.id))) return null;
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const writer = conflict ? await lastWriter(ctx, { subjectType: 'market', subjectId: market.id }) : null;
  const heading = (
    <PageHeading
      title="Modifier le marché"
      breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
    />
  );
  const body = (
    <>
      {heading}
      <MarketTabs market={market.id} current="/modifier" />
      {writer === null ? (
        await editForm(request, market)
      ) : (
        <Conflict request={request} market={market} writer={writer} />
      )}
    </>
  );
  return { title: `Modifier\u00A0: ${market.object}`, body, width: 'form' };
}

async function editForm(request: PageRequest, market: MarketRow) {
  const { ctx, form, typed } = request;
  const state = typed ? form : { values: valuesOf(market), errors: [] };
  const [parent, operation] = await Promise.all([
    market.parentId === null ? null : findMarket(ctx, market.parentId),
    market.operationId === null ? null : findOperation(ctx, market.operationId),
  ]);
  const chosen = {
    ...(parent !== null && { parent: parent.object }),
    ...(operation !== null && { operation: operation.name }),
  };
  return (
    <Form
      action={`/marches/${market.id}/modifier`}
      formKey={request.key()}
      version={String((typed ? form.values['version'] : undefined) ?? market.version)}
      state={state}
      submit="Enregistrer"
      cancel={{ href: `/marches/${market.id}`, label: 'Annuler' }}
    >
      <FormSection title="Marché">
        <ObjectFields state={state} />
        <RareFields state={state} matches={await searchedMatches(request)} chosen={chosen} />
      </FormSection>
      <PlaceAndDays state={state} />
    </Form>
  );
}

function Conflict({ request, market, writer }: { request: PageRequest; market: MarketRow; writer: Writer }) {
  const current: Record<string, string> = valuesOf(market);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(fieldLabels)
    .map(([name, label]) => ({
      label,
      yours: shown(name, String(mine[name] ?? '')),
      theirs: shown(name, current[name] ?? ''),
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/marches/${market.id}/modifier`}
      formKey={request.key()}
      version={market.version}
      values={mine}
      takeHref={`/marches/${market.id}/modifier`}
    />
  );
}

const fieldLabels = {
  object: 'Objet du marché',
  reference: 'Référence',
  kind: 'Type',
  vehicle: 'Ce qui porte la clause',
  boughtFor: 'Acheté pour',
  place: 'Lieu d’exécution',
  departmentCode: 'Département',
  communeCode: 'Code INSEE de la commune',
  consultationOn: 'Lancement de la consultation',
  notifiedOn: 'Notification',
  startsOn: 'Début d’exécution',
  endsOn: 'Fin prévue',
  cpv: 'Code CPV',
  ccag: 'CCAG',
};

const words: Record<string, Readonly<Record<string, string>>> = {
  kind: marketKinds,
  vehicle: clauseVehicles,
  ccag: generalConditions,
};

function shown(name: string, value: string): string {
  return words[name]?.[value] ?? value;
}

function valuesOf(market: MarketRow): Record<string, string> {
  const { derogatesCcag, version, ...rest } = market;
  const texts = Object.entries(rest).map(([name, value]) => [name, value ?? '']);
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    ...(derogatesCcag && { derogatesCcag: 'oui' }),
    version: String(version),
  };
}

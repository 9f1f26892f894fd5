/** The page that registers a market: few questions, the buyer first, one lot at once. */
import type { PageRequest, View } from '#http/route.ts';
import { FieldPair, Form, FormSection, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { BuyerFields } from './buyer-fields.tsx';
import { CommitmentFields, HolderFields } from './commitment-fields.tsx';
import { deskOf } from './desk.ts';
import { ObjectFields, PlaceAndDays, RareFields } from './market-fields.tsx';
import { searchedMatches } from './matches.ts';
import { findKnownOrganisation } from './organisation-queries.ts';
import type { MarketRow } from './queries.ts';
import { findMarket } from './queries.ts';

export const marketTrail = [{ href: '/marches', label: 'Marchés' }];

export async function drawNewMarket(request: PageRequest): Promise<View> {
  const { ctx } = request;
  const framework = await frameworkOf(request);
  const state = request.typed || framework === null ? request.form : stateUnder(framework);
  const matches = await searchedMatches(request);
  const buyer = framework === null ? null : await findKnownOrganisation(ctx, framework.buyerId);
  const body = (
    <>
      <PageHeading
        title="Nouveau marché"
        breadcrumb={marketTrail}
        lead="L’essentiel suffit pour commencer. Le reste se complète sur la page du marché."
      />
      <Form
        action="/marches/nouveau"
        formKey={request.key()}
        state={state}
        submit="Enregistrer le marché"
        cancel={{ href: '/marches', label: 'Annuler' }}
      >
        {deskOf(ctx.actor)?.kind !== 'buyer' && <BuyerFields state={state} matches={matches} text={buyer?.name} />}
        <FormSection title="Marché">
          <ObjectFields state={state} />
          <RareFields state={state} matches={matches} chosen={framework === null ? {} : { parent: framework.object }} />
        </FormSection>
        <PlaceAndDays state={state} />
        <FormSection title="Premier lot" help="D’autres lots s’ajoutent ensuite.">
          <FieldPair>
            <TextField
              name="lotTitle"
              label="Intitulé du lot"
              help="Lot unique si vous le laissez vide."
              optional
              maxlength={200}
              state={state}
            />
            <TextField name="trade" label="Corps d’état ou métier" optional maxlength={80} state={state} />
          </FieldPair>
          <CommitmentFields state={state} />
          <HolderFields state={state} />
        </FormSection>
      </Form>
    </>
  );
  return { title: 'Nouveau marché', body, width: 'form' };
}

/** A call-off starts from its framework agreement: `?accord=`. */
async function frameworkOf({ ctx, query }: PageRequest): Promise<MarketRow | null> {
  const id = query.get('accord') ?? '';
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const market = await findMarket(ctx, id);
  return market?.kind === 'framework' ? market : null;
}

function stateUnder({ id, buyerId, cpv, ccag, departmentCode, vehicle }: MarketRow): FormState {
  const values = { kind: 'call-off', parentId: id, buyerId, cpv, ccag, departmentCode, vehicle };
  return { values, errors: [] };
}

/** Who does which part of the hours: one line per company, the sum held to what the lot owes. */
import { parisDay } from '#domain/day.ts';
import { partyRoles } from '#domain/lot-parties.ts';
import { formatDecimalHours, formatMinutes } from '#domain/minutes.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, Form, NumberField } from '#ui/form.tsx';
import { EmptyState, Entry, EntryList } from '#ui/parts.tsx';
import { LotTabs } from '#ui/market-places.tsx';
import { listCommitments } from './commitment-queries.ts';
import { LotHeading, managedLot } from './lot-heading.tsx';
import type { PartyRow } from './party-queries.ts';
import { listParties } from './party-queries.ts';
import { splittable } from './split.ts';

export async function drawSplit(request: PageRequest): Promise<View | null> {
  const place = await managedLot(request);
  if (place === null) return null;
  const { ctx, form, typed } = request;
  const { lot } = place;
  const owed = splittable(await listCommitments(ctx, lot.id), parisDay(ctx.now));
  const parties = await listParties(ctx, lot.id);
  if (owed === null || parties.length === 0) {
    const title = owed === null ? 'Ce lot ne doit pas un nombre d’heures.' : 'Aucune entreprise n’est sur ce lot.';
    const back = <a href={`/lots/${lot.id}/engagement`}>Voir ce que doit le lot</a>;
    const nothing = (
      <>
        <LotHeading place={place} title="Répartition" />
        <LotTabs lot={lot.id} current="/repartition" />
        <EmptyState title={title} actions={back} />
      </>
    );
    return { title: 'Répartition', body: nothing, width: 'form' };
  }
  const known = { ...sharesOf(parties), ...(owed.commitment.joint && { joint: 'oui' }) };
  const state = typed ? form : { values: known, errors: [] };
  const lead = `Lot ${lot.number}, ${lot.title}. ${formatMinutes(owed.minutes)} à répartir. La part d’un sous-traitant est comprise dans celle de l’entreprise qui l’emploie.`;
  const body = (
    <>
      <LotHeading place={place} title="Répartition entre entreprises" lead={lead} />
      <LotTabs lot={lot.id} current="/repartition" />
      <Form
        action={`/lots/${lot.id}/repartition`}
        formKey={request.key()}
        version={String((typed ? form.values['version'] : undefined) ?? lot.version)}
        state={state}
        submit="Enregistrer la répartition"
        cancel={{ href: `/lots/${lot.id}/engagement`, label: 'Annuler' }}
      >
        <EntryList>
          {parties.map((party) => (
            <Entry title={party.name} lines={[partyRoles[party.role]]}>
              <NumberField
                name={`part-${party.id}`}
                label={`Part de ${party.name}`}
                hideLabel
                decimal
                unit="h"
                state={state}
              />
            </Entry>
          ))}
        </EntryList>
        <CheckboxField
          name="joint"
          label="Les membres doivent ces heures ensemble"
          detail="L’avance de l’un peut couvrir le manque de l’autre."
          state={state}
        />
      </Form>
    </>
  );
  return { title: 'Répartition entre entreprises', body, width: 'form' };
}

function sharesOf(parties: readonly PartyRow[]): Record<string, string> {
  return Object.fromEntries(
    parties.map(({ id, shareMinutes }) => [
      `part-${id}`,
      shareMinutes === null ? '' : formatDecimalHours(shareMinutes).replace(/,00$/, ''),
    ]),
  );
}

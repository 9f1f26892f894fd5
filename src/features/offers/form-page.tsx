/** The form of a job sheet, new or existing: by account, by the company's link, or by the facilitator for a company. */
import { addDays, parisDay } from '#domain/day.ts';
import { lastWriter } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, SelectField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, ButtonLink, ConflictView, EmptyState, PageHeading } from '#ui/parts.tsx';
import { copiedValues, findLastSheet, valuesOf } from './last-sheet.ts';
import { OfferFields } from './offer-fields.tsx';
import type { AskingPlace } from './place-queries.ts';
import { listPlaces } from './place-queries.ts';
import type { OfferRow } from './queries.ts';
import { findOffer } from './queries.ts';

const title = 'Demander des candidats';
/** Choice of the product: three weeks to find somebody, unless told otherwise. */
const usualDays = 21;

export async function drawNewOffer(request: PageRequest): Promise<View> {
  const { ctx, query, params } = request;
  const home = homeOf(params['token']);
  const lot = query.get('lot') ?? '';
  const places = await listPlaces(ctx, /^[0-9a-f-]{36}$/u.test(lot) ? { lot } : undefined);
  const [only] = places;
  const wanted = query.get('entreprise');
  const place = places.length === 1 ? only : places.find(({ party }) => party === wanted);
  const last = only === undefined ? null : await findLastSheet(ctx, (place ?? only).companyId);
  const copies = query.get('copie') === 'oui' && last !== null;
  const state = request.typed ? request.form : startOf(request, { place: place ?? only, last: copies ? last : null });
  const body = (
    <>
      <PageHeading
        title={title}
        breadcrumb={[{ href: home.list, label: home.label }]}
        lead={place === undefined ? undefined : placeWords(place)}
        actions={
          last !== null &&
          !copies && (
            <ButtonLink href={copyAddress(request)} icon="copy">
              Reprendre la dernière fiche
            </ButtonLink>
          )
        }
      />
      {copies && <Alert tone="info">{`Repris de «\u00A0${last.title}\u00A0». Il reste à dater ce poste.`}</Alert>}
      {places.length === 0 ? (
        <EmptyState title="Aucun lot en cours." icon="briefcase">
          Un besoin se rattache à un lot où une entreprise intervient.
        </EmptyState>
      ) : (
        <Form
          action={home.create}
          formKey={request.key()}
          state={state}
          submit="Ouvrir le poste"
          cancel={{ href: home.list, label: 'Annuler' }}
        >
          {params['token'] === undefined && <PlaceField places={places} state={state} />}
          <OfferFields state={state} />
        </Form>
      )}
    </>
  );
  return { title, body, width: 'form' };
}

export async function drawEditOffer(request: PageRequest): Promise<View | null> {
  const { ctx, params, refusal } = request;
  const offer = await findOffer(ctx, params['id'] ?? '');
  if (offer === null) return null;
  const state = request.typed ? request.form : { values: valuesOf(offer), errors: [] };
  const path = `/besoins/${offer.id}`;
  const body = (
    <>
      <PageHeading
        title={offer.title}
        breadcrumb={[
          { href: '/besoins', label: 'Besoins' },
          { href: path, label: 'Fiche de poste' },
        ]}
        lead={offer.company ?? ''}
      />
      {refusal?.because === 'changed-meanwhile' ? (
        await conflictOf(request, offer)
      ) : (
        <Form
          action={`${path}/modifier`}
          formKey={request.key()}
          version={String((request.typed ? request.form.values['version'] : undefined) ?? offer.version)}
          state={state}
          submit="Enregistrer"
          cancel={{ href: path, label: 'Annuler' }}
        >
          <OfferFields state={state} />
        </Form>
      )}
    </>
  );
  return { title: 'Modifier une fiche de poste', body, width: 'form' };
}

/** Where the pages of this door stand. */
export function homeOf(token: string | undefined) {
  if (token === undefined) return { list: '/besoins', label: 'Besoins', create: '/besoins/nouveau' };
  const base = `/declarer/${encodeURIComponent(token)}`;
  return { list: `${base}/postes`, label: 'Mes demandes', create: `${base}/postes/nouveau` };
}

function PlaceField({ places, state }: { places: readonly AskingPlace[]; state: FormState }) {
  const only = places.length === 1 ? places[0]?.party : undefined;
  return (
    <SelectField
      name="party"
      label="Pour quel lot"
      value={only}
      state={state}
      options={places.map(({ party, lot, lotNumber, company, market }) => ({
        value: party,
        label: `Lot ${lotNumber}, ${lot} – ${company}`,
        group: market,
      }))}
    />
  );
}

function placeWords({ market, lotNumber, lot, company }: AskingPlace): string {
  return `${company}, ${market}, lot ${lotNumber} ${lot}`;
}

function startOf(
  { ctx }: PageRequest,
  { place, last }: { place: AskingPlace | undefined; last: OfferRow | null },
): FormState {
  const closing = addDays(parisDay(ctx.now), usualDays);
  const closesOn = place?.endsOn !== null && place !== undefined && place.endsOn < closing ? place.endsOn : closing;
  const copied = last === null ? {} : copiedValues(last);
  const town = place === undefined ? {} : { commune: place.town, departmentCode: place.departmentCode };
  const values = { ...town, ...copied, closesOn, party: place?.party ?? '' };
  return { values: { ...(last === null && { ppeProvided: 'oui' }), ...values }, errors: [] };
}

function copyAddress({ url }: PageRequest): string {
  const [path = '', search = ''] = url.split('?', 2);
  const query = new URLSearchParams(search);
  query.set('copie', 'oui');
  return `${path}?${query.toString()}`;
}

async function conflictOf(request: PageRequest, offer: OfferRow) {
  const writer = await lastWriter(request.ctx, { subjectType: 'job-offer', subjectId: offer.id });
  const current = valuesOf(offer);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(compared)
    .map(([name, label]) => ({ label, yours: told(mine[name]), theirs: told(current[name]) }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/besoins/${offer.id}/modifier`}
      formKey={request.key()}
      version={offer.version}
      values={mine}
      takeHref={`/besoins/${offer.id}`}
    />
  );
}

function told(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

const compared = {
  trade: 'Métier',
  title: 'Intitulé',
  posts: 'Nombre de postes',
  commune: 'Commune',
  departmentCode: 'Département',
  startsOn: 'Début',
  endsOn: 'Fin',
  weeklyMinutes: 'Durée par semaine',
  contractTypes: 'Contrats possibles',
  licence: 'Permis',
  level: 'Niveau',
  schedule: 'Horaires',
  requirements: 'Ce qu’il faut savoir faire',
  siteContact: 'Contact sur place',
  sitePhone: 'Téléphone',
  closesOn: 'Date limite',
};

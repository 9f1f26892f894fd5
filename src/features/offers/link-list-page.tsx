/** What a company asked for on the lot of its link, and where each request stands; no account needed. */
import { offerMachine } from '#domain/offer-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Alert, ButtonLink, Card, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { homeOf } from './form-page.tsx';
import { sheetItems } from './offer-words.ts';
import { turnOf, turnWords } from './offer-turn.ts';
import { OfferSteps } from './offer-steps.tsx';
import { listPlaces } from './place-queries.ts';
import type { OfferRow } from './queries.ts';
import { offers } from './queries.ts';

const mostShown = 20;

export async function drawLinkOffers(request: PageRequest): Promise<View | null> {
  const { ctx, params, query } = request;
  const [place] = await listPlaces(ctx);
  if (place === undefined) return null;
  const home = homeOf(params['token']);
  const rows = await offers(ctx)
    .where('o.companyId', '=', place.companyId)
    .where('o.lotId', '=', place.lotId)
    .orderBy('o.createdAt', 'desc')
    .orderBy('o.id')
    .limit(mostShown)
    .execute();
  const body = (
    <>
      <PageHeading
        title="Mes demandes de candidats"
        lead={`${place.market}, lot ${place.lotNumber} ${place.lot}`}
        actions={
          <ButtonLink href={home.create} kind="primary" icon="plus">
            Demander des candidats
          </ButtonLink>
        }
      />
      {query.get('fait') === 'ouvert' && (
        <Alert tone="done">Le poste est ouvert. Votre facilitateur vous présente des personnes par courriel.</Alert>
      )}
      {query.get('fait') === 'etat' && <Alert tone="done">C’est noté.</Alert>}
      {rows.length === 0 && (
        <EmptyState title="Aucune demande encore." icon="briefcase">
          Décrivez le poste en une minute. Le facilitateur cherche les personnes.
        </EmptyState>
      )}
      {rows.map((offer) => (
        <OfferCard request={request} offer={offer} action={`${home.list}/etat`} />
      ))}
    </>
  );
  return { title: 'Mes demandes de candidats', body, width: 'form' };
}

function OfferCard({ request, offer, action }: { request: PageRequest; offer: OfferRow; action: string }) {
  const kind = offer.companyKind === 'inclusion' ? 'inclusion' : 'company';
  return (
    <Card title={offer.title} aside={<Status {...offerMachine[offer.state]} />}>
      <p>{turnWords(turnOf(offer), kind)}</p>
      <p class="soft">
        {`${counted(offer.hired, 'embauche')} pour ${counted(offer.posts, 'poste')}, ${counted(offer.waiting, 'candidature en attente', 'candidatures en attente')}.`}
      </p>
      <DefinitionList items={sheetItems(offer).slice(2, 5)} />
      <OfferSteps request={request} offer={offer} action={action} hidden={{ id: offer.id }} />
    </Card>
  );
}

/** One post: whose turn it is, the sheet, its candidates, who was told of it, and what one may do next. */
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { offerMachine } from '#domain/offer-state.ts';
import { clockWords } from '#domain/placement-clock.ts';
import { reasonWords } from '#domain/placement-reasons.ts';
import { placementMachine } from '#domain/placement-state.ts';
import { formatPhone } from '#domain/phone.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Alert, ButtonLink, Card, DateText, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { OfferCandidate, Told } from './candidates-queries.ts';
import { listOfferCandidates, listTold } from './candidates-queries.ts';
import { sheetItems } from './offer-words.ts';
import { turnOf, turnWords } from './offer-turn.ts';
import { OfferSteps } from './offer-steps.tsx';
import type { OfferRow } from './queries.ts';
import { findOffer } from './queries.ts';

export async function drawOffer(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const offer = await findOffer(ctx, params['id'] ?? '');
  if (offer === null) return null;
  const { actor } = ctx;
  const kind = actor.kind === 'member' ? actor.organisationKind : null;
  const follows = organisationOf(actor) === offer.facilitatorId;
  const candidates = may(actor, 'placement.read').allowed ? await listOfferCandidates(ctx, offer.id) : [];
  const told = follows ? await listTold(ctx, offer.id) : [];
  const turn = turnOf(offer);
  const body = (
    <>
      <PageHeading
        title={offer.title}
        breadcrumb={[{ href: '/besoins', label: 'Besoins' }]}
        lead={`${offer.company ?? ''}${offer.market === null ? '' : `, ${offer.market}, lot ${offer.lotNumber ?? ''}`}`}
        status={<Status {...offerMachine[offer.state]} />}
        actions={<Actions offer={offer} actor={actor} follows={follows} />}
      />
      <Alert tone={turn.owner === kind ? 'attention' : 'info'}>
        {turnWords(turn, kind)} <span class="soft">{`Depuis le ${formatShortDay(turn.since)}.`}</span>
      </Alert>
      {offer.reason !== '' && <p class="soft">{`Motif\u00A0: ${offer.reason}`}</p>}
      <div class="columns">
        <Card title="Fiche de poste">
          <DefinitionList items={[...sheetItems(offer), ...siteItems(offer)]} />
        </Card>
        <SpreadCard offer={offer} told={told} follows={follows} />
      </div>
      <h2>Candidatures</h2>
      <Table
        id="candidatures"
        caption="Candidatures"
        rows={candidates}
        columns={candidateColumns(follows, parisDay(ctx.now))}
        rowId={({ id }) => id}
        url={`/besoins/${offer.id}`}
        summary={`${counted(offer.hired, 'embauche')} pour ${counted(offer.posts, 'poste')}.`}
        empty={
          <EmptyState title="Aucune candidature présentée." icon="users">
            {follows
              ? 'Choisissez parmi les personnes suivies.'
              : 'Vous serez prévenu dès qu’une personne vous est présentée.'}
          </EmptyState>
        }
      />
      {may(actor, 'offer.write').allowed && <OfferSteps request={request} offer={offer} />}
    </>
  );
  return { title: 'Fiche de poste', body };
}

function Actions({ offer, actor, follows }: { offer: OfferRow; actor: Actor; follows: boolean }) {
  const open = offer.state === 'open';
  return (
    <>
      {follows && open && may(actor, 'placement.follow').allowed && (
        <ButtonLink href={`/besoins/${offer.id}/candidats`} kind="primary" icon="users">
          Choisir des candidats
        </ButtonLink>
      )}
      {follows && open && may(actor, 'offer.spread').allowed && (
        <ButtonLink href={`/besoins/${offer.id}/diffuser`} icon="send">
          Diffuser
        </ButtonLink>
      )}
      {may(actor, 'offer.write').allowed && (
        <ButtonLink href={`/besoins/${offer.id}/modifier`} icon="pencil">
          Modifier
        </ButtonLink>
      )}
    </>
  );
}

function siteItems({ siteContact, sitePhone }: OfferRow) {
  if (siteContact === '' && sitePhone === '') return [];
  const phone = sitePhone === '' ? '' : formatPhone(sitePhone);
  return [{ term: 'Contact sur place', value: [siteContact, phone].filter(Boolean).join(', ') }];
}

function SpreadCard({ offer, told, follows }: { offer: OfferRow; told: readonly Told[]; follows: boolean }) {
  const { spreadAt } = offer;
  return (
    <Card title="Diffusion">
      {spreadAt === null ? (
        <p>Ce poste n’a pas encore été envoyé aux prescripteurs.</p>
      ) : (
        <p>
          Envoyé aux prescripteurs du territoire, la dernière fois le <DateText date={spreadAt} />.
        </p>
      )}
      {follows && told.length > 0 && (
        <ul>
          {told.map((one) => (
            <li>
              {one.name}
              {one.city !== '' && `, ${one.city}`} <Status {...answerOf(one)} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function answerOf({ answer, people }: Told): { tone: 'ok' | 'neutral' | 'progress'; label: string } {
  if (answer === 'someone') {
    return { tone: 'ok', label: people === null ? 'A quelqu’un' : `A ${counted(people, 'personne')}` };
  }
  return answer === 'nobody'
    ? { tone: 'neutral', label: 'N’a personne' }
    : { tone: 'progress', label: 'Pas de réponse' };
}

function candidateColumns(follows: boolean, today: string): Column<OfferCandidate>[] {
  return [
    {
      key: 'who',
      label: 'Personne',
      primary: true,
      cell: ({ id, initials, familyName, givenName, trade }) => (
        <>
          <a href={`/candidatures/${id}`}>
            {follows && familyName !== null ? `${familyName} ${givenName ?? ''}` : initials}
          </a>
          {trade !== '' && <small>{trade}</small>}
        </>
      ),
    },
    { key: 'state', label: 'État', cell: ({ state }) => <Status {...placementMachine[state]} /> },
    {
      key: 'clock',
      label: 'Délai',
      cell: ({ state, dueOn, reason }) =>
        dueOn !== null && (state === 'proposed' || state === 'silent')
          ? clockWords({ dueOn, today })
          : reasonWords(reason, follows ? 'team' : 'company'),
    },
    { key: 'since', label: 'Depuis', cell: ({ stateSince }) => <DateText date={stateSince} /> },
  ];
}

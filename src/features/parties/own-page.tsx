/** What a company owes and by when, lot by lot, in plain words; whom to call; the next month to declare. */
import { may } from '#domain/access.ts';
import { delegateOf } from '#domain/contact-freshness.ts';
import type { Day } from '#domain/day.ts';
import { formatDay } from '#domain/day.ts';
import { dueDay } from '#domain/declaration-sending.ts';
import { standingWords } from '#domain/eligibility-standing.ts';
import { equivalentsOf } from '#domain/equivalents.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { addToMonth, formatMonth, formatOfMonth, monthOf } from '#domain/month.ts';
import { formatPhone } from '#domain/phone.ts';
import { progressStatuses } from '#domain/progress.ts';
import type { BoardRules } from '#db/board-rules.ts';
import { readBoardRules, rulesOfLot } from '#db/board-rules.ts';
import type { LotFacts } from '#db/lot-standing.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, Card, Disclosure, EmptyState, PageHeading, ProgressBar, Status } from '#ui/parts.tsx';
import { Pagination } from '#ui/table.tsx';
import type { Adviser, OwedMonth, OwnParty, OwnPledge, OwnWorker } from './own-queries.ts';
import {
  listAdvisers,
  listOwedMonths,
  listOwnParties,
  listOwnWorkers,
  listPledges,
  ownPerPage,
  readStandings,
} from './own-queries.ts';

/** Without an account no message is kept: the address says what was done. */
export const ownSaid = { contact: 'Contact enregistré.', delegation: 'Délégation enregistrée.' } as const;

export async function drawOwnMarkets(request: PageRequest): Promise<View> {
  const { ctx, params, query } = request;
  const { token } = params;
  const deed = query.get('fait');
  const rules = await readBoardRules(ctx);
  const from = Math.max(0, Math.min(100_000, Math.trunc(Number(query.get('apres') ?? query.get('avant')) || 0)));
  const found = await listOwnParties(ctx, from);
  const parties = found.slice(0, ownPerPage);
  const lots = parties.map(({ lotId }) => lotId);
  const standings = await readStandings(ctx, rules, lots);
  const advisers = await listAdvisers(ctx, lots, rules.today);
  const owed = await listOwedMonths(ctx, lots);
  const workers = await listOwnWorkers(ctx, lots);
  const pledges = await listPledges(ctx, lots);
  const body = (
    <>
      <PageHeading
        title="Ce que je dois et pour quand"
        lead="Vos engagements d’insertion, marché par marché."
        actions={
          token === undefined &&
          may(ctx.actor, 'agreement.read').allowed && (
            <ButtonLink href="/globalisations" icon="handshake">
              Accords de globalisation
            </ButtonLink>
          )
        }
      />
      {(deed === 'contact' || deed === 'delegation') && <Alert tone="done">{ownSaid[deed]}</Alert>}
      {parties.length === 0 && (
        <EmptyState title="Aucun marché en cours.">
          Dès qu’un acheteur ou un facilitateur vous ajoute à un lot, il apparaît ici.
        </EmptyState>
      )}
      {parties.map((party, place) => (
        <LotCard
          party={party}
          facts={standings.get(party.lotId)}
          rules={rules}
          adviser={advisers.find(({ lotId }) => lotId === party.lotId)}
          owed={owed.filter(({ lotId }) => lotId === party.lotId)}
          workers={workers.filter(({ lotId }) => lotId === party.lotId)}
          pledges={pledges.filter(({ lotId }) => lotId === party.lotId)}
          token={token}
          named={place === 0}
        />
      ))}
      {(from > 0 || found.length > ownPerPage) && (
        <Pagination
          url={request.url}
          next={found.length > ownPerPage ? String(from + ownPerPage) : undefined}
          previous={from > 0 ? String(Math.max(0, from - ownPerPage)) : undefined}
        />
      )}
    </>
  );
  return { title: 'Ce que je dois et pour quand', body, width: token === undefined ? 'wide' : 'form' };
}

interface LotCardProps {
  party: OwnParty;
  facts: LotFacts | undefined;
  rules: BoardRules;
  adviser: Adviser | undefined;
  owed: readonly OwedMonth[];
  workers: readonly OwnWorker[];
  pledges: readonly OwnPledge[];
  /** Of the link one came by. */
  token: string | undefined;
  /** The lot the link was sent for; people are asked for there. */
  named: boolean;
}

function LotCard({ party, facts, rules, adviser, owed, workers, pledges, token, named }: LotCardProps) {
  const link = token === undefined ? null : `/declarer/${encodeURIComponent(token)}`;
  const contact = link === null ? `/mes-marches/${party.id}` : `${link}/contact?lot=${party.lotId}`;
  const declare = link === null ? `/declarations/${party.lotId}?` : `${link}?lot=${party.lotId}&`;
  return (
    <Card
      title={party.market}
      aside={`Lot ${party.lotNumber}, ${party.lot}${party.buyer === null ? '' : `, pour ${party.buyer}`}`}
      actions={
        <>
          <ButtonLink href={contact}>Changer de contact ou déléguer</ButtonLink>
          {link === null && (
            <>
              <ButtonLink href={`/lots/${party.lotId}/regles`} kind="quiet">
                Comment mes heures comptent
              </ButtonLink>
              <ButtonLink href={`/marches/${party.marketId}/publics`} kind="quiet" about={party.market}>
                Publics visés
              </ButtonLink>
            </>
          )}
          {(link === null || named) && (
            <ButtonLink
              href={link === null ? `/besoins/nouveau?lot=${party.lotId}` : `${link}/postes/nouveau`}
              icon="briefcase"
            >
              Demander des candidats
            </ButtonLink>
          )}
          {link !== null && named && <ButtonLink href={`${link}/postes`}>Mes demandes</ButtonLink>}
        </>
      }
    >
      {facts !== undefined && <Owed facts={facts} rules={rules} />}
      {pledges.map(({ expected }) => (
        <p>
          {`Vous vous êtes aussi engagé à\u00A0: `}
          <strong>{expected}</strong>
        </p>
      ))}
      {facts?.byWork === true && token === undefined && (
        <p class="soft">
          Ce nombre suit les heures travaillées par tous sur le lot.{' '}
          <a href={`/lots/${party.lotId}/travail`}>Voir le calcul</a>
        </p>
      )}
      <NextMonth owed={owed} today={rules.today} path={declare} />
      <Disclosure summary={`Personnes sur ce lot\u00A0: ${workers.length}`}>
        {workers.length === 0 ? (
          <p class="soft">Personne encore. Appelez votre facilitateur pour recruter.</p>
        ) : (
          <ul>
            {workers.map((worker) => (
              <li>
                {`${worker.givenName} ${worker.familyName}${worker.job === '' ? '' : `, ${worker.job}`}`}{' '}
                <Status {...standingWords(worker.decision, rules.today)} />
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
      <Whom adviser={adviser} party={party} today={rules.today} />
    </Card>
  );
}

function Owed({ facts, rules }: { facts: LotFacts; rules: BoardRules }) {
  const { due, done, submitted, status, endsOn, undated, expected } = facts;
  if (status === 'no-obligation' || due === null) {
    return <p>Aucune heure ne vous est demandée sur ce lot pour l’instant.</p>;
  }
  if (status === 'not-triggered') return <p>{notTriggered(facts)}</p>;
  const left = Math.max(0, due - done);
  const { days, fullTimeMonths } = equivalentsOf(left, rulesOfLot(facts, rules).fullTime);
  const by = undated ? '' : ` avant le ${formatDay(endsOn)}`;
  const waiting = Math.max(0, submitted - done);
  return (
    <>
      <p>
        {`Vous devez `}
        <strong>{formatMinutes(due)}</strong>
        {` d’insertion${by}. ${formatMinutes(done)} sont validées. `}
        {left === 0 ? (
          <strong>C’est fait, merci.</strong>
        ) : (
          <>
            {`Il en reste `}
            <strong>{formatMinutes(left)}</strong>
            {`, soit ${formatHundredths(days)}\u00A0jours de travail ou ${formatHundredths(fullTimeMonths)}\u00A0mois à temps plein.`}
          </>
        )}{' '}
        <Status {...progressStatuses[status]} />
      </p>
      <ProgressBar done={done} due={due} expected={expected} unit="" format={formatMinutes} />
      {waiting > 0 && <p class="soft">{`${formatMinutes(waiting)} attendent la validation du facilitateur.`}</p>}
    </>
  );
}

function notTriggered({ byWork, waiting, growing }: LotFacts): string {
  if (byWork) return 'Rien à faire encore\u00A0: ce que vous devez suit les heures travaillées par tous sur le lot.';
  if (growing || waiting === 0) {
    return 'Rien à faire encore\u00A0: l’engagement commence quand le montant facturé dépasse son seuil.';
  }
  return 'Rien à faire encore\u00A0: les tranches de ce lot ne sont pas affermies.';
}

/** What is late first; otherwise the month under way, declared once it is over. */
function NextMonth({ owed, today, path }: { owed: readonly OwedMonth[]; today: Day; path: string }) {
  const [first, ...others] = owed;
  if (first === undefined) {
    const month = monthOf(today);
    return (
      <p>{`Prochaine déclaration\u00A0: ${formatMonth(month)}, à partir du ${formatDay(`${addToMonth(month, 1)}-01`)} et avant le ${formatDay(dueDay(month))}.`}</p>
    );
  }
  const late = first.state === 'late' || first.dueOn < today;
  const refused = first.state === 'rejected' || first.state === 'partially-validated';
  const asked = refused ? 'est à corriger' : late ? 'est en retard' : 'vous est demandée';
  return (
    <Alert
      tone={late || refused ? 'attention' : 'info'}
      title={`La déclaration ${formatOfMonth(first.month)} ${asked}`}
    >
      <p>
        {refused
          ? 'Le facilitateur a indiqué pourquoi sur la déclaration.'
          : `À envoyer avant le ${formatDay(first.dueOn)}, même sans aucune heure.`}
        {others.length > 0 &&
          ` Autres mois à déclarer\u00A0: ${others.map(({ month }) => formatMonth(month)).join(', ')}.`}
      </p>
      <ButtonLink href={`${path}mois=${first.month}`} kind="primary">
        {refused ? 'Corriger' : `Déclarer ${formatMonth(first.month)}`}
      </ButtonLink>
    </Alert>
  );
}

function Whom({ adviser, party, today }: { adviser: Adviser | undefined; party: OwnParty; today: Day }) {
  const delegate = delegateOf(party, today);
  return (
    <p class="soft">
      {adviser === undefined || adviser.name === null ? (
        'Aucun facilitateur n’est encore désigné pour ce lot.'
      ) : (
        <>
          {`Une question\u00A0? ${adviser.name}`}
          {adviser.phone !== null && adviser.phone !== '' && (
            <>
              {', '}
              <a href={`tel:${adviser.phone}`}>{formatPhone(adviser.phone)}</a>
            </>
          )}
          {adviser.email !== null && adviser.email !== '' && (
            <>
              {', '}
              <a href={`mailto:${adviser.email}`}>{adviser.email}</a>
            </>
          )}
          .
        </>
      )}
      {delegate !== null &&
        ` Déclaration déléguée à ${delegate.delegateName} jusqu’au ${formatDay(delegate.delegateUntil ?? today)}.`}
    </p>
  );
}

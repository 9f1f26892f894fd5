/** One market on one page: where it stands, whose turn it is, its rhythm, its lots, and what happened. */
import type { Child } from 'hono/jsx';
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, DateText, PageHeading, Period, Status } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { MarketTabs } from '#ui/market-places.tsx';
import { CallOffsCard } from './call-offs-card.tsx';
import { listCallOffs } from './call-offs-queries.ts';
import { DeclarationsCard } from './declarations-card.tsx';
import { departmentLabel } from './departments.ts';
import { DocumentsCard } from './documents-card.tsx';
import { EngagementCard } from './engagement-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { historyShown, historyWhole, listEvents, listSteps } from './history-queries.ts';
import { LotsCard } from './lots-card.tsx';
import type { MarketBoard } from './market-board.ts';
import { readMarketBoard } from './market-board.ts';
import { MarketFigures } from './market-figures.tsx';
import type { MarketHead } from './market-page-queries.ts';
import { countUnvalidated, listDocuments, listWorkers } from './market-page-queries.ts';
import { NeedsCard } from './needs-card.tsx';
import { listNeeds } from './needs-queries.ts';
import { PeopleCard } from './people-card.tsx';
import { listProgrammeRates } from './programme-rates.ts';
import { ProgrammesCard } from './programmes-card.tsx';
import { RhythmCard } from './rhythm-card.tsx';
import { TurnCard, turnsOf } from './turn-card.tsx';
import { UnvalidatedNote } from './unvalidated-note.tsx';

export async function drawMarket(request: PageRequest): Promise<View | null> {
  const { ctx, params, url } = request;
  const id = params['id'] ?? '';
  const board = await readMarketBoard(ctx, id);
  if (board === null) return null;
  const { market, rules } = board;
  const kind = ctx.actor.kind === 'member' ? ctx.actor.organisationKind : null;
  const workers = board.readsPeople ? await listWorkers(ctx, id) : null;
  const unvalidated = board.readsPeople ? await countUnvalidated(ctx, id) : null;
  const needs = may(ctx.actor, 'offer.read').allowed ? await listNeeds(ctx, id) : null;
  const asks = may(ctx.actor, 'offer.write').allowed ? (board.lots[0]?.id ?? null) : null;
  const documents = await listDocuments(ctx, id);
  const whole = request.query.get('historique') === 'tout';
  const most = whole ? historyWhole : historyShown + 1;
  const events = await listEvents(ctx, { marketId: id, lotIds: board.lots.map((lot) => lot.id), most });
  const steps = await listSteps(ctx, { marketId: id, most });
  const rates = rules.partyOf === null ? await listProgrammeRates(ctx, [id]) : [];
  const writes = may(ctx.actor, 'market.write').allowed;
  const callOffs = market.kind === 'framework' ? await listCallOffs(ctx, { framework: id, rules }) : null;
  const body = (
    <>
      <PageHeading
        title={market.object}
        breadcrumb={[{ href: '/marches', label: 'Marchés' }]}
        lead={<Lead market={market} holders={holdersOf(board)} />}
        status={<Status tone={board.standing.tone} label={board.standing.label} />}
        actions={<Actions actor={ctx.actor} board={board} writes={writes} />}
      />
      {writes && <MarketTabs market={id} current="" />}
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <MarketFigures board={board} actor={ctx.actor} />
      {unvalidated !== null && <UnvalidatedNote counts={unvalidated} marketId={id} />}
      <div class="columns">
        <RhythmCard title="Rythme mensuel" months={board.months} target={board.target} today={rules.today} />
        <TurnCard turns={turnsOf(board, ctx.actor)} kind={kind} today={rules.today} />
      </div>
      <ProgrammesCard rates={rates} />
      <LotsCard board={board} url={url} actor={ctx.actor} manages={writes} />
      {may(ctx.actor, 'hours.read').allowed && (
        <EngagementCard rows={board.engagements} url={url} today={rules.today} />
      )}
      {callOffs !== null && <CallOffsCard rows={callOffs} framework={id} url={url} writes={writes} />}
      <Bound actor={ctx.actor} marketId={id} />
      <DeclarationsCard rows={board.declarations} actor={ctx.actor} url={url} />
      {needs !== null && <NeedsCard rows={needs} url={url} lot={asks} />}
      {workers !== null && <PeopleCard rows={workers} url={url} />}
      <div class="columns">
        <FactsCard market={market} />
        <DocumentsCard rows={documents} marketId={id} writes={writes} />
      </div>
      <HistoryCard events={events} steps={steps} request={request} whole={whole} />
    </>
  );
  return { title: market.object, body };
}

function Lead({ market, holders }: { market: MarketHead; holders: readonly string[] }): Child {
  const { reference, buyer, boughtFor, startsOn, endsOn, departmentCode, programmes } = market;
  const who = [reference, boughtFor === '' ? buyer : `${buyer} pour ${boughtFor}`, ...holders];
  const where = [market.place, departmentLabel(departmentCode)].filter(Boolean).join(', ');
  return (
    <>
      {who.filter(Boolean).join(' · ')}
      {startsOn !== null && endsOn !== null && (
        <>
          {', '}
          <Period from={startsOn} to={endsOn} />
        </>
      )}
      {startsOn === null && endsOn !== null && (
        <>
          {', jusqu’au '}
          <DateText date={endsOn} />
        </>
      )}
      {where !== '' && `, ${where}`}
      {programmes.length > 0 && `. ${programmes.join(', ')}`}
      {market.operationId !== null && (
        <>
          {'. Opération\u00A0: '}
          <a href={`/operations/${market.operationId}`}>{market.operation}</a>
        </>
      )}
      {market.parentId !== null && market.parent !== null && (
        <>
          {'. Accord-cadre\u00A0: '}
          <a href={`/marches/${market.parentId}`}>{market.parent}</a>
        </>
      )}
    </>
  );
}

function Actions({ actor, board, writes }: { actor: Actor; board: MarketBoard; writes: boolean }) {
  const [first] = board.lots;
  const enters = may(actor, 'hours.enter').allowed && first !== undefined;
  return (
    <>
      <PrintButton />
      {writes && (
        <ButtonLink href={`/marches/${board.market.id}/lots/nouveau`} icon="plus">
          Ajouter un lot
        </ButtonLink>
      )}
      {!writes && may(actor, 'publics.read').allowed && (
        <ButtonLink href={`/marches/${board.market.id}/publics`}>Publics visés</ButtonLink>
      )}
      {enters && (
        <ButtonLink href={`/lots/${first.id}/saisie`} kind="primary" icon="plus">
          Saisir des heures
        </ButtonLink>
      )}
      {may(actor, 'hours.declare').allowed && (
        <ButtonLink href="/declarations" kind="primary" icon="plus">
          Déclarer des heures
        </ButtonLink>
      )}
    </>
  );
}

/** What decides where the hours count, and how. */
function Bound({ actor, marketId }: { actor: Actor; marketId: string }) {
  const doors = [
    ...(may(actor, 'statement.read').allowed
      ? [{ href: `/marches/${marketId}/etats`, label: 'États trimestriels' }]
      : []),
    ...(may(actor, 'agreement.read').allowed
      ? [{ href: `/globalisations?marche=${marketId}`, label: 'Accords de globalisation' }]
      : []),
    ...(may(actor, 'counting.read').allowed
      ? [{ href: `/marches/${marketId}/regles`, label: 'Règles de décompte' }]
      : []),
  ];
  if (doors.length === 0) return null;
  return (
    <div class="row">
      {doors.map(({ href, label }) => (
        <ButtonLink href={href} size="small">
          {label}
        </ButtonLink>
      ))}
    </div>
  );
}

function holdersOf({ lots }: MarketBoard): string[] {
  const names = lots.flatMap(({ parties }) =>
    parties.filter(({ role }) => role === 'holder' || role === 'lead').map(({ name }) => name),
  );
  return [...new Set(names)];
}

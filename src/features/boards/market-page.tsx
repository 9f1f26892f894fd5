/** One market on one page: where it stands, whose turn it is, its rhythm, its lots, and what happened. */
import type { Child } from 'hono/jsx';
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, DateText, PageHeading, Period, Status } from '#ui/parts.tsx';
import { DeclarationsCard } from './declarations-card.tsx';
import { departmentLabel } from './departments.ts';
import { DocumentsCard } from './documents-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { listEvents, listSteps } from './history-queries.ts';
import { LotsCard } from './lots-card.tsx';
import type { MarketBoard } from './market-board.ts';
import { readMarketBoard } from './market-board.ts';
import { MarketFigures } from './market-figures.tsx';
import type { MarketHead } from './market-page-queries.ts';
import { listDocuments, listWorkers } from './market-page-queries.ts';
import { NeedsCard } from './needs-card.tsx';
import { listNeeds } from './needs-queries.ts';
import { PeopleCard } from './people-card.tsx';
import { RhythmCard } from './rhythm-card.tsx';
import { TurnCard, turnsOf } from './turn-card.tsx';

export async function drawMarket(request: PageRequest): Promise<View | null> {
  const { ctx, params, url } = request;
  const id = params['id'] ?? '';
  const board = await readMarketBoard(ctx, id);
  if (board === null) return null;
  const { market, rules } = board;
  const kind = ctx.actor.kind === 'member' ? ctx.actor.organisationKind : null;
  const workers = board.readsPeople ? await listWorkers(ctx, id) : null;
  const needs = may(ctx.actor, 'offer.read').allowed ? await listNeeds(ctx, id) : null;
  const asks = may(ctx.actor, 'offer.write').allowed ? (board.lots[0]?.id ?? null) : null;
  const documents = await listDocuments(ctx, id);
  const events = await listEvents(ctx, { marketId: id, lotIds: board.lots.map((lot) => lot.id) });
  const steps = await listSteps(ctx, id);
  const writes = may(ctx.actor, 'market.write').allowed;
  const body = (
    <>
      <PageHeading
        title={market.object}
        breadcrumb={[{ href: '/marches', label: 'Marchés' }]}
        lead={<Lead market={market} holders={holdersOf(board)} />}
        status={<Status tone={board.standing.tone} label={board.standing.label} />}
        actions={<Actions actor={ctx.actor} board={board} writes={writes} />}
      />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <MarketFigures board={board} />
      <div class="columns">
        <RhythmCard title="Rythme mensuel" months={board.months} target={board.target} today={rules.today} />
        <TurnCard turns={turnsOf(board)} kind={kind} today={rules.today} />
      </div>
      <LotsCard board={board} url={url} manages={writes} />
      <DeclarationsCard rows={board.declarations} actor={ctx.actor} url={url} />
      {needs !== null && <NeedsCard rows={needs} url={url} lot={asks} />}
      {workers !== null && <PeopleCard rows={workers} url={url} />}
      <div class="columns">
        <HistoryCard events={events} steps={steps} request={request} />
        <DocumentsCard rows={documents} marketId={id} writes={writes} />
      </div>
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
    </>
  );
}

function Actions({ actor, board, writes }: { actor: Actor; board: MarketBoard; writes: boolean }) {
  const [first] = board.lots;
  const enters = may(actor, 'hours.enter').allowed && first !== undefined;
  return (
    <>
      {writes && <ButtonLink href={`/marches/${board.market.id}/etat`}>Changer d’état</ButtonLink>}
      {writes && <ButtonLink href={`/marches/${board.market.id}/modifier`}>Modifier</ButtonLink>}
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

function holdersOf({ lots }: MarketBoard): string[] {
  const names = lots.flatMap(({ parties }) =>
    parties.filter(({ role }) => role === 'holder' || role === 'lead').map(({ name }) => name),
  );
  return [...new Set(names)];
}

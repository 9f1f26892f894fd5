/** One operation for whoever reads its markets: where the whole stands, whose turn it is, its lots, programmes and steps. */
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import { formatDay } from '#domain/day.ts';
import { marketMachine } from '#domain/market-state.ts';
import { progressStatuses } from '#domain/progress.ts';
import { inDays, wholeHours } from '#ui/hours-words.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import {
  ButtonLink,
  Card,
  DateText,
  EmptyState,
  KeyFigure,
  KeyFigures,
  PageHeading,
  Status,
  Timeline,
} from '#ui/parts.tsx';
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { hoursDoor } from './doors.ts';
import type { OperationBoard, OperationLot } from './operation-board.ts';
import { readOperationBoard } from './operation-board.ts';
import type { OperationStep } from './operation-queries.ts';
import { ProgrammesCard } from './programmes-card.tsx';
import { TurnCard } from './turn-card.tsx';

export async function drawOperation(request: PageRequest): Promise<View | null> {
  const { ctx, params, url } = request;
  const board = await readOperationBoard(ctx, params['id'] ?? '');
  if (board === null) return null;
  const { operation, markets, rules, whole } = board;
  const own = organisationOf(ctx.actor);
  const edits = may(ctx.actor, 'market.write').allowed && (operation.keeperId === own || operation.buyerId === own);
  const kind = ctx.actor.kind === 'member' ? ctx.actor.organisationKind : null;
  const programmes = [...new Set(markets.flatMap((market) => market.programmes))];
  const who = [operation.reference, operation.buyer, counted(markets.length, 'marché'), ...programmes];
  const body = (
    <>
      <PageHeading
        title={operation.name}
        breadcrumb={[{ href: '/operations', label: 'Opérations' }]}
        lead={who.filter((part) => part !== '').join(' · ')}
        status={markets.length > 0 && <Status {...progressStatuses[whole.status]} />}
        actions={edits && <ButtonLink href={`/operations/${operation.id}/modifier`}>Modifier</ButtonLink>}
      />
      <Figures board={board} actor={ctx.actor} />
      <div class="columns">
        <TurnCard turns={board.turns} kind={kind} today={rules.today} />
        <div id="du-ensuite">
          <Next board={board} />
        </div>
      </div>
      <ProgrammesCard rates={board.programmes} />
      <section id="lots" class="stack">
        <h2>Marchés et lots</h2>
        <Table
          id="les-lots"
          caption="Marchés et lots de l’opération"
          rows={board.lots}
          rowId={({ facts }) => facts.lotId}
          url={url}
          columns={columnsFor(board, ctx.actor)}
          empty={
            <EmptyState title="Aucun lot encore.">
              Un marché rejoint l’opération depuis sa page, par « Modifier ».
            </EmptyState>
          }
        />
      </section>
      <Steps steps={board.steps} />
    </>
  );
  return { title: operation.name, body };
}

function Figures({ board, actor }: { board: OperationBoard; actor: Actor }) {
  const { rules, people, submitted } = board;
  const { due, done, expected, missing } = board.whole;
  const waiting = Math.max(0, submitted - done);
  return (
    <KeyFigures>
      <KeyFigure
        label={rules.partyOf === null ? 'Heures validées' : 'Vos heures validées'}
        value={`${wholeHours(done)}\u00A0h`}
        detail={<HoursBar due={due} done={done} expected={expected} behind={isBehind(board.whole.status)} />}
        href="#lots"
      />
      <KeyFigure
        label="Reste à faire"
        value={`${wholeHours(missing + 59)}\u00A0h`}
        detail={`${missing === 0 ? 'Rien ne manque' : inDays(missing, rules.fullTime)}${waiting === 0 ? '' : `, ${wholeHours(waiting)}\u00A0h à contrôler`}`}
        href={missing > 0 ? '#du-ensuite' : '#lots'}
      />
      <KeyFigure
        label="Personnes"
        value={counted(people, 'personne')}
        detail={rules.partyOf === null ? 'Chacune comptée une fois' : 'Au travail pour vous'}
        href={may(actor, 'person.read').allowed ? `/personnes?operation=${board.operation.id}` : undefined}
      />
    </KeyFigures>
  );
}

function isBehind(status: string): boolean {
  return status === 'late' || status === 'to-watch';
}

const mostNext = 6;

/** What is owed next: the lots that miss hours, the nearest end first; then the tranches that wait for the buyer. */
function Next({ board: { lots } }: { board: OperationBoard }) {
  const open = lots
    .filter(({ progress, market }) => progress.missing > 0 && !marketMachine[market.state].closed)
    .sort((one, other) => (one.facts.endsOn < other.facts.endsOn ? -1 : 1));
  const waiting = lots.filter(({ facts }) => facts.waiting > 0);
  if (open.length === 0 && waiting.length === 0) {
    return (
      <Card title="Ce qui est dû ensuite">
        <p class="soft">Aucune heure ne manque sur cette opération.</p>
      </Card>
    );
  }
  return (
    <Card title="Ce qui est dû ensuite" aside={open.length > mostNext ? `${mostNext} sur ${open.length}` : undefined}>
      <ul class="stack">
        {open.slice(0, mostNext).map(({ facts, progress, market }) => (
          <li>
            <strong>{`${wholeHours(progress.missing + 59)}\u00A0h`}</strong>
            {facts.undated ? '' : ` avant le ${formatDay(facts.endsOn)}`}
            {`\u00A0: `}
            <a href={`/marches/${market.id}#lots`}>{`${market.object}, lot ${facts.number}`}</a>
          </li>
        ))}
        {waiting.map(({ facts, market }) => (
          <li class="soft">
            {`${wholeHours(facts.waiting)}\u00A0h de plus si l’acheteur affermit les tranches du lot ${facts.number}, ${market.object}.`}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function columnsFor({ rules }: OperationBoard, actor: Actor): Column<OperationLot>[] {
  return [
    {
      key: 'marche',
      label: 'Marché',
      primary: true,
      cell: ({ market }) => (
        <>
          <a href={`/marches/${market.id}`}>{market.object}</a>
          {market.reference !== '' && <small>{market.reference}</small>}
        </>
      ),
    },
    {
      key: 'lot',
      label: 'Lot',
      cell: ({ facts }) => {
        const name = `Lot ${facts.number}. ${facts.title}`;
        const door = hoursDoor(actor, facts.lotId);
        return door === undefined ? name : <a href={door}>{name}</a>;
      },
    },
    {
      key: 'echeance',
      label: 'Échéance',
      align: 'end',
      cell: ({ facts }) => (facts.undated ? <span class="soft">À fixer</span> : <DateText date={facts.endsOn} />),
    },
    {
      key: 'heures',
      label: rules.partyOf === null ? 'Heures validées' : 'Vos heures validées',
      cell: ({ progress }) => (
        <HoursBar
          due={progress.due}
          done={progress.done}
          expected={progress.expectedToday}
          behind={isBehind(progress.status)}
        />
      ),
    },
    { key: 'etat', label: 'État', cell: (lot) => <LotStatus lot={lot} /> },
  ];
}

/** Only a running market is judged by its hours, and each lot by its own. */
function LotStatus({ lot: { market, standing, progress } }: { lot: OperationLot }) {
  return market.state === 'running' ? (
    <Status {...progressStatuses[progress.status]} />
  ) : (
    <Status tone={standing.tone} label={standing.label} />
  );
}

function Steps({ steps }: { steps: readonly OperationStep[] }) {
  return (
    <Card title="Étapes">
      {steps.length === 0 ? (
        <p class="soft">Aucune étape encore.</p>
      ) : (
        <Timeline
          items={steps.map(({ object, state, onDay, reason, createdAt, name }) => ({
            at: createdAt,
            who: name ?? 'Une autre organisation',
            what: `${object}\u00A0: ${marketMachine[state].label.toLowerCase()}, le ${formatDay(onDay)}`,
            ...(reason !== '' && { why: reason }),
          }))}
        />
      )}
    </Card>
  );
}

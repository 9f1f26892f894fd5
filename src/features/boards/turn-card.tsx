/** Whose turn it is: the same words for all sides, and a mark on what waits for the reader. */
import type { Actor } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { formatMonth } from '#domain/month.ts';
import { turnOfRefusal } from '#domain/hour-refusal.ts';
import { isClosed } from '#domain/state-machine.ts';
import { lotMachine } from '#domain/lot-state.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Turn } from '#domain/whose-turn.ts';
import { turnOfCommitment, turnOfDeclaration, turnOfLot, turnOfMarket } from '#domain/whose-turn.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { Card, DefinitionList } from '#ui/parts.tsx';
import { TurnLine } from '#ui/parts/turn-line.tsx';
import { commitmentDoor, declarationDoor, lotDoor } from './doors.ts';
import type { EngagedLot } from './engagement-queries.ts';
import { waitingStates } from './market-page-queries.ts';
import type { WaitingRefusal } from './refusal-queries.ts';
import type { MarketBoard } from './market-board.ts';

export interface NamedTurn extends Turn {
  about: string;
  /** Waits for another structure than the reader's, though of the same kind. */
  elsewhere?: boolean;
  href?: string | undefined;
}

const mostShown = 8;

/** The market, its lots and commitments when they say something else, and the declarations that wait for somebody. */
export function turnsOf({ market, lots, declarations, refusals, engagements }: MarketBoard, actor: Actor): NamedTurn[] {
  const since = parisDay(market.stateSince);
  const whole: NamedTurn = { about: 'Marché', ...turnOfMarket({ state: market.state, since }) };
  const parts = lots
    .filter(({ state }) => !isClosed(lotMachine, state))
    .map((lot) => ({
      about: `Lot ${lot.number}`,
      href: lotDoor(actor, lot.id),
      ...turnOfLot({ state: lot.state, since }),
    }))
    .filter(({ action }) => action !== whole.action);
  const said = [whole, ...parts].map(({ action }) => action);
  const owed = turnsOfOwed(engagements, actor).filter(({ action }) => !said.includes(action));
  const waiting = declarations
    .filter(({ state }) => waitingStates.includes(state))
    .map((row) => {
      const month = formatMonth(row.month);
      const about = `${month.charAt(0).toUpperCase()}${month.slice(1)}, lot ${row.lotNumber}, ${row.company}`;
      return turnOfWaiting(row, { about, actor });
    });
  return [...refusals.map(turnOfRefused), ...waiting, whole, ...parts, ...owed].filter(
    ({ owner }) => owner !== 'nobody',
  );
}

/** Lots whose commitments wait for the same thing are told in one line, since the first of them. */
function turnsOfOwed(engagements: readonly EngagedLot[], actor: Actor): NamedTurn[] {
  const alike = Map.groupBy(engagements, ({ state }) => state);
  return [...alike].flatMap(([state, each]) => {
    const [first] = each.toSorted((one, other) => one.stateSince.getTime() - other.stateSince.getTime());
    if (first === undefined) return [];
    const numbers = [...new Set(each.map(({ lotNumber }) => lotNumber))];
    const about =
      numbers.length === 1 ? `Engagement du lot ${first.lotNumber}` : `Engagements, lots ${numbers.join(', ')}`;
    const turn = turnOfCommitment({ state, since: parisDay(first.stateSince) });
    return [{ about, href: commitmentDoor(actor, first), ...turn }];
  });
}

export function turnOfRefused({ id, month, lotNumber, company, proposedAt }: WaitingRefusal): NamedTurn {
  return {
    about: `Refus d’heures, ${formatMonth(month)}, lot ${lotNumber}, ${company}`,
    href: `/refus/${id}`,
    ...turnOfRefusal({ state: 'proposed', since: parisDay(proposedAt) }),
  };
}

interface WaitingDeclaration {
  id: string;
  companyId: string;
  companyKind: string;
  state: DeclarationState;
  dueOn: Day;
  submittedAt: Date | null;
  waitsForMe: boolean;
}

/** What was sent waits since it was sent; what was not, since it was due. */
export function turnOfWaiting(row: WaitingDeclaration, { about, actor }: { about: string; actor: Actor }): NamedTurn {
  const declarant = row.companyKind === 'inclusion' ? 'inclusion' : 'company';
  const since = row.submittedAt === null ? row.dueOn : parisDay(row.submittedAt);
  return {
    about,
    href: declarationDoor(actor, row),
    ...turnOfDeclaration({ state: row.state, since, declarant, confirmation: 'not-needed' }),
    elsewhere: isElsewhere(row),
  };
}

/** Another structure follows the people whose lines still wait. */
export function isElsewhere({ state, waitsForMe }: { state: DeclarationState; waitsForMe: boolean }): boolean {
  return (state === 'submitted' || state === 'under-review') && !waitsForMe;
}

export function TurnCard({
  turns,
  kind,
  today,
}: {
  turns: readonly NamedTurn[];
  kind: OrganisationKind | null;
  today: Day;
}) {
  if (turns.length === 0) {
    return (
      <Card title="À qui le tour">
        <p class="soft">Rien n’attend plus personne.</p>
      </Card>
    );
  }
  const mine = ({ owner, elsewhere }: NamedTurn) => owner === kind && elsewhere !== true;
  const hersFirst = [...turns.filter(mine), ...turns.filter((turn) => !mine(turn))];
  return (
    <Card title="À qui le tour" aside={turns.length > mostShown ? `${mostShown} sur ${turns.length}` : undefined}>
      <DefinitionList
        items={hersFirst.slice(0, mostShown).map(({ about, href, elsewhere, ...turn }) => ({
          term: about,
          value: <TurnLine turn={turn} kind={kind} today={today} elsewhere={elsewhere} href={href} />,
        }))}
      />
    </Card>
  );
}

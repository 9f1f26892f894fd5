/** Whose turn it is: the same words for all sides, and a mark on what waits for the reader. */
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { formatMonth } from '#domain/month.ts';
import { turnOfRefusal } from '#domain/hour-refusal.ts';
import { isClosed, sides } from '#domain/state-machine.ts';
import { lotMachine } from '#domain/lot-state.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Owner, Turn } from '#domain/whose-turn.ts';
import { turnOfDeclaration, turnOfLot, turnOfMarket } from '#domain/whose-turn.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { Card, DateText, DefinitionList, Status } from '#ui/parts.tsx';
import type { DeclarationRow } from './market-page-queries.ts';
import type { WaitingRefusal } from './refusal-queries.ts';
import type { MarketBoard } from './market-board.ts';

export interface NamedTurn extends Turn {
  about: string;
  /** Waits for another structure than the reader's, though of the same kind. */
  elsewhere?: boolean;
  href?: string;
}

const mostShown = 8;

/** The market, its lots when they say something else, and the declarations that wait for somebody. */
export function turnsOf({ market, lots, declarations, refusals }: MarketBoard): NamedTurn[] {
  const since = parisDay(market.stateSince);
  const whole = { about: 'Marché', ...turnOfMarket({ state: market.state, since }) };
  const parts = lots
    .filter(({ state }) => !isClosed(lotMachine, state))
    .map((lot) => ({ about: `Lot ${lot.number}`, ...turnOfLot({ state: lot.state, since }) }))
    .filter(({ action }) => action !== whole.action);
  const waiting = declarations.filter(({ state }) => waitingStates.includes(state)).map(turnOf);
  return [...refusals.map(turnOfRefused), ...waiting, whole, ...parts].filter(({ owner }) => owner !== 'nobody');
}

const waitingStates: readonly string[] = [
  'late',
  'rejected',
  'submitted',
  'under-review',
  'partially-validated',
  'expected',
];

export function turnOfRefused({ id, month, lotNumber, company, proposedAt }: WaitingRefusal): NamedTurn {
  return {
    about: `Refus d’heures, ${formatMonth(month)}, lot ${lotNumber}, ${company}`,
    href: `/refus/${id}`,
    ...turnOfRefusal({ state: 'proposed', since: parisDay(proposedAt) }),
  };
}

function turnOf(row: DeclarationRow): NamedTurn {
  const declarant = row.companyKind === 'inclusion' ? 'inclusion' : 'company';
  const since: Day = row.submittedAt === null ? row.dueOn : parisDay(row.submittedAt);
  const month = formatMonth(row.month);
  return {
    about: `${month.charAt(0).toUpperCase()}${month.slice(1)}, lot ${row.lotNumber}, ${row.company}`,
    ...turnOfDeclaration({ state: row.state, since, declarant, confirmation: 'not-needed' }),
    elsewhere: isElsewhere(row),
  };
}

/** Another structure follows the people whose lines still wait. */
export function isElsewhere({ state, waitsForMe }: { state: DeclarationState; waitsForMe: boolean }): boolean {
  return (state === 'submitted' || state === 'under-review') && !waitsForMe;
}

function ownerWords(owner: Owner, sameKind: boolean): string {
  if (owner === 'nobody') return '';
  return sameKind ? 'À une autre structure' : `À ${sides[owner]}`;
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
  return (
    <Card title="À qui le tour" aside={turns.length > mostShown ? `${mostShown} sur ${turns.length}` : undefined}>
      <DefinitionList
        items={turns.slice(0, mostShown).map(({ about, owner, action, since, href, elsewhere }) => ({
          term: about,
          value: (
            <>
              {owner === kind && elsewhere !== true ? (
                <Status tone="attention" label="À vous" />
              ) : (
                <span class="soft">{ownerWords(owner, owner === kind)}</span>
              )}{' '}
              {href === undefined ? action : <a href={href}>{action}</a>}{' '}
              <span class="soft">
                {since > today ? 'Pour le ' : 'Depuis le '}
                <DateText date={since} />
              </span>
            </>
          ),
        }))}
      />
    </Card>
  );
}

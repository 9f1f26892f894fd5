/** Whose turn it is on one declaration, told in the same words to who checks it and to who sent it. */
import { parisDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { turnOfDeclaration } from '#domain/whose-turn.ts';
import { TurnLine } from '#ui/parts/turn-line.tsx';
import type { DoorKind } from './declare-doors.ts';

interface Turned {
  state: DeclarationState;
  dueOn: Day;
  submittedAt: Date | null;
}

/** Whoever checks; elsewhere: the lines that wait are of people another structure follows. */
export function ReviewTurn(props: { declaration: Turned & { companyKind: string; waitsForMe: boolean }; today: Day }) {
  const { declaration, today } = props;
  const open = declaration.state === 'submitted' || declaration.state === 'under-review';
  return (
    <TurnLine
      turn={turnOf(declaration, declaration.companyKind)}
      kind="facilitator"
      today={today}
      elsewhere={open && !declaration.waitsForMe}
    />
  );
}

/** Whoever declares, by account, by link, or in the company's place. */
export function DeclarerTurn(props: { declaration: Turned; companyKind: string; door: DoorKind; today: Day }) {
  const { declaration, companyKind, door, today } = props;
  const kind: OrganisationKind =
    door === 'facilitator' ? 'facilitator' : companyKind === 'inclusion' ? 'inclusion' : 'company';
  return <TurnLine turn={turnOf(declaration, companyKind)} kind={kind} today={today} />;
}

function turnOf({ state, dueOn, submittedAt }: Turned, companyKind: string) {
  const declarant = companyKind === 'inclusion' ? 'inclusion' : 'company';
  const since = submittedAt === null ? dueOn : parisDay(submittedAt);
  return turnOfDeclaration({ state, since, declarant, confirmation: 'not-needed' });
}

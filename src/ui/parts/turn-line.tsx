/** Whose turn it is in one line: a mark on what waits for the reader, the action and where to do it, and since when. */
import type { Day } from '#domain/day.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { sides } from '#domain/state-machine.ts';
import type { Turn } from '#domain/whose-turn.ts';
import { DateText } from './date-text.tsx';
import { Status } from './status.tsx';

export interface TurnLineProps {
  turn: Turn;
  /** The kind of the reader's organisation. */
  kind: OrganisationKind | null;
  today: Day;
  /** Waits for another structure than the reader's, though of the same kind. */
  elsewhere?: boolean | undefined;
  href?: string | undefined;
}

export function TurnLine({ turn: { owner, action, since }, kind, today, elsewhere = false, href }: TurnLineProps) {
  if (owner === 'nobody') return <span class="soft">Rien n’attend plus personne.</span>;
  return (
    <>
      {owner === kind && !elsewhere ? (
        <Status tone="attention" label="À vous" />
      ) : (
        <span class="soft">{owner === kind ? 'À une autre structure' : `À ${sides[owner]}`}</span>
      )}{' '}
      {href === undefined ? action : <a href={href}>{action}</a>}{' '}
      <span class="soft">
        {since > today ? 'Pour le ' : 'Depuis le '}
        <DateText date={since} />
      </span>
    </>
  );
}

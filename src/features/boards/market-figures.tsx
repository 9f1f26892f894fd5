/** The key figures of a market, each leading to the rows behind it. */
import type { Actor } from '#domain/actor.ts';
import { counted, frenchShare } from '#ui/french.ts';
import { KeyFigure, KeyFigures } from '#ui/parts.tsx';
import { inDays, wholeHours } from '#ui/hours-words.ts';
import { hoursDoor } from './doors.ts';
import type { MarketBoard } from './market-board.ts';

export function MarketFigures({ board, actor }: { board: MarketBoard; actor: Actor }) {
  const { submitted, people, rules, lots } = board;
  const { due, done, expected, missing } = board.whole;
  const [first, ...others] = lots;
  const rows = (first !== undefined && others.length === 0 ? hoursDoor(actor, first.id) : undefined) ?? '#lots';
  const waiting = Math.max(0, submitted - done);
  const waitingWords = waiting === 0 ? '' : `, ${wholeHours(waiting)}\u00A0h à contrôler`;
  return (
    <KeyFigures>
      <KeyFigure
        label={rules.partyOf === null ? 'Heures validées' : 'Vos heures validées'}
        value={
          due === null || due === 0 ? `${wholeHours(done)}\u00A0h` : `${wholeHours(done)}\u00A0h / ${wholeHours(due)}`
        }
        detail={
          due === null || due === 0 ? 'Sans obligation d’heures' : `À faire\u00A0: ${inDays(due, board.fullTime)}`
        }
        href={rows}
      />
      <KeyFigure
        label="Avancement"
        value={due === null || due === 0 ? '—' : frenchShare(done, due)}
        detail={due === null || due === 0 ? undefined : `${frenchShare(expected, due)} attendus à ce jour`}
        href="#lots"
      />
      <KeyFigure
        label="Reste à faire"
        value={`${wholeHours(missing + 59)}\u00A0h`}
        detail={missing === 0 ? `Rien ne manque${waitingWords}` : `${inDays(missing, board.fullTime)}${waitingWords}`}
        href="#lots"
      />
      <KeyFigure
        label="Personnes"
        value={counted(people, 'personne')}
        detail={rules.partyOf === null ? 'Au travail depuis le début' : 'Au travail pour vous'}
        {...(board.readsPeople && { href: '#personnes' })}
      />
    </KeyFigures>
  );
}

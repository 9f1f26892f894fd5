/** The figures of a pathway: hours, employers, days at work, days without. */
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { daysCovered, gapsBetween } from '#domain/pathway-timeline.ts';
import { counted } from '#ui/french.ts';
import { KeyFigure, KeyFigures } from '#ui/parts.tsx';
import type { WalkedContract } from './queries.ts';

export function WalkFigures({ contracts, today }: { contracts: readonly WalkedContract[]; today: string }) {
  const spans = contracts.map(spanOf);
  const gaps = gapsBetween(spans);
  const away = gaps.reduce((sum, { days }) => sum + days, 0);
  return (
    <KeyFigures>
      <KeyFigure
        label="Heures comptées"
        value={formatMinutes(sumMinutes(contracts.map(({ countedMinutes }) => countedMinutes)))}
        detail={counted(new Set(contracts.map(({ marketId }) => marketId)).size, 'marché')}
      />
      <KeyFigure
        label="Employeurs"
        value={String(new Set(contracts.map(({ employer }) => employer)).size)}
        detail={counted(new Set(contracts.map(({ buyer }) => buyer)).size, 'acheteur')}
      />
      <KeyFigure label="En contrat" value={counted(daysCovered(spans, today), 'jour')} />
      <KeyFigure
        label="Interruptions"
        value={String(gaps.length)}
        detail={
          gaps.length === 0 ? 'aucun jour sans contrat' : counted(away, 'jour sans contrat', 'jours sans contrat')
        }
      />
    </KeyFigures>
  );
}

export function spanOf({ startsOn, endsOn }: WalkedContract) {
  return { from: startsOn, until: endsOn };
}

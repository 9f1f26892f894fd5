/** Said on the market before its people: whose hours count for nothing, whose eligibility ends soon, and where to decide. */
import { counted } from '#ui/french.ts';
import { Alert } from '#ui/parts.tsx';
import type { UnvalidatedCounts } from './market-page-queries.ts';

export function UnvalidatedNote({ counts, marketId }: { counts: UnvalidatedCounts; marketId: string }) {
  const { waiting, ending } = counts;
  if (waiting === 0 && ending === 0) return <></>;
  const said = [
    ...(waiting > 0
      ? [`${counted(waiting, 'personne non validée', 'personnes non validées')}\u00A0: ses heures comptent pour zéro`]
      : []),
    ...(ending > 0 ? [`${counted(ending, 'éligibilité finit', 'éligibilités finissent')} dans trois mois`] : []),
  ];
  return (
    <Alert tone={waiting > 0 ? 'attention' : 'info'}>
      {`${said.join('. ').replace('ses heures comptent', waiting > 1 ? 'leurs heures comptent' : 'ses heures comptent')}. `}
      <a href={`/marches/${marketId}/personnes-non-validees`}>Personnes non validées</a>
    </Alert>
  );
}

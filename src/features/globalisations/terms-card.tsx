/** The days of an agreement, who proposed it, and the agreements it amends or that amend it. */
import { formatShortDay } from '#domain/day.ts';
import { DateText, DefinitionList, Period } from '#ui/parts.tsx';
import type { OpenedAgreement } from './open-agreement.ts';
import type { AgreementRow } from './queries.ts';

export function Terms({ opened: { agreement }, proposer }: { opened: OpenedAgreement; proposer: string | undefined }) {
  const { fromDay, untilDay, signedOn, endedOn, endedReason } = agreement;
  return (
    <DefinitionList
      items={[
        { term: 'Durée', value: <Period from={fromDay} to={untilDay} /> },
        {
          term: 'Signé par tous le',
          value: signedOn === null ? <span class="soft">Pas encore</span> : <DateText date={signedOn} style="long" />,
        },
        ...(endedOn === null
          ? []
          : [
              {
                term: 'Terminé le',
                value: (
                  <>
                    <DateText date={endedOn} style="long" />
                    {endedReason !== '' && ` (${endedReason})`}
                  </>
                ),
              },
            ]),
        { term: 'Proposé par', value: proposer },
      ]}
    />
  );
}

/** An amendment and what it amends lead to each other. */
export function Amends({ former, later }: { former: AgreementRow | null; later: AgreementRow | null }) {
  return (
    <>
      {former !== null && (
        <p>
          {'Avenant à l’'}
          <a href={`/globalisations/${former.id}`}>{`accord du ${formatShortDay(former.fromDay)}`}</a>.
        </p>
      )}
      {later !== null && (
        <p>
          <a href={`/globalisations/${later.id}`}>{`Avenant à partir du ${formatShortDay(later.fromDay)}`}</a>
          {later.signedOn === null ? ', à signer.' : ', signé.'}
        </p>
      )}
    </>
  );
}

/** What each programme asks of the hours worked, and how much is reached: the same picture of progress as for a lot. */
import { formatMinutes } from '#domain/minutes.ts';
import { rateReached, shareOfWork, shareSentence } from '#domain/worked-hours.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { counted } from '#ui/french.ts';
import { Card, ProgressBar } from '#ui/parts.tsx';
import type { ProgrammeRate } from './programme-rates.ts';

export function ProgrammesCard({ rates }: { rates: readonly ProgrammeRate[] }) {
  if (rates.length === 0) return <></>;
  return (
    <Card title="Programmes" aside={<a href="/programmes">Tous les programmes</a>}>
      {rates.map((rate) => (
        <Programme rate={rate} />
      ))}
    </Card>
  );
}

function Programme({ rate }: { rate: ProgrammeRate }) {
  const { name, basisPoints, targetPublic, worked, done, missing } = rate;
  const reached = rateReached(done, worked);
  const due = shareOfWork(worked, basisPoints);
  return (
    <div class="stack">
      <p>
        <strong>{name}</strong>
        {reached !== null && `\u00A0: ${formatHundredths(reached)}\u00A0% des heures travaillées`}
      </p>
      {due > 0 && <ProgressBar done={done} due={due} expected={due} unit="" format={formatMinutes} />}
      <p class="soft">
        {`Objectif\u00A0: ${shareSentence({ basisPoints, worked })}.`}
        {targetPublic !== '' && ` ${targetPublic}.`}
        {missing > 0 && ` ${counted(missing, 'mois déclaré', 'mois déclarés')} sans ce total, laissés hors du taux.`}
      </p>
    </div>
  );
}

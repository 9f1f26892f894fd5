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
  const { name, basisPoints, targetPublic, worked, missing, districts } = rate;
  const done = districts === null ? rate.done : districts.inside;
  const reached = done === null ? null : rateReached(done, worked);
  const due = shareOfWork(worked, basisPoints);
  return (
    <div class="stack">
      <p>
        <strong>{name}</strong>
        {reached !== null && `\u00A0: ${formatHundredths(reached)}\u00A0% des heures travaillées`}
      </p>
      {due > 0 && done !== null && <ProgressBar done={done} due={due} expected={due} unit="" format={formatMinutes} />}
      <p class="soft">
        {`Objectif\u00A0: ${shareSentence({ basisPoints, worked })}.`}
        {targetPublic !== '' && ` ${targetPublic}.`}
        {` ${countedWords(rate)}`}
        {missing > 0 && ` ${counted(missing, 'mois déclaré', 'mois déclarés')} sans ce total, laissés hors du taux.`}
      </p>
    </div>
  );
}

/** What the figure counts, so that nobody takes all insertion hours for those of the programme's public. */
function countedWords({ districts, done }: ProgrammeRate): string {
  if (districts === null) return 'Toutes les heures d’insertion sont comptées.';
  const all = `sur ${formatMinutes(done)} d’insertion`;
  if (districts.inside === null) {
    return `Seules comptent les heures des habitants de QPV à l’embauche\u00A0: moins de cinq personnes, le chiffre n’est pas montré (${all}).`;
  }
  const unknown = districts.unknown > 0 ? `\u00A0; ${formatMinutes(districts.unknown)} sans adresse connue` : '';
  return `Seules comptent les heures des habitants de QPV à l’embauche\u00A0: ${formatMinutes(districts.inside)} ${all}${unknown}.`;
}

/** Groups of exits, one line a moment or a way to work; hidden numbers say that they are. */
import { exitGroups } from '#domain/exit-groups.ts';
import type { ExitSummary } from '#domain/exit-rates.ts';
import { allGroups } from '#domain/exit-rates.ts';
import { Card } from '#ui/parts.tsx';
import { rate, shown } from './sum-words.ts';

export interface SumLine {
  label: string;
  summary: ExitSummary;
}

export function SumTable({ title, head, lines }: { title: string; head: string; lines: readonly SumLine[] }) {
  return (
    <Card title={title}>
      <div class="scroll-table" tabindex={0} role="group" aria-label={title}>
        <table class="plain-table">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" class="end">
                Dues
              </th>
              <th scope="col" class="end">
                Réponses
              </th>
              {allGroups.map((group) => (
                <th scope="col" class="end">
                  {exitGroups[group]}
                </th>
              ))}
              <th scope="col" class="end">
                Dynamiques
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, summary }) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="end">{shown(summary.due)}</td>
                <td class="end">{`${shown(summary.answered)} (${rate(summary.responseBasisPoints)})`}</td>
                {summary.groups.map(({ count }) => (
                  <td class="end">{shown(count)}</td>
                ))}
                <td class="end">{rate(summary.dynamicBasisPoints)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

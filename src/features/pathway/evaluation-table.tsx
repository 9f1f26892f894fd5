/** Evaluations side by side, so that progress is seen at a glance. */
import { formatShortDay } from '#domain/day.ts';
import { criteria, evaluationCriteria, evaluationDegrees } from '#domain/work-evaluation.ts';
import { Card } from '#ui/parts.tsx';
import type { EvaluationRow } from './evaluation-queries.ts';

/** One column an evaluation, the latest three. */
export function EvaluationTable({ rows }: { rows: readonly EvaluationRow[] }) {
  const shown = rows.slice(0, 3).toReversed();
  return (
    <Card title="Progression">
      <div class="scroll-table" tabindex={0} role="group" aria-label="Progression">
        <table class="plain-table">
          <caption class="visually-hidden">Évaluations, de la plus ancienne à la plus récente</caption>
          <thead>
            <tr>
              <th scope="col">Au travail</th>
              {shown.map(({ evaluatedOn, author }) => (
                <th scope="col">
                  {formatShortDay(evaluatedOn)}
                  <br />
                  <small>{author ?? ''}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <tr>
                <th scope="row">{evaluationCriteria[criterion]}</th>
                {shown.map(({ ratings }) => {
                  const degree = ratings[criterion];
                  return <td>{degree === undefined ? 'Non observé' : evaluationDegrees[degree]}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows
        .filter(({ words }) => words !== '')
        .map(({ evaluatedOn, words }) => (
          <p>{`${formatShortDay(evaluatedOn)}\u00A0: ${words}`}</p>
        ))}
    </Card>
  );
}

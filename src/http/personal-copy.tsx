/** A copy of a person's data as people read it, and as files: one table per kind of thing kept, each value under its column. */
import { columnWord } from '#domain/column-words.ts';
import { readableValue } from '#domain/readable-value.ts';
import { csvLine, csvStart } from '#domain/csv.ts';
import { actionSentence } from '#domain/audit-actions.ts';
import { formatDay, isDay, parisDay, parisTime } from '#domain/day.ts';
import type { PersonalCopy } from '#db/personal-copy.ts';
import { Card } from '#ui/parts.tsx';

export function copyAsJson({ tables, ...traces }: PersonalCopy): string {
  const kept = tables.map(({ area, table, columns, rows }) => ({
    area,
    table,
    columns: Object.fromEntries(
      columns.map(({ name, card }) => [
        name,
        card && { purpose: card.purpose, recipients: card.recipients, retention: card.retention },
      ]),
    ),
    rows,
  }));
  return JSON.stringify({ kept, ...traces }, null, 2);
}

/** One line per value: where it stands, of which thing, what it is for. */
export function copyAsCsv({ tables, acts, letters, proofs }: PersonalCopy): string {
  const lines = tables.flatMap(({ area, table, columns, rows }) =>
    rows.flatMap((row, place) =>
      columns.map(({ name, card }) =>
        csvLine([area, table, place + 1, name, shown(row[name]), card?.purpose ?? '', card?.retention ?? '']),
      ),
    ),
  );
  const others = [
    ...acts.map(({ at, action, organisation, told }) => ['Journal', action, instant(at), organisation, told]),
    ...letters.map(({ at, recipient, subject, status, body }) => [
      'Courriel',
      status,
      instant(at),
      recipient,
      `${subject} ${body ?? ''}`,
    ]),
    ...proofs.map(({ at, name }) => ['Pièce', 'proof', instant(at), 'name', name]),
  ].map(([area = '', table = '', when = '', column = '', value = '']) =>
    csvLine([area, table, when, column, value, '', '']),
  );
  const head = csvLine(['Domaine', 'Table', 'Rang', 'Champ', 'Valeur', 'Raison', 'Durée']);
  return csvStart + head + lines.join('') + others.join('');
}

export function copyResponse(text: string, kind: 'json' | 'csv'): Response {
  return new Response(text, {
    headers: {
      'content-type': `${kind === 'json' ? 'application/json' : 'text/csv'}; charset=utf-8`,
      // No name in the name of the file.
      'content-disposition': `attachment; filename="mes-donnees.${kind}"`,
      'cache-control': 'no-store',
    },
  });
}

export function CopyTables({ copy }: { copy: PersonalCopy }) {
  const { tables, acts, letters, proofs } = copy;
  return (
    <>
      {[...Map.groupBy(tables, ({ area }) => area)].map(([area, kept]) => (
        <>
          <h2>{area}</h2>
          {kept.map(({ table, columns, rows, purpose }) => (
            <Card title={purpose === '' ? table : purpose} level={3} aside={table}>
              {rows.map((row) => (
                <dl class="definitions">
                  {columns
                    .filter(({ name }) => readableValue(name, row[name]) !== '')
                    .map(({ name }) => (
                      <div>
                        <dt>{columnWord(name)}</dt>
                        <dd>{readableValue(name, row[name])}</dd>
                      </div>
                    ))}
                </dl>
              ))}
            </Card>
          ))}
        </>
      ))}
      <h2>Ce qui a été fait, et les courriels</h2>
      <Card>
        <ul>
          {acts.map(({ at, action, organisation, told }) => (
            <li>
              {instant(at)}, {organisation === '' ? 'Guichet' : organisation} {actionSentence(action)}
              {told !== '' && (
                <>
                  <br />
                  <small>{told}</small>
                </>
              )}
            </li>
          ))}
          {letters.map(({ at, subject, recipient, body }) => (
            <li>
              {instant(at)}, courriel à {recipient} : {subject} {body}
            </li>
          ))}
          {proofs.map(({ at, name }) => (
            <li>
              {instant(at)}, pièce jointe à un mois de travail : {name}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function instant(at: Date): string {
  return `${formatDay(parisDay(at))}, ${parisTime(at)}`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return isDay(value) ? formatDay(value) : value;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

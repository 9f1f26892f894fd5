/** Who says what of one rule today, the nearest to the lot first. */
import type { CountingBook } from '#domain/counting-rules.ts';
import type { RuleLevel } from '#domain/dated-rules.ts';
import { resolveRule, ruleLevels } from '#domain/dated-rules.ts';
import { formatShortDay } from '#domain/day.ts';
import type { SettableCode } from '#domain/rule-catalogue.ts';
import { ruleSentence } from '#domain/rule-sentence.ts';
import { bookOf } from '#db/counting-book.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import { Table } from '#ui/table.tsx';
import { levelLabels } from './levels.ts';

interface Said {
  level: RuleLevel;
  value: string;
  source: string;
  since: string;
  applied: boolean;
}

/** Level by level, nearest first; the first that says something is applied. */
export function Levels({
  settings,
  code,
  today,
  url,
}: {
  settings: readonly SettingRow[];
  code: SettableCode;
  today: string;
  url: string;
}) {
  const book = bookOf(settings);
  const rows = ruleLevels
    .flatMap((level) => {
      const alone: CountingBook = { [level]: book[level] ?? [] };
      const found = resolveRule({ book: alone, code, day: today });
      return found.ok ? [{ ...found.value, level }] : [];
    })
    .map(({ level, value, source, version }, index): Said => {
      return {
        level,
        value: ruleSentence(code, value),
        source,
        since: version.split('/')[2] ?? '',
        applied: index === 0,
      };
    });
  return (
    <section class="stack">
      <h2>Qui dit quoi aujourd’hui</h2>
      <Table
        id="niveaux"
        caption="Valeur de chaque niveau"
        rows={rows}
        rowId={({ level }) => level}
        url={url}
        empty={<p class="soft">{'Aucun niveau ne dit rien pour ce contrat\u00A0: il suit le cas général.'}</p>}
        columns={[
          { key: 'level', label: 'Niveau', primary: true, cell: ({ level }) => levelLabels[level] },
          {
            key: 'value',
            label: 'Valeur',
            cell: ({ value, applied }) => (
              <>
                {applied ? <strong>{value}</strong> : value}
                {applied && <small>Appliquée</small>}
              </>
            ),
          },
          { key: 'source', label: 'Source', cell: ({ source }) => source },
          { key: 'since', label: 'Depuis', cell: ({ since }) => formatShortDay(since) },
        ]}
      />
    </section>
  );
}

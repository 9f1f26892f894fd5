/** The rules of counting in force at one place: each with its value, the level that says so, its source and since when. */
import type { CountingBook } from '#domain/counting-rules.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { SettableCode } from '#domain/rule-catalogue.ts';
import { cardOf, isSettable, ruleGroups } from '#domain/rule-catalogue.ts';
import { ruleSentence } from '#domain/rule-sentence.ts';
import { bookOf } from '#db/counting-book.ts';
import { readSettings } from '#db/counting-settings.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { levelLabels } from './levels.ts';
import { isOwn, OtherContracts } from './other-contracts.tsx';
import type { RulePlace } from './place.ts';
import { countingPlace, placeOf } from './place.ts';

export const title = 'Règles de décompte';

interface ShownRule {
  code: SettableCode;
  label: string;
  value: string;
  level: keyof typeof levelLabels;
  source: string;
  since: string;
  /** The setting of this very place that holds today, when one's own organisation set it. */
  setting: string | null;
  /** A later value is already written. */
  next: string | null;
}

export async function drawRules(request: PageRequest): Promise<View | null> {
  const { ctx, url } = request;
  const place = await placeOf(request);
  if (place === null) return null;
  const settings = await readSettings(ctx, countingPlace(place));
  const book = bookOf(settings);
  const today = parisDay(ctx.now);
  const coming = (code: string) =>
    settings
      .filter((row) => row.code === code && row.withdrawnAt === null && row.fromDay > today)
      .map(({ fromDay }) => fromDay)
      .toSorted()[0] ?? null;
  const heldHere = (code: string) =>
    settings
      .filter((row) => row.code === code && row.level === place.level && row.organisationId === place.organisation)
      .findLast(({ withdrawnAt, fromDay, untilDay }) => withdrawnAt === null && fromDay <= today && untilDay === null)
      ?.id ?? null;
  const body = (
    <>
      <PageHeading title={title} breadcrumb={place.trail} lead={leadOf(place)} />
      {request.form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {Object.entries(ruleGroups).map(([key, { label, rules }]) => (
        <section class="stack">
          <h2>{label}</h2>
          <Table
            id={key}
            caption={label}
            rows={Object.keys(rules)
              .filter(isSettable)
              .filter((code) => key !== 'windows' || isOwn(book, { code, today }))
              .map((code) => shown(book, { code, today, next: coming(code), setting: heldHere(code) }))}
            columns={columnsFor(place)}
            rowId={({ code }) => code.replace('.', '-')}
            url={url}
            empty={<p class="soft">Tous les contrats suivent le cas général.</p>}
          />
          {key === 'windows' && <OtherContracts place={place} book={book} today={today} />}
        </section>
      ))}
    </>
  );
  return { title, body };
}

function leadOf({ kind, title: named }: RulePlace): string {
  const order =
    'La plus proche du lot l’emporte\u00A0: lot, marché, acheteur, structure de facilitation, puis règle nationale.';
  return kind === 'organisation' ? `Pour tous vos marchés. ${order}` : `${named}. ${order}`;
}

function shown(
  book: CountingBook,
  { code, today, ...here }: { code: SettableCode; today: string } & Pick<ShownRule, 'next' | 'setting'>,
): ShownRule {
  const general = code.startsWith('counting-window.') ? ('counting-window' as const) : code;
  const own = resolveRule({ book, code, day: today });
  const found = own.ok ? own : resolveRule({ book, code: general, day: today });
  const { label } = cardOf(code);
  if (!found.ok) return { code, label, value: 'Aucune valeur', level: 'national', source: '', since: '', ...here };
  const { value, level, source, version } = found.value;
  return {
    code,
    label,
    value: ruleSentence(code, value),
    level,
    source,
    since: version.split('/')[2] ?? '',
    ...here,
  };
}

function columnsFor(place: RulePlace): Column<ShownRule>[] {
  return [
    {
      key: 'rule',
      label: 'Règle',
      primary: true,
      cell: ({ code, label }) => <a href={`${place.path}/regle?regle=${code}`}>{label}</a>,
    },
    {
      key: 'value',
      label: 'Valeur en vigueur',
      cell: ({ value, next }) => (
        <>
          {value}
          {next !== null && <small>{`Change le ${formatShortDay(next)}`}</small>}
        </>
      ),
    },
    {
      key: 'level',
      label: 'Dite par',
      cell: ({ level }) =>
        level === 'national' ? (
          <span class="soft">{levelLabels[level]}</span>
        ) : (
          <Status tone={level === place.level ? 'ok' : 'progress'} label={levelLabels[level]} />
        ),
    },
    { key: 'source', label: 'Source', cell: ({ source }) => source },
    { key: 'since', label: 'Depuis', cell: ({ since }) => (since === '' ? '' : formatShortDay(since)) },
    ...(place.writes ? [endColumn] : []),
  ];
}

const endColumn: Column<ShownRule> = {
  key: 'action',
  label: 'Action',
  actions: true,
  cell: ({ setting, label }) =>
    setting !== null && (
      <ButtonLink href={`/regles/${setting}/terminer`} size="small" kind="quiet" about={`\u00A0: ${label}`}>
        Terminer
      </ButtonLink>
    ),
};

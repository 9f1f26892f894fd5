/** The cards of people to declare, those already settled, and the details most months do not need. */
import { contractTypes } from '#domain/contract-types.ts';
import type { HoursWarning } from '#domain/hours-warnings.ts';
import { warningSentence } from '#domain/hours-warnings.ts';
import { formatMinutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import { addToMonth } from '#domain/month.ts';
import type { FormState } from '#ui/form.tsx';
import { NumberField, TextArea } from '#ui/form.tsx';
import { Disclosure, Entry, EntryField } from '#ui/parts.tsx';
import type { ContractRow } from './declaration-lines-queries.ts';
import type { DeclarableLine } from './declare-open.ts';
import { monthWord, shownName } from './declare-words.ts';

type Names = readonly ContractRow[];

export function PersonEntry({
  line,
  names,
  month,
  state,
  warnings,
}: {
  line: DeclarableLine;
  names: Names;
  month: Month;
  state: FormState;
  warnings: readonly HoursWarning[];
}) {
  const { contract, before, now } = line;
  const last = before === null ? [] : [`${monthWord(addToMonth(month, -1))}\u00A0: ${formatMinutes(before.minutes)}`];
  const refused = now?.state === 'rejected' ? [`Refusée\u00A0: ${now.reason === '' ? 'à corriger' : now.reason}`] : [];
  return (
    <EntryField
      name={`heures-${contract.id}`}
      title={shownName(contract, names)}
      lines={[jobWords(contract), ...last]}
      unit="heures"
      state={state}
      notes={[...refused, ...warnings.map((warning) => warningSentence(warning))]}
    />
  );
}

/** Validated, or declared by the other party: shown, never asked. */
export function SettledEntry({ line, names }: { line: DeclarableLine; names: Names }) {
  const { contract, now, declaredBy } = line;
  const why =
    declaredBy === null ? 'Ligne validée' : `${now === null ? 'Heures déclarées' : 'Déclarée'} par ${declaredBy}`;
  return (
    <Entry title={shownName(contract, names)} lines={[jobWords(contract), why]}>
      {now !== null && <strong class="nowrap">{formatMinutes(now.minutes)}</strong>}
    </Entry>
  );
}

/** Closed unless something in it was typed or is wrong. */
export function LineDetails({
  lines,
  names,
  state,
  month,
}: {
  lines: readonly DeclarableLine[];
  names: Names;
  state: FormState;
  month: Month;
}) {
  if (lines.length === 0) return <></>;
  const fields = lines.flatMap(({ contract }) => [`formation-${contract.id}`, `jours-${contract.id}`]);
  const open = fields.some(
    (field) => (state.values[field] ?? '') !== '' || state.errors.some((error) => error.field === field),
  );
  return (
    <Disclosure summary="Préciser la formation ou les jours" open={open}>
      <div class="stack">
        {lines.map(({ contract }) => {
          const name = shownName(contract, names);
          return (
            <div class="entry-lines">
              <NumberField
                name={`formation-${contract.id}`}
                label={`${name}\u00A0: dont formation`}
                help="Comprise dans le total du mois."
                unit="heures"
                decimal
                optional
                state={state}
              />
              <TextArea
                name={`jours-${contract.id}`}
                label={`${name}\u00A0: jour par jour`}
                help={`Un jour par ligne, par exemple «\u00A003/${month.slice(5)}\u00A0: 7 h 30\u00A0».`}
                optional
                state={state}
              />
            </div>
          );
        })}
      </div>
    </Disclosure>
  );
}

/** "Maçon, ETTI Passerelle" or "Peintre, CDD". */
function jobWords({ job, type, employerId, companyId, employerName }: ContractRow): string {
  const employer = employerId === companyId || employerName === '' ? contractTypes[type].label : employerName;
  return [job, employer].filter((part) => part !== '').join(', ');
}

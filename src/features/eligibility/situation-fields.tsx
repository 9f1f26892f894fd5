/** The situations to tick, by family; the paper and the facts of each appear once it is ticked. */
import { proofKinds, validityWords } from '#domain/eligibility-proofs.ts';
import type { SituationCode, SituationFamily } from '#domain/situations.ts';
import { situationFamilies, situations } from '#domain/situations.ts';
import { levelsOf, trainingScales, trainingWords } from '#domain/training-level.ts';
import type { TrainingLevel, TrainingScale } from '#domain/training-level.ts';
import { CheckboxField, DateField, FieldPair, FileField, SelectField } from '#ui/form.tsx';
import type { FormState, Option } from '#ui/form.tsx';
import { opinionAuthors } from './decision-input.ts';

export interface SituationFieldsProps {
  asked: readonly SituationCode[];
  state: FormState;
  /** Without naming anyone, no paper is asked. */
  papers: boolean;
  prioritised?: (code: SituationCode) => boolean;
  profile?: string | null;
  training?: TrainingLevel | null;
  /** What is already known about one of them. */
  notes?: Partial<Record<SituationCode, string>>;
}

export function SituationFields(props: SituationFieldsProps) {
  const { asked } = props;
  const families = Object.keys(situationFamilies) as SituationFamily[];
  return (
    <>
      {families.map((family) => {
        const codes = asked.filter((code) => situations[code].family === family);
        return codes.length > 0 && <Family family={family} codes={codes} {...props} />;
      })}
    </>
  );
}

function Family({
  family,
  codes,
  ...props
}: SituationFieldsProps & { family: SituationFamily; codes: readonly SituationCode[] }) {
  return (
    <fieldset class="situations">
      <legend class="label">{situationFamilies[family]}</legend>
      {codes.map((code) => (
        <SituationField code={code} {...props} />
      ))}
    </fieldset>
  );
}

function SituationField({ code, ...props }: SituationFieldsProps & { code: SituationCode }) {
  const { asked, state, papers, prioritised, profile, notes } = props;
  const situation = situations[code];
  const ticked = [state.values['situation'] ?? []].flat().includes(code);
  const details = [
    situation.detail,
    notes?.[code],
    prioritised?.(code) === true ? 'Prioritaire sur ce marché' : undefined,
  ].filter((one) => one !== undefined && one !== '');
  return (
    <div class="situation">
      <label class="tick">
        <input
          type="checkbox"
          id={code === asked[0] ? 'situation' : `situation-${code}`}
          name="situation"
          value={code}
          checked={ticked}
        />
        <span>
          {code === 'MARKET_PROFILE' && profile ? profile : situation.label}
          {details.length > 0 && <small>{details.join('. ')}</small>}
        </span>
      </label>
      <More code={code} {...props} papers={papers} />
    </div>
  );
}

function More({ code, ...props }: SituationFieldsProps & { code: SituationCode }) {
  const facts = <Facts code={code} {...props} />;
  const paper = props.papers ? <Paper code={code} state={props.state} /> : null;
  const asksFacts = ['REGISTERED', 'OUT_OF_SCHOOL', 'LOW_LEVEL', 'DISTRICT', 'OPINION'].includes(code);
  const asksDates = situations[code].proofs.some((kind) => proofKinds[kind].validity.kind !== 'none');
  if (!asksFacts && (paper === null || (!asksDates && situations[code].proofs.length === 1))) return <></>;
  return (
    <div class="situation-more">
      {facts}
      {paper}
    </div>
  );
}

function Paper({ code, state }: { code: SituationCode; state: FormState }) {
  const { proofs } = situations[code];
  const [first] = proofs;
  const dated = proofs.find((kind) => proofKinds[kind].validity.kind === 'months');
  const valid = proofs.find((kind) => proofKinds[kind].validity.kind === 'at-hire');
  const several = proofs.length > 1;
  if (code === 'OPINION') return <></>;
  return (
    <>
      {several && (
        <SelectField
          name={`piece-${code}`}
          label="Pièce vue"
          placeholder={null}
          value={first}
          state={state}
          options={proofs.map((kind) => ({
            value: kind,
            label: proofKinds[kind].label,
            detail: validityWords(kind) || undefined,
          }))}
        />
      )}
      {dated !== undefined && (
        <DateField
          name={`date-${code}`}
          label={several ? 'Date de la pièce' : `Date\u00A0: ${lower(proofKinds[dated].label)}`}
          help={several ? 'Sauf pour un diplôme ou un contrat.' : `Pièce ${validityWords(dated)} au premier jour.`}
          optional={several}
          state={state}
        />
      )}
      {valid !== undefined && (
        <DateField
          name={`fin-${code}`}
          label={several ? `Fin de validité du ${proofKinds[valid].label}` : 'Valable jusqu’au'}
          help={several ? undefined : `${proofKinds[valid].label}.`}
          optional={several}
          state={state}
        />
      )}
    </>
  );
}

function Facts({ code, state, training, papers }: SituationFieldsProps & { code: SituationCode }) {
  if (code === 'REGISTERED') {
    return <DateField name="registeredSince" label="Inscription depuis le" optional={!papers} state={state} />;
  }
  if (code === 'OUT_OF_SCHOOL') {
    return (
      <FieldPair>
        <DateField name="leftSchoolOn" label="Sortie de l’école le" state={state} />
        <TrainingField state={state} training={training ?? null} />
      </FieldPair>
    );
  }
  if (code === 'DISTRICT') {
    return (
      <SelectField
        name="employedElsewhere"
        label="A déjà un emploi ailleurs"
        state={state}
        options={[
          { value: 'non', label: 'Non' },
          { value: 'oui', label: 'Oui' },
        ]}
      />
    );
  }
  if (code !== 'OPINION' || !papers) return <></>;
  return (
    <>
      <SelectField
        name="author"
        label="Avis écrit par"
        state={state}
        options={opinionAuthors.map((value) => ({ value, label: value }))}
      />
      <FileField
        name="file"
        label="Avis motivé"
        help={'Obligatoire. PDF, image ou document, 10\u00A0Mo au plus. À joindre de nouveau si la page revient.'}
        state={state}
      />
    </>
  );
}

export function TrainingField({ state, training }: { state: FormState; training: TrainingLevel | null }) {
  return (
    <SelectField
      name="training"
      label="Niveau de formation"
      placeholder={training === null ? 'Choisir' : `${trainingWords(training)}, déjà enregistré`}
      optional={training !== null}
      state={state}
      options={trainingOptions()}
    />
  );
}

export function trainingOptions(): Option[] {
  const scales = Object.keys(trainingScales) as TrainingScale[];
  return scales.flatMap((scale) =>
    levelsOf(scale).map(([value, , label]) => ({
      value: `${scale}:${value}`,
      label: `${value} · ${label}`,
      group: trainingScales[scale],
    })),
  );
}

export function SuppliedField({ prescriber, state }: { prescriber: string; state: FormState }) {
  return <CheckboxField name="supplied" label={`Pièces remises par ${prescriber}`} optional state={state} />;
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

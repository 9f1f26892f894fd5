/** "Tester l’éligibilité sans nommer personne": the same rules as a decision, nothing kept, nothing noted. */
import { parisDay } from '#domain/day.ts';
import { nationalEligibilityBook } from '#domain/eligibility-rules.ts';
import type { IaeAnswer } from '#domain/examine-eligibility.ts';
import { examineClause, examineGeiq, examineIae } from '#domain/examine-eligibility.ts';
import type { Finding } from '#domain/examine-criterion.ts';
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { situationCodes } from '#domain/situations.ts';
import { eligibilityBook } from '#db/eligibility-book.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import type { FormState } from '#ui/form.tsx';
import { Form, NumberField } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, Disclosure, PageHeading } from '#ui/parts.tsx';
import { FindingList, iaeSentence, unusedSituations } from './findings-view.tsx';
import { SituationFields } from './situation-fields.tsx';
import type { TestInput } from './test-input.ts';

export interface Tested {
  input: TestInput;
  clause: Finding[];
  iae: IaeAnswer[];
  iaeFindings: Finding[];
  geiq: { findings: Finding[]; eligible: boolean };
}

/** A facilitator tests by the settings of her structure, anybody else by the national ones. */
export async function testEligibility(ctx: Context, input: TestInput): Promise<Result<Tested>> {
  if (input.situation.length === 0) return refuse('situation-missing', { field: 'situation' });
  const facilitates = ctx.actor.kind === 'member' && ctx.actor.organisationKind === 'facilitator';
  const book = facilitates ? await eligibilityBook(ctx, organisationOf(ctx.actor)) : nationalEligibilityBook;
  const today = parisDay(ctx.now);
  const examined = {
    book,
    facts: {
      day: today,
      seenOn: today,
      birthDate: null,
      age: input.age,
      situations: input.situation,
      registeredSince: input.registeredSince,
      leftSchoolOn: input.leftSchoolOn,
      training: input.training,
      // Who asks ticks what she knows of the address: there is no address here to look up.
      district: input.situation.includes('DISTRICT') ? ('yes' as const) : ('unknown' as const),
      employedElsewhere: input.employedElsewhere,
      opinionJoined: false,
      proofs: null,
    },
  };
  const { findings, answers } = examineIae(examined);
  return done({
    input,
    clause: examineClause(examined),
    iae: answers,
    iaeFindings: findings,
    geiq: examineGeiq(examined),
  });
}

export function drawTest({ form, key }: Pick<PageRequest, 'form' | 'key'>, tested?: Tested): View {
  const body = (
    <>
      <PageHeading
        title="Tester l’éligibilité"
        lead="Sans nommer personne : rien n’est enregistré. La décision revient au facilitateur."
        actions={<ButtonLink href="/criteres-eligibilite">Voir tous les critères</ButtonLink>}
      />
      {tested !== undefined && <Answer tested={tested} />}
      <Card title={tested === undefined ? 'La situation' : 'Tester une autre situation'}>
        <Form action="/tester-l-eligibilite" formKey={key()} state={form} submit="Voir la réponse" blocked="la réponse">
          <SituationFields
            asked={situationCodes.filter((code) => code !== 'MARKET_PROFILE')}
            state={form}
            papers={false}
          />
          <NumberField name="age" label="Âge" unit="ans" optional help="Pour les critères d’âge." state={form} />
        </Form>
      </Card>
    </>
  );
  return { title: 'Tester l’éligibilité', body, width: 'form' };
}

function Answer({ tested }: { tested: Tested }) {
  const { clause, iae, iaeFindings, geiq, input } = tested;
  const met = clause.some(({ state }) => state === 'met');
  const open = clause.some(({ state }) => state === 'missing');
  const unused = unusedSituations(input.situation, clause);
  return (
    <Card title="Réponse">
      <Alert
        tone={met ? 'done' : 'attention'}
        title={
          met
            ? 'Clause sociale : sans doute éligible'
            : open
              ? 'Clause sociale : à compléter'
              : 'Clause sociale : aucun critère rempli'
        }
      >
        {met
          ? 'Un critère suffit. Le facilitateur validera avec la pièce.'
          : 'Un avis motivé peut encore ouvrir la clause : parlez-en au facilitateur.'}
      </Alert>
      <FindingList findings={clause} />
      {unused.length > 0 && <p class="soft">{`Sans effet sur la clause\u00A0: ${unused.join(', ')}.`}</p>}
      <p>{`Insertion par l’activité économique\u00A0: ${iaeSentence(iae)}`}</p>
      <p>{`GEIQ\u00A0: ${geiq.eligible ? 'oui, un critère suffit' : 'aucun critère rempli'}.`}</p>
      <Disclosure summary="Le détail pour l’insertion et les GEIQ">
        <FindingList findings={[...iaeFindings, ...geiq.findings]} />
      </Disclosure>
    </Card>
  );
}

/** What was sent, for the form to show it again. */
export function typedTest({ input }: Tested): FormState {
  const { situation, age, registeredSince, leftSchoolOn, training, employedElsewhere } = input;
  return {
    errors: [],
    values: {
      situation,
      age: age === null ? '' : String(age),
      registeredSince: registeredSince ?? '',
      leftSchoolOn: leftSchoolOn ?? '',
      training: training === null ? '' : `${training.scale}:${training.value}`,
      employedElsewhere: employedElsewhere === null ? '' : employedElsewhere ? 'oui' : 'non',
    },
  };
}

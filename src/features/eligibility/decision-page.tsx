/** The page where a named person decides: what the rules say, the papers seen, the window told before deciding. */
import { contractTypes, offeredContractTypes } from '#domain/contract-types.ts';
import { formatShortDay } from '#domain/day.ts';
import { districtWords } from '#domain/district-vintage.ts';
import { standingWords } from '#domain/eligibility-standing.ts';
import { levelWords, windowWords } from '#domain/eligibility-window.ts';
import { eligibilityRule } from '#domain/eligibility-rules.ts';
import { formatPersonalNumber } from '#domain/personal-numbers.ts';
import { isRefusalCode, sentenceFor } from '#domain/refusals.ts';
import type { PageRequest, View } from '#http/route.ts';
import type { FormState } from '#ui/form.tsx';
import { DateField, FieldPair, FileField, Form, SelectField } from '#ui/form.tsx';
import { Alert, Button, ButtonLink, Card, PageHeading, Status } from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import { CurrentDecision } from './current-decision.tsx';
import type { DecisionPage } from './decision-read.ts';
import { readDecisionPage } from './decision-read.ts';
import type { ExaminedPerson } from './examine.ts';
import { FindingList, iaeSentence } from './findings-view.tsx';
import { isPrioritised, offeredSituations } from './offered-situations.ts';
import { SituationFields, SuppliedField } from './situation-fields.tsx';

export async function drawDecision(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const page = await readDecisionPage(ctx, { id: request.params['id'] ?? '', typed: typed ? form.values : null });
  const ending = form.values['reason'] !== undefined;
  return (
    page &&
    decisionView(page, { request, state: typed && !ending ? form : { values: {}, errors: ending ? [] : form.errors } })
  );
}

export function decisionView(
  page: DecisionPage,
  { request, state, examined }: { request: PageRequest; state: FormState; examined?: ExaminedPerson },
): View {
  const { person, decisions, today } = page;
  const path = `/personnes/${person.id}`;
  const current = decisions.find(({ endedOn }) => endedOn === null) ?? decisions[0] ?? null;
  const body = (
    <>
      <PageHeading
        title="Éligibilité"
        breadcrumb={[
          { href: '/personnes', label: 'Personnes' },
          { href: path, label: `${person.familyName} ${person.givenName}` },
        ]}
        status={<Status {...standingWords(current, today)} />}
        lead="Vous décidez. Guichet garde la réponse, ses dates et la pièce vue, pas la pièce elle-même."
        actions={<ButtonLink href={`${path}/situation`}>Adresse, niveau et numéros</ButtonLink>}
      />
      <PersonFrame person={person} actor={request.ctx.actor} place="/eligibilite">
        {examined !== undefined && <WhatRulesSay examined={examined} />}
        <CurrentDecision page={page} request={request} />
        <DecisionForm page={page} request={request} state={state} />
      </PersonFrame>
    </>
  );
  return { title: 'Éligibilité', body, width: 'form' };
}

function WhatRulesSay({ examined }: { examined: ExaminedPerson }) {
  const { clause, iae, geiq } = examined;
  return (
    <Card title="Ce que disent les règles">
      <FindingList findings={clause} />
      <p class="soft">
        {`Sur les seuls critères cochés ici, embauche en insertion par l’activité économique\u00A0: ${iaeSentence(iae)}`}
      </p>
      <p class="soft">
        {`Sur les seuls critères cochés ici, embauche par un GEIQ\u00A0: ${geiq ? 'oui' : 'aucun critère rempli'}.`}
      </p>
    </Card>
  );
}

function DecisionForm({ page, request, state }: { page: DecisionPage; request: PageRequest; state: FormState }) {
  const { person, decisions, fromDay, type, book, publics, district, profile, today } = page;
  const path = `/personnes/${person.id}`;
  const open = decisions.find(({ endedOn }) => endedOn === null) ?? null;
  const offered = offeredSituations({
    birthDate: person.birthDate,
    day: fromDay,
    district: district.answer,
    book,
    publics,
  });
  return (
    <Card title={open === null ? 'Décider' : 'Décider de nouveau'}>
      <Form
        action={`${path}/eligibilite`}
        formKey={request.key()}
        multipart
        hidden={{ courante: open?.id ?? '' }}
        state={state}
        blocked="la décision"
        more={
          <>
            <Button formaction={`${path}/eligibilite/examiner`}>Vérifier</Button>
            <Button kind="primary" name="verdict" value="eligible" icon="check">
              Éligible
            </Button>
            <Button kind="danger" name="verdict" value="not-eligible">
              Non éligible
            </Button>
          </>
        }
      >
        {person.birthDate === null && (
          <Alert tone="attention">
            La date de naissance manque{'\u00A0'}: les critères d’âge ne se vérifient pas.{' '}
            <a href={`${path}/modifier`}>La saisir</a>
          </Alert>
        )}
        <p class="help">Cochez ce dont vous avez vu la pièce. Un seul critère suffit.</p>
        <SituationFields
          asked={offered.asked}
          state={state}
          papers
          prioritised={(code) => isPrioritised(code, publics)}
          profile={publics.profile}
          training={profile?.training ?? null}
          notes={{ DISTRICT: districtNote(page), IAE: passNote(page) }}
        />
        {offered.skipped.length > 0 && <p class="soft">{`Non demandé\u00A0: ${offered.skipped.join('\u00A0; ')}.`}</p>}
        {person.prescriber !== null && <SuppliedField prescriber={person.prescriber} state={state} />}
        {eligibilityRule(book, 'proof-kept', today) && (
          <FileField
            name="file"
            label="Copie de la pièce principale"
            help={`Votre structure les garde ${eligibilityRule(book, 'proof-kept-months', today)}\u00A0mois. Jamais pour la santé ni la justice.`}
            optional
            state={state}
          />
        )}
        <FieldPair>
          <DateField name="fromDay" label="Premier jour" help="Le jour de l’embauche." value={fromDay} state={state} />
          <SelectField
            name="type"
            label="Type de contrat"
            placeholder={null}
            value={type}
            state={state}
            options={typeOptions()}
          />
        </FieldPair>
        <WindowNote page={page} />
      </Form>
    </Card>
  );
}

function districtNote({ district, residence, fromDay }: DecisionPage): string {
  if (residence === null) return 'Adresse à localiser d’abord';
  const list = district.vintage === null ? '' : `, liste de ${district.vintage} au ${formatShortDay(fromDay)}`;
  return `${district.name === '' ? districtWords[district.answer] : `Quartier ${district.name}`}${list}`;
}

function passNote({ numbers }: DecisionPage): string {
  const pass = numbers.find(({ kind }) => kind === 'pass-iae');
  return pass === undefined ? '' : `PASS IAE ${formatPersonalNumber('pass-iae', pass.value)} enregistré`;
}

function WindowNote({ page }: { page: DecisionPage }) {
  const { window, type } = page;
  if (!window.ok) {
    const because = isRefusalCode(window.because) ? window.because : 'value-unreadable';
    return <Alert tone="problem">{sentenceFor(because, window.details)}</Alert>;
  }
  const { rule, untilDay, runsFrom } = window.value;
  return (
    <Alert>
      <p>
        <strong>{`Si vous répondez «\u00A0Éligible\u00A0», ses heures comptent jusqu’au ${formatShortDay(untilDay)} inclus.`}</strong>
      </p>
      <p class="soft">
        {`${contractTypes[type].label}\u00A0: ${windowWords(rule.value)} à partir du ${formatShortDay(runsFrom)} (${levelWords[rule.level]}, ${rule.source}). Un renouvellement dans cette période ne demande pas de nouvelle pièce.`}
      </p>
    </Alert>
  );
}

function typeOptions() {
  return offeredContractTypes().map((value) => ({ value, label: contractTypes[value].label }));
}

/** The decision on a person's eligibility: the answer, the first day, and the window the rules give, told before deciding. */
import { contractTypes, isContractType, offeredContractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay, parseTypedDay } from '#domain/day.ts';
import { levelWords, windowWords } from '#domain/eligibility-window.ts';
import { sentenceFor, isRefusalCode } from '#domain/refusals.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, RadioCards, SelectField, TextField } from '#ui/form.tsx';
import { Alert, Card, PageHeading } from '#ui/parts.tsx';
import type { ContractRow } from './contract-queries.ts';
import { listContracts } from './contract-queries.ts';
import { windowFor } from './decide.ts';
import type { DecisionRow } from './queries.ts';
import { findPerson, listDecisions } from './queries.ts';

export async function drawDecision(request: PageRequest): Promise<View | null> {
  const { ctx, form } = request;
  const person = await findPerson(ctx, request.params['id'] ?? '');
  if (person === null) return null;
  if (!request.typed) await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: person.id });
  const contracts = await listContracts(ctx, person.id);
  const open = (await listDecisions(ctx, person.id)).find(({ endedOn }) => endedOn === null) ?? null;
  const ending = form.values['reason'] !== undefined;
  const { type, fromDay } = proposed(request, contracts);
  const values = request.typed && !ending ? form.values : { verdict: 'eligible', fromDay, type };
  const state = { values, errors: ending ? [] : form.errors };
  const path = `/personnes/${person.id}`;
  const body = (
    <>
      <PageHeading
        title="Décider de l’éligibilité"
        breadcrumb={[
          { href: '/personnes', label: 'Personnes' },
          { href: path, label: `${person.familyName} ${person.givenName}` },
        ]}
        lead="Guichet garde la réponse, ses dates et la règle. Aucun détail de santé, de justice ou de vie privée."
      />
      {await windowNote({ request, type, fromDay, contracts })}
      <Form
        action={`${path}/eligibilite`}
        formKey={request.key()}
        hidden={{ courante: open?.id ?? '' }}
        state={state}
        submit="Enregistrer la décision"
        cancel={{ href: path, label: 'Annuler' }}
      >
        <RadioCards
          name="verdict"
          label="Réponse"
          state={state}
          options={[
            { value: 'eligible', label: 'Éligible', detail: 'Ses heures comptent pendant la période.' },
            {
              value: 'not-eligible',
              label: 'Non éligible',
              detail: 'Ses heures restent listées, sans compter.',
            },
          ]}
        />
        <DateField name="fromDay" label="Premier jour" help="Le plus souvent, le jour de l’embauche." state={state} />
        <SelectField name="type" label="Type de contrat" placeholder={null} state={state} options={typeOptions()} />
      </Form>
      {open !== null && <Lift request={request} path={path} open={open} />}
    </>
  );
  return { title: 'Décider de l’éligibilité', body, width: 'form' };
}

function Lift({ request, path, open }: { request: PageRequest; path: string; open: DecisionRow }) {
  const state = request.form.values['reason'] === undefined ? { values: {}, errors: [] } : request.form;
  return (
    <Card title="Lever la décision en cours">
      <p>À partir d’aujourd’hui, ses heures ne comptent plus. Ce qui est déjà validé le reste.</p>
      <Form
        action={`${path}/eligibilite/lever`}
        formKey={request.key()}
        hidden={{ courante: open.id }}
        state={state}
        submit="Lever la décision"
        danger
      >
        <TextField
          name="reason"
          label="Motif"
          help="En une phrase, sans détail de santé ni de vie privée."
          autocomplete="off"
          state={state}
        />
      </Form>
    </Card>
  );
}

/** What was typed, else the latest contract, else today. */
function proposed({ form, typed, ctx }: PageRequest, contracts: readonly ContractRow[]) {
  const standing = contracts.filter(({ state }) => state !== 'removed');
  const writtenType = String(form.values['type'] ?? '');
  const writtenDay = parseTypedDay(String(form.values['fromDay'] ?? ''));
  return {
    type: typed && isContractType(writtenType) ? writtenType : (standing[0]?.type ?? 'CDD'),
    fromDay: writtenDay.ok ? writtenDay.value : (standing.at(-1)?.startsOn ?? parisDay(ctx.now)),
  };
}

async function windowNote(props: {
  request: PageRequest;
  type: ContractRow['type'];
  fromDay: string;
  contracts: readonly ContractRow[];
}) {
  const { request, type, fromDay, contracts } = props;
  const window = await windowFor(request.ctx, { type, fromDay, contracts });
  if (!window.ok) {
    const because = isRefusalCode(window.because) ? window.because : 'value-unreadable';
    return <Alert tone="problem">{sentenceFor(because, window.details)}</Alert>;
  }
  const { rule, untilDay, runsFrom } = window.value;
  return (
    <Alert title={`Ses heures compteraient jusqu’au ${formatShortDay(untilDay)} inclus`}>
      <p>{`${contractTypes[type].label}\u00A0: ${windowWords(rule.value)} à partir du ${formatShortDay(runsFrom)}.`}</p>
      <p class="soft">
        {`Origine\u00A0: ${levelWords[rule.level]}, ${rule.source}. La période est recalculée si vous changez la date ou le type.`}
      </p>
    </Alert>
  );
}

function typeOptions() {
  return offeredContractTypes().map((value) => ({ value, label: contractTypes[value].label }));
}

/** One point of measure of one person: the question, what is known, and the few taps that record it. */
import { may } from '#domain/access.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { exitCodes, exitGroups, exitSituations, exitSources, exitGroup } from '#domain/exit-groups.ts';
import { measurePoints } from '#domain/exit-plan.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, RadioCards, SelectField } from '#ui/form.tsx';
import { Alert, Card, DefinitionList, PageHeading, Status } from '#ui/parts.tsx';
import { AsideFrame } from '#ui/person-places.tsx';
import { ExitAsking } from './exit-asking.tsx';
import { exitConflict } from './exit-conflict.tsx';
import { askedWords } from './list-page.tsx';
import type { ExitRow } from './queries.ts';
import { contactOf, findExit, stayOf } from './queries.ts';

export async function drawExit(request: PageRequest): Promise<View | null> {
  const { ctx, params, form, refusal } = request;
  const exit = await findExit(ctx, params['id'] ?? '');
  if (exit === null) return null;
  await record(ctx, { action: 'exit.read', subjectType: 'person', subjectId: exit.personId });
  const writes = may(ctx.actor, 'exit.write').allowed && exit.state !== 'cancelled';
  const today = parisDay(ctx.now);
  const due = exit.dueOn <= today;
  const sent = request.typed && form.values['situation'] !== undefined;
  const body = (
    <>
      <PageHeading
        title={measurePoints[exit.point].label}
        breadcrumb={[{ href: '/sorties', label: 'Sorties' }]}
        status={<Status {...standingOf(exit, today)} />}
      />
      <AsideFrame since={exit.archivedOn}>
        {!sent && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
        <Facts exit={exit} linked={may(ctx.actor, 'person.read').allowed} />
        {writes && exit.state === 'expected' && due && may(ctx.actor, 'exit.ask').allowed && (
          <ExitAsking request={request} exit={exit} today={today} contact={await contactOf(ctx, exit.personId)} />
        )}
        {refusal?.because === 'changed-meanwhile' && (await exitConflict(request, exit))}
        {writes && due && refusal?.because !== 'changed-meanwhile' && (
          <Answer request={request} exit={exit} today={today} sent={sent} />
        )}
        {!due && exit.state === 'expected' && (
          <Alert>{`Cette question se pose à partir du ${formatShortDay(exit.dueOn)}.`}</Alert>
        )}
      </AsideFrame>
    </>
  );
  return { title: 'Sortie d’une personne', body, width: 'form' };
}

function standingOf({ state, dueOn }: ExitRow, today: string) {
  if (state === 'cancelled') return { tone: 'neutral', label: 'Annulée' } as const;
  if (state === 'answered') return { tone: 'ok', label: 'Connue' } as const;
  return dueOn <= today
    ? ({ tone: 'attention', label: 'À mesurer' } as const)
    : ({ tone: 'progress', label: 'À venir' } as const);
}

function Facts({ exit, linked }: { exit: ExitRow; linked: boolean }) {
  const { personId, givenName, familyName, company, endedOn, dueOn, code, observedOn, source } = exit;
  const name = `${familyName ?? ''} ${givenName ?? ''}`.trim();
  return (
    <Card>
      <DefinitionList
        items={[
          { term: 'Personne', value: linked ? <a href={`/personnes/${personId}/parcours`}>{name}</a> : name },
          ...(company === null ? [] : [{ term: 'Dernière entreprise', value: company }]),
          ...(endedOn === null ? [] : [{ term: 'Fin du contrat', value: formatShortDay(endedOn) }]),
          { term: 'À mesurer le', value: formatShortDay(dueOn) },
          { term: 'Question', value: askedWords(exit) },
          ...(code === null || observedOn === null || source === null
            ? []
            : [
                { term: 'Situation', value: exitSituations[code].label },
                { term: 'Comptée dans', value: exitGroups[exitGroup(code, stayOf(exit))] },
                { term: 'Sue le', value: `${formatShortDay(observedOn)}, ${lower(exitSources[source])}` },
              ]),
        ]}
      />
    </Card>
  );
}

interface AnswerProps {
  request: PageRequest;
  exit: ExitRow;
  today: string;
  sent: boolean;
}

function Answer({ request, exit, today, sent }: AnswerProps) {
  const state = sent ? request.form : { values: {}, errors: [] };
  return (
    <Card title={exit.code === null ? 'Noter la situation' : 'Corriger la situation'}>
      <Form
        action={`/sorties/${exit.id}`}
        formKey={request.key()}
        version={String((sent ? state.values['version'] : undefined) ?? exit.version)}
        state={state}
        submit="Enregistrer"
        submitIcon="check"
      >
        <SelectField
          name="situation"
          label="Situation"
          value={exit.code ?? undefined}
          state={state}
          options={exitCodes.map((value) => ({
            value,
            label: exitSituations[value].label,
            group: exitGroups[exitSituations[value].group],
          }))}
        />
        <FieldPair>
          <DateField
            name="from"
            label="Début du CDD ou de la mission"
            help="Guichet choisit alors le groupe : six mois exactement comptent comme durables."
            optional
            state={state}
          />
          <DateField name="until" label="Fin" optional state={state} />
        </FieldPair>
        <RadioCards
          name="source"
          label="Qui l’a dit"
          value="phone"
          state={state}
          options={(['phone', 'employer', 'team'] as const).map((value) => ({ value, label: exitSources[value] }))}
        />
        <DateField name="observedOn" label="Sue le" value={today} max={today} state={state} />
      </Form>
    </Card>
  );
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

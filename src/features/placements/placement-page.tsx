/** One candidate on one post: whose turn it is, what may be said now, the interview, the training, the welcome, the trace. */
import { may } from '#domain/access.ts';
import { formatShortDay } from '#domain/day.ts';
import { reasonWords } from '#domain/placement-reasons.ts';
import { placementMachine } from '#domain/placement-state.ts';
import type { Side } from '#domain/state-machine.ts';
import { sides } from '#domain/state-machine.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, ButtonLink, Card, DefinitionList, PageHeading, Status, Timeline } from '#ui/parts.tsx';
import { findPlacementOfTraining, listTrainings } from './add-training.ts';
import { sideOf } from './advance.ts';
import { AnswerCard } from './answer-card.tsx';
import { findInterview } from './interview-file.ts';
import { InterviewCard } from './interview-card.tsx';
import { MoveCard } from './move-card.tsx';
import { clockOf, turnOf, turnWords, whoIs } from './placement-words.ts';
import type { PlacementRow, StepRow } from './queries.ts';
import { findPlacement, listSteps } from './queries.ts';
import { isHireFresh } from './undo-hire.ts';
import { TrainingCard } from './training-card.tsx';

export async function drawPlacement(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  return drawOne(request, await findPlacement(ctx, params['id'] ?? ''));
}

/** A press on a training that could not be done: the candidate it belongs to, and why. */
export async function drawPlacementOfTraining(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const placement = await findPlacementOfTraining(ctx, params['id'] ?? '');
  return placement === null ? null : drawOne(request, await findPlacement(ctx, placement));
}

async function drawOne(request: PageRequest, placement: PlacementRow | null): Promise<View | null> {
  if (placement === null) return null;
  const { ctx } = request;
  const side = sideOf(ctx.actor, placement);
  if (placement.familyName !== null) {
    await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: placement.personId });
  }
  const steps = await listSteps(ctx, placement.id);
  const interview = await findInterview(ctx, placement.id);
  const trainings = await listTrainings(ctx, placement.id);
  const turn = turnOf(placement, ctx.now);
  const clock = clockOf(placement, ctx.now);
  const follows = side === 'facilitator' && may(ctx.actor, 'placement.follow').allowed;
  const body = (
    <>
      <PageHeading
        title={whoIs(placement)}
        breadcrumb={[{ href: '/candidatures', label: 'Candidatures' }]}
        lead={`${placement.title}, ${placement.company ?? ''}, ${placement.commune}`}
        status={<Status {...placementMachine[placement.state]} />}
        actions={<Actions request={request} placement={placement} side={side} follows={follows} />}
      />
      {errorsOfPress(request).map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {request.refusal?.because === 'changed-meanwhile' && (
        <Alert tone="attention" title="Quelqu’un a fait avancer cette candidature entre-temps">
          Rien n’a été enregistré. Voici où elle en est.
        </Alert>
      )}
      <Alert tone={turnWords(turn, ctx.actor).startsWith('À vous') ? 'attention' : 'info'}>
        {turnWords(turn, ctx.actor)}{' '}
        <span class="soft">{`Depuis le ${formatShortDay(turn.since)}${clock === '' ? '' : `, ${clock}`}.`}</span>
      </Alert>
      <div class="columns">
        <ShownCard placement={placement} side={side} />
        <AnswerCard request={request} placement={placement} side={side} />
      </div>
      <InterviewCard request={request} placement={placement} interview={interview} writes={follows} />
      <TrainingCard request={request} placement={placement} trainings={trainings} writes={follows} />
      <MoveCard request={request} placement={placement} side={side} />
      <Card title="Historique">
        <Timeline items={steps.map((step) => stepItem(step, side))} />
      </Card>
    </>
  );
  return { title: 'Candidature', body };
}

/** What a form shows beside its own fields is not said twice. */
function errorsOfPress({ form, refusal }: PageRequest) {
  const ofForm = ['to', 'place', 'organiser', 'presentation'].some((name) => form.values[name] !== undefined);
  return ofForm || refusal?.because === 'changed-meanwhile' ? [] : form.errors;
}

function Actions({
  request,
  placement,
  side,
  follows,
}: {
  request: PageRequest;
  placement: PlacementRow;
  side: Side;
  follows: boolean;
}) {
  const { id, state, offerId, contractId, personId } = placement;
  const welcomed = state === 'selected' || state === 'hired';
  return (
    <>
      {follows && state === 'selected' && (
        <ButtonLink href={`/candidatures/${id}/embauche`} kind="primary" icon="check">
          Enregistrer l’embauche
        </ButtonLink>
      )}
      {follows && state === 'hired' && isHireFresh(placement, request.ctx.now) && (
        <ActionButton action={`/candidatures/${id}/embauche/annuler`} formKey={request.key()} kind="quiet">
          Annuler l’embauche
        </ActionButton>
      )}
      {welcomed && <ButtonLink href={`/candidatures/${id}/accueil`}>Fiche d’accueil</ButtonLink>}
      {side === 'facilitator' && contractId !== null && (
        <ButtonLink href={`/contrats/${contractId}`}>Contrat</ButtonLink>
      )}
      {side === 'facilitator' && <ButtonLink href={`/personnes/${personId}`}>Fiche de la personne</ButtonLink>}
      {side === 'prescriber' ? <></> : <ButtonLink href={`/besoins/${offerId}`}>Fiche de poste</ButtonLink>}
    </>
  );
}

function ShownCard({ placement, side }: { placement: PlacementRow; side: Side }) {
  const { initials, trade, candidateCommune, availableOn, presentation, holder, proposer } = placement;
  const ofTeam = side === 'facilitator' || side === 'prescriber';
  return (
    <Card title={ofTeam ? 'Ce que lit l’entreprise' : 'La personne'}>
      <DefinitionList
        items={[
          { term: 'Initiales', value: initials },
          { term: 'Dernier métier', value: trade },
          { term: 'Commune', value: candidateCommune },
          { term: 'Disponible', value: availableOn === null ? 'À confirmer' : formatShortDay(availableOn) },
          { term: 'Présentation', value: presentation },
          { term: 'Suivie par', value: holder ?? '' },
          ...(proposer === null ? [] : [{ term: 'Orientée par', value: proposer }]),
        ]}
      />
    </Card>
  );
}

function stepItem(step: StepRow, reader: Side) {
  const { toState, side, reason, note, at, who } = step;
  const why = [reasonWords(reason, reader === 'company' || reader === 'inclusion' ? 'company' : 'team'), note];
  const said = why.filter(Boolean).join('. ');
  const by = side === 'automatic' ? 'Le calendrier' : (sides[side as keyof typeof sides] ?? side);
  return {
    at,
    who: who ?? by.charAt(0).toUpperCase() + by.slice(1),
    what: placementMachine[toState].label,
    ...(said !== '' && { why: said }),
  };
}

/** What may happen next to a contract, each folded until needed: the next state, its end, what follows it, its removal. */
import type { Child } from 'hono/jsx';
import type { ContractState, EndReason } from '#domain/contract-state.ts';
import { contractMachine, endReasons } from '#domain/contract-state.ts';
import { isOpenEnded } from '#domain/contract-types.ts';
import { parisDay } from '#domain/day.ts';
import { nextStates } from '#domain/state-machine.ts';
import type { PageRequest } from '#http/route.ts';
import { DateField, Form, SelectField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, Alert, Card, Disclosure } from '#ui/parts.tsx';
import type { ContractRow } from './contract-queries.ts';
import { editableReasons } from './contract-input.ts';

interface Stepping {
  request: PageRequest;
  contract: ContractRow;
  followed: boolean;
  hasHours: boolean;
}

const moveLabels: Partial<Record<ContractState, string>> = {
  active: 'Confirmer le début ou la reprise',
  'trial-over': 'Fin de la période d’essai',
  suspended: 'Suspendre',
};

export function NextSteps(stepping: Stepping) {
  const { request, contract, followed } = stepping;
  const { id, state, plannedEndOn } = contract;
  const today = parisDay(request.ctx.now);
  const open = openSteps(stepping);
  const next = nextStates(contractMachine, { state, by: 'facilitator' });
  const asked = String(request.form.values['etape'] ?? '');
  return (
    <Card title="Et ensuite">
      {!open.includes(asked) && request.form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {next
        .filter((to) => moveLabels[to] !== undefined)
        .map((to) => (
          <Step
            stepping={stepping}
            name={`etat-${to}`}
            summary={moveLabels[to] ?? ''}
            path={`/contrats/${id}/etat`}
            hidden={{ to }}
          >
            {(form) => (
              <>
                {(to === 'suspended' || state === 'suspended') && (
                  <DateField name="day" label="À partir du" value={today} state={form} />
                )}
                {to === 'suspended' && <TextField name="reason" label="Motif" autocomplete="off" state={form} />}
              </>
            )}
          </Step>
        ))}
      {open.includes('suite') && (
        <Step stepping={stepping} name="suite" summary="Renouveler" path={`/contrats/${id}/suite`}>
          {(form) => (
            <DateField
              name="newEnd"
              label="Nouvelle fin"
              help="Un contrat qui fait suite à celui-ci est enregistré."
              state={form}
            />
          )}
        </Step>
      )}
      {open.includes('cdi') && (
        <Step stepping={stepping} name="cdi" summary="Transformer en CDI" path={`/contrats/${id}/cdi`}>
          {(form) => <DateField name="from" label="Premier jour du CDI" state={form} />}
        </Step>
      )}
      {open.includes('fin') && (
        <Step stepping={stepping} name="fin" summary="Enregistrer la fin" path={`/contrats/${id}/fin`}>
          {(form) => (
            <>
              <DateField name="day" label="Dernier jour" value={plannedEndOn ?? today} state={form} />
              <SelectField
                name="reason"
                label="Motif"
                state={form}
                options={editableReasons
                  .filter((reason) => offers(reason, stepping))
                  .map((value) => ({ value, label: endReasons[value] }))}
              />
            </>
          )}
        </Step>
      )}
      {open.includes('retirer') && (
        <Step stepping={stepping} name="retirer" summary="Retirer, saisi par erreur" path={`/contrats/${id}/retirer`}>
          {(form) => <TextField name="reason" label="Motif" autocomplete="off" state={form} />}
        </Step>
      )}
      {open.length === 0 && <p class="soft">Ce contrat est terminé.</p>}
      {state === 'ended' && !(followed && contract.endReason === 'converted-to-cdi') && (
        <ActionButton action={`/contrats/${id}/rouvrir`} formKey={request.key()} icon="undo-2">
          Reprendre la fin
        </ActionButton>
      )}
    </Card>
  );
}

/** Nobody came: said of a contract that was to begin, or that the calendar began without any hour. */
function offers(reason: EndReason, { contract: { state }, hasHours }: Stepping): boolean {
  if (reason !== 'never-started') return state !== 'planned';
  return (state === 'planned' || state === 'active') && !hasHours;
}

/** The forms this contract still takes; a refusal of any other is told above them. */
function openSteps({ contract, followed, hasHours }: Stepping): string[] {
  const { state, type, plannedEndOn, endedOn, endReason } = contract;
  const next = nextStates(contractMachine, { state, by: 'facilitator' });
  const fixed = !isOpenEnded(type) && endedOn === null && !followed;
  const atTerm = endReason === 'term' && endedOn === plannedEndOn;
  const renewable = fixed || (atTerm && !followed);
  return [
    ...next.filter((to) => moveLabels[to] !== undefined).map((to) => `etat-${to}`),
    ...(renewable && plannedEndOn !== null ? ['suite'] : []),
    ...(fixed && state !== 'planned' ? ['cdi'] : []),
    ...(next.includes('ended') ? ['fin'] : []),
    ...(next.includes('removed') && !hasHours ? ['retirer'] : []),
  ];
}

/** Only the form that was sent shows its errors, unfolded. */
function Step(props: {
  stepping: Stepping;
  name: string;
  summary: string;
  path: string;
  hidden?: Record<string, string>;
  children: (form: FormState) => Child;
}) {
  const { request, contract } = props.stepping;
  const sent = request.typed && request.form.values['etape'] === props.name;
  const form = sent ? request.form : { values: {}, errors: [] };
  return (
    <Disclosure summary={props.summary} open={sent}>
      <Form
        action={props.path}
        formKey={request.key()}
        version={contract.version}
        hidden={{ etape: props.name, ...props.hidden }}
        state={form}
        submit={props.summary}
      >
        {props.children(form)}
      </Form>
    </Disclosure>
  );
}

/** Withdrawing a candidate, saying she did not come, presenting her again: with the reason, and who will read it. */
import { may } from '#domain/access.ts';
import { placementReasons, reasonCodes } from '#domain/placement-reasons.ts';
import { placementMachine } from '#domain/placement-state.ts';
import type { PlacementState } from '#domain/placement-state.ts';
import type { Side } from '#domain/state-machine.ts';
import type { PageRequest } from '#http/route.ts';
import { Form, RadioCards, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Card, Disclosure } from '#ui/parts.tsx';
import type { PlacementRow } from './queries.ts';

/** What an answer or a form of its own already says. */
const elsewhere: readonly PlacementState[] = ['selected', 'interview', 'hired', 'rejected', 'silent'];

export function MoveCard({ request, placement, side }: { request: PageRequest; placement: PlacementRow; side: Side }) {
  const { ctx } = request;
  const form = request.form.values['to'] === undefined ? undefined : request.form;
  const { state } = placement;
  const presents = state === 'suggested' && side === 'facilitator' && may(ctx.actor, 'placement.follow').allowed;
  const steps = placementMachine[state].steps.filter(({ to, by }) => by.includes(side) && !elsewhere.includes(to));
  const others = presents ? steps.filter(({ to }) => to !== 'proposed') : steps;
  const moves = may(ctx.actor, 'placement.move').allowed && others.length > 0;
  const closes = others.some(({ to }) => to === 'withdrawn');
  const [only] = others;
  return (
    <>
      {presents && <PresentCard request={request} placement={placement} />}
      {moves && (
        <Disclosure summary={summaryOf(others.map(({ to }) => to))} open={form !== undefined}>
          <Form
            action={`/candidatures/${placement.id}/etat`}
            formKey={request.key()}
            version={placement.version}
            hidden={others.length === 1 && only !== undefined ? { to: only.to } : {}}
            state={form}
            submit="Enregistrer"
          >
            {others.length > 1 && (
              <RadioCards
                name="to"
                label="Cette candidature"
                options={others.map(({ to }) => ({ value: to, label: moveLabels[to] ?? placementMachine[to].label }))}
                state={form}
              />
            )}
            {closes && (
              <SelectField
                name="reason"
                label="Raison"
                optional={others.length > 1}
                state={form}
                options={reasonCodes.map((value) => ({ value, label: placementReasons[value].label }))}
              />
            )}
            <TextField
              name="note"
              label="Précision"
              help={
                side === 'facilitator' || side === 'prescriber'
                  ? 'Lue par la structure et le référent, jamais par l’entreprise.'
                  : 'Lue par le facilitateur et le référent.'
              }
              optional={closes || others.every(({ needs }) => needs === undefined)}
              maxlength={300}
              autocomplete="off"
              state={form}
            />
          </Form>
        </Disclosure>
      )}
    </>
  );
}

const moveLabels: Partial<Record<PlacementState, string>> = {
  proposed: 'Présenter de nouveau',
  withdrawn: 'Retirer la candidature',
  'no-show': 'La personne ne s’est pas présentée',
};

function summaryOf(states: readonly PlacementState[]): string {
  const said = states.map((state) => moveLabels[state] ?? placementMachine[state].label);
  return said
    .map((label, place) => (place === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)))
    .join(', ou ');
}

function PresentCard({ request, placement }: { request: PageRequest; placement: PlacementRow }) {
  const typed = request.form.values['presentation'] !== undefined;
  const state = typed ? request.form : { values: { presentation: placement.presentation }, errors: [] };
  return (
    <Card title="Présenter à l’entreprise">
      <Form
        action={`/candidatures/${placement.id}/presenter`}
        formKey={request.key()}
        version={placement.version}
        state={state}
        submit="Présenter à l’entreprise"
        submitIcon="send"
        blocked="l’envoi"
      >
        <TextArea
          name="presentation"
          label="En quelques mots"
          help="Relisez avant d’envoyer : rien sur la santé, la famille ni la justice."
          optional
          rows={3}
          limit={400}
          state={state}
        />
      </Form>
    </Card>
  );
}

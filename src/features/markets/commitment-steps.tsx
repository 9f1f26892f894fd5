/** One commitment moved on its own page: its next steps, or the signature its amendment waits for. */
import { commitmentMachine } from '#domain/commitment-state.ts';
import { commitmentSentence } from '#domain/commitment-words.ts';
import { parisDay } from '#domain/day.ts';
import type { Side } from '#domain/state-machine.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, RadioCards, TextArea } from '#ui/form.tsx';
import { Alert } from '#ui/parts.tsx';
import { waiting } from './amendments.ts';
import type { CommitmentRow } from './commitment-queries.ts';
import { listCommitments } from './commitment-queries.ts';
import { hasHours } from './commitments.ts';
import { sidesOf } from './desk.ts';
import { LotHeading, managedLot } from './lot-heading.tsx';

const outcomes: readonly string[] = ['fulfilled', 'partially-fulfilled', 'not-fulfilled'];

/** Hours decide an outcome in hours: it is not offered. */
export function stepsFor(commitment: CommitmentRow, sides: readonly Side[]) {
  return commitmentMachine[commitment.state].steps.filter(
    ({ by, to }) => sides.some((side) => by.includes(side)) && !(hasHours(commitment) && outcomes.includes(to)),
  );
}

export async function drawCommitmentSteps(request: PageRequest): Promise<View | null> {
  const place = await managedLot(request);
  const commitment = await askedCommitment(request);
  if (place === null || commitment === null) return null;
  const { form } = request;
  const steps = stepsFor(commitment, await sidesOf(request.ctx, place.market.buyerId));
  const { label } = commitmentMachine[commitment.state];
  const body = (
    <>
      <LotHeading place={place} title="Étape de l’engagement" lead={`Aujourd’hui\u00A0: ${label}.`} />
      {steps.length === 0 && <Alert>Aucune étape à faire de votre côté.</Alert>}
      <Form
        action={`/lots/${place.lot.id}/engagement/etat`}
        formKey={request.key()}
        version={String(form.values['version'] ?? commitment.version)}
        hidden={{ commitment: commitment.id }}
        state={form}
        submit="Passer à cette étape"
        cancel={{ href: `/lots/${place.lot.id}/engagement`, label: 'Annuler' }}
      >
        <RadioCards
          name="to"
          label="Étape suivante"
          options={steps.map(({ to }) => ({ value: to, label: commitmentMachine[to].label }))}
          state={form}
        />
        <DateField name="day" label="Date" optional state={form} />
        <TextArea name="reason" label="Motif" optional rows={3} limit={1000} state={form} />
      </Form>
    </>
  );
  return { title: 'Étape de l’engagement', body, width: 'form' };
}

export async function drawSignature(request: PageRequest): Promise<View | null> {
  const place = await managedLot(request);
  const commitment = await askedCommitment(request);
  if (place === null || commitment === null) return null;
  const proposed = waiting(commitment.versions);
  const body = (
    <>
      <LotHeading
        place={place}
        title="Signature de l’avenant"
        lead={proposed && `${commitmentSentence(proposed.commitment)}. ${proposed.reason}.`}
      />
      <Form
        action={`/lots/${place.lot.id}/avenant/signer`}
        formKey={request.key()}
        hidden={{ commitment: commitment.id }}
        state={request.form}
        submit="Enregistrer la signature"
        cancel={{ href: `/lots/${place.lot.id}/engagement`, label: 'Annuler' }}
      >
        <DateField name="signedOn" label="Signé le" value={parisDay(request.ctx.now)} state={request.form} />
      </Form>
    </>
  );
  return { title: 'Signature de l’avenant', body, width: 'form' };
}

async function askedCommitment({ ctx, form, query, params }: PageRequest): Promise<CommitmentRow | null> {
  const asked = String(form.values['commitment'] ?? query.get('engagement') ?? '');
  const known = await listCommitments(ctx, params['id'] ?? '');
  return known.find(({ id }) => id === asked) ?? (asked === '' ? (known[0] ?? null) : null);
}

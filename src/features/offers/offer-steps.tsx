/** What one may make of a job sheet: filled, closed, withdrawn with its reason, or opened again. */
import { offerMachine } from '#domain/offer-state.ts';
import type { PageRequest } from '#http/route.ts';
import { Form, RadioCards, TextField } from '#ui/form.tsx';
import { Disclosure } from '#ui/parts.tsx';
import type { OfferRow } from './queries.ts';
import { sideOn } from './move-offer.ts';

export function OfferSteps({
  request,
  offer,
  action = `/besoins/${offer.id}/etat`,
  hidden,
}: {
  request: PageRequest;
  offer: OfferRow;
  action?: string;
  hidden?: Record<string, string>;
}) {
  const side = sideOn(request.ctx, offer);
  const steps = offerMachine[offer.state].steps.filter(({ by }) => by.includes(side));
  if (steps.length === 0) return <></>;
  const needing = steps.filter(({ needs }) => needs?.includes('reason')).map(({ to }) => stepLabels[to]);
  return (
    <Disclosure summary="Clore, retirer ou rouvrir ce poste" open={request.form.errors.length > 0}>
      <Form
        action={action}
        formKey={request.key()}
        version={offer.version}
        hidden={hidden}
        state={request.form}
        submit="Enregistrer"
      >
        <RadioCards
          name="to"
          label="Ce poste"
          options={steps.map(({ to }) => ({ value: to, label: stepLabels[to] }))}
          state={request.form}
        />
        <TextField
          name="reason"
          label="Motif"
          help={needing.length === 0 ? undefined : `Demandé pour\u00A0: ${needing.join(', ')}.`}
          optional
          maxlength={300}
          autocomplete="off"
          state={request.form}
        />
      </Form>
    </Disclosure>
  );
}

const stepLabels = {
  draft: 'Remettre en brouillon',
  open: 'Ouvrir de nouveau',
  filled: 'Dire pourvu',
  closed: 'Clore sans autre candidature',
  cancelled: 'Retirer la demande',
} as const;

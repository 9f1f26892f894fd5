/** Ending an agreement before its term: which day, and why. */
import { mayOnAgreement } from '#domain/agreement.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { lastDayOf } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, TextField } from '#ui/form.tsx';
import { Alert, PageHeading } from '#ui/parts.tsx';
import { agreementTrail } from './list-page.tsx';
import { openAgreement } from './open-agreement.ts';
import { listMovedHours } from './side-queries.ts';

export async function drawEnd(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed, refusal } = request;
  const opened = await openAgreement(ctx, request.params['id'] ?? '');
  if (opened === null) return null;
  const { agreement } = opened;
  if (!typed && (!mayOnAgreement('end', opened) || agreement.endedOn !== null)) return null;
  const months = (await listMovedHours(ctx, agreement.id)).map(({ month }) => month).toSorted();
  const last = months.at(-1);
  const today = parisDay(ctx.now);
  const state = typed ? form : { values: { endedOn: today }, errors: [] };
  const conflict = refusal?.because === 'changed-meanwhile';
  const path = `/globalisations/${agreement.id}`;
  const body = (
    <>
      <PageHeading
        title="Mettre fin à l’accord"
        breadcrumb={[...agreementTrail, { href: path, label: 'L’accord' }]}
        lead={`Prévu jusqu’au ${formatShortDay(agreement.untilDay)}. Ce qu’il a réparti reste réparti.`}
      />
      {conflict && (
        <Alert tone="attention" title="L’accord a changé entre-temps">
          Votre saisie est gardée ci-dessous : envoyez-la si elle reste juste.
        </Alert>
      )}
      {last !== undefined && (
        <Alert>{`Il a réparti des heures jusqu’au ${formatShortDay(lastDayOf(last))}\u00A0: il ne peut pas finir avant.`}</Alert>
      )}
      <Form
        action={`${path}/terme`}
        formKey={request.key()}
        version={String(conflict ? agreement.version : (state.values['version'] ?? agreement.version))}
        state={state}
        submit="Mettre fin"
        cancel={{ href: path, label: 'Annuler' }}
      >
        <DateField name="endedOn" label="Dernier jour" state={state} />
        <TextField
          name="reason"
          label="Motif"
          help="Chaque organisation de l’accord le lira."
          maxlength={300}
          autocomplete="off"
          state={state}
        />
      </Form>
    </>
  );
  return { title: 'Mettre fin à un accord de globalisation', body, width: 'form' };
}

/** The amendment of a signed agreement: the one in force holds until everybody signed its amendment. */
import { mayOnAgreement } from '#domain/agreement.ts';
import { parisDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { listCandidateLots } from './candidate-queries.ts';
import { agreementTrail } from './list-page.tsx';
import { openAgreement } from './open-agreement.ts';
import { PaperField, TermFields, valuesOf } from './term-fields.tsx';

export async function drawAmendAgreement(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const opened = await openAgreement(ctx, request.params['id'] ?? '');
  if (opened === null || (!typed && !mayOnAgreement('amend', opened))) return null;
  const { agreement } = opened;
  const lots = await listCandidateLots(ctx, agreement.companyId);
  const today = parisDay(ctx.now);
  const values = { ...valuesOf(opened), reason: '', fromDay: today, companySignedOn: '' };
  const state = typed ? form : { values, errors: [] };
  const body = (
    <>
      <PageHeading
        title="Avenant à l’accord"
        breadcrumb={[...agreementTrail, { href: `/globalisations/${agreement.id}`, label: 'L’accord' }]}
        lead="L’accord actuel tient jusqu’à ce que chacun ait signé son avenant."
      />
      <Form
        action={`/globalisations/${agreement.id}/avenant`}
        formKey={request.key()}
        multipart
        state={state}
        submit="Proposer l’avenant"
        cancel={{ href: `/globalisations/${agreement.id}`, label: 'Annuler' }}
      >
        <TermFields lots={lots} state={state} isCompany={opened.sides.includes('company')} />
        <PaperField state={state} />
      </Form>
    </>
  );
  return { title: 'Avenant à un accord de globalisation', body, width: 'form' };
}

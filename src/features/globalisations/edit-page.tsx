/** The terms of an agreement while it is not signed by all; whoever had signed signs again. */
import { mayOnAgreement } from '#domain/agreement.ts';
import { lastWriter } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert, ConflictView, PageHeading } from '#ui/parts.tsx';
import { listCandidateLots } from './candidate-queries.ts';
import { agreementTrail } from './list-page.tsx';
import type { OpenedAgreement } from './open-agreement.ts';
import { openAgreement } from './open-agreement.ts';
import { TermFields, valuesOf } from './term-fields.tsx';

export async function drawEditAgreement(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const opened = await openAgreement(ctx, request.params['id'] ?? '');
  if (opened === null || !opened.sides.includes('proposer')) return null;
  const { agreement } = opened;
  if (!typed && !mayOnAgreement('edit', opened)) return null;
  const lots = await listCandidateLots(ctx, agreement.companyId);
  const state = typed ? form : { values: valuesOf(opened), errors: [] };
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const body = (
    <>
      <PageHeading
        title="Modifier l’accord"
        breadcrumb={[...agreementTrail, { href: `/globalisations/${agreement.id}`, label: 'L’accord' }]}
        lead="Ceux qui avaient signé devront signer de nouveau."
      />
      {conflict ? (
        await conflictOf(request, opened)
      ) : (
        <Form
          action={`/globalisations/${agreement.id}/modifier`}
          formKey={request.key()}
          version={String((typed ? form.values['version'] : undefined) ?? agreement.version)}
          state={state}
          submit="Enregistrer"
          cancel={{ href: `/globalisations/${agreement.id}`, label: 'Annuler' }}
        >
          <TermFields lots={lots} state={state} isCompany={opened.sides.includes('company')} />
        </Form>
      )}
    </>
  );
  return { title: 'Modifier un accord de globalisation', body, width: 'form' };
}

async function conflictOf(request: PageRequest, opened: OpenedAgreement) {
  const { agreement } = opened;
  const writer = await lastWriter(request.ctx, { subjectType: 'globalisation', subjectId: agreement.id });
  if (!mayOnAgreement('edit', opened)) {
    return <Alert tone="attention">L’accord vient d’être signé par tous. Préparez plutôt un avenant.</Alert>;
  }
  const { lots, ...current } = valuesOf(opened);
  const { version: _, ...mine } = request.form.values;
  const labels = { reason: 'Motif', fromDay: 'Premier jour', untilDay: 'Dernier jour' } as const;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({
      label,
      yours: String(mine[name] ?? ''),
      theirs: current[name as keyof typeof labels],
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
  const numbers = (ids: readonly string[]) => `${ids.length} lots`;
  const chosen = [mine['lots'] ?? []].flat();
  const differs = chosen.toSorted().join() !== lots.toSorted().join();
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={differs ? [...fields, { label: 'Lots réunis', yours: numbers(chosen), theirs: numbers(lots) }] : fields}
      action={`/globalisations/${agreement.id}/modifier`}
      formKey={request.key()}
      version={agreement.version}
      values={mine}
      takeHref={`/globalisations/${agreement.id}/modifier`}
    />
  );
}

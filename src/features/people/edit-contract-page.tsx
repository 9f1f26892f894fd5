/** The terms of a contract that may change; the lot, the companies and the type do not: another contract is another contract. */
import { formatShortDay, parseTypedDay } from '#domain/day.ts';
import { formatMinutes, parseTypedHours } from '#domain/minutes.ts';
import { lastWriter } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { ConflictView, PageHeading } from '#ui/parts.tsx';
import { trailOf } from './contract-page.tsx';
import type { ContractRow } from './contract-queries.ts';
import { findContract } from './contract-queries.ts';
import { TermsFields } from './new-contract-page.tsx';
import { findPerson } from './queries.ts';

export async function drawEditContract(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const contract = await findContract(ctx, request.params['id'] ?? '');
  const person = contract && (await findPerson(ctx, contract.personId));
  if (contract === null || person === null || contract.state === 'removed') return null;
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const state = request.typed ? request.form : { values: valuesOf(contract), errors: [] };
  const back = `/contrats/${contract.id}`;
  const body = (
    <>
      <PageHeading
        title="Modifier le contrat"
        breadcrumb={[...trailOf(person), { href: back, label: 'Contrat' }]}
        lead="Pour changer de lot, d’entreprise ou de type, enregistrez la fin de ce contrat, puis un autre."
      />
      {conflict ? (
        await conflictOf(request, contract)
      ) : (
        <Form
          action={`${back}/modifier`}
          formKey={request.key()}
          version={String((request.typed ? request.form.values['version'] : undefined) ?? contract.version)}
          state={state}
          submit="Enregistrer"
          cancel={{ href: back, label: 'Annuler' }}
        >
          <TermsFields state={state} />
        </Form>
      )}
    </>
  );
  return { title: 'Modifier un contrat', body, width: 'form' };
}

async function conflictOf(request: PageRequest, contract: ContractRow) {
  const writer = await lastWriter(request.ctx, {
    subjectType: 'employment-contract',
    subjectId: contract.id,
  });
  const current: Record<string, string> = valuesOf(contract);
  const { version: _, ...mine } = request.form.values;
  const fields = Object.entries(labels)
    .map(([name, label]) => ({
      label,
      yours: shown(name, String(mine[name] ?? '')),
      theirs: shown(name, current[name] ?? ''),
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/contrats/${contract.id}/modifier`}
      formKey={request.key()}
      version={contract.version}
      values={mine}
      takeHref={`/contrats/${contract.id}`}
    />
  );
}

const labels = {
  job: 'Métier',
  romeCode: 'Code ROME',
  weeklyMinutes: 'Durée par semaine',
  startsOn: 'Début',
  trialEndsOn: 'Fin de la période d’essai',
  plannedEndOn: 'Fin prévue',
};

function shown(name: string, value: string): string {
  if (name === 'weeklyMinutes') {
    const hours = parseTypedHours(value);
    return hours.ok ? formatMinutes(hours.value) : value;
  }
  const day = name.endsWith('On') && value !== '' ? parseTypedDay(value) : null;
  return day?.ok ? formatShortDay(day.value) : value;
}

function valuesOf({ job, romeCode, weeklyMinutes, startsOn, trialEndsOn, plannedEndOn }: ContractRow) {
  return {
    job,
    romeCode,
    weeklyMinutes: formatMinutes(weeklyMinutes),
    startsOn,
    trialEndsOn: trialEndsOn ?? '',
    plannedEndOn: plannedEndOn ?? '',
  };
}

/** What follows one contract: the step proposed, or the form that proposes it. */
import { formatShortDay } from '#domain/day.ts';
import { nextSteps } from '#domain/next-contract.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, RadioCards, SelectField, TextArea } from '#ui/form.tsx';
import { ActionButton, Alert, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { findProposed, listOpenLots } from './next-queries.ts';
import { findOwnPerson, findWalked, nameOf } from './queries.ts';

export async function drawNext(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const contract = await findWalked(ctx, params['id'] ?? '');
  const person = contract && (await findOwnPerson(ctx, contract.personId));
  if (contract === null || person === null) return null;
  const proposed = await findProposed(ctx, contract.id);
  const path = `/contrats/${contract.id}/proposer-une-suite`;
  const lots = (await listOpenLots(ctx)).map(({ id, label, market }) => ({ value: id, label, group: market }));
  const known = lots.find(({ value }) => value === proposed?.lotId);
  const body = (
    <>
      <PageHeading
        title="La suite du contrat"
        breadcrumb={[
          { href: '/suites', label: 'Suites' },
          { href: `/personnes/${person.id}/parcours`, label: nameOf(person) },
        ]}
        lead={`${contract.company}, ${contract.endsOn === null ? 'sans terme' : `jusqu’au ${formatShortDay(contract.endsOn)}`}`}
      />
      {proposed !== null && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {proposed !== null ? (
        <Card
          title="Suite proposée"
          actions={
            <ActionButton action={`${path}/retirer`} formKey={request.key()} kind="quiet">
              Retirer cette proposition
            </ActionButton>
          }
        >
          <DefinitionList
            items={[
              { term: 'Proposition', value: nextSteps[proposed.step] },
              ...(known === undefined ? [] : [{ term: 'Lot', value: `${known.group}, ${known.label}` }]),
              { term: 'Depuis le', value: formatShortDay(proposed.proposedOn) },
              ...(proposed.words === '' ? [] : [{ term: 'Précision', value: proposed.words }]),
            ]}
          />
        </Card>
      ) : (
        <Form action={path} formKey={request.key()} state={form} submit="Proposer cette suite" submitIcon="check">
          <RadioCards
            name="step"
            label="Ce qui est proposé"
            state={form}
            options={Object.entries(nextSteps).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="lot"
            label="Lot du prochain contrat"
            help="Pour un contrat sur un autre lot que vous suivez."
            optional
            state={form}
            options={lots}
          />
          <TextArea name="words" label="Précision" optional rows={2} limit={500} state={form} />
        </Form>
      )}
    </>
  );
  return { title: 'La suite du contrat', body, width: 'form' };
}

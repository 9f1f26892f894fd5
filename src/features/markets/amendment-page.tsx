/** An amendment prepared on one page: what changes, shown before and after, then recorded. */
import { commitmentSentence } from '#domain/commitment-words.ts';
import { versionInForce } from '#domain/commitment-versions.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Commitment } from '#domain/commitment.ts';
import { formatDecimalHours, formatMinutes } from '#domain/minutes.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Button, Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { DateField, FieldPair, Form, NumberField, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import type { AmendmentEffect } from './amendments.ts';
import type { CommitmentRow } from './commitment-queries.ts';
import { listCommitments } from './commitment-queries.ts';
import { LotHeading, managedLot } from './lot-heading.tsx';
import { marketTrail } from './new-page.tsx';

export async function drawAmendment(request: PageRequest): Promise<View | null> {
  const place = await managedLot(request);
  if (place === null) return null;
  const { ctx, form, query, typed } = request;
  const commitments = (await listCommitments(ctx, place.lot.id)).filter(
    ({ state, kind }) => state !== 'draft' && state !== 'proposed' && kind !== 'none' && kind !== 'qualitative',
  );
  const asked = String(form.values['commitment'] ?? query.get('engagement') ?? '');
  const commitment = commitments.find(({ id }) => id === asked) ?? commitments[0];
  const owed = commitment && versionInForce(commitment.versions, parisDay(ctx.now));
  const state = typed
    ? form
    : { values: { ...(owed && valuesOf(owed.commitment)), endsOn: place.lot.endsOn ?? '' }, errors: [] };
  const body = (
    <>
      <LotHeading place={place} title="Avenant" />
      {commitment === undefined ? (
        <EmptyState
          title="Aucun engagement contractuel à modifier."
          actions={<a href={`/lots/${place.lot.id}/engagement`}>Voir ce que doit le lot</a>}
        />
      ) : (
        <AmendmentForm request={request} lotId={place.lot.id} commitment={commitment} state={state} />
      )}
    </>
  );
  return { title: 'Avenant', body, width: 'form' };
}

function AmendmentForm({
  request,
  lotId,
  commitment,
  state,
}: {
  request: PageRequest;
  lotId: string;
  commitment: CommitmentRow;
  state: FormState;
}) {
  return (
    <Form
      action={`/lots/${lotId}/avenant`}
      formKey={request.key()}
      version={String(state.values['version'] ?? commitment.version)}
      hidden={{ commitment: commitment.id }}
      state={state}
      more={
        <>
          <Button kind="primary" name="simulate" value="oui">
            Voir l’effet
          </Button>
          <Button>Enregistrer sans simuler</Button>
        </>
      }
      cancel={{ href: `/lots/${lotId}/engagement`, label: 'Annuler' }}
    >
      <OwedFields kind={commitment.kind} state={state} />
      <FieldPair>
        <DateField name="effectiveOn" label="Effet à partir du" state={state} />
        <DateField name="endsOn" label="Nouvelle fin du lot" optional state={state} />
      </FieldPair>
      <TextField
        name="reason"
        label="Motif"
        help="Par exemple Travaux supplémentaires."
        maxlength={300}
        state={state}
      />
      <DateField name="signedOn" label="Signé le" help="Laissez vide s’il n’est que proposé." optional state={state} />
    </Form>
  );
}

function OwedFields({ kind, state }: { kind: CommitmentRow['kind']; state: FormState }) {
  if (kind === 'variable') {
    return (
      <FieldPair>
        <NumberField name="eurosPerHour" label="Une heure par tranche facturée de" decimal unit="€" state={state} />
        <NumberField name="thresholdEuros" label="Au-delà de" optional decimal unit="€" state={state} />
      </FieldPair>
    );
  }
  if (kind === 'share') {
    return <NumberField name="share" label="Part des heures travaillées" decimal unit="%" state={state} />;
  }
  if (kind === 'qualitative') {
    return <TextArea name="expected" label="Engagement sans heures" limit={1000} state={state} />;
  }
  return <NumberField name="hours" label="Heures" help="Par exemple 700." decimal unit="h" state={state} />;
}

/** What the amendment would change; nothing is written until it is recorded. */
export function effectView(effect: AmendmentEffect, request: PageRequest): View {
  const { lot, before, after, endsOn, validated, signedOn } = effect;
  const { simulate: _, version, id: _id, ...typed } = effect.typed;
  const day = (value: string | null) => (value === null ? 'Non renseignée' : formatShortDay(value));
  const rows = [
    ['Dû', before === null ? 'Rien encore' : commitmentSentence(before), commitmentSentence(after)],
    ['Fin du lot', day(endsOn.before), day(endsOn.after)],
    ['Reste à valider', rest(before, validated), rest(after, validated)],
  ];
  const body = (
    <>
      <PageHeading
        title="Effet de l’avenant"
        breadcrumb={[...marketTrail, { href: `/lots/${lot.id}/engagement`, label: lot.title }]}
        lead={`${formatMinutes(validated)} déjà validées restent acquises.`}
      />
      <Card title="Avant et après">
        <table class="plain-table">
          <caption class="visually-hidden">Avant et après l’avenant</caption>
          <thead>
            <tr>
              <th scope="col">Donnée</th>
              <th scope="col">Avant</th>
              <th scope="col">Après</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, was, becomes]) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{was}</td>
                <td class={was === becomes ? '' : 'differs'}>{becomes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <Form
        action={`/lots/${lot.id}/avenant`}
        formKey={request.key()}
        version={version}
        hidden={Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']))}
        submit={signedOn === null ? 'Proposer cet avenant' : 'Enregistrer cet avenant signé'}
        cancel={{ href: `/lots/${lot.id}/engagement`, label: 'Abandonner' }}
      />
    </>
  );
  return { title: 'Effet de l’avenant', body, width: 'form' };
}

function rest(commitment: Commitment | null, validated: number): string {
  if (commitment?.kind !== 'fixed' && commitment?.kind !== 'training') return 'Selon l’exécution';
  return formatMinutes(Math.max(0, commitment.minutes - validated));
}

function valuesOf(owed: Commitment): Record<string, string> {
  const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');
  switch (owed.kind) {
    case 'fixed':
    case 'training':
      return { hours: formatDecimalHours(owed.minutes).replace(/,00$/, '') };
    case 'variable':
      return { eurosPerHour: euros(owed.centsPerHour), thresholdEuros: euros(owed.thresholdCents) };
    case 'share':
      return { share: euros(owed.basisPoints) };
    case 'qualitative':
      return { expected: owed.expected };
    case 'none':
      return {};
  }
}

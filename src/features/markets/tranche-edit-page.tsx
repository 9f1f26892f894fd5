/** One tranche: affirmed on a day, edited, taken back, with its history; two writers at once see both versions. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatDecimalHours, formatMinutes } from '#domain/minutes.ts';
import { lastWriter } from '#db/audit.ts';
import type { Writer } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, Alert, Card, ConflictView, EmptyState, PageHeading } from '#ui/parts.tsx';
import { findLot } from './lot-queries.ts';
import { marketTrail } from './new-page.tsx';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';
import { TrancheFields, TrancheHistory, TrancheState } from './tranche-page.tsx';
import type { TrancheRow } from './tranche-queries.ts';
import { findTranche, listTrancheSteps } from './tranche-queries.ts';

export async function drawTranche(request: PageRequest): Promise<View | null> {
  const { ctx, params, refusal, form } = request;
  const tranche = await findTranche(ctx, params['id'] ?? '');
  const lot = tranche === null ? null : await findLot(ctx, tranche.lotId);
  const market = lot === null ? null : await findMarket(ctx, lot.marketId);
  if (tranche === null || lot === null || market === null || !(await manages(ctx, market.id))) return null;
  const conflict = refusal?.because === 'changed-meanwhile';
  const writer = conflict ? await lastWriter(ctx, { subjectType: 'lot', subjectId: lot.id }) : null;
  const editing = form.values['number'] !== undefined;
  const nothing: FormState = { values: {}, errors: [] };
  const title = `Tranche ${tranche.number}`;
  const body = (
    <>
      <PageHeading
        title={title}
        lead={`Lot ${lot.number}, ${lot.title}. ${formatMinutes(tranche.minutes)}.`}
        status={<TrancheState tranche={tranche} />}
        breadcrumb={[
          ...marketTrail,
          { href: `/marches/${market.id}`, label: market.object },
          { href: `/lots/${lot.id}/tranches`, label: `Tranches du lot ${lot.number}` },
        ]}
      />
      {tranche.removedAt !== null ? (
        <EmptyState
          title="Cette tranche a été retirée."
          actions={
            <ActionButton action={`/tranches/${tranche.id}/remettre`} formKey={request.key()} icon="undo-2">
              Remettre la tranche
            </ActionButton>
          }
        />
      ) : writer !== null ? (
        <Conflict request={request} tranche={tranche} writer={writer} />
      ) : (
        <>
          {tranche.conditional && <Affirmation request={request} tranche={tranche} state={editing ? nothing : form} />}
          <EditForm request={request} tranche={tranche} editing={editing} />
          <Removal request={request} tranche={tranche} />
        </>
      )}
      <TrancheHistory steps={await listTrancheSteps(ctx, { lotId: lot.id, trancheId: tranche.id })} />
    </>
  );
  return { title, body, width: 'form' };
}

function Affirmation({ request, tranche, state }: { request: PageRequest; tranche: TrancheRow; state: FormState }) {
  const { id, affirmedOn } = tranche;
  if (affirmedOn === null) {
    return (
      <Card title="Affermir" aside="Ses heures sont dues dès ce jour">
        <Form action={`/tranches/${id}/affermir`} formKey={request.key()} state={state} submit="Affermir la tranche">
          <DateField
            name="day"
            label="Date de l’affermissement"
            help="Celle de la décision de l’acheteur."
            value={parisDay(request.ctx.now)}
            state={state}
          />
        </Form>
      </Card>
    );
  }
  return (
    <Card title={`Affermie le ${formatShortDay(affirmedOn)}`}>
      <Form
        action={`/tranches/${id}/reprendre`}
        formKey={request.key()}
        state={state}
        submit="Reprendre l’affermissement"
      >
        <TextField
          name="reason"
          label="Motif"
          help="Seulement pour une erreur de saisie."
          optional
          maxlength={300}
          state={state}
        />
      </Form>
    </Card>
  );
}

function EditForm({ request, tranche, editing }: { request: PageRequest; tranche: TrancheRow; editing: boolean }) {
  const { form } = request;
  const state = editing ? form : { values: valuesOf(tranche), errors: [] };
  return (
    <Card title="Modifier">
      <Form
        action={`/tranches/${tranche.id}`}
        formKey={request.key()}
        version={String((editing ? form.values['version'] : undefined) ?? tranche.version)}
        state={state}
        submit="Enregistrer"
        cancel={{ href: `/lots/${tranche.lotId}/tranches`, label: 'Annuler' }}
      >
        <TrancheFields state={state} />
        <TextField name="reason" label="Motif" optional maxlength={300} state={state} />
      </Form>
    </Card>
  );
}

function Removal({ request, tranche }: { request: PageRequest; tranche: TrancheRow }) {
  const errors = request.url.endsWith('/retirer') ? request.form.errors : [];
  return (
    <Card title="Retirer">
      {errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <p class="soft">
        Pour une tranche saisie par erreur : ses heures restent dues au contrat. Si l’acheteur y renonce, préparez
        plutôt un avenant.
      </p>
      <ActionButton action={`/tranches/${tranche.id}/retirer`} formKey={request.key()} kind="quiet" icon="trash-2">
        Retirer la tranche
      </ActionButton>
    </Card>
  );
}

function Conflict({ request, tranche, writer }: { request: PageRequest; tranche: TrancheRow; writer: Writer }) {
  const current = valuesOf(tranche);
  const { version: _, ...mine } = request.form.values;
  const labels = {
    number: 'Numéro',
    hours: 'Heures',
    conditional: 'Conditionnelle',
    startsOn: 'Début',
    endsOn: 'Fin',
  };
  const fields = Object.entries(labels)
    .map(([name, label]) => ({ label, yours: String(mine[name] ?? ''), theirs: current[name] ?? '' }))
    .filter(({ yours, theirs }) => yours !== theirs);
  return (
    <ConflictView
      who={writer.name}
      at={writer.at}
      fields={fields}
      action={`/tranches/${tranche.id}`}
      formKey={request.key()}
      version={tranche.version}
      values={mine}
      takeHref={`/tranches/${tranche.id}`}
    />
  );
}

function valuesOf({ number, conditional, minutes, startsOn, endsOn }: TrancheRow): Record<string, string> {
  return {
    number: String(number),
    hours: minutes % 60 === 0 ? String(minutes / 60) : formatDecimalHours(minutes),
    ...(conditional && { conditional: 'oui' }),
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
  };
}

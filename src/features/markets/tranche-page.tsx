/** The tranches of a lot: what each carries, what is owed today, how one is added, and their history. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import { dueWithTranches, trancheActs, waitingMinutes } from '#domain/tranche.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, DateField, FieldPair, Form, NumberField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, EmptyState, KeyFigure, KeyFigures, Status, Timeline } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { LotTabs } from '#ui/market-places.tsx';
import { LotHeading, managedLot } from './lot-heading.tsx';
import type { TrancheRow, TrancheStepRow } from './tranche-queries.ts';
import { listTranches, listTrancheSteps } from './tranche-queries.ts';
import { wholeOf } from './tranches.ts';

export async function drawTranches(request: PageRequest): Promise<View | null> {
  const place = await managedLot(request);
  if (place === null) return null;
  const { ctx, form } = request;
  const { lot } = place;
  const tranches = await listTranches(ctx, lot.id);
  const whole = await wholeOf(ctx, lot.id);
  const next = Math.max(0, ...tranches.map(({ number }) => number)) + 1;
  const body = (
    <>
      <LotHeading place={place} title={`Tranches du lot ${lot.number}`} />
      <LotTabs lot={lot.id} current="/tranches" />
      <Sums tranches={tranches} whole={whole} today={parisDay(ctx.now)} />
      <TrancheTable request={request} tranches={tranches} />
      <Card title="Ajouter une tranche">
        <Form action={`/lots/${lot.id}/tranches`} formKey={request.key()} state={form} submit="Ajouter la tranche">
          <TrancheFields state={form} number={next} />
        </Form>
      </Card>
      <TrancheHistory steps={await listTrancheSteps(ctx, { lotId: lot.id })} />
    </>
  );
  return { title: `Tranches du lot ${lot.number}`, body, width: 'form' };
}

export function TrancheFields({ state, number }: { state: FormState; number?: number }) {
  return (
    <>
      <FieldPair>
        <NumberField name="number" label="Numéro" value={String(number ?? '')} state={state} />
        <NumberField name="hours" label="Heures" help="Par exemple 120." decimal unit="h" state={state} />
      </FieldPair>
      <CheckboxField
        name="conditional"
        label="Tranche conditionnelle"
        detail="Elle n’est due qu’une fois affermie par l’acheteur."
        state={state}
      />
      <FieldPair>
        <DateField name="startsOn" label="Début" optional state={state} />
        <DateField name="endsOn" label="Fin" optional state={state} />
      </FieldPair>
    </>
  );
}

/** The sums side by side: what the contract says, what its tranches make of it, what is owed today. */
function Sums({ tranches, whole, today }: { tranches: readonly TrancheRow[]; whole: Minutes | null; today: Day }) {
  const sum = sumMinutes(tranches.map(({ minutes }) => minutes));
  const waiting = waitingMinutes(tranches, today);
  if (whole === null) {
    return (
      <Alert>{`${formatMinutes(sum - waiting)} dans les tranches affermies. Elles seront comparées à l’engagement en heures dès qu’il sera ajouté.`}</Alert>
    );
  }
  const outside = whole - sum;
  return (
    <>
      {outside < 0 && (
        <Alert tone="attention" title="Les tranches dépassent l’engagement">
          <p>{`Elles font ${formatMinutes(sum)} pour ${formatMinutes(whole)} dues au contrat. Modifiez une tranche, ou préparez un avenant.`}</p>
        </Alert>
      )}
      <KeyFigures>
        <KeyFigure label="Au contrat" value={formatMinutes(whole)} detail="Toutes tranches comprises" />
        <KeyFigure
          label="Dues aujourd’hui"
          value={formatMinutes(dueWithTranches(whole, { tranches, day: today }))}
          detail={`Soit ${formatMinutes(sum - waiting)} dans les tranches affermies${outside > 0 ? ` et ${formatMinutes(outside)} hors tranches` : ''}`}
        />
        <KeyFigure
          label="En attente d’affermissement"
          value={formatMinutes(waiting)}
          detail={waiting === 0 ? 'Rien n’attend l’acheteur' : 'Dues une fois affermies'}
        />
      </KeyFigures>
    </>
  );
}

function TrancheTable({ request, tranches }: { request: PageRequest; tranches: readonly TrancheRow[] }) {
  return (
    <Table
      caption="Tranches"
      rows={tranches}
      rowId={({ id }) => id}
      url={request.url}
      empty={<EmptyState title="Aucune tranche.">Le lot s’exécute en une fois.</EmptyState>}
      columns={[
        {
          key: 'number',
          label: 'Tranche',
          primary: true,
          cell: ({ id, number }) => <a href={`/tranches/${id}`}>{`Tranche ${number}`}</a>,
        },
        { key: 'minutes', label: 'Heures', align: 'end', cell: ({ minutes }) => formatMinutes(minutes) },
        { key: 'days', label: 'Période', cell: (row) => periodOf(row) },
        { key: 'state', label: 'État', cell: (row) => <TrancheState tranche={row} /> },
        {
          key: 'action',
          label: 'Action',
          actions: true,
          cell: ({ id, number, affirmedOn }) => (
            <ButtonLink href={`/tranches/${id}`} size="small" kind="quiet" about={`la tranche ${number}`}>
              {affirmedOn === null ? 'Affermir' : 'Modifier'}
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

function periodOf({ startsOn, endsOn }: TrancheRow): string {
  if (startsOn !== null && endsOn !== null) return `du ${formatShortDay(startsOn)} au ${formatShortDay(endsOn)}`;
  if (startsOn !== null) return `dès le ${formatShortDay(startsOn)}`;
  return endsOn === null ? '' : `jusqu’au ${formatShortDay(endsOn)}`;
}

export function TrancheState({ tranche: { conditional, affirmedOn } }: { tranche: TrancheRow }) {
  if (affirmedOn === null) return <Status tone="neutral" label="Conditionnelle" />;
  return <Status tone="ok" label={conditional ? `Affermie le ${formatShortDay(affirmedOn)}` : 'Ferme'} />;
}

export function TrancheHistory({ steps }: { steps: readonly TrancheStepRow[] }) {
  if (steps.length === 0) return <></>;
  return (
    <Card title="Historique">
      <Timeline
        items={steps.map(({ act, trancheNumber, onDay, minutes, reason, createdAt, name }) => ({
          at: createdAt,
          who: name ?? 'L’autre partie',
          what: `Tranche ${trancheNumber}, ${formatMinutes(minutes)}\u00A0: ${trancheActs[act].toLowerCase()}${act === 'affirmed' ? ` le ${formatShortDay(onDay)}` : ''}`,
          ...(reason !== '' && { why: reason }),
        }))}
      />
    </Card>
  );
}

/** The page that moves a market or a lot: where it stands, the steps this side may make, and its history. */
import type { Child } from 'hono/jsx';
import { lotMachine } from '#domain/lot-state.ts';
import { marketMachine } from '#domain/market-state.ts';
import type { Machine, Side } from '#domain/state-machine.ts';
import { formatShortDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, RadioCards, TextArea } from '#ui/form.tsx';
import { Card, EmptyState, PageHeading, Status, Timeline } from '#ui/parts.tsx';
import { LotTabs, MarketTabs } from '#ui/market-places.tsx';
import { sidesOf } from './desk.ts';
import { findLot } from './lot-queries.ts';
import { marketTrail } from './new-page.tsx';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';
import { listSteps } from './step-queries.ts';
import type { StepRow } from './step-queries.ts';

export async function drawMoveMarket(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const market = await findMarket(ctx, request.params['id'] ?? '');
  if (market === null || !(await manages(ctx, market.id))) return null;
  const sides = await sidesOf(ctx, market.buyerId);
  const trail = [...marketTrail, { href: `/marches/${market.id}`, label: market.object }];
  const history = await listSteps(ctx, market.id);
  return moveView(request, {
    title: 'Étape du marché',
    tabs: <MarketTabs market={market.id} current="/etat" />,
    trail,
    action: `/marches/${market.id}/etat`,
    back: `/marches/${market.id}`,
    machine: marketMachine,
    state: market.state,
    version: market.version,
    sides,
    history,
  });
}

export async function drawMoveLot(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const lot = await findLot(ctx, request.params['id'] ?? '');
  const market = lot === null ? null : await findMarket(ctx, lot.marketId);
  if (lot === null || market === null || !(await manages(ctx, market.id))) return null;
  const sides = await sidesOf(ctx, market.buyerId);
  const trail = [...marketTrail, { href: `/marches/${market.id}`, label: market.object }];
  return moveView(request, {
    title: `Étape du lot ${lot.number}`,
    tabs: <LotTabs lot={lot.id} current="/etat" />,
    trail,
    action: `/lots/${lot.id}/etat`,
    back: `/marches/${market.id}`,
    machine: lotMachine,
    state: lot.state,
    version: lot.version,
    sides,
    history: [],
  });
}

interface Moving<State extends string> {
  title: string;
  tabs: Child;
  trail: readonly { href: string; label: string }[];
  action: string;
  back: string;
  machine: Machine<State>;
  state: State;
  version: number;
  sides: readonly Side[];
  history: readonly StepRow[];
}

function moveView<State extends string>(request: PageRequest, moving: Moving<State>): View {
  const { title, trail, machine, state } = moving;
  const entry = machine[state];
  const body = (
    <>
      <PageHeading title={title} breadcrumb={trail} status={<Status tone={entry.tone} label={entry.label} />} />
      {moving.tabs}
      <Steps request={request} moving={moving} />
      {moving.history.length > 0 && <History steps={moving.history} />}
    </>
  );
  return { title, body, width: 'form' };
}

function Steps<State extends string>({ request, moving }: { request: PageRequest; moving: Moving<State> }) {
  const { machine, state, sides } = moving;
  const steps = machine[state].steps.filter(({ by }) => sides.some((side) => by.includes(side)));
  if (steps.length === 0) {
    return (
      <EmptyState title="Aucune étape à faire de votre côté." actions={<a href={moving.back}>Revenir au marché</a>}>
        La suite revient à l’autre partie, ou l’histoire de ce marché est finie.
      </EmptyState>
    );
  }
  const needing = (need: 'reason' | 'day') =>
    steps.filter(({ needs }) => needs?.includes(need)).map(({ to }) => machine[to].label);
  return (
    <Form
      action={moving.action}
      formKey={request.key()}
      version={String(request.form.values['version'] ?? moving.version)}
      state={request.form}
      submit="Passer à cette étape"
      cancel={{ href: moving.back, label: 'Annuler' }}
    >
      <RadioCards
        name="to"
        label="Étape suivante"
        options={steps.map(({ to }) => ({ value: to, label: machine[to].label }))}
        state={request.form}
      />
      {needing('day').length > 0 && (
        <DateField
          name="day"
          label="Date"
          help={`Demandée pour\u00A0: ${needing('day').join(', ')}.`}
          optional
          state={request.form}
        />
      )}
      {needing('reason').length > 0 && (
        <TextArea
          name="reason"
          label="Motif"
          help={`Demandé pour\u00A0: ${needing('reason').join(', ')}. Il reste dans l’historique.`}
          optional
          rows={3}
          limit={1000}
          state={request.form}
        />
      )}
    </Form>
  );
}

function History({ steps }: { steps: readonly StepRow[] }) {
  return (
    <Card title="Historique">
      <Timeline
        items={steps.map(({ state, onDay, reason, createdAt, who }) => ({
          at: createdAt,
          who,
          what: `${marketMachine[state].label}, le ${formatShortDay(onDay)}`,
          ...(reason !== '' && { why: reason }),
        }))}
      />
    </Card>
  );
}

/** The figures of a market, each with its origin, and the hours they would carry; only for those who may read amounts. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import type { FullTime } from '#domain/counting-rules.ts';
import { ruleValue } from '#domain/counting-rules.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { amountNatures, amountOrigins } from '#domain/market-words.ts';
import type { Minutes } from '#domain/minutes.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatCents } from '#domain/money.ts';
import { parseTypedShare } from '#domain/typed-share.ts';
import { countingBook } from '#db/counting-book.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, NumberField, SelectField, TextField } from '#ui/form.tsx';
import { Alert, Card, EmptyState, KeyFigure, KeyFigures, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { MarketTabs } from '#ui/market-places.tsx';
import type { AmountRow } from './amount-queries.ts';
import { listAmounts } from './amount-queries.ts';
import { inDays } from './hours-words.ts';
import type { LotRow } from './lot-queries.ts';
import { listLots } from './lot-queries.ts';
import { optionsOf } from './market-fields.tsx';
import { marketTrail } from './new-page.tsx';
import type { MarketRow } from './queries.ts';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';
import { sizeLot } from './sizing.ts';

const usualRate = 500;

export async function drawAmounts(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const market = await findMarket(ctx, params['id'] ?? '');
  if (market === null || !(await manages(ctx, market.id))) return null;
  const amounts = await listAmounts(ctx, market.id);
  const lots = await listLots(ctx, market.id);
  const own = organisationOf(ctx.actor);
  const rules = await sizingRules(ctx, lots);
  const writes = may(ctx.actor, 'amount.write').allowed && (market.buyerId === own || market.keeperId === own);
  const body = (
    <>
      <PageHeading
        title="Montants et estimations"
        breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
        lead="Les estimations restent entre l’acheteur et la structure de facilitation."
      />
      <MarketTabs market={market.id} current="/montants" />
      <AmountTable request={request} amounts={amounts} lots={lots} />
      <SizingCard request={request} market={market} amounts={amounts} lots={lots} rules={rules} />
      {writes && <NewAmountCard request={request} market={market} lots={lots} />}
    </>
  );
  return { title: 'Montants et estimations', body };
}

function AmountTable({
  request,
  amounts,
  lots,
}: {
  request: PageRequest;
  amounts: readonly AmountRow[];
  lots: readonly LotRow[];
}) {
  const lotName = (id: string | null) => {
    const lot = lots.find((one) => one.id === id);
    return lot === undefined ? 'Tout le marché' : `Lot ${lot.number}`;
  };
  return (
    <Table
      caption="Montants"
      rows={amounts}
      rowId={({ id }) => id}
      url={request.url}
      empty={
        <EmptyState title="Aucun montant encore." icon="euro">
          Les données publiques et les estimations s’ajoutent ici.
        </EmptyState>
      }
      columns={[
        { key: 'nature', label: 'Donnée', primary: true, cell: ({ nature }) => amountNatures[nature] },
        { key: 'lot', label: 'Pour', cell: ({ lotId }) => lotName(lotId) },
        { key: 'value', label: 'Valeur', align: 'end', cell: valueShown },
        { key: 'origin', label: 'Origine', cell: ({ origin }) => amountOrigins[origin] },
        { key: 'day', label: 'Au', cell: ({ onDay }) => formatShortDay(onDay) },
        { key: 'source', label: 'Source', cell: ({ source }) => source },
      ]}
    />
  );
}

function valueShown({ cents, basisPoints }: AmountRow): string {
  return cents === null ? `${formatHundredths(basisPoints ?? 0)}\u00a0%` : formatCents(cents);
}

interface SizingRules {
  fullTime: FullTime;
  step: Minutes;
}

/** By lot: each may have its own rounding and its own working time. */
async function sizingRules(ctx: Context, lots: readonly LotRow[]): Promise<Map<string, SizingRules>> {
  const day = parisDay(ctx.now);
  const rules = new Map<string, SizingRules>();
  for (const { id, marketId } of lots) {
    const book = await countingBook(ctx, {
      organisation: organisationOf(ctx.actor) ?? '',
      lot: { lotId: id, marketId },
    });
    rules.set(id, { fullTime: ruleValue(book, 'full-time', day), step: ruleValue(book, 'sizing-step', day) });
  }
  return rules;
}

/** The rate is no secret: it may stand in the address; the figures never do. */
function SizingCard({
  request,
  market,
  amounts,
  lots,
  rules,
}: {
  request: PageRequest;
  market: MarketRow;
  amounts: readonly AmountRow[];
  lots: readonly LotRow[];
  rules: ReadonlyMap<string, SizingRules>;
}) {
  const typed = request.query.get('taux') ?? '';
  const read = parseTypedShare(typed);
  const rate = read.ok ? read.value : usualRate;
  const state = {
    values: { taux: typed === '' ? formatHundredths(usualRate) : typed.slice(0, 20) },
    errors: [],
  };
  return (
    <Card title="Aide au calibrage" aside="Montant × main-d’œuvre × insertion ÷ coût de l’heure">
      <Form action={`/marches/${market.id}/montants`} method="get" state={state} submit="Calculer">
        <NumberField
          name="taux"
          label="Part d’insertion"
          help="De 5 à 20 le plus souvent."
          decimal
          unit="%"
          state={state}
        />
      </Form>
      <KeyFigures>
        {lots.map(({ id, number, title }) => {
          const set = rules.get(id);
          if (set === undefined) return null;
          const sized = sizeLot(amounts, { lotId: id, rate, step: set.step });
          return (
            <KeyFigure
              label={`Lot ${number}, ${title}`}
              value={'minutes' in sized ? formatMinutes(sized.minutes) : 'À compléter'}
              detail={
                'minutes' in sized
                  ? `Soit ${inDays(sized.minutes, set.fullTime)}. ${sized.told}.`
                  : `Il manque ${sized.missing.join(', ')}.`
              }
            />
          );
        })}
      </KeyFigures>
      <Alert>{'C’est une proposition\u00A0: seul un contrat ou un avenant signé change ce qui est dû.'}</Alert>
    </Card>
  );
}

function NewAmountCard({
  request,
  market,
  lots,
}: {
  request: PageRequest;
  market: MarketRow;
  lots: readonly LotRow[];
}) {
  const { form } = request;
  return (
    <Card title="Ajouter un montant">
      <Form action={`/marches/${market.id}/montants`} formKey={request.key()} state={form} submit="Ajouter">
        <FieldPair>
          <SelectField name="nature" label="Donnée" options={optionsOf(amountNatures)} state={form} />
          <SelectField name="origin" label="Origine" options={optionsOf(amountOrigins)} state={form} />
        </FieldPair>
        <FieldPair>
          <SelectField
            name="lotId"
            label="Pour"
            placeholder="Tout le marché"
            optional
            options={lots.map(({ id, number, title }) => ({ value: id, label: `Lot ${number}, ${title}` }))}
            state={form}
          />
          <NumberField
            name="amount"
            label="Valeur"
            help="En euros hors taxes, ou en % pour une part."
            decimal
            state={form}
          />
        </FieldPair>
        <FieldPair>
          <DateField name="onDay" label="Connu le" value={parisDay(request.ctx.now)} state={form} />
          <TextField
            name="source"
            label="Source"
            help="Par exemple Estimation du maître d’œuvre."
            maxlength={200}
            state={form}
          />
        </FieldPair>
      </Form>
    </Card>
  );
}

/** The tranches of a lot: what each carries, which are affirmed, and how one is added. */
import { formatShortDay } from '#domain/day.ts';
import { formatMinutes, sumMinutes } from '#domain/minutes.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, DateField, FieldPair, Form, NumberField } from '#ui/form.tsx';
import { ActionButton, Alert, Card, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { LotTabs } from '#ui/market-places.tsx';
import type { TrancheRow } from './lot-queries.ts';
import { findLot, listTranches } from './lot-queries.ts';
import { marketTrail } from './new-page.tsx';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';

export async function drawTranches(request: PageRequest): Promise<View | null> {
  const { ctx, form } = request;
  const lot = await findLot(ctx, request.params['id'] ?? '');
  const market = lot === null ? null : await findMarket(ctx, lot.marketId);
  if (lot === null || market === null || !(await manages(ctx, market.id))) return null;
  const tranches = await listTranches(ctx, lot.id);
  const firm = sumMinutes(tranches.filter(({ affirmedOn }) => affirmedOn !== null).map(({ minutes }) => minutes));
  const elsewhere = request.url.includes('/affermir') ? form.errors : [];
  const body = (
    <>
      <PageHeading
        title={`Tranches du lot ${lot.number}`}
        breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
        lead={`${lot.title}. ${formatMinutes(firm)} dans les tranches affermies.`}
      />
      <LotTabs lot={lot.id} current="/tranches" />
      {elsewhere.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <TrancheTable request={request} lot={lot.id} tranches={tranches} />
      <Card title="Ajouter une tranche">
        <Form
          action={`/lots/${lot.id}/tranches`}
          formKey={request.key()}
          state={elsewhere.length > 0 ? { values: {}, errors: [] } : form}
          submit="Ajouter la tranche"
        >
          <FieldPair>
            <NumberField name="number" label="Numéro" value={String(tranches.length + 1)} state={form} />
            <NumberField name="hours" label="Heures" help="Par exemple 120." decimal unit="h" state={form} />
          </FieldPair>
          <CheckboxField
            name="conditional"
            label="Tranche conditionnelle"
            detail="Elle compte une fois affermie."
            state={form}
          />
          <FieldPair>
            <DateField name="startsOn" label="Début" optional state={form} />
            <DateField name="endsOn" label="Fin" optional state={form} />
          </FieldPair>
        </Form>
      </Card>
    </>
  );
  return { title: `Tranches du lot ${lot.number}`, body, width: 'form' };
}

function TrancheTable({
  request,
  lot,
  tranches,
}: {
  request: PageRequest;
  lot: string;
  tranches: readonly TrancheRow[];
}) {
  return (
    <Table
      caption="Tranches"
      rows={tranches}
      rowId={({ id }) => id}
      url={request.url}
      empty={<EmptyState title="Aucune tranche.">Le lot s’exécute en une fois.</EmptyState>}
      columns={[
        { key: 'number', label: 'Tranche', primary: true, cell: ({ number }) => `Tranche ${number}` },
        { key: 'minutes', label: 'Heures', align: 'end', cell: ({ minutes }) => formatMinutes(minutes) },
        { key: 'state', label: 'État', cell: (row) => <TrancheState tranche={row} /> },
        {
          key: 'action',
          label: 'Action',
          actions: true,
          cell: ({ id, number, conditional, affirmedOn }) =>
            conditional &&
            affirmedOn === null && (
              <ActionButton
                action={`/lots/${lot}/tranches/affermir`}
                formKey={request.key()}
                hidden={{ tranche: id }}
                about={`la tranche ${number}`}
                size="small"
              >
                Affermir
              </ActionButton>
            ),
        },
      ]}
    />
  );
}

function TrancheState({ tranche: { conditional, affirmedOn } }: { tranche: TrancheRow }) {
  if (affirmedOn === null) return <Status tone="neutral" label="Conditionnelle" />;
  return <Status tone="ok" label={conditional ? `Affermie le ${formatShortDay(affirmedOn)}` : 'Ferme'} />;
}

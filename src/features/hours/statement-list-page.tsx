/** The statements of a market: those issued, and what the next one would hold. */
import { may } from '#domain/access.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth, formatOfMonth, formatQuarter, lastMonthOfQuarter } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Form, SelectField, TextArea } from '#ui/form.tsx';
import { Alert, Button, Card, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { issuableQuarters, readyOf, seenMark } from './statement.ts';
import type { StatedMarket, Statement, ToState } from './statement-queries.ts';
import { findStatedMarket, listStatements, listToState } from './statement-queries.ts';

export async function drawStatements(request: PageRequest): Promise<View | null> {
  const { ctx, params, form, url } = request;
  const market = await findStatedMarket(ctx, params['id'] ?? '');
  if (market === null) return null;
  const issued = await listStatements(ctx, market.id);
  const body = (
    <>
      <PageHeading
        title="États trimestriels"
        lead={`${market.object}. Ce qui est remis à ${market.buyer || 'l’acheteur'} chaque trimestre.`}
        breadcrumb={[{ href: `/marches/${market.id}`, label: market.object }]}
      />
      {form.errors
        .filter(({ field }) => field !== 'trimestre')
        .map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
      {may(ctx.actor, 'hours.review').allowed && (await Next({ request, market }))}
      <section class="stack">
        <h2>États remis</h2>
        <Table
          id="etats"
          caption="États remis"
          rows={issued}
          columns={columns}
          rowId={({ id }) => id}
          url={url}
          empty={
            <EmptyState title="Aucun état remis encore." icon="clock">
              Un état scelle les heures validées d’un trimestre et les remet à l’acheteur.
            </EmptyState>
          }
        />
      </section>
    </>
  );
  return { title: 'États trimestriels', body, width: 'wide' };
}

/** The quarter asked, else the last one over; every declaration up to its end that no statement holds yet. */
async function Next({ request, market }: { request: PageRequest; market: StatedMarket }) {
  const { ctx, form, query } = request;
  const quarters = issuableQuarters(ctx.now);
  const asked = String(form.values['trimestre'] ?? query.get('trimestre') ?? '');
  const quarter = quarters.find((known) => known === asked) ?? quarters[0] ?? '';
  const found = await listToState(ctx, { market: market.id, until: lastMonthOfQuarter(quarter) ?? '' });
  const ready = readyOf(found);
  const open = found.filter((one) => !ready.includes(one));
  const minutes = ready.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <Card title={`Prochain état\u00A0: ${formatQuarter(quarter)}`}>
      <form class="row" method="get" action={`/marches/${market.id}/etats`}>
        <SelectField
          name="trimestre"
          label="Trimestre"
          options={quarters.map((value) => ({ value, label: formatQuarter(value) }))}
          state={{ values: { trimestre: quarter }, errors: form.errors }}
        />
        <Button>Voir ce trimestre</Button>
      </form>
      {ready.length === 0 ? (
        <p>Aucune déclaration validée n’attend un état jusqu’à ce trimestre.</p>
      ) : (
        <p>
          {`${counted(ready.length, 'déclaration validée', 'déclarations validées')}, ${formatMinutes(minutes)} comptées${monthsOf(ready)}.`}
        </p>
      )}
      <Open declarations={open} />
      {ready.length > 0 && (
        <Form
          action={`/marches/${market.id}/etats`}
          formKey={request.key()}
          hidden={{ trimestre: quarter, vues: seenMark(ready) }}
          state={form}
          submit="Remettre l’état"
        >
          <p class="soft">
            Remettre l’état scelle ces heures. Elles ne changent plus ensuite que par une contre-écriture, reprise dans
            l’état suivant. {partly(ready)}
          </p>
          <TextArea
            name="observations"
            label="Observations"
            help={'Embauches prévues, difficultés, prochaines réunions. L’acheteur les lit\u00A0: ne nommez personne.'}
            optional
            rows={4}
            limit={2000}
            state={form}
          />
        </Form>
      )}
    </Card>
  );
}

function monthsOf(ready: readonly ToState[]): string {
  const [first, last] = [ready[0]?.month ?? '', ready.at(-1)?.month ?? ''];
  return first === last ? `, pour ${formatMonth(first)}` : `, ${formatOfMonth(first)} à ${formatMonth(last)}`;
}

function partly(ready: readonly ToState[]): string {
  const count = ready.filter(({ state }) => state === 'partially-validated').length;
  return count === 0
    ? ''
    : `${counted(count, 'déclaration est validée', 'déclarations sont validées')} en partie\u00A0: l’entreprise ne pourra plus renvoyer les lignes refusées.`;
}

function Open({ declarations }: { declarations: readonly ToState[] }) {
  if (declarations.length === 0) return <></>;
  return (
    <Alert tone="attention">
      {`${counted(declarations.length, 'déclaration n’est pas décidée', 'déclarations ne sont pas décidées')}. ${declarations.length === 1 ? 'L’état suivant la reprendra' : 'L’état suivant les reprendra'}.`}
      <ul>
        {declarations.slice(0, 20).map(({ id, month, company, lotNumber, state }) => (
          <li>
            <a href={`/heures/${id}`}>{`${company}, lot\u00A0${lotNumber}, ${formatMonth(month)}`}</a>{' '}
            <Status tone={declarationMachine[state].tone} label={declarationMachine[state].label} />
          </li>
        ))}
      </ul>
      {declarations.length > 20 && <p>{`et ${declarations.length - 20} autres.`}</p>}
    </Alert>
  );
}

const columns: Column<Statement>[] = [
  {
    key: 'number',
    label: 'État',
    primary: true,
    cell: ({ id, number }) => <a href={`/etats/${id}`}>{`État ${number}`}</a>,
  },
  { key: 'quarter', label: 'Trimestre', cell: ({ quarter }) => formatQuarter(quarter) },
  { key: 'structure', label: 'Remis par', cell: ({ structure }) => structure },
  { key: 'issued', label: 'Remis le', cell: ({ issuedAt }) => <DateText date={issuedAt} /> },
  { key: 'declarations', label: 'Déclarations', align: 'end', cell: ({ declarations }) => String(declarations) },
  { key: 'minutes', label: 'Heures', align: 'end', cell: ({ minutes }) => formatMinutes(minutes) },
];

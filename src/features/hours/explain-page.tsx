/** « D’où vient ce chiffre » : the rows behind the hours of a lot, as far as the reader may see them. */
import { organisationOf } from '#domain/actor.ts';
import { may } from '#domain/access.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import { parisDay } from '#domain/day.ts';
import { equivalentsOf } from '#domain/equivalents.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import { countingBook } from '#db/counting-book.ts';
import { lotHours } from '#db/hours-totals.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted, frenchNumber } from '#ui/french.ts';
import { ActionButton, Alert, ButtonLink, EmptyState, KeyFigure, KeyFigures, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { LotTabs } from '#ui/market-places.tsx';
import type { ExplainedLot, MonthRow, PersonRow, ServingTotals } from './explain-queries.ts';
import { findExplainedLot, listMonths, listServing, servingPerPage, sumServing } from './explain-queries.ts';
import { listRates, lotWorkedMinutes } from './worked-queries.ts';

export async function drawLotHours(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const lot = await findExplainedLot(ctx, params['id'] ?? '');
  if (lot === null) return null;
  const { submittedMinutes, countedMinutes } = await lotHours(ctx.db, lot.id);
  const title = `Heures du lot\u00A0${lot.number}`;
  const body = (
    <>
      <PageHeading
        title={title}
        lead={lot.title}
        breadcrumb={[{ href: `/marches/${lot.marketId}`, label: lot.object }]}
        actions={<Elsewhere request={request} lot={lot} />}
      />
      {may(ctx.actor, 'market.write').allowed && <LotTabs lot={lot.id} current="/heures" />}
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <KeyFigures>
        <KeyFigure
          label="Comptées"
          value={formatMinutes(countedMinutes)}
          detail={await inDays(request, { lot, minutes: countedMinutes })}
        />
        <KeyFigure
          label="Déclarées et non refusées"
          value={formatMinutes(submittedMinutes)}
          detail={
            submittedMinutes > countedMinutes
              ? `dont ${formatMinutes(submittedMinutes - countedMinutes)} à contrôler ou non comptées`
              : undefined
          }
        />
        {(await listRates(ctx, lot.id)).length > 0 && (
          <KeyFigure
            label="Travaillées par tous"
            value={formatMinutes(await lotWorkedMinutes(ctx, lot.id))}
            detail="D’où vient l’objectif"
            href={`/lots/${lot.id}/travail`}
          />
        )}
      </KeyFigures>
      {lot.facilitates && may(ctx.actor, 'person.read').allowed ? (
        <ByPerson request={request} lot={lot} counted={countedMinutes} {...await readServing(request, lot.id)} />
      ) : (
        <ByMonth request={request} rows={await listMonths(ctx, lot.id)} />
      )}
    </>
  );
  return { title, body, width: 'wide' };
}

/** What decides that these hours count, and where: the agreements of the lot and its rules. */
function Elsewhere({ request: { ctx }, lot }: { request: PageRequest; lot: ExplainedLot }) {
  return (
    <>
      <ButtonLink href={`/lots/${lot.id}/heures.csv`} icon="download">
        Exporter
      </ButtonLink>
      {may(ctx.actor, 'agreement.read').allowed && (
        <ButtonLink href={`/globalisations?lot=${lot.id}`} icon="handshake">
          Accords de globalisation
        </ButtonLink>
      )}
      {may(ctx.actor, 'counting.read').allowed && (
        <ButtonLink href={`/lots/${lot.id}/regles`} icon="scale">
          Règles de décompte
        </ButtonLink>
      )}
    </>
  );
}

async function inDays({ ctx }: PageRequest, { lot, minutes }: { lot: ExplainedLot; minutes: number }): Promise<string> {
  const place = { lotId: lot.id, marketId: lot.marketId };
  const book = await countingBook(ctx, { organisation: organisationOf(ctx.actor) ?? '', lot: place });
  const rule = resolveRule({ book, code: 'full-time', day: parisDay(ctx.now) });
  if (!rule.ok) return '';
  const { days, fullTimeMonths } = equivalentsOf(minutes, rule.value.value);
  return `${frenchNumber(days / 100, 1)}\u00A0jours, ${frenchNumber(fullTimeMonths / 100, 1)}\u00A0mois à temps plein`;
}

interface Serving {
  rows: PersonRow[];
  from: number;
  totals: ServingTotals;
}

async function readServing({ ctx, query }: PageRequest, lot: string): Promise<Serving> {
  const asked = Number(query.get('apres') ?? query.get('avant'));
  const from = Math.max(0, Math.min(1_000_000, Math.trunc(asked) || 0));
  return { rows: await listServing(ctx, { lot, from }), from, totals: await sumServing(ctx, lot) };
}

/** What the lines below add up to, and what of the figure above they cannot show. */
function summaryOf({ lines, served }: ServingTotals, all: number): string {
  const own = `${counted(lines, 'ligne validée', 'lignes validées')} de vos personnes\u00A0: ${formatMinutes(served)} comptées ici.`;
  const others = all - served;
  return others > 0
    ? `${own} Les ${formatMinutes(others)} restantes sont celles de personnes suivies par une autre structure.`
    : own;
}

function ByPerson({
  request,
  lot,
  rows: found,
  from,
  totals,
  counted: all,
}: Serving & { request: PageRequest; lot: ExplainedLot; counted: number }) {
  const rows = found.slice(0, servingPerPage);
  const columns: Column<PersonRow>[] = [
    {
      key: 'person',
      label: 'Personne',
      primary: true,
      cell: (row) => <a href={`/personnes/${row.personId}`}>{row.personName}</a>,
    },
    {
      key: 'month',
      label: 'Mois',
      cell: (row) => <a href={`/heures/${row.declarationId}`}>{formatMonth(row.month)}</a>,
    },
    {
      key: 'company',
      label: 'Déclarée par',
      cell: (row) => `${row.companyName}${row.elsewhere ? ', depuis un autre lot' : ''}`,
    },
    { key: 'minutes', label: 'Déclarées', align: 'end', cell: (row) => formatMinutes(row.minutes) },
    {
      key: 'served',
      label: 'Comptées ici',
      align: 'end',
      cell: (row) => (
        <>
          <b>{formatMinutes(row.served)}</b>
          {row.given > 0 && <small>{`${formatMinutes(row.given)} pour un autre lot`}</small>}
        </>
      ),
    },
    { key: 'rule', label: 'Règle', cell: (row) => <span class="soft">{row.ruleVersion}</span> },
  ];
  return (
    <>
      <Table
        caption="Lignes qui font les heures du lot"
        {...(totals.lines > 0 && { summary: summaryOf(totals, all) })}
        next={found.length > servingPerPage ? String(from + servingPerPage) : undefined}
        previous={from > 0 ? String(Math.max(0, from - servingPerPage)) : undefined}
        rows={rows}
        columns={columns}
        rowId={(row) => String(row.id)}
        url={request.url}
        empty={<EmptyState title="Aucune heure validée encore." />}
      />
      {may(request.ctx.actor, 'hours.review').allowed && totals.lines > 0 && (
        <div class="row">
          <ActionButton action={`/lots/${lot.id}/heures/repartir`} formKey={request.key()}>
            Répartir les heures en surplus
          </ActionButton>
          {totals.moved && (
            <ActionButton action={`/lots/${lot.id}/heures/ramener`} formKey={request.key()} kind="quiet">
              Ramener les heures réparties sur leur lot
            </ActionButton>
          )}
        </div>
      )}
    </>
  );
}

function ByMonth({ request, rows }: { request: PageRequest; rows: readonly MonthRow[] }) {
  const columns: Column<MonthRow>[] = [
    { key: 'month', label: 'Mois', primary: true, cell: (row) => formatMonth(row.month) },
    { key: 'company', label: 'Entreprise', cell: (row) => row.companyName },
    { key: 'submitted', label: 'Déclarées', align: 'end', cell: (row) => formatMinutes(row.submitted) },
    { key: 'counted', label: 'Comptées', align: 'end', cell: (row) => <b>{formatMinutes(row.counted)}</b> },
  ];
  return (
    <Table
      caption="Heures par mois et par entreprise"
      rows={rows}
      columns={columns}
      rowId={(row) => `${row.month}-${row.companyName}`.replaceAll(/[^\w-]/gu, '')}
      url={request.url}
      empty={<EmptyState title="Aucune heure déclarée encore." />}
    />
  );
}

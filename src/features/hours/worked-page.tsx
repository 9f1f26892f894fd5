/** Hours worked by everybody on a lot, month by month, and what follows from them: the target with its sum, and the rates of programmes. */
import { may } from '#domain/access.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth, isMonth } from '#domain/month.ts';
import { countsDistricts } from '#domain/programme-public.ts';
import { shareOfWork, shareSentence } from '#domain/worked-hours.ts';
import { readsOwnPart } from '#db/board-rules.ts';
import { lotHours } from '#db/hours-totals.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Form } from '#ui/form.tsx';
import { Alert, Card, DateText, EmptyState, KeyFigure, KeyFigures, PageHeading, ProgressBar } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { fieldHours } from './declare-prefill.ts';
import { openDoor } from './declare-doors.ts';
import { findExplainedLot } from './explain-queries.ts';
import { WorkedEntry } from './worked-card.tsx';
import type { WorkedRow, WorkRate } from './worked-queries.ts';
import { countedInKnownMonths, findWorked, listRates, listWorked, lotWorkedMinutes } from './worked-queries.ts';

export async function drawWorked(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const lot = await findExplainedLot(ctx, params['id'] ?? '');
  if (lot === null) return null;
  const worked = await lotWorkedMinutes(ctx, lot.id);
  const rates = await listRates(ctx, lot.id);
  const rows = await listWorked(ctx, lot.id);
  const own = readsOwnPart(ctx.actor);
  const { countedMinutes } = await lotHours(ctx.db, lot.id);
  const known = await countedInKnownMonths(ctx, lot.id);
  const missing = rows.filter(isMissing).length;
  const title = 'Heures travaillées par tous';
  const body = (
    <>
      <PageHeading
        title={title}
        lead={`Lot\u00A0${lot.number}, ${lot.title}. Tous les salariés et intérimaires, insertion comprise.`}
        breadcrumb={[
          { href: `/marches/${lot.marketId}`, label: lot.object },
          { href: `/lots/${lot.id}/heures`, label: `Heures du lot\u00A0${lot.number}` },
        ]}
      />
      <KeyFigures>
        <KeyFigure label="Travaillées par tous" value={formatMinutes(worked)} detail="Depuis le début, sur ce lot" />
        {!own && <KeyFigure label="D’insertion, validées" value={formatMinutes(countedMinutes)} />}
        <KeyFigure
          label="Mois sans total"
          value={counted(missing, 'mois', 'mois')}
          detail={missing === 0 ? 'Rien ne manque' : 'L’objectif ne les compte pas encore'}
        />
      </KeyFigures>
      {rates.length === 0 ? (
        <Alert>Ni l’engagement de ce lot ni un programme de son marché ne dépendent de ces heures.</Alert>
      ) : (
        rates.map((rate) => <Rate rate={rate} worked={worked} done={own ? null : rate.owed ? countedMinutes : known} />)
      )}
      {await entryForm(request, lot.id)}
      <Table
        caption="Heures travaillées par tous, par mois et par entreprise"
        rows={rows}
        columns={columnsFor(request, lot.id)}
        rowId={({ companyId, month }) => `${month}-${companyId}`}
        url={request.url}
        empty={
          <EmptyState title="Aucun mois encore." icon="clock">
            L’entreprise indique ce total avec sa déclaration du mois.
          </EmptyState>
        }
      />
    </>
  );
  return { title, body };
}

/** A month not declared yet is asked with its declaration; one declared without the total is missing. */
function isMissing({ minutes, state }: WorkedRow): boolean {
  return minutes === null && state !== null && !['expected', 'late', 'not-due'].includes(state);
}

/** The target is rate × hours worked: it is written so, with both figures. */
function Rate({ rate, worked, done }: { rate: WorkRate; worked: number; done: number | null }) {
  const { name, basisPoints, targetPublic, owed } = rate;
  const due = shareOfWork(worked, basisPoints);
  return (
    <Card title={name} aside={owed ? 'Dû à ce jour' : 'Objectif du programme'}>
      <p>{`${shareSentence({ basisPoints, worked })}.`}</p>
      {targetPublic !== '' && <p class="soft">{`Public visé\u00A0: ${targetPublic}.`}</p>}
      {countsDistricts(targetPublic) && (
        <p class="soft">Seules comptent les heures des habitants de QPV à l’embauche : la page du marché les compte.</p>
      )}
      {done !== null && due > 0 && !countsDistricts(targetPublic) && (
        <ProgressBar done={done} due={due} expected={due} unit="" format={formatMinutes} />
      )}
    </Card>
  );
}

function columnsFor({ ctx }: PageRequest, lot: string): Column<WorkedRow>[] {
  const columns: Column<WorkedRow>[] = [
    { key: 'mois', label: 'Mois', primary: true, cell: ({ month }) => formatMonth(month) },
    { key: 'entreprise', label: 'Entreprise', cell: ({ company }) => company },
    {
      key: 'heures',
      label: 'Heures travaillées',
      align: 'end',
      cell: (row) =>
        row.minutes === null ? (
          <span class="soft">{isMissing(row) ? 'À indiquer' : 'Mois non déclaré'}</span>
        ) : (
          <b>{formatMinutes(row.minutes)}</b>
        ),
    },
    {
      key: 'par',
      label: 'Indiqué',
      cell: ({ declaredAt, declaredBy }) =>
        declaredAt !== null && (
          <>
            <DateText date={declaredAt} /> {declaredBy !== '' && `par ${declaredBy}`}
          </>
        ),
    },
  ];
  if (!may(ctx.actor, 'hours.enter').allowed) return columns;
  return [
    ...columns,
    {
      key: 'action',
      label: 'Action',
      actions: true,
      cell: ({ companyId, company, month, minutes }) => (
        <a
          class="button quiet small-button"
          href={`/lots/${lot}/travail?${new URLSearchParams({ entreprise: companyId, mois: month }).toString()}`}
        >
          {minutes === null ? 'Indiquer' : 'Corriger'}
          <span class="visually-hidden">{` ${formatMonth(month)} pour ${company}`}</span>
        </a>
      ),
    },
  ];
}

/** For a facilitator, in the place of the company and the month named by the address. */
async function entryForm(request: PageRequest, id: string) {
  const { ctx, query, form } = request;
  if (!may(ctx.actor, 'hours.enter').allowed) return <></>;
  const named = (name: string) => String(form.values[name] ?? query.get(name) ?? '');
  const month = named('mois');
  const door = isMonth(month) ? await openDoor(ctx, { kind: 'facilitator', id, company: named('entreprise') }) : null;
  if (door === null) {
    return (
      <>
        {form.errors.map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
      </>
    );
  }
  const { companyId: company, companyName } = door.lot;
  const worked = await findWorked(ctx, { lot: id, company, month });
  const sent = form.values['travail'] !== undefined;
  const state = sent ? form : { values: { travail: worked === null ? '' : fieldHours(worked.minutes) }, errors: [] };
  return (
    <Card title={`${companyName}, ${formatMonth(month)}`}>
      <Form
        action={`/lots/${id}/travail`}
        formKey={request.key()}
        hidden={{ entreprise: company, mois: month }}
        version={worked?.version ?? 0}
        state={state}
        submit="Enregistrer"
        cancel={{ href: `/lots/${id}/travail`, label: 'Annuler' }}
      >
        <WorkedEntry state={state} />
      </Form>
    </Card>
  );
}

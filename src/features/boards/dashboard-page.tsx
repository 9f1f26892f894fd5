/** The year at a glance for a structure or a buyer: what is done and due, month by month, where, and what to watch. */
import { may } from '#domain/access.ts';
import { contractTypes, isContractType } from '#domain/contract-types.ts';
import { formatShortDay } from '#domain/day.ts';
import { addToMonth, monthOf } from '#domain/month.ts';
import { readBoardRules } from '#db/board-rules.ts';
import type { PageRequest, View } from '#http/route.ts';
import { BarChart, DepartmentMap } from '#ui/charts.tsx';
import { counted, frenchNumber, frenchShare, sharePercent } from '#ui/french.ts';
import { wholeHours } from '#ui/hours-words.ts';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { Alert, Card, EmptyState, KeyFigure, KeyFigures, PageHeading } from '#ui/parts.tsx';
import { departmentLabel } from './departments.ts';
import type { DepartmentRow, YearRow } from './dashboard-queries.ts';
import { countAllPeople, countToReview, longWaitDays, sumByDepartment, sumYear } from './dashboard-queries.ts';
import { RhythmCard } from './rhythm-card.tsx';
import { WatchCard } from './watch-card.tsx';
import { listMarkets } from './market-queries.ts';

const monthsTold = 12;
const watchedShown = 8;

export async function drawDashboard({ ctx }: PageRequest): Promise<View> {
  const rules = await readBoardRules(ctx);
  const departments = await sumByDepartment(ctx, rules);
  const year = await sumYear(ctx, addToMonth(monthOf(rules.today), 1 - monthsTold));
  const people = await countAllPeople(ctx, rules.partyOf !== null);
  const review = may(ctx.actor, 'hours.review').allowed ? await countToReview(ctx) : null;
  const { rows: watched } = await listMarkets(ctx, {
    filters: { mine: false, group: 'to-watch', words: [], search: '', department: '', by: 'echeance' },
    rules,
    page: { direction: 'ascending', size: watchedShown },
  });
  const total = (of: (row: DepartmentRow) => number) => departments.reduce((sum, row) => sum + of(row), 0);
  const [markets, due, done, target] = [
    total((row) => row.markets),
    total((row) => row.due),
    total((row) => row.done),
    total((row) => row.target),
  ];
  const body = (
    <>
      <PageHeading
        title="Tableau de bord"
        lead={`Marchés en cours, arrêtés au ${formatShortDay(rules.today)}`}
        actions={<PrintButton />}
      />
      {review !== null && review.waiting > 0 && (
        <Alert tone="attention">
          <strong>{counted(review.waiting, 'déclaration attend', 'déclarations attendent')} votre validation</strong>
          {review.long > 0 && `, dont ${review.long} depuis plus de ${longWaitDays} jours`}.{' '}
          <a href="/heures">Les traiter</a>
        </Alert>
      )}
      <KeyFigures>
        <KeyFigure
          label="Heures réalisées"
          value={wholeHours(done)}
          detail={due === 0 ? 'Aucune heure due' : `sur ${wholeHours(due)}\u00A0h dues, soit ${frenchShare(done, due)}`}
          href="/marches?vue=en-cours&tri=-heures"
        />
        <KeyFigure
          label="Marchés en cours"
          value={frenchNumber(markets)}
          detail={`dont ${frenchNumber(total((row) => row.watched))} à surveiller`}
          href="/marches?vue=en-cours"
        />
        <KeyFigure
          label="Personnes au travail"
          value={frenchNumber(people)}
          detail="Chacune comptée une fois, depuis le début"
          href={may(ctx.actor, 'person.read').allowed ? '/personnes' : undefined}
        />
        <KeyFigure
          label="Heures du mois dernier"
          value={wholeHours(hoursOf(year, addToMonth(monthOf(rules.today), -1)))}
          detail={target === 0 ? 'Aucun objectif daté' : `Objectif\u00A0: ${wholeHours(target)}\u00A0h`}
          href="#rythme"
        />
      </KeyFigures>
      <div class="columns">
        <div class="stack">
          <RhythmCard title="Heures réalisées par mois" months={byMonth(year)} target={target} today={rules.today} />
          <Rates rows={departments} />
        </div>
        <div class="stack">
          <WatchCard rows={watched} />
          <Types year={year} />
        </div>
      </div>
    </>
  );
  return { title: 'Tableau de bord', body };
}

function Rates({ rows }: { rows: readonly DepartmentRow[] }) {
  const owing = rows.filter(({ due, departmentCode }) => due > 0 && departmentCode !== '');
  if (owing.length === 0) return null;
  const rates = new Map(owing.map(({ departmentCode, done, due }) => [departmentCode, sharePercent(done, due)]));
  return (
    <Card title="Taux de réalisation par département">
      <DepartmentMap caption="Taux de réalisation" unit="%" values={rates} limits={[25, 50, 75, 100]} />
      <ul class="row">
        {owing.map(({ departmentCode }) => (
          <li>
            <a href={`/marches?vue=en-cours&departement=${encodeURIComponent(departmentCode)}`}>
              {departmentLabel(departmentCode)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Types({ year }: { year: readonly YearRow[] }) {
  const types = [...Map.groupBy(year, ({ contractType }) => contractType)]
    .map(([type, rows]) => ({
      label: isContractType(type) ? contractTypes[type].label : type,
      value: Math.floor(rows.reduce((sum, { done }) => sum + done, 0) / 60),
    }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value);
  return (
    <Card title="Par type de contrat" aside="Heures validées, douze derniers mois">
      {types.length === 0 ? (
        <EmptyState title="Aucune heure validée encore." icon="clock" />
      ) : (
        <BarChart caption="Heures validées par type de contrat" bars={types} unit="h" />
      )}
    </Card>
  );
}

function byMonth(year: readonly YearRow[]): { month: string; done: number }[] {
  return [...new Set(year.map(({ month }) => month))].map((month) => ({ month, done: hoursOf(year, month) }));
}

function hoursOf(year: readonly YearRow[], month: string): number {
  return year.filter((row) => row.month === month).reduce((sum, { done }) => sum + done, 0);
}

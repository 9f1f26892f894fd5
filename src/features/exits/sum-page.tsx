/** The year of a structure: what became of people at each point, how many answered; small numbers hidden, no name. */
import { executionMethods } from '#domain/contract-types.ts';
import type { ExecutionMethod } from '#domain/contract-types.ts';
import { parisDay } from '#domain/day.ts';
import { dynamicGroups, exitGroups } from '#domain/exit-groups.ts';
import { allPoints, measurePoints } from '#domain/exit-plan.ts';
import { summariseExits, summariseLines } from '#domain/exit-rates.ts';
import { smallestShown } from '#domain/small-numbers.ts';
import type { PageRequest, View } from '#http/route.ts';
import { frenchNumber } from '#ui/french.ts';
import { EmptyState, KeyFigure, KeyFigures, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { Tabs } from '#ui/table.tsx';
import type { SummedExit } from './sum-queries.ts';
import type { SumLine } from './sum-table.tsx';
import { SumTable } from './sum-table.tsx';
import { rate, shown } from './sum-words.ts';
import { countVisits, listYear } from './sum-queries.ts';

export async function drawSum(request: PageRequest): Promise<View> {
  const { ctx, query } = request;
  const current = Number(parisDay(ctx.now).slice(0, 4));
  const asked = Number(query.get('annee'));
  const years = [current, current - 1, current - 2];
  const year = years.find((one) => one === asked) ?? current;
  const exits = await listYear(ctx, year);
  const visits = await countVisits(ctx, year);
  const whole = summariseExits(exits);
  const body = (
    <>
      <PageHeading
        title="Bilan des parcours"
        lead={`Sans nom. Un nombre inférieur à ${smallestShown} est caché, et avec lui un autre s’il le révélait.`}
        actions={<PrintButton />}
      />
      <Tabs
        label="Année"
        items={years.map((one) => ({
          href: one === current ? '/sorties/bilan' : `/sorties/bilan?annee=${one}`,
          label: String(one),
          current: one === year,
        }))}
      />
      <KeyFigures>
        <KeyFigure
          label="Taux de réponse"
          value={rate(whole.responseBasisPoints)}
          detail={`sur ${shown(whole.due)} mesures`}
        />
        <KeyFigure label="Sorties dynamiques" value={rate(whole.dynamicBasisPoints)} detail="parmi les réponses" />
        <KeyFigure
          label="Visites faites"
          value={frenchNumber(visits.done)}
          detail={`sur ${frenchNumber(visits.due)} dues`}
        />
        <KeyFigure label="Visites manquées" value={frenchNumber(visits.missed)} />
      </KeyFigures>
      {exits.length === 0 ? (
        <EmptyState title={`Aucune sortie mesurée en ${year}.`} icon="chart-column">
          Les questions s’ouvrent d’elles-mêmes à la fin de chaque contrat.
        </EmptyState>
      ) : (
        <>
          <SumTable
            title="À chaque moment"
            head="Moment"
            lines={linesOf(
              allPoints.map((point) => ({
                label: measurePoints[point].short,
                exits: exits.filter((one) => one.point === point),
              })),
            )}
          />
          <SumTable title="À 6 mois, par modalité" head="Modalité" lines={byMethod(exits)} />
          <p class="soft">{definitions}</p>
        </>
      )}
    </>
  );
  return { title: 'Bilan des parcours', body };
}

const definitions = `Sorties dynamiques\u00A0: ${dynamicGroups.map((group) => exitGroups[group].toLowerCase()).join(', ')} (DGEFP 2008). Un CDD de six mois exactement est durable. Une personne non jointe n’a pas répondu\u00A0: elle n’est pas comptée dans les autres situations. Un séjour de moins de trois mois est neutralisé.`;

function byMethod(exits: readonly SummedExit[]): SumLine[] {
  const methods = Object.keys(executionMethods) as ExecutionMethod[];
  const lines = methods.map((method) => ({
    label: executionMethods[method],
    exits: exits.filter((one) => one.point === 'm6' && one.method === method),
  }));
  return linesOf(lines.filter(({ exits: some }) => some.length > 0));
}

function linesOf(lines: readonly { label: string; exits: readonly SummedExit[] }[]): SumLine[] {
  const summaries = summariseLines(lines.map(({ exits }) => exits));
  return lines.flatMap(({ label }, place) => {
    const summary = summaries[place];
    return summary === undefined ? [] : [{ label, summary }];
  });
}

/** Columns with a target, bars, cumulated lines, the map. */
import { BarChart, ColumnChart, DepartmentMap, LineChart } from '#ui/charts.tsx';
import departments from '#ui/charts/departments.json' with { type: 'json' };
import { Card } from '#ui/parts.tsx';

const months = ['déc.', 'janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.'];
const hours = [9800, 11500, 12750, 13200, 12740, 11450, 9700, 8050, 3200, 6400, 6900, 8200];
const rates = new Map(departments.departments.map(({ code }, index) => [code, 22 + ((index * 37) % 60)]));

export function StylesCharts() {
  return (
    <div class="columns">
      <div class="stack">
        <Card title="Heures réalisées par mois" aside={'Objectif mensuel : 10 800 h'}>
          <ColumnChart
            caption="Heures par mois"
            unit="heures"
            target={10_800}
            columns={months.map((label, index) => ({ label, value: hours[index] ?? 0 }))}
          />
        </Card>
        <Card title="Taux de réalisation par département">
          <DepartmentMap caption="Taux par département" unit="%" values={rates} limits={[30, 40, 50, 60]} />
        </Card>
      </div>
      <div class="stack">
        <Card title="Publics accompagnés" aside={'1 501 critères, 1 204 personnes'}>
          <BarChart
            caption="Publics accompagnés"
            bars={[
              { label: 'Demandeurs d’emploi de longue durée', value: 412 },
              { label: 'Bénéficiaires du RSA', value: 365 },
              { label: 'Jeunes de moins de 26 ans', value: 298 },
              { label: 'Habitants de quartier prioritaire', value: 241 },
              { label: 'Travailleurs handicapés', value: 127 },
              { label: 'Réfugiés', value: 58 },
            ]}
          />
        </Card>
        <Card title="Réalisé et attendu">
          <LineChart
            caption="Heures cumulées"
            unit="heures"
            points={months.slice(0, 8).map((label, index) => ({
              label,
              done: index < 6 ? 70 * (index + 1) + (index % 3) * 25 : null,
              expected: 80 * (index + 1),
            }))}
          />
        </Card>
      </div>
    </div>
  );
}

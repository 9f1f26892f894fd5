/** The map of the departments in five classes, its legend, and its table, which holds the links. */
import geometry from './departments.json' with { type: 'json' };
import { counted, frenchNumber } from '#ui/french.ts';
import { DataTable } from './data-table.tsx';

export interface DepartmentMapProps {
  caption: string;
  unit: string;
  /** By department code; a department without a value is left empty. */
  values: ReadonlyMap<string, number>;
  /** The four limits between the five classes, rising. */
  limits: readonly [number, number, number, number];
}

/** Names under the insets of the geometry. */
const overseas = [
  { name: 'Guadeloupe', y: 76 },
  { name: 'Martinique', y: 156 },
  { name: 'Guyane', y: 234 },
  { name: 'Mayotte', y: 312 },
  { name: 'La Réunion', y: 388 },
];

type Shape = { code: string; name: string; d: string };

export function DepartmentMap({ caption, unit, values, limits }: DepartmentMapProps) {
  const shapes: Shape[] = [...geometry.departments, ...geometry.paris];
  return (
    <figure class="chart">
      <div class="map">
        <svg viewBox="0 0 560 510" role="img" aria-label={mapAlternative({ caption, unit, values, limits })}>
          {shapes.map(({ code, name, d }) => (
            <path class={`land ${classOf(values.get(code), limits)}`} d={d}>
              <title>{`${name}\u00A0: ${said(values.get(code), unit)}`}</title>
            </path>
          ))}
          {overseas.map(({ name, y }) => (
            <text x="30" y={y} aria-hidden="true">
              {name}
            </text>
          ))}
          <rect class="frame-line" x="459" y="4" width="98" height="103" rx="6" />
        </svg>
        <Legend unit={unit} limits={limits} />
      </div>
      <figcaption class="chart-note">{geometry.credit}</figcaption>
      <DataTable
        caption={caption}
        columns={['Département', unit]}
        rows={geometry.departments.map(({ code, name }) => [`${code} ${name}`, said(values.get(code), '')])}
      />
    </figure>
  );
}

function Legend({ unit, limits }: Pick<DepartmentMapProps, 'unit' | 'limits'>) {
  const [first, second, third, fourth] = limits.map((limit) => frenchNumber(limit, 1));
  const texts = [
    `moins de ${first}\u00A0${unit}`,
    `${first} à ${second}\u00A0${unit}`,
    `${second} à ${third}\u00A0${unit}`,
    `${third} à ${fourth}\u00A0${unit}`,
    `${fourth}\u00A0${unit} et plus`,
  ];
  return (
    <ul class="legend" aria-hidden="true">
      {[...texts, 'sans donnée'].map((text, index) => (
        <li>
          <svg viewBox="0 0 20 14">
            <rect class={index < 5 ? `map-${index}` : 'map-none'} x="0.5" y="0.5" width="19" height="13" rx="2" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

export function classOf(value: number | undefined, limits: DepartmentMapProps['limits']): string {
  return value === undefined ? 'map-none' : `map-${limits.filter((limit) => value >= limit).length}`;
}

export function mapAlternative({ caption, unit, values, limits }: DepartmentMapProps): string {
  if (values.size === 0) return `${caption}\u00A0: aucune donnée.`;
  const all = [...values.values()];
  const high = all.filter((value) => value >= limits[3]).length;
  return `${caption}, ${counted(values.size, 'département renseigné', 'départements renseignés')}. De ${said(Math.min(...all), unit)} à ${said(Math.max(...all), unit)}\u00A0; ${counted(high, 'département')} à ${said(limits[3], unit)} ou plus.`;
}

function said(value: number | undefined, unit: string): string {
  if (value === undefined) return 'sans donnée';
  return unit === '' ? frenchNumber(value, 1) : `${frenchNumber(value, 1)}\u00A0${unit}`;
}

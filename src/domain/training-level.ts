/** Levels of training: a value never goes without its scale, since "niveau III" and "niveau 3" are two different things (domain.md §7.3). */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** national: 0 to 8, décret 2019-14. former: VI to I, before it. asp: the codes of the paying agency. */
export const trainingScales = {
  national: 'Cadre national (depuis 2019)',
  former: 'Ancienne nomenclature (avant 2019)',
  asp: 'Codes de l’ASP',
} as const;

export type TrainingScale = keyof typeof trainingScales;

export interface TrainingLevel {
  scale: TrainingScale;
  value: string;
}

/** Source: décret n° 2019-14 du 8 janvier 2019, as remembered by domain.md §7.3; to be reviewed with the list of levels. */
const levels = {
  national: [
    ['0', 0, 'Jamais scolarisé'],
    ['1', 1, 'Savoirs de base'],
    ['2', 2, 'Sans diplôme, ou brevet'],
    ['3', 3, 'CAP, BEP'],
    ['4', 4, 'Baccalauréat'],
    ['5', 5, 'Bac\u00a0+\u00a02'],
    ['6', 6, 'Bac\u00a0+\u00a03 ou 4'],
    ['7', 7, 'Bac\u00a0+\u00a05'],
    ['8', 8, 'Doctorat'],
  ],
  former: [
    ['VI', 1, 'Sans diplôme'],
    ['V bis', 2, 'Formation courte, sans diplôme'],
    ['V', 3, 'CAP, BEP'],
    ['IV', 4, 'Baccalauréat'],
    ['III', 5, 'Bac\u00a0+\u00a02'],
    ['II', 6, 'Bac\u00a0+\u00a03 ou 4'],
    ['I', 7, 'Bac\u00a0+\u00a05 et plus'],
  ],
  asp: [
    ['01', 0, 'Jamais scolarisé'],
    ['70', 1, 'Pas de formation après la scolarité obligatoire'],
    ['60', 2, 'Formation courte d’un an'],
    ['00', 2, 'Qualifications non certifiantes'],
    ['50', 3, 'Formation de niveau CAP ou BEP'],
    ['51', 3, 'CAP ou BEP obtenu'],
    ['40', 4, 'Formation de niveau bac'],
    ['41', 4, 'Brevet de technicien ou bac professionnel'],
    ['30', 5, 'BTS ou DUT'],
    ['20', 6, 'Licence'],
    ['10', 7, 'Troisième cycle ou ingénieur'],
  ],
} as const satisfies Record<TrainingScale, readonly (readonly [string, number, string])[]>;

export function levelsOf(scale: TrainingScale): readonly (readonly [value: string, national: number, label: string])[] {
  return levels[scale];
}

/** "asp:51" as a form sends it. */
export function readTrainingLevel(written: string): Result<TrainingLevel, 'training-unknown'> {
  const [scale = '', value = ''] = written.split(':');
  if (!isTrainingScale(scale) || !levels[scale].some(([known]) => known === value)) return refuse('training-unknown');
  return done({ scale, value });
}

/** On the scale in force; null for a value its scale does not have. */
export function nationalLevel({ scale, value }: TrainingLevel): number | null {
  return levelsOf(scale).find(([known]) => known === value)?.[1] ?? null;
}

export function trainingWords({ scale, value }: TrainingLevel): string {
  const label = levelsOf(scale).find(([known]) => known === value)?.[2] ?? value;
  return scale === 'national'
    ? `Niveau ${value}, ${label}`
    : `${label} (${value}, ${trainingScales[scale].charAt(0).toLowerCase()}${trainingScales[scale].slice(1)})`;
}

export function isTrainingScale(value: string): value is TrainingScale {
  return Object.hasOwn(trainingScales, value);
}

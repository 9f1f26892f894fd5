/** The register of processing (GDPR art. 30): one line per area, assembled from the cards of its columns. */
import type { ColumnCard, TableCards } from './column-card.ts';
import { agentCards } from './cards-agents.ts';
import { agreementCards } from './cards-agreements.ts';
import { eligibilityCards } from './cards-eligibility.ts';
import { hoursCards } from './cards-hours.ts';
import { lotCards } from './cards-lots.ts';
import { mechanismTables } from './cards-mechanisms.ts';
import { organisationCards } from './cards-organisations.ts';
import { pathwayCards } from './cards-pathway.ts';
import { peopleCards } from './cards-people.ts';
import { placementCards } from './cards-placements.ts';
import { impersonalColumns } from './cards-plain.ts';
import { privacyCards } from './cards-privacy.ts';
import { referralCards } from './cards-referrals.ts';
import { marketTables } from './cards-markets.ts';

export interface Area {
  /** In French, as the register and the notice print it. */
  name: string;
  /** Whose facts: people under the clause, or agents and contacts of organisations. */
  about: 'people' | 'agents';
  tables: Readonly<Record<string, TableCards>>;
}

export const areas: readonly Area[] = [
  { name: 'Suivi des personnes et de leurs contrats', about: 'people', tables: peopleCards },
  { name: 'Heures d’insertion', about: 'people', tables: hoursCards },
  { name: 'Éligibilité, justificatifs et adresses', about: 'people', tables: eligibilityCards },
  { name: 'Prescripteurs, vivier et plateforme de recrutement', about: 'people', tables: referralCards },
  { name: 'Besoins et candidatures', about: 'people', tables: placementCards },
  { name: 'Parcours, visites et sorties', about: 'people', tables: pathwayCards },
  { name: 'Espace personnel et droits des personnes', about: 'people', tables: privacyCards },
  { name: 'Marchés, lots et refus d’heures', about: 'agents', tables: lotCards },
  { name: 'Accords et règles de décompte', about: 'agents', tables: agreementCards },
  { name: 'Comptes des agents', about: 'agents', tables: agentCards },
  { name: 'Contacts des organisations', about: 'agents', tables: organisationCards },
];

/** Tables whose columns say nothing of a person: what each is for. */
export const impersonalTables: Readonly<Record<string, string>> = { ...marketTables, ...mechanismTables };

/** null: a table nobody carded. A table that says nothing of anybody answers ordinary for every column. */
export function cardOf(table: string, column: string): ColumnCard | null {
  for (const { tables } of areas) {
    const found = tables[table]?.[column];
    if (found !== undefined) return found;
  }
  const plain = impersonalColumns[table];
  const purpose = plain?.columns.includes(column) === true ? plain.purpose : impersonalTables[table];
  return purpose === undefined ? null : { ...ordinary, purpose };
}

const ordinary = {
  basis: 'public-interest',
  recipients: 'Selon le tableau des droits',
  retention: 'La durée de l’objet',
  sensitivity: 'ordinary',
} as const;

export interface RegisterLine {
  area: string;
  about: Area['about'];
  table: string;
  columns: string[];
  card: ColumnCard;
}

/** Columns that share their card make one line, as people read it. */
export function registerLines(): RegisterLine[] {
  return areas.flatMap(({ name: area, about, tables }) =>
    Object.entries(tables).flatMap(([table, cards]) =>
      [...Map.groupBy(Object.entries(cards), ([, card]) => JSON.stringify(card)).values()].flatMap((group) => {
        const card = group[0]?.[1];
        return card === undefined ? [] : [{ area, about, table, columns: group.map(([column]) => column), card }];
      }),
    ),
  );
}

/** What the market is: its kind, what carries the clause, its codes and its days, for every side that reads it. */
import type { Child } from 'hono/jsx';
import { clauseVehicles, generalConditions, marketKinds } from '#domain/market-words.ts';
import { Card, DateText, DefinitionList } from '#ui/parts.tsx';
import type { MarketHead } from './market-page-queries.ts';

export function FactsCard({ market }: { market: MarketHead }) {
  const { kind, vehicle, cpv, ccag, derogatesCcag, consultationOn, notifiedOn, communeCode } = market;
  return (
    <Card title="Fiche">
      <DefinitionList
        items={[
          { term: 'Type', value: marketKinds[kind] },
          { term: 'Ce qui porte la clause', value: clauseVehicles[vehicle] },
          { term: 'Code CPV', value: cpv },
          {
            term: 'CCAG',
            value: `${generalConditions[ccag]}${derogatesCcag ? ', la clause y déroge' : ''}`,
          },
          ...(communeCode === '' ? [] : [{ term: 'Code INSEE de la commune', value: communeCode }]),
          { term: 'Lancement de la consultation', value: dayOrNothing(consultationOn) },
          { term: 'Notification', value: dayOrNothing(notifiedOn) },
        ]}
      />
    </Card>
  );
}

function dayOrNothing(day: string | null): Child {
  return day === null ? null : <DateText date={day} />;
}

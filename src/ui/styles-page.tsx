/** Every part of the house in every state, on one page: what one looks at before and after changing the look. */
import { PageHeading } from './parts.tsx';
import { StylesCharts } from '#ui/styles/charts.tsx';
import { StylesForm } from '#ui/styles/form.tsx';
import { StylesParts } from '#ui/styles/parts.tsx';
import { StylesTable } from '#ui/styles/table.tsx';
import { StylesTokens } from '#ui/styles/tokens.tsx';

export function StylesPage() {
  return (
    <>
      <PageHeading title="Pièces de l’interface" lead="Toutes les pièces, dans tous leurs états. Données fictives." />
      <StylesTokens />
      <StylesParts />
      <StylesTable />
      <StylesCharts />
      <StylesForm />
    </>
  );
}

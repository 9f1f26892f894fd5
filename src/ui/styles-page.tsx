/** Every part of the house in every state, on one page: what one looks at before and after changing the look. */
import { PageHeading } from './parts.tsx';
import { StylesCharts } from './styles/charts.tsx';
import { StylesForm } from './styles/form.tsx';
import { StylesParts } from './styles/parts.tsx';
import { StylesTable } from './styles/table.tsx';
import { StylesTokens } from './styles/tokens.tsx';

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

/** The register of processing (GDPR art. 30), drawn from the cards of the columns: it cannot be late on the product. */
import type { LegalBasis, Sensitivity } from '#domain/column-card.ts';
import { areas, registerLines } from '#domain/register.ts';
import type { RegisterLine } from '#domain/register.ts';
import type { View } from '#http/route.ts';
import { PageHeading, PrintButton } from '#ui/parts.tsx';
import type { PageRequest } from '#http/route.ts';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { PrivacyTabs } from './tabs.tsx';

const bases: Record<LegalBasis, string> = {
  'public-interest': 'Mission d’intérêt public (6, 1, e)',
  'legal-duty': 'Obligation légale (6, 1, c)',
  contract: 'Contrat (6, 1, b)',
  'legitimate-interest': 'Intérêt légitime (6, 1, f)',
};

const sensitivities: Record<Sensitivity, string> = {
  ordinary: 'Ordinaire',
  personal: 'Personnelle',
  private: 'Vie privée',
  health: 'Santé (art. 9)',
  justice: 'Justice (art. 10)',
};

const columns: Column<RegisterLine>[] = [
  { key: 'purpose', label: 'Raison', primary: true, cell: ({ card }) => card.purpose },
  {
    key: 'data',
    label: 'Données',
    cell: ({ table, columns: names }) => (
      <>
        <code>{table}</code> : {names.join(', ')}
      </>
    ),
  },
  { key: 'basis', label: 'Base', cell: ({ card }) => bases[card.basis] },
  { key: 'recipients', label: 'Destinataires', cell: ({ card }) => card.recipients },
  { key: 'retention', label: 'Durée', cell: ({ card }) => card.retention },
  { key: 'sensitivity', label: 'Sensibilité', cell: ({ card }) => sensitivities[card.sensitivity] },
];

export async function drawRegister({ url }: PageRequest): Promise<View> {
  const lines = registerLines();
  const body = (
    <>
      <PageHeading
        title="Registre des traitements"
        lead="Tiré de la fiche de chaque colonne de la base. L’information des personnes en vient aussi."
        actions={<PrintButton />}
      />
      <PrivacyTabs current="/donnees/registre" />
      <p>
        <a href="/donnees-personnelles/personnes">Information des personnes suivies</a> ·{' '}
        <a href="/donnees-personnelles">Information des agents</a>
      </p>
      {areas.map(({ name }, index) => (
        <>
          <h2>{name}</h2>
          <Table
            caption={name}
            id={`domaine-${index + 1}`}
            rows={lines.filter(({ area }) => area === name)}
            columns={columns}
            rowId={({ table, columns: names }) => `${table}-${names[0]}`}
            url={url}
            empty={<></>}
          />
        </>
      ))}
    </>
  );
  return { title: 'Registre des traitements', body };
}

/** A list with its views, filters, sorts, boxes and pages; and the same list empty. */
import { SelectField, TextField } from '#ui/form.tsx';
import { Button, Card, DateText, EmptyState, ProgressBar, Status } from '#ui/parts.tsx';
import type { StatusTone } from '#ui/parts.tsx';
import { DensitySwitch, FilterBar, Table, Tabs } from '#ui/table.tsx';
import type { Column } from '#ui/table.tsx';

interface Market {
  reference: string;
  title: string;
  department: string;
  buyer: string;
  company: string;
  end: string;
  done: number;
  due: number;
  tone: StatusTone;
  status: string;
}

const markets: Market[] = [
  ['2024-04714', 'Entretien des espaces verts des Coteaux', '02 Aisne', 'SDIS', 'Thermélia', '2026-07-26', 259, 420],
  [
    '2023-05889',
    'Réhabilitation du collège secteur Nord',
    '55 Meuse',
    'SDIS',
    'Rabier Frères',
    '2026-07-30',
    4490,
    4620,
  ],
  [
    '2025-08356',
    'Réhabilitation du collège secteur Nord',
    '90 Territoire de Belfort',
    'Centre hospitalier',
    'Bâtir Ouest',
    '2026-07-30',
    145,
    140,
  ],
  [
    '2024-04591',
    'Rénovation énergétique du groupe scolaire des Tanneurs',
    '36 Indre',
    'Centre hospitalier',
    'Charpentes du Val',
    '2026-08-01',
    3051,
    3640,
  ],
  [
    '2026-04517',
    'Aménagement du pôle d’échanges Val-de-Loire',
    '55 Meuse',
    'Communauté d’agglomération',
    'Bâtir Ouest',
    '2026-08-02',
    206,
    210,
  ],
].map((row): Market => {
  const [reference, title, department, buyer, company, end] = row.slice(0, 6).map(String) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [done, due] = row.slice(6).map(Number) as [number, number];
  const [tone, status]: [StatusTone, string] =
    done >= due ? ['ok', 'Soldé'] : done / due < 0.85 ? ['attention', 'À surveiller'] : ['progress', 'En cours'];
  return { reference, title, department, buyer, company, end, done, due, tone, status };
});

const columns: Column<Market>[] = [
  {
    key: 'marche',
    label: 'Marché',
    sort: true,
    primary: true,
    cell: ({ title, reference, department }) => (
      <>
        <a href="#contenu">{title}</a>
        <small>{`${reference} · ${department}`}</small>
      </>
    ),
  },
  { key: 'acheteur', label: 'Acheteur', sort: true, cell: ({ buyer }) => buyer },
  { key: 'titulaire', label: 'Titulaire', cell: ({ company }) => company },
  {
    key: 'echeance',
    label: 'Échéance',
    sort: true,
    align: 'end',
    cell: ({ end }) => <DateText date={end} />,
  },
  {
    key: 'heures',
    label: 'Heures réalisées',
    sort: true,
    cell: ({ done, due, tone }) => (
      <ProgressBar done={done} due={due} expected={due * 0.8} tone={tone === 'attention' ? 'attention' : 'brand'} />
    ),
  },
  { key: 'etat', label: 'État', cell: ({ tone, status }) => <Status tone={tone} label={status} /> },
];

const url = '/styles?q=';

export function StylesTable() {
  return (
    <>
      <Tabs
        label="Vues des marchés"
        items={[
          { href: '/styles', label: 'Tous', current: true },
          { href: '/styles?etat=en-cours', label: 'En cours' },
          { href: '/styles?etat=a-surveiller', label: 'À surveiller', count: 12 },
          { href: '/styles?etat=a-demarrer', label: 'À démarrer' },
          { href: '/styles?etat=solde', label: 'Soldé' },
        ]}
      />
      <FilterBar url={url} fields={['q', 'ou']}>
        <TextField name="q" label="Rechercher" optional={false} placeholder="Référence, objet, acheteur, titulaire" />
        <SelectField
          name="ou"
          label="Département"
          placeholder="Tous"
          options={[{ value: '44', label: '44 Loire-Atlantique' }]}
        />
      </FilterBar>
      <Table
        caption="Marchés"
        rows={markets}
        columns={columns}
        rowId={({ reference }) => reference}
        url={url}
        sort={{ by: 'echeance', direction: 'ascending' }}
        summary={
          <>
            <strong>{'10 000 marchés'}</strong>
            {
              ' · 8 102 891 h réalisées sur 17 177 720 h dues. Le trait vertical indique l’avancement attendu à ce jour.'
            }
          </>
        }
        empty={null}
        select={{
          name: 'marche',
          label: ({ title }) => `Sélectionner ${title}`,
          form: 'lot',
          actions: (
            <form id="lot" class="row" method="post" action="/styles">
              <Button size="small" icon="file-spreadsheet">
                Exporter la sélection
              </Button>
            </form>
          ),
        }}
        next="suite"
        total={10_000}
      />
      <DensitySwitch density="normal" action="/styles" formKey="exemple" url={url} />
      <Table
        id="vide"
        caption="Marchés de la recherche"
        rows={[]}
        columns={columns}
        rowId={({ reference }) => reference}
        url={url}
        summary={<strong>Aucun marché</strong>}
        empty={
          <EmptyState title="Aucun marché ne correspond à « gymnase »" icon="search">
            Essayez un autre mot, ou <a href="#contenu">effacez la recherche</a>.
          </EmptyState>
        }
      />
      <Card title="Liste sans résumé">
        <p class="soft">Une table peut vivre dans une fiche, sans filtre ni page.</p>
      </Card>
    </>
  );
}

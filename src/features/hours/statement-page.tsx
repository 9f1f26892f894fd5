/** One statement as it was issued: sums by lot and company, never a name, ready to print. */
import { formatMinutes } from '#domain/minutes.ts';
import { formatQuarter } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted, sharePercent } from '#ui/french.ts';
import {
  Alert,
  ButtonLink,
  DateText,
  DefinitionList,
  EmptyState,
  KeyFigure,
  KeyFigures,
  PageHeading,
  PrintButton,
} from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { Statement, StatementLine } from './statement-queries.ts';
import { findStatedMarket, findStatement, listStatementLines } from './statement-queries.ts';

export async function drawStatement(request: PageRequest): Promise<View | null> {
  const { ctx, params, url } = request;
  const statement = await findStatement(ctx, params['id'] ?? '');
  const market = statement === null ? null : await findStatedMarket(ctx, statement.marketId);
  if (statement === null || market === null) return null;
  const lines = await listStatementLines(ctx, statement.id);
  const title = `État ${statement.number}`;
  const body = (
    <>
      <PageHeading
        title={title}
        lead={`${formatQuarter(statement.quarter)}. ${market.object}`}
        breadcrumb={[
          { href: `/marches/${market.id}`, label: market.object },
          { href: `/marches/${market.id}/etats`, label: 'États trimestriels' },
        ]}
        actions={
          <>
            <ButtonLink href={`/etats/${statement.id}/fichier`} icon="download" download>
              Fichier CSV
            </ButtonLink>
            <PrintButton label="Imprimer l’état" />
          </>
        }
      />
      <Figures lines={lines} />
      <Origin statement={statement} buyer={market.buyer} operation={market.operation} reference={market.reference} />
      <Table
        id="lignes-etat"
        caption="Heures par lot et par entreprise"
        rows={lines}
        columns={columns}
        rowId={({ lotNumber, company }) => `${lotNumber}-${company}`.replaceAll(/[^\w-]/gu, '')}
        url={url}
        empty={<EmptyState title="Aucune heure dans cet état.">Les mois remis ne comptaient aucune heure.</EmptyState>}
      />
      <Alert>
        Ces heures sont scellées. Une erreur se corrige par une contre-écriture, reprise dans l’état suivant.
      </Alert>
    </>
  );
  return { title, body, width: 'wide' };
}

function Figures({ lines }: { lines: readonly StatementLine[] }) {
  const sum = (of: (line: StatementLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return (
    <KeyFigures>
      <KeyFigure label="Heures du trimestre" value={formatMinutes(sum((line) => line.quarterMinutes))} />
      <KeyFigure
        label="Mois antérieurs"
        value={formatMinutes(sum((line) => line.earlierMinutes))}
        detail="Validées ou corrigées depuis"
      />
      <KeyFigure label="Cumul remis" value={formatMinutes(sum((line) => line.sealedMinutes))} />
    </KeyFigures>
  );
}

function Origin({
  statement,
  buyer,
  operation,
  reference,
}: {
  statement: Statement;
  buyer: string;
  operation: string;
  reference: string;
}) {
  const { structure, issuer, issuedAt, declarations, note } = statement;
  return (
    <DefinitionList
      items={[
        {
          term: 'Remis',
          value: (
            <>
              le <DateText date={issuedAt} /> par {issuer === '' ? structure : `${issuer}, ${structure}`}
            </>
          ),
        },
        { term: 'À', value: buyer },
        ...(operation === '' ? [] : [{ term: 'Opération', value: operation }]),
        ...(reference === '' ? [] : [{ term: 'Marché', value: reference }]),
        { term: 'Contient', value: counted(declarations, 'déclaration') },
        ...(note === '' ? [] : [{ term: 'Observations', value: note }]),
      ]}
    />
  );
}

const columns: Column<StatementLine>[] = [
  {
    key: 'lot',
    label: 'Lot',
    primary: true,
    cell: ({ lotId, lotNumber, lotTitle }) => <a href={`/lots/${lotId}/heures`}>{`Lot ${lotNumber}, ${lotTitle}`}</a>,
  },
  { key: 'company', label: 'Entreprise', cell: ({ company }) => company },
  { key: 'people', label: 'Personnes', align: 'end', cell: ({ people }) => String(people) },
  {
    key: 'quarter',
    label: 'Trimestre',
    align: 'end',
    cell: ({ quarterMinutes }) => <b>{formatMinutes(quarterMinutes)}</b>,
  },
  {
    key: 'earlier',
    label: 'Mois antérieurs',
    align: 'end',
    cell: ({ earlierMinutes }) => formatMinutes(earlierMinutes),
  },
  { key: 'sealed', label: 'Cumul', align: 'end', cell: ({ sealedMinutes }) => formatMinutes(sealedMinutes) },
  {
    key: 'due',
    label: 'Dû par le lot',
    align: 'end',
    cell: ({ lotDue, sealedMinutes }) =>
      lotDue === null || lotDue === 0
        ? 'sans nombre d’heures'
        : `${formatMinutes(lotDue)}, soit ${sharePercent(sealedMinutes, lotDue)}\u00A0%`,
  },
];

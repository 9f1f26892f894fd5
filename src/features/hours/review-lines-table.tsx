/** The lines of a declaration: worked, training, counted, the rule that decided, what deserves a look, and the reason to refuse. */
import { contractTypes } from '#domain/contract-types.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { notCountedSentence } from '#domain/not-counted.ts';
import { reviewReasonOptions } from '#domain/review-reasons.ts';
import type { PageRequest } from '#http/route.ts';
import { SelectField } from '#ui/form.tsx';
import { Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { isCounterEntry } from './correct.ts';
import type { ExaminedLine } from './review-examine.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { blockedLines } from './review.ts';

export function LinesTable({
  request,
  declaration,
  lines,
}: {
  request: PageRequest;
  declaration: ReviewedDeclaration;
  lines: readonly ExaminedLine[];
}) {
  const open = declaration.waitsForMe;
  const columns: Column<ExaminedLine>[] = [
    {
      key: 'person',
      label: 'Personne',
      primary: true,
      cell: ({ row }) => (
        <>
          <a href={`/personnes/${row.personId}`}>{`${row.givenName} ${row.familyName}`}</a>
          <div class="soft">
            {[row.job, contractTypes[row.type].label, row.employerName].filter((part) => part !== '').join(', ')}
          </div>
        </>
      ),
    },
    {
      key: 'worked',
      label: 'Travaillées',
      align: 'end',
      cell: ({ row }) => formatMinutes(row.workedMinutes),
    },
    {
      key: 'training',
      label: 'Formation',
      align: 'end',
      cell: ({ row }) => formatMinutes(row.trainingMinutes),
    },
    {
      key: 'counted',
      label: 'Comptées',
      align: 'end',
      cell: (line) => <b>{formatMinutes(countedOf(line))}</b>,
    },
    { key: 'rule', label: 'Règle', cell: (line) => <Rule line={line} /> },
    { key: 'points', label: 'À vérifier', cell: (line) => <Points line={line} /> },
    ...(open ? [reasonColumn(request)] : [{ key: 'state', label: 'Décision', cell: decisionOf }]),
  ];
  return (
    <Table
      id="lignes"
      caption="Lignes de la déclaration"
      rows={lines}
      columns={columns}
      rowId={({ row }) => String(row.id)}
      url={request.url}
      empty={<></>}
    />
  );
}

function reasonColumn({ form }: PageRequest): Column<ExaminedLine> {
  return {
    key: 'reason',
    label: 'Refuser la ligne',
    cell: ({ row }) =>
      row.state === 'submitted' ? (
        <SelectField
          filter
          hideLabel
          name={`motif-${row.id}`}
          label={`Refuser la ligne de ${row.givenName} ${row.familyName}`}
          placeholder="Accepter"
          state={form}
          options={reviewReasonOptions('line')}
        />
      ) : (
        decisionOf({ row })
      ),
  };
}

/** What was decided stays as it was counted that day; before, what would count now. */
function countedOf({ row, counted }: ExaminedLine): number {
  return row.state === 'submitted' ? counted.counted : row.countedMinutes;
}

function Rule({ line: { row, counted } }: { line: ExaminedLine }) {
  if (row.state !== 'submitted') return <span class="soft">{row.ruleVersion}</span>;
  const { ruleApplied, refusedBecause } = counted;
  return (
    <>
      {refusedBecause !== undefined && <div>{notCountedSentence(refusedBecause)}</div>}
      {ruleApplied !== null && (
        <>
          <span>{ruleApplied.source}</span> <span class="soft">{`(${ruleApplied.version})`}</span>
        </>
      )}
    </>
  );
}

function Points({ line }: { line: ExaminedLine }) {
  const { points } = line;
  if (points.length === 0) return <Status tone="ok" label="Rien" />;
  return (
    <>
      {blockedLines([line]).length > 0 && <Status tone="problem" label="À refuser" />}
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </>
  );
}

function decisionOf({ row }: Pick<ExaminedLine, 'row'>) {
  if (isCounterEntry(row)) return <Status tone="neutral" label="Annule" />;
  if (row.cancelled) return <Status tone="neutral" label="Annulée" />;
  if (row.proposed) return <Status tone="attention" label="Refus proposé" />;
  if (row.state === 'rejected') {
    return (
      <>
        <Status tone="problem" label="Refusée" /> <div class="soft">{row.reason}</div>
      </>
    );
  }
  return row.state === 'locked' ? (
    <Status tone="neutral" label="Scellée" />
  ) : (
    <Status tone="ok" label={row.correctsId === null ? 'Validée' : 'Corrigée'} />
  );
}

/** The people at work on the market, for the structure that follows them and for nobody else. */
import { contractMachine } from '#domain/contract-state.ts';
import type { ContractState } from '#domain/contract-state.ts';
import { contractTypes, isContractType } from '#domain/contract-types.ts';
import { DateText, EmptyState, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { hours } from '#ui/hours-words.ts';
import type { WorkerRow } from './market-page-queries.ts';
import { workersShown } from './market-page-queries.ts';

export function PeopleCard({ rows, url }: { rows: readonly WorkerRow[]; url: string }) {
  return (
    <section id="personnes" class="stack">
      <h2>Personnes</h2>
      <Table
        id="les-personnes"
        caption="Personnes au travail sur ce marché"
        rows={rows}
        rowId={({ contractId }) => contractId}
        url={url}
        {...(rows.length === workersShown && {
          summary: (
            <>
              Les {workersShown} premiers contrats. <a href="/personnes">Voir toutes les personnes</a>
            </>
          ),
        })}
        columns={[
          {
            key: 'nom',
            label: 'Personne',
            primary: true,
            cell: ({ personId, givenName, familyName, job }) => (
              <>
                <a href={`/personnes/${personId}`}>{`${givenName} ${familyName}`}</a>
                {job !== '' && <small>{job}</small>}
              </>
            ),
          },
          { key: 'entreprise', label: 'Entreprise', cell: ({ company }) => company },
          {
            key: 'contrat',
            label: 'Contrat',
            cell: ({ contractId, type }) => (
              <a href={`/contrats/${contractId}`}>{isContractType(type) ? contractTypes[type].label : type}</a>
            ),
          },
          {
            key: 'dates',
            label: 'Dates',
            cell: ({ startsOn, endsOn }) => <Dates from={startsOn} to={endsOn} />,
          },
          { key: 'heures', label: 'Heures validées', align: 'end', cell: ({ counted }) => hours(counted) },
          {
            key: 'etat',
            label: 'État',
            cell: ({ state }) => {
              const { tone, label } = contractMachine[state as ContractState];
              return <Status tone={tone} label={label} />;
            },
          },
        ]}
        empty={
          <EmptyState title="Personne n’est encore recruté sur ce marché." icon="users">
            Un contrat enregistré sur un lot paraît ici.
          </EmptyState>
        }
      />
    </section>
  );
}

function Dates({ from, to }: { from: string; to: string | null }) {
  return (
    <>
      <DateText date={from} />
      {to === null ? ', sans terme' : ' au '}
      {to !== null && <DateText date={to} />}
    </>
  );
}

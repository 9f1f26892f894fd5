/** The contracts of a pathway, in order, each with what follows it up. */
import { contractMachine } from '#domain/contract-state.ts';
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay } from '#domain/day.ts';
import { Table } from '#ui/table.tsx';
import type { WalkedContract } from './queries.ts';

export function WalkContracts({ contracts, url }: { contracts: readonly WalkedContract[]; url: string }) {
  return (
    <Table
      caption="Contrats, dans l’ordre"
      id="contrats"
      rows={contracts}
      rowId={({ id }) => id}
      url={url}
      empty={<></>}
      columns={[
        {
          key: 'type',
          label: 'Contrat',
          primary: true,
          cell: ({ id, type, job }) => (
            <>
              <a href={`/contrats/${id}`}>{contractTypes[type].label}</a>
              {job !== '' && `, ${job}`}
            </>
          ),
        },
        {
          key: 'where',
          label: 'Employeur et entreprise',
          cell: ({ employer, company }) => (employer === company ? company : `${employer}, chez ${company}`),
        },
        {
          key: 'lot',
          label: 'Marché et acheteur',
          cell: ({ market, buyer }) => [market, buyer].filter(Boolean).join(', '),
        },
        { key: 'days', label: 'Dates', cell: daysOf },
        { key: 'follow', label: 'Suivi', cell: ({ id }) => <Follow contract={id} /> },
        { key: 'state', label: 'État', cell: ({ state }) => contractMachine[state].label },
      ]}
    />
  );
}

function Follow({ contract }: { contract: string }) {
  return (
    <span class="row">
      <a href={`/contrats/${contract}/visites`}>Visites</a>
      <a href={`/contrats/${contract}/evaluations`}>Évaluations</a>
      <a href={`/contrats/${contract}/bilans`}>Bilans</a>
    </span>
  );
}

function daysOf({ startsOn, endsOn }: WalkedContract): string {
  return endsOn === null
    ? `depuis le ${formatShortDay(startsOn)}`
    : `du ${formatShortDay(startsOn)} au ${formatShortDay(endsOn)}`;
}

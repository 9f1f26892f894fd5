/** The contracts of the demonstration with the life each had, and the account that follows each lot. */
import type { ContractLife } from './contract-lives.ts';
import { lifeOf } from './contract-lives.ts';
import { stableId } from './rows.ts';
import { firstContracts } from './thread-people.ts';
import type { PlannedContract } from './planned-contract.ts';

export interface Walking extends PlannedContract {
  place: number;
  life: ContractLife;
  /** Who goes; null where the structure has no account in the demonstration. */
  goer: string | null;
  /** Sent by the prescriber of the demonstration. */
  prescribed: boolean;
}

export function walkings(contracts: readonly PlannedContract[], today: string): Walking[] {
  const prescribed = new Set(
    firstContracts(contracts)
      .filter(({ market }, index) => market.facilitator === 'relais' && index % 4 === 1)
      .map(({ person }) => person),
  );
  return contracts.map((contract, place) => ({
    ...contract,
    place,
    life: lifeOf(contract, { place, today }),
    goer: goerOf(contract),
    prescribed: prescribed.has(contract.person),
  }));
}

export function ofRelais(walks: readonly Walking[]): Walking[] {
  return walks.filter(({ market }) => market.facilitator === 'relais');
}

export function isRunning({ life }: Walking): boolean {
  return life.endedOn === null;
}

/** Columns of whatever goes with a contract. */
export function walkColumns({ id, person, holder }: Walking) {
  return { holder_id: holder, person_id: person, contract_id: id };
}

function goerOf({ market, lot }: PlannedContract): string | null {
  if (market.facilitator !== 'relais') return null;
  return stableId(lot.number % 2 === 1 ? 'nadia.berthelot@relais.example' : 'karim.oudin@relais.example');
}

/** The people of the demonstration: invented names, one employment contract each on a lot, most of them decided eligible. */
import { addDays, addMonths } from '#domain/day.ts';
import { foldForSearch } from '#domain/text.ts';
import { lifeOf } from './contract-lives.ts';
import { numbersFrom, stableId } from './rows.ts';
import type { PlannedContract } from './planned-contract.ts';
import type { MarketPlan } from './thread-plan.ts';

type Row = Record<string, unknown>;

const givens = [
  'Amadou',
  'Céline',
  'Yacine',
  'Mélanie',
  'Djibril',
  'Sonia',
  'Kévin',
  'Fatima',
  'Thierry',
  'Aïcha',
  'Bruno',
  'Leïla',
  'Samuel',
  'Nadège',
  'Omar',
  'Priscilla',
  'Élie',
  'Maryam',
  'Jordan',
  'Zoé',
];
const families = [
  'Diarra',
  'Morvan',
  'Benali',
  'Le Gall',
  'Traoré',
  'Petit',
  'Haddad',
  'Rousseau',
  'Camara',
  'Fontaine',
  'Sow',
  'Guérin',
  'Mansour',
  'Blanchard',
  'Keïta',
  'Lambert',
  'Ouattara',
  'Renaud',
  'Saïdi',
  'Vasseur',
  'Œuvrard',
];
const jobs = [
  'Maçon',
  'Peintre',
  'Manœuvre',
  'Agent d’entretien',
  'Jardinier',
  'Aide de cuisine',
  'Conducteur de benne',
  'Plaquiste',
];
const direct = ['CDD', 'CDD', 'CDI', 'APPRENTISSAGE', 'PROFESSIONNALISATION', 'CHANTIER'];

export function planContracts(markets: readonly MarketPlan[], today: string): PlannedContract[] {
  const contracts: PlannedContract[] = [];
  const draw = numbersFrom(23);
  for (const market of markets.filter(({ startsOn }) => startsOn <= today)) {
    for (const lot of market.lots) {
      for (let index = 0; index < lot.people + 2; index += 1) {
        const lent = lot.agency !== null && draw() < 0.6;
        const month = addMonths(market.startsOn, Math.floor(index * draw() * 2));
        // Not all on the first of a month: visits spread over the days.
        const startsOn = addDays(month, (index * 5 + contracts.length * 3) % 24);
        contracts.push({
          id: stableId(`contract ${lot.key} ${index}`),
          person: stableId(`person ${lot.key} ${index}`),
          holder: stableId(market.facilitator),
          lot,
          market,
          employer: stableId(lent && lot.agency !== null ? lot.agency : lot.company),
          type: lent ? 'CTT' : (direct[Math.floor(draw() * direct.length)] ?? 'CDD'),
          method: lent ? 'secondment' : 'direct-hire',
          startsOn,
          eligible: draw() > 0.05,
        });
      }
    }
  }
  return withReturns(
    contracts.filter(({ startsOn, market }) => startsOn <= today && startsOn < market.endsOn),
    today,
  );
}

/** Some came back: who works today had finished another market before, of another buyer when there is one. */
function withReturns(contracts: readonly PlannedContract[], today: string): PlannedContract[] {
  const running = contracts.filter(({ market }) => market.endsOn > today);
  const taken = new Set<string>();
  return contracts.map((contract, place) => {
    if (contract.market.endsOn > today || place % 3 === 0) return contract;
    const later = running.find(
      ({ person, holder, startsOn, market }) =>
        holder === contract.holder &&
        startsOn > contract.market.endsOn &&
        market.buyer !== contract.market.buyer &&
        !taken.has(`${person} ${contract.lot.key}`) &&
        [...taken].filter((one) => one.startsWith(person)).length < 2,
    );
    if (later === undefined) return contract;
    taken.add(`${later.person} ${contract.lot.key}`);
    return { ...contract, person: later.person };
  });
}

/** One line a person, from her first contract on. */
export function firstContracts(contracts: readonly PlannedContract[]): PlannedContract[] {
  const first = new Map<string, PlannedContract>();
  for (const contract of contracts) {
    const known = first.get(contract.person);
    if (known === undefined || contract.startsOn < known.startsOn) first.set(contract.person, contract);
  }
  return [...first.values()];
}

export function personRows(contracts: readonly PlannedContract[]): Row[] {
  return firstContracts(contracts).map(({ person, holder, market }, index) => {
    const given = givens[(index * 7) % givens.length] ?? '';
    const family = families[(index * 13 + Math.floor(index / 40)) % families.length] ?? '';
    return {
      id: person,
      holder_id: holder,
      family_name: family,
      given_name: given,
      folded_name: foldForSearch(`${family} ${given}`),
      birth_date: `${1968 + ((index * 5) % 38)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 3) % 28)).padStart(2, '0')}`,
      commune: market.place,
      commune_code: '',
      ...contactOf({ given, family, index }),
      proposed_by: market.facilitator === 'relais' && index % 4 === 1 ? stableId('mission') : null,
    };
  });
}

/** An address, a mobile of the range kept for fiction, or neither: each has its way to be asked. */
function contactOf({ given, family, index }: { given: string; family: string; index: number }) {
  const mailbox = foldForSearch(`${given} ${family}`).replaceAll(' ', '.');
  return {
    email: index % 3 === 0 ? `${mailbox}@personne.example` : '',
    phone: index % 3 === 1 ? `+3363998${String(1000 + index).padStart(4, '0')}` : '',
  };
}

export function eligibilityRows(contracts: readonly PlannedContract[]): Row[] {
  return firstContracts(contracts)
    .filter(({ eligible }) => eligible)
    .map(({ person, holder, startsOn }) => ({
      id: stableId(`eligibility ${person}`),
      person_id: person,
      holder_id: holder,
      verdict: 'eligible',
      from_day: startsOn,
      until_day: addMonths(startsOn, 24),
      rule_code: 'counting-window',
      rule_version: 'national/counting-window/2014-01-01/1',
      decided_on: startsOn,
    }));
}

export function contractRows(contracts: readonly PlannedContract[], today: string): Row[] {
  return contracts.map((contract, index) => {
    const { market, lot, type } = contract;
    const life = lifeOf(contract, { place: index, today });
    return {
      id: contract.id,
      person_id: contract.person,
      holder_id: contract.holder,
      lot_id: stableId(lot.key),
      market_id: stableId(market.key),
      employer_id: contract.employer,
      company_id: stableId(lot.company),
      method: contract.method,
      type,
      job: jobs[index % jobs.length] ?? '',
      weekly_minutes: index % 4 === 0 ? 1440 : 2100,
      starts_on: contract.startsOn,
      trial_ends_on: life.trialEndsOn,
      planned_end_on: life.plannedEndOn,
      ended_on: life.endedOn,
      end_reason: life.endReason,
      state: life.state,
      created_at: `${contract.startsOn}T08:00:00Z`,
    };
  });
}

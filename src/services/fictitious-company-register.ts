/** The register of the demonstration and of tests: companies that do not exist, always the same, no network. */
import type { Clock } from './clock.ts';
import type { Company } from './company.ts';
import { readQuery, type CompanyRegister } from './company-register.ts';
import { fictitiousPlaces, fictitiousStreets } from './fictitious-places.ts';

const trades = [
  { name: 'Bâtisseurs', naf: '41.20B', legalForm: '5710' },
  { name: 'Couvertures', naf: '43.91B', legalForm: '5499' },
  { name: 'Terrassements', naf: '43.12A', legalForm: '5710' },
  { name: 'Peintures', naf: '43.34Z', legalForm: '5499' },
  { name: 'Réseaux', naf: '42.21Z', legalForm: '5599' },
  { name: 'Espaces verts', naf: '81.30Z', legalForm: '9220' },
  { name: 'Propreté', naf: '81.21Z', legalForm: '5710' },
  { name: 'Restauration', naf: '56.29A', legalForm: '5458' },
  { name: 'Menuiseries', naf: '43.32A', legalForm: '5499' },
  { name: 'Recyclage', naf: '38.32Z', legalForm: '9220' },
] as const;
const surnames = [
  'du Beffroi',
  'des Deux Rives',
  'de l’Estuaire',
  'du Canal',
  'des Hauts Champs',
  'de la Lisière',
  'du Levant',
];
const headcountBands = ['01', '02', '03', '11', '12', '21', '22'] as const;

/** SIRETs with a part to play in demonstrations and journeys. */
export const fictitiousSirets = {
  open: siretOf(sirenOf(1)),
  closed: siretOf(sirenOf(1300)),
  /** Answers as if the register were down. */
  unreachable: siretOf(sirenOf(99_999)),
} as const;

/** What the demonstration already says of one of these companies: the register says the same. */
export type KnownCompany = Pick<Company, 'siret' | 'name' | 'address' | 'postcode' | 'city' | 'naf'>;

/** Any SIRET beginning with 999 whose check digits are right is a company here; no other is. */
export function createFictitiousCompanyRegister({
  clock,
  known = [],
}: {
  clock: Clock;
  known?: readonly KnownCompany[];
}): CompanyRegister {
  const companyOf = (siret: string) => {
    const told = known.find((company) => company.siret === siret);
    const invented = invent(siret, clock.now());
    return told === undefined ? invented : tell(invented, told);
  };
  return {
    async lookUp(siret) {
      if (siret === fictitiousSirets.unreachable) return { ok: false, because: 'register-unreachable' };
      if (!/^999\d{11}$/.test(siret) || !checksOut(siret) || !checksOut(siret.slice(0, 9))) {
        return { ok: false, because: 'register-unknown' };
      }
      return { ok: true, company: companyOf(siret) };
    },
    async searchByName(name) {
      const query = readQuery(name);
      if (query === undefined) return { ok: true, companies: [] };
      const all = listFictitiousSirets(120).map(companyOf);
      const wanted = fold(query);
      return {
        ok: true,
        companies: all.filter((company) => fold(`${company.name} ${company.city}`).includes(wanted)).slice(0, 10),
      };
    },
  };
}

/** The first head offices of the fictitious register, for demonstration data. */
export function listFictitiousSirets(count: number): string[] {
  return Array.from({ length: count }, (_, at) => siretOf(sirenOf(at + 1)));
}

function invent(siret: string, checkedAt: Date): Company {
  const number = Number(siret.slice(3, 8));
  const place = pick(fictitiousPlaces, Math.floor(number / 3) + Number(siret.slice(9, 13)) - 1);
  const trade = pick(trades, number);
  const closed = number % 13 === 0;
  return {
    siret,
    siren: siret.slice(0, 9),
    name: `${trade.name} ${pick(surnames, Math.floor(number / trades.length))}`,
    address: `${(number % 88) + 1} ${pick(fictitiousStreets, number)}`,
    postcode: place.postcode,
    city: place.city,
    communeCode: place.communeCode,
    naf: trade.naf,
    nafVersion: 'rev2',
    legalForm: trade.legalForm,
    headcountBand: pick(headcountBands, number),
    state: closed ? 'closed' : 'open',
    ...(closed ? { closedOn: '2025-06-30' } : {}),
    source: 'fictitious',
    checkedAt,
  };
}

function tell(company: Company, told: KnownCompany): Company {
  const { closedOn: _, ...invented } = company;
  return { ...invented, ...told, communeCode: '', state: 'open' };
}

function sirenOf(number: number): string {
  return complete(`999${String(number).padStart(5, '0')}`);
}

function siretOf(siren: string): string {
  return complete(`${siren}0001`);
}

function complete(digits: string): string {
  const key = '0123456789'.split('').find((digit) => checksOut(digits + digit));
  return digits + (key ?? '');
}

/** Luhn's rule, as INSEE applies it to SIREN and SIRET. */
function checksOut(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

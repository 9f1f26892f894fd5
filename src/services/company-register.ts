/** Looks companies up in the State's register (API Recherche d'entreprises), without ever blocking a form. */
import type { Clock } from './clock.ts';
import type { Company } from './company.ts';
import { readCompanies } from './company-register-answer.ts';
import { createExpiringMemory } from './expiring-memory.ts';
import { createOutsideAsk, type OutsideLimits } from './outside-request.ts';

export type CompanyLookup =
  | { ok: true; company: Company }
  | { ok: false; because: 'register-unreachable' | 'register-unknown' };

export type CompanySearch =
  | { ok: true; companies: readonly Company[] }
  | { ok: false; because: 'register-unreachable' };

export type CompanyRegister = {
  lookUp(siret: string): Promise<CompanyLookup>;
  searchByName(name: string): Promise<CompanySearch>;
};

const registerAddress = 'https://recherche-entreprises.api.gouv.fr';
const answersKeptDays = 30;
const answersKept = 2000;
const companiesPerSearch = 10;

/** `testBase` and `limits` are for tests only; the base must then be on this machine. */
export function createCompanyRegister(options: {
  clock: Clock;
  testBase?: string;
  limits?: OutsideLimits;
}): CompanyRegister {
  const { clock, limits } = options;
  const ask = createOutsideAsk({ base: options.testBase ?? registerAddress, ...(limits ? { limits } : {}) });
  const memory = createExpiringMemory<readonly Company[]>({
    clock,
    days: answersKeptDays,
    maximum: answersKept,
  });

  async function find(query: string): Promise<CompanySearch> {
    const known = memory.recall(query);
    if (known) return { ok: true, companies: known };
    const answer = await ask('/search', { q: query, page: '1', per_page: String(companiesPerSearch) });
    const companies = answer.ok ? readCompanies(answer.body, clock.now()) : undefined;
    if (companies === undefined) return { ok: false, because: 'register-unreachable' };
    // An absence is asked again next time: a company may be a few days old.
    if (companies.length > 0) memory.remember(query, companies);
    return { ok: true, companies };
  }

  return {
    async lookUp(siret) {
      if (!/^\d{14}$/.test(siret)) return { ok: false, because: 'register-unknown' };
      const found = await find(siret);
      if (!found.ok) return found;
      const company = found.companies.find((candidate) => candidate.siret === siret);
      return company ? { ok: true, company } : { ok: false, because: 'register-unknown' };
    },
    async searchByName(name) {
      const query = readQuery(name);
      return query === undefined ? { ok: true, companies: [] } : find(query);
    },
  };
}

/** The register needs three characters; anything longer than a name is not one. */
export function readQuery(name: string): string | undefined {
  const query = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return query.length >= 3 && query.length <= 120 ? query : undefined;
}

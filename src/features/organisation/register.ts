/** Asks the State's register about one's own SIRET: what it says otherwise, or why it says nothing. */
import type { OrganisationIdentity } from '#domain/organisation-identity.ts';
import { readSiret } from '#domain/siret.ts';
import type { Company } from '#services/company.ts';
import type { Preparing } from '#http/route.ts';
import { findOwnOrganisation } from './queries.ts';

export type RegisterAnswer =
  | { ok: true; company: Company; proposed: OrganisationIdentity }
  | { ok: false; because: 'register-unreachable' | 'register-unknown' | 'no-siret' };

/** The number of an organisation never changes: asked before its row is held, the answer is still about it. */
export async function askRegister({ house, read }: Preparing): Promise<RegisterAnswer> {
  const own = await read(findOwnOrganisation);
  const siret = own?.identifierType === 'SIRET' ? readSiret(own.identifier ?? '') : null;
  if (siret === null || !siret.ok) return { ok: false, because: 'no-siret' };
  const found = await house.register.lookUp(siret.value);
  return found.ok ? { ok: true, company: found.company, proposed: identityOf(found.company) } : found;
}

function identityOf({ name, address, postcode, city, communeCode, naf, nafVersion }: Company): OrganisationIdentity {
  return {
    name,
    street: address,
    postcode,
    city,
    communeCode,
    activityCode: naf,
    activityNomenclature: nafVersion,
  };
}

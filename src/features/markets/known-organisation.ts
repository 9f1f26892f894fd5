/** The buyer and the holder a form names: chosen, found by SIRET, or written down when nobody knew them yet. */
import type { OrganisationKind } from '#domain/position.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { findOrganisationOfSiret, writeOrganisationDown } from '#db/organisation-known.ts';
import type { NewOrganisation } from '#db/organisation-opening.ts';
import type { Context } from '#http/context.ts';
import type { Preparing } from '#http/route.ts';
import { throughGate } from '#http/through-gate.ts';
import type { CompanyLookup } from '#services/company-register.ts';
import { findKnownOrganisation } from './organisation-queries.ts';

export interface Looked {
  buyer: CompanyLookup | null;
  holder: CompanyLookup | null;
}

export const nothingLooked: Looked = { buyer: null, holder: null };

/** Before the story: nobody's connection waits for the register. */
export async function lookUpNamed({
  house,
  input,
}: Preparing<{ buyerSiret?: string; holderSiret: string }>): Promise<Looked> {
  if (input === null) return nothingLooked;
  const ask = async (siret = '') => (siret === '' ? null : house.register.lookUp(siret));
  const [buyer, holder] = await Promise.all([ask(input.buyerSiret), ask(input.holderSiret)]);
  return { buyer, holder };
}

const buyerKinds: readonly OrganisationKind[] = ['buyer'];
export const companyKinds: readonly OrganisationKind[] = ['company', 'inclusion'];

export async function namedBuyer(
  ctx: Context,
  { buyerId, buyerSiret, buyerName }: { buyerId: string | null; buyerSiret: string; buyerName: string },
  looked: CompanyLookup | null,
): Promise<Result<string>> {
  if (buyerId === null && buyerSiret === '') return refuse('buyer-missing', { field: 'buyerId' });
  if (buyerId === null) {
    const asked = { siret: buyerSiret, name: buyerName, nameField: 'buyerName', kinds: buyerKinds, looked };
    return organisationOfSiret(ctx, asked);
  }
  const known = await findKnownOrganisation(ctx, buyerId);
  if (known === null) return refuse('buyer-missing', { field: 'buyerId' });
  return known.kind === 'buyer' ? done(known.id) : refuse('buyer-unfit', { field: 'buyerId' });
}

/** null: no holder was named. */
export async function namedHolder(
  ctx: Context,
  { holderSiret, holderName }: { holderSiret: string; holderName: string },
  looked: CompanyLookup | null,
): Promise<Result<string | null>> {
  if (holderSiret === '') {
    return holderName === '' ? done(null) : refuse('siret-missing', { field: 'holderSiret' });
  }
  const asked = {
    siret: holderSiret,
    name: holderName,
    nameField: 'holderName',
    kinds: companyKinds,
    looked,
  };
  return organisationOfSiret(ctx, asked);
}

interface Asked {
  siret: string;
  name: string;
  nameField: string;
  /** The first is what an unknown organisation is written down as. */
  kinds: readonly OrganisationKind[];
  looked: CompanyLookup | null;
}

function organisationOfSiret(ctx: Context, asked: Asked): Promise<Result<string>> {
  return throughGate(ctx, async (gate) => {
    const known = await findOrganisationOfSiret(gate, asked);
    if (known !== null) return done(known.id);
    const organisation = identityOf(gate, asked);
    if (organisation === null) return refuse('name-needed', { field: asked.nameField });
    const id = await writeOrganisationDown(gate, organisation);
    if (id === null) {
      const written = await findOrganisationOfSiret(gate, asked);
      return written === null
        ? refuse('organisation-closed', { field: asked.nameField.replace('Name', 'Siret') })
        : done(written.id);
    }
    const { kind, name, identifier } = organisation;
    await record(gate, {
      action: 'organisation.created',
      subjectType: 'organisation',
      subjectId: id,
      organisation: id,
      after: { kind, name, identifier },
    });
    return done(id);
  });
}

/** What the register says is kept as such; what was typed is kept as typed, to be checked later. */
function identityOf({ now }: Context, { siret, name, kinds, looked }: Asked): NewOrganisation | null {
  const company = looked?.ok === true ? looked.company : null;
  const kept = name === '' ? (company?.name ?? '') : name;
  const [kind] = kinds;
  if (kept === '' || kind === undefined) return null;
  return {
    kind,
    identifierType: 'SIRET',
    identifier: siret,
    name: kept,
    serviceName: '',
    street: company?.address ?? '',
    postcode: company?.postcode ?? '',
    city: company?.city ?? '',
    communeCode: company?.communeCode ?? '',
    activityCode: company?.naf ?? '',
    activityNomenclature: company?.nafVersion ?? '',
    identitySource: company === null ? 'manual' : 'register',
    identityCheckedAt: company === null ? null : now,
  };
}

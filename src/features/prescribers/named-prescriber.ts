/** The prescriber of a SIRET, found as it stands or written down from the register: it may have no account yet. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { findOrganisationOfSiret, writeOrganisationDown } from '#db/organisation-known.ts';
import type { Context } from '#http/context.ts';
import type { Preparing } from '#http/route.ts';
import { throughGate } from '#http/through-gate.ts';
import type { CompanyLookup } from '#services/company-register.ts';
import type { NewPrescriberInput } from './input.ts';

/** Before the story: nobody's connection waits for the register. */
export async function lookUpPrescriber({ house, input }: Preparing<NewPrescriberInput>): Promise<CompanyLookup | null> {
  return input === null ? null : house.register.lookUp(input.siret);
}

export function namedPrescriber(
  ctx: Context,
  { siret, name }: Pick<NewPrescriberInput, 'siret' | 'name'>,
  looked: CompanyLookup | null,
): Promise<Result<string>> {
  const asked = { siret, kinds: ['prescriber'] as const };
  return throughGate(ctx, async (gate) => {
    const known = await findOrganisationOfSiret(gate, asked);
    if (known !== null) return done(known.id);
    const company = looked?.ok === true ? looked.company : null;
    const kept = name === '' ? (company?.name ?? '') : name;
    if (kept === '') return refuse('name-needed', { field: 'name' });
    const id = await writeOrganisationDown(gate, {
      kind: 'prescriber',
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
      identityCheckedAt: company === null ? null : gate.now,
    });
    if (id === null) {
      const written = await findOrganisationOfSiret(gate, asked);
      return written === null ? refuse('organisation-closed', { field: 'siret' }) : done(written.id);
    }
    await record(gate, {
      action: 'organisation.created',
      subjectType: 'organisation',
      subjectId: id,
      organisation: id,
      after: { kind: 'prescriber', name: kept, identifier: siret },
    });
    return done(id);
  });
}

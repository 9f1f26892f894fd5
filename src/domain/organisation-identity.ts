/** The identity of an organisation: what the State's register proposes to change, and where each value comes from. */

export interface OrganisationIdentity {
  name: string;
  street: string;
  postcode: string;
  city: string;
  communeCode: string;
  activityCode: string;
  activityNomenclature: string;
}

/** Values that only make sense together. */
export const identityParts = {
  name: ['name'],
  address: ['street', 'postcode', 'city', 'communeCode'],
  activity: ['activityCode', 'activityNomenclature'],
} as const satisfies Record<string, readonly (keyof OrganisationIdentity)[]>;

export type IdentityPart = keyof typeof identityParts;

export const allIdentityParts: readonly IdentityPart[] = ['name', 'address', 'activity'];

/** Parts where the register says something else; what it leaves empty is not a difference. */
export function differingParts(current: OrganisationIdentity, proposed: OrganisationIdentity): IdentityPart[] {
  return allIdentityParts.filter((part) =>
    identityParts[part].some((field) => proposed[field] !== '' && proposed[field] !== current[field]),
  );
}

export function takenParts(
  proposed: OrganisationIdentity,
  parts: readonly IdentityPart[],
): Partial<OrganisationIdentity> {
  const fields = parts.flatMap((part): readonly (keyof OrganisationIdentity)[] => identityParts[part]);
  return Object.fromEntries(fields.map((field) => [field, proposed[field]]));
}

export interface Origin {
  source: 'register' | 'manual' | 'demo';
  at: Date;
}

/** The last write that touched a part tells where it comes from; untouched, it has the origin of the whole. */
export function originsOf(
  writes: readonly (Origin & { fields: readonly string[] })[],
  first: Origin,
): Record<IdentityPart, Origin> {
  const latest = [...writes].sort((one, other) => other.at.getTime() - one.at.getTime());
  const origin = (part: IdentityPart): Origin => {
    const fields: readonly string[] = identityParts[part];
    const write = latest.find((one) => one.fields.some((field) => fields.includes(field)));
    return write === undefined ? first : { source: write.source, at: write.at };
  };
  return { name: origin('name'), address: origin('address'), activity: origin('activity') };
}

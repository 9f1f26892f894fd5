/** Which fields leave for whom: allow-lists by kind of object and relation; a field absent here leaves for nobody. */
import type { Actor } from './actor.ts';
import { organisationOf } from './actor.ts';

export type FieldReader = 'own' | 'administrators' | 'linked' | 'self';

export const fieldReaders = {
  organisation: {
    id: ['own', 'linked'],
    kind: ['own', 'linked'],
    identifierType: ['own', 'linked'],
    identifier: ['own', 'linked'],
    name: ['own', 'linked'],
    serviceName: ['own', 'linked'],
    street: ['own', 'linked'],
    postcode: ['own', 'linked'],
    city: ['own', 'linked'],
    email: ['own', 'linked'],
    phone: ['own', 'linked'],
    activityCode: ['own', 'linked'],
    identitySource: ['own'],
    identityCheckedAt: ['own'],
    version: ['own'],
  },
  contact: {
    id: ['own', 'linked'],
    organisationId: ['own', 'linked'],
    organisationName: ['own', 'linked'],
    label: ['own', 'linked'],
    purpose: ['own', 'linked'],
    email: ['own', 'linked'],
    phone: ['own', 'linked'],
    internalNote: ['own'],
    archivedAt: ['own'],
    version: ['own'],
  },
  member: {
    id: ['own'],
    name: ['own'],
    position: ['own'],
    administers: ['own'],
    status: ['own'],
    email: ['administrators', 'self'],
    lastSignInAt: ['administrators', 'self'],
    secondFactor: ['administrators', 'self'],
    suspendedReason: ['administrators'],
    validUntil: ['administrators', 'self'],
    version: ['administrators'],
  },
} as const satisfies Record<string, Record<string, readonly FieldReader[]>>;

export type FieldObject = keyof typeof fieldReaders;

/** Keeps of a row what this actor may read of it; what is not listed does not exist for her. */
export function visible<Row extends object, Kind extends FieldObject>(
  actor: Actor,
  kind: Kind,
  { row, organisation, account }: { row: Row; organisation: string; account?: string | undefined },
): Partial<Pick<Row, keyof Row & keyof (typeof fieldReaders)[Kind]>> {
  const readers = readersOf(actor, { organisation, account });
  const table: Record<string, readonly FieldReader[]> = fieldReaders[kind];
  const kept = Object.entries(row).filter(([field]) =>
    (Object.hasOwn(table, field) ? (table[field] ?? []) : []).some((reader) => readers.includes(reader)),
  );
  return Object.fromEntries(kept) as Partial<Pick<Row, keyof Row & keyof (typeof fieldReaders)[Kind]>>;
}

/** In which capacities does this actor look at an object of this organisation (which row security let her read)? */
export function readersOf(
  actor: Actor,
  { organisation, account }: { organisation: string; account?: string | undefined },
): FieldReader[] {
  if (organisationOf(actor) !== organisation) return ['linked'];
  const readers: FieldReader[] = ['own'];
  if (actor.kind === 'member' && actor.administers) readers.push('administrators');
  if (account !== undefined && 'account' in actor && actor.account === account) readers.push('self');
  return readers;
}

/** The 22 positions of permissions.md §6.1, and the same with the mark of administration where the position has none. */
import type { OrganisationKind, Position } from '#domain/position.ts';

export interface TestedPosition {
  name: string;
  kind: OrganisationKind | null;
  position: Position | null;
  administers: boolean;
}

function seat(name: string, kind: OrganisationKind, position: Position, administers = false): TestedPosition {
  return { name, kind, position, administers };
}

export const testedPositions: readonly TestedPosition[] = [
  { name: 'anonymous', kind: null, position: null, administers: false },
  { name: 'no-membership', kind: null, position: null, administers: false },
  seat('S-admin', 'facilitator', 'facilitator.admin', true),
  seat('S-facilitator', 'facilitator', 'facilitator.facilitator'),
  seat('S-accompaniment', 'facilitator', 'facilitator.accompaniment'),
  seat('S-clerk', 'facilitator', 'facilitator.clerk'),
  seat('S-steering', 'facilitator', 'facilitator.steering'),
  seat('B-admin', 'buyer', 'buyer.admin', true),
  seat('B-procurement', 'buyer', 'buyer.procurement'),
  seat('B-site', 'buyer', 'buyer.site'),
  seat('B-decider', 'buyer', 'buyer.decider'),
  seat('D-insertion', 'insertion', 'insertion.officer'),
  seat('D-insertion-administering', 'insertion', 'insertion.officer', true),
  seat('D-grants', 'insertion', 'insertion.grants'),
  seat('E-coordination', 'state', 'state.coordination'),
  seat('E-coordination-administering', 'state', 'state.coordination', true),
  seat('C-admin', 'company', 'company.admin', true),
  seat('C-declarant', 'company', 'company.declarant'),
  seat('I-user', 'inclusion', 'inclusion.user'),
  seat('I-user-administering', 'inclusion', 'inclusion.user', true),
  seat('P-user', 'prescriber', 'prescriber.user'),
  seat('P-user-administering', 'prescriber', 'prescriber.user', true),
  seat('N-person', 'facilitator', 'person.self'),
  seat('X-auditor', 'facilitator', 'control.auditor'),
  seat('DPO', 'facilitator', 'control.dpo'),
  seat('O-support', 'operator', 'operator.support', true),
];

/** Whose object it is, seen from the one who asks. */
export const relations = ['own', 'unrelated', 'linked', 'formerly-linked', 'sister-service'] as const;

export type Relation = (typeof relations)[number];

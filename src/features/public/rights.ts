/** The permission table in words, computed from the same rules the guard reads. */
import type { Permission } from '#domain/permissions.ts';
import type { Relation, Rule, Who } from '#domain/rule.ts';
import { may } from '#domain/access.ts';
import { permissions } from '#domain/permissions.ts';
import type { Member } from '#domain/actor.ts';
import type { FieldObject, FieldReader } from '#domain/fields.ts';
import { fieldReaders } from '#domain/fields.ts';
import type { Position } from '#domain/position.ts';
import { administersByPosition, allPositions, organisationKinds, positions } from '#domain/position.ts';

export interface Right {
  permission: Permission;
  sentence: string;
  who: string;
  on: string;
  confirms: boolean;
  scope: string;
}

export const relationLabels: Record<Relation, string> = {
  public: 'Ce qui est public ou technique',
  self: 'Son propre compte',
  own: 'Son organisation',
  linked: 'Son organisation et celles qui lui sont liées',
};

export const allPermissions: readonly Permission[] = Object.keys(permissions) as Permission[];

export function describeRights(): Right[] {
  return allPermissions.map((permission) => {
    const rule: Rule = permissions[permission];
    return {
      permission,
      sentence: rule.sentence,
      who: whoLabel(rule.who),
      on: relationLabels[rule.relation],
      confirms: rule.confirms === true,
      scope: rule.scope ?? '',
    };
  });
}

function whoLabel(who: Who): string {
  switch (who) {
    case 'everyone':
      return 'Tout le monde';
    case 'signed-in':
      return 'Toute personne connectée';
    case 'members':
      return 'Tout membre de l’organisation';
    case 'administrators':
      return 'Qui administre l’organisation';
    case 'jobs':
      return 'Les tâches automatiques';
    default:
      return who.map(positionLabel).join(', ');
  }
}

export function positionLabel(position: Position): string {
  const { label, kind } = positions[position];
  return kind === null ? label : `${organisationKinds[kind]}\u00A0: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

export interface PositionRights {
  position: Position;
  label: string;
  always: Right[];
  /** Only when the membership also carries the mark of administration. */
  whenAdministering: Right[];
}

export function describePosition(position: Position): PositionRights {
  const all = describeRights();
  const plain = holder(position, administersByPosition(position));
  const marked = holder(position, true);
  return {
    position,
    label: positionLabel(position),
    always: all.filter(({ permission }) => may(plain, permission).allowed),
    whenAdministering: all.filter(
      ({ permission }) => !may(plain, permission).allowed && may(marked, permission).allowed,
    ),
  };
}

export function describePositions(chosen: Position | null): PositionRights[] {
  return (chosen === null ? allPositions : [chosen]).map(describePosition);
}

/** Somebody of no importance in this position, to put the question to the guard itself. */
function holder(position: Position, administers: boolean): Member {
  return {
    kind: 'member',
    account: '',
    name: '',
    session: '',
    secondFactor: true,
    strongUntil: null,
    membership: '',
    organisation: '',
    organisationName: '',
    organisationKind: positions[position].kind ?? 'facilitator',
    position,
    administers,
  };
}

export interface FieldRow {
  object: FieldObject;
  field: string;
  readers: readonly FieldReader[];
}

export function describeFields(): FieldRow[] {
  return (Object.keys(fieldReaders) as FieldObject[]).flatMap((object) =>
    Object.entries<readonly FieldReader[]>(fieldReaders[object]).map(([field, readers]) => ({
      object,
      field,
      readers,
    })),
  );
}

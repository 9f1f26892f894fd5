/** Who acts: a person in ONE organisation, a partner key, a magic link, a job, or nobody yet. */
import type { OrganisationKind, Position } from './position.ts';

export type Actor = Anonymous | SignedIn | Member | Partner | LinkHolder | Job;

export interface Anonymous {
  kind: 'anonymous';
}

interface Account {
  account: string;
  name: string;
  session: string;
  secondFactor: boolean;
  strongUntil: Date | null;
}

export interface SignedIn extends Account {
  kind: 'signed-in';
}

export interface Member extends Account {
  kind: 'member';
  membership: string;
  organisation: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  position: Position;
  administers: boolean;
}

export interface Partner {
  kind: 'partner';
  key: string;
  organisation: string;
  organisationKind: OrganisationKind;
  scopes: readonly string[];
}

export interface LinkHolder {
  kind: 'link';
  token: string;
  purpose: string;
  organisation: string | null;
  account: string | null;
  subject: string | null;
  /** Where it was sent, when it follows the holder of that address; empty for others. */
  address: string;
  /** When the link stops opening. */
  until: Date;
}

export interface Job {
  kind: 'job';
  name: string;
}

export const anonymous: Anonymous = { kind: 'anonymous' };

export function organisationOf(actor: Actor): string | null {
  return 'organisation' in actor ? actor.organisation : null;
}

export function accountOf(actor: Actor): string | null {
  return 'account' in actor ? actor.account : null;
}

/** Who opened her own space by a link or a code: she sees herself and nobody else. */
export function personOf(actor: Actor): string | null {
  return actor.kind === 'link' && actor.purpose === 'person-space' ? actor.subject : null;
}

/** The stable name of an actor, used to tell whose idempotency key it is and who wrote an audit entry. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'signed-in':
      return `account:${actor.account}`;
    case 'member':
      return `member:${actor.membership}`;
    case 'partner':
      return `partner:${actor.key}`;
    case 'link':
      return `link:${actor.token}`;
    case 'job':
      return `job:${actor.name}`;
  }
}

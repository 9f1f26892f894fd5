/** May this actor do this? The table of sentences, asked the same way by the guard, the pages, the API and the jobs. */
import type { Actor } from './actor.ts';
import { organisationOf } from './actor.ts';
import type { Permission } from './permissions.ts';
import { permissions } from './permissions.ts';
import type { Rule } from './rule.ts';

export type Verdict = { allowed: true } | { allowed: false; because: Denial };

/** sign-in: nobody is known yet. choose: no organisation is active. role: the position lacks the right. scope: the key lacks it. other: not hers. */
export type Denial = 'sign-in' | 'choose' | 'role' | 'scope' | 'other';

const yes: Verdict = { allowed: true };

/** May this actor do this at all? Whose object it is is asked by mayOn. */
export function may(actor: Actor, permission: Permission): Verdict {
  const rule: Rule = permissions[permission];
  if (rule.who === 'jobs') return actor.kind === 'job' ? yes : no('role');
  if (actor.kind === 'job') return no('role');
  if (rule.who === 'everyone') return yes;
  if (actor.kind === 'link') return rule.link !== undefined && rule.link === actor.purpose ? yes : no('sign-in');
  if (actor.kind === 'anonymous') return no('sign-in');
  if (actor.kind === 'partner') {
    return rule.scope !== undefined && actor.scopes.includes(rule.scope) ? yes : no('scope');
  }
  if (rule.who === 'signed-in') return yes;
  if (actor.kind === 'signed-in') return no('choose');
  if (rule.who === 'members') return yes;
  if (rule.who === 'administrators') return actor.administers ? yes : no('role');
  return rule.who.includes(actor.position) ? yes : no('role');
}

/** The same question on one object: which organisation holds it, and is that organisation linked to the actor's? */
export function mayOn(
  actor: Actor,
  permission: Permission,
  object: { organisation: string; linked?: boolean },
): Verdict {
  const general = may(actor, permission);
  if (!general.allowed) return general;
  const rule: Rule = permissions[permission];
  if (rule.relation === 'public' || rule.relation === 'self') return general;
  if (organisationOf(actor) === object.organisation) return yes;
  return rule.relation === 'linked' && object.linked === true ? yes : no('other');
}

export function isPermission(value: string): value is Permission {
  return Object.hasOwn(permissions, value);
}

function no(because: Denial): Verdict {
  return { allowed: false, because };
}

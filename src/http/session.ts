/** From the cookie to the actor: read again at every request, so that a suspension or a revocation counts at once. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { anonymous } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { OrganisationKind, Position } from '#domain/position.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import type { Transaction } from '#db/transaction.ts';
import { hashSecret } from '#services/random.ts';
import type { Preferences } from '#ui/layout.tsx';

interface SessionRow {
  id: string;
  accountId: string;
  accountName: string;
  secondFactor: boolean;
  strongUntil: Date | null;
  seenAt: Date;
  membershipId: string | null;
  position: Position;
  administers: boolean;
  organisationId: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  accent: string | null;
  memberships: number;
  theme: Preferences['theme'];
  density: Preferences['density'];
  font: Preferences['font'];
}

export interface Identity {
  actor: Actor;
  memberships: number;
  preferences: Preferences | null;
  /** The colour of the organisation she works in, empty for the product's own. */
  accent: string;
}

export const nobody: Identity = { actor: anonymous, memberships: 0, preferences: null, accent: '' };

/** Runs as the gate. */
export async function identify(db: Transaction, token: string | undefined, now: Date): Promise<Identity> {
  if (token === undefined || token === '') return nobody;
  const found = await sql<SessionRow>`
    select s.id, s.account_id, a.name as account_name, s.second_factor, s.strong_until, s.seen_at,
      m.id as membership_id, m.position, m.administers,
      o.id as organisation_id, o.name || case when o.service_name = '' then '' else ' – ' || o.service_name end as organisation_name,
      o.kind as organisation_kind, o.accent, a.theme, a.density, a.font,
      (select count(*) from membership n join organisation p on p.id = n.organisation_id
        where n.account_id = a.id and n.suspended_at is null and p.closed_at is null
          and (n.valid_until is null or n.valid_until >= ${parisDay(now)}::date)) as memberships
    from session s
    join account a on a.id = s.account_id and a.disabled_at is null
    left join (membership m join organisation o on o.id = m.organisation_id and o.closed_at is null)
      on m.id = s.membership_id and m.account_id = a.id and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)
    where s.token_hash = ${hashSecret(token)} and s.revoked_at is null and s.expires_at > ${now}
      and s.seen_at > ${minutesAfter(now, -sessionPolicy.idleMinutes)}`.execute(db);
  const row = found.rows[0];
  if (row === undefined) return nobody;
  if (now.getTime() - row.seenAt.getTime() > sessionPolicy.seenEverySeconds * 1000) {
    await sql`update session set seen_at = ${now}
      where id = (select id from session where id = ${row.id} for update skip locked)`.execute(db);
  }
  return {
    actor: actorOf(row),
    memberships: row.memberships,
    preferences: preferencesOf(row),
    accent: row.accent ?? '',
  };
}

function actorOf(row: SessionRow): Actor {
  const account = {
    account: row.accountId,
    name: row.accountName,
    session: row.id,
    secondFactor: row.secondFactor,
    strongUntil: row.strongUntil,
  };
  if (row.membershipId === null) return { kind: 'signed-in', ...account };
  return {
    kind: 'member',
    ...account,
    membership: row.membershipId,
    organisation: row.organisationId,
    organisationName: row.organisationName,
    organisationKind: row.organisationKind,
    position: row.position,
    administers: row.administers,
  };
}

function preferencesOf({ theme, density, font }: SessionRow): Preferences {
  return { theme, density, font };
}

/** Builders that write real rows as the owner of the database: organisations, people, memberships, links, contacts, keys. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { OrganisationKind, Position } from '#domain/position.ts';
import { administersByPosition } from '#domain/position.ts';
import { fictitiousSiret } from '#domain/siret.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import type { Clock } from '#services/clock.ts';

/** Written in what only its own organisation may read; the visitor refuses to see another's. */
export function canaryOf(organisation: string): string {
  return `ZZ-CANARI-${organisation}`;
}

export type World = ReturnType<typeof createWorld>;

export interface Person {
  account: string;
  membership: string;
  organisation: string;
  email: string;
  /** Value of the session cookie, opened with a second factor and confirmed. */
  session: string;
}

export function createWorld(admin: Pool, clock: Clock) {
  let count = 0;

  async function anOrganisation(
    kind: OrganisationKind = 'facilitator',
    more: { name?: string; siret?: string; serviceName?: string; parent?: string } = {},
  ): Promise<string> {
    count += 1;
    const id = randomUUID();
    await admin.query(
      `insert into organisation (id, kind, identifier, name, service_name, parent_id, email, identity_source)
       values ($1, $2, $3, $4, $5, $6, $7, 'demo')`,
      [
        id,
        kind,
        more.siret ?? fictitiousSiret(count),
        more.name ?? `Organisation ${count}`,
        more.serviceName ?? '',
        more.parent ?? null,
        `organisation${count}@exemple.test`,
      ],
    );
    return id;
  }

  async function anAccount(more: { email?: string; name?: string; passwordHash?: string } = {}) {
    count += 1;
    const account = randomUUID();
    const email = more.email ?? `personne${count}@exemple.test`;
    await admin.query('insert into account (id, email, name, password_hash) values ($1, $2, $3, $4)', [
      account,
      email,
      more.name ?? `Personne ${count}`,
      more.passwordHash ?? null,
    ]);
    return { account, email };
  }

  async function aMember(
    organisation: string,
    position: Position,
    more: { administers?: boolean; email?: string; name?: string; account?: string } = {},
  ): Promise<Person> {
    const { account, email } = more.account
      ? { account: more.account, email: more.email ?? '' }
      : await anAccount(more);
    const membership = randomUUID();
    await admin.query(
      'insert into membership (id, organisation_id, account_id, position, administers) values ($1, $2, $3, $4, $5)',
      [membership, organisation, account, position, more.administers ?? administersByPosition(position)],
    );
    const session = await aSession(account, membership);
    return { account, membership, organisation, email, session };
  }

  async function aSession(
    account: string,
    membership: string | null,
    more: { secondFactor?: boolean; strong?: boolean } = {},
  ): Promise<string> {
    const token = newSecret();
    const now = clock.now();
    await admin.query(
      `insert into session (token_hash, account_id, membership_id, device, method, second_factor, strong_until, created_at, seen_at, expires_at)
       values ($1, $2, $3, 'Firefox sur Linux', 'password', $4, $5, $6, $6, $7)`,
      [
        hashSecret(token),
        account,
        membership,
        more.secondFactor ?? true,
        more.strong === false ? null : new Date(now.getTime() + 15 * 60_000),
        now,
        new Date(now.getTime() + 12 * 3_600_000),
      ],
    );
    return token;
  }

  async function aLink(
    from: string,
    to: string,
    more: {
      accepted?: boolean;
      revoked?: boolean;
      validFrom?: string;
      validUntil?: string;
      createdBy: string;
    },
  ): Promise<string> {
    const id = randomUUID();
    const now = clock.now();
    await admin.query(
      `insert into exchange_link (id, from_organisation_id, to_organisation_id, invited_identifier, purpose, valid_from, valid_until,
         accepted_at, accepted_by, revoked_at, revoked_by, created_by)
       values ($1, $2, $3, (select identifier from organisation where id = $3), 'Suivi des clauses', $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        from,
        to,
        more.validFrom ?? '2026-01-01',
        more.validUntil ?? '2027-12-31',
        more.accepted === false ? null : now,
        more.accepted === false ? null : more.createdBy,
        more.revoked ? now : null,
        more.revoked ? more.createdBy : null,
        more.createdBy,
      ],
    );
    return id;
  }

  async function aContact(
    organisation: string,
    more: { label?: string; email?: string; phone?: string; note?: string; archived?: boolean } = {},
  ): Promise<string> {
    count += 1;
    const id = randomUUID();
    await admin.query(
      `insert into contact (id, organisation_id, label, purpose, email, phone, internal_note, archived_at)
       values ($1, $2, $3, 'general', $4, $5, $6, $7)`,
      [
        id,
        organisation,
        more.label ?? `Point de contact ${count}`,
        more.email ?? `contact${count}@exemple.test`,
        more.phone ?? '',
        `${more.note ?? ''} ${canaryOf(organisation)}`,
        more.archived ? clock.now() : null,
      ],
    );
    return id;
  }

  async function aPartnerKey(organisation: string, createdBy: string, scopes: string[]): Promise<string> {
    count += 1;
    const prefix = `gk_test${String(count).padStart(4, '0')}`;
    const secret = newSecret();
    await admin.query(
      `insert into partner_key (organisation_id, name, prefix, secret_hash, scopes, expires_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        organisation,
        `Clé ${count}`,
        prefix,
        hashSecret(secret),
        scopes,
        new Date(clock.now().getTime() + 90 * 86_400_000),
        createdBy,
      ],
    );
    return `${prefix}_${secret}`;
  }

  async function anInvitation(organisation: string, invitedBy: string, more: { email?: string } = {}): Promise<string> {
    count += 1;
    const id = randomUUID();
    await admin.query(
      `insert into invitation (id, organisation_id, email, position, invited_by, expires_at, created_at)
       values ($1, $2, $3, 'control.dpo', $4, $5, $6)`,
      [id, organisation, more.email ?? `invite${count}@exemple.test`, invitedBy, inDays(7), clock.now()],
    );
    return id;
  }

  async function anApproval(organisation: string, requestedBy: string, subject: string): Promise<string> {
    const id = randomUUID();
    await admin.query(
      `insert into approval (id, organisation_id, action, subject_id, reason, requested_by, requested_at, expires_at)
       values ($1, $2, 'second-factor-reset', $3, $4, $5, $6, $7)`,
      [id, organisation, subject, canaryOf(organisation), requestedBy, clock.now(), inDays(7)],
    );
    return id;
  }

  async function aMail(organisation: string): Promise<string> {
    const id = randomUUID();
    await admin.query(
      `insert into outbox (id, organisation_id, template, recipient, status, message_id, subject, kept_body, created_at, next_attempt_at)
       values ($1, $2, 'invitation', 'a@exemple.test', 'failed', $3, $4, $4, $5, $5)`,
      [id, organisation, `<${id}@guichet>`, canaryOf(organisation), clock.now()],
    );
    return id;
  }

  async function aPasskey(account: string): Promise<string> {
    const id = randomUUID();
    await admin.query(
      'insert into passkey (id, account_id, credential_id, public_key, name) values ($1, $2, $3, $4, $5)',
      [id, account, randomUUID(), Buffer.from('00', 'hex'), 'Clé de test'],
    );
    return id;
  }

  /** Makes the second organisation another service of the first one's SIRET. */
  async function sister(first: string, second: string): Promise<void> {
    await admin.query(
      `update organisation set parent_id = $1, service_name = 'Autre service',
         identifier = (select identifier from organisation where id = $1) where id = $2`,
      [first, second],
    );
  }

  function inDays(days: number): Date {
    return new Date(clock.now().getTime() + days * 86_400_000);
  }

  return {
    sister,
    anInvitation,
    anApproval,
    aMail,
    aPasskey,
    anOrganisation,
    anAccount,
    aMember,
    aSession,
    aLink,
    aContact,
    aPartnerKey,
  };
}

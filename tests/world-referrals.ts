/** Builders of prescribers, proposals, the pool and meetings, written as the owner of the database. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { PrescriberKind } from '#domain/prescriber-kinds.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import { foldForSearch } from '#domain/text.ts';
import type { Clock } from '#services/clock.ts';
import { createThreadWorld } from './world-thread.ts';
import type { Person, World } from './world.ts';

export type ReferralWorld = ReturnType<typeof createReferralWorld>;

export function createReferralWorld({ admin, world, clock }: { admin: Pool; world: World; clock: Clock }) {
  const thread = createThreadWorld({ admin, world, clock });

  async function insert(table: string, row: Record<string, unknown>): Promise<string> {
    const id = randomUUID();
    const names = Object.keys(row);
    const places = names.map((_, place) => `$${place + 2}`);
    await admin.query(`insert into ${table} (id, ${names.join(', ')}) values ($1, ${places.join(', ')})`, [
      id,
      ...Object.values(row),
    ]);
    return id;
  }

  function aPartner(
    holder: string,
    prescriber: string,
    more: { kind?: PrescriberKind; ended?: boolean } = {},
  ): Promise<string> {
    return insert('prescriber_partner', {
      holder_id: holder,
      prescriber_id: prescriber,
      kind: more.kind ?? 'ML',
      ended_at: more.ended ? clock.now() : null,
    });
  }

  function aReferent(
    prescriber: string,
    more: { account?: string; email?: string; addedBy?: string } = {},
  ): Promise<string> {
    return insert('referent', {
      prescriber_id: prescriber,
      account_id: more.account ?? null,
      added_by: more.addedBy ?? null,
      name: 'Anne Leroy',
      email: more.email ?? '',
    });
  }

  /** A person proposed, with her file in the structure unless an existing one is named. */
  async function aReferral(
    { holder, prescriber }: { holder: string; prescriber: string },
    more: {
      family?: string;
      given?: string;
      birth?: string | null;
      state?: ReferralState;
      person?: string;
      referent?: string;
      eligible?: boolean;
      undoable?: boolean;
    } = {},
  ): Promise<{ id: string; person: string }> {
    const family = more.family ?? 'Proposée';
    const given = more.given ?? 'Paule';
    const birth = more.birth === undefined ? '1990-04-12' : more.birth;
    const state = more.state ?? 'referred';
    const person =
      more.person ??
      (await thread.aFollowedPerson(holder, { family, given, ...(more.eligible !== true && { eligible: null }) }));
    if (more.person === undefined) {
      await admin.query('update person set proposed_by = $2, birth_date = $3 where id = $1', [
        person,
        prescriber,
        birth,
      ]);
    }
    const referent = more.referent ?? (await aReferent(prescriber));
    const closed = ['refused', 'hired', 'withdrawn', 'not-eligible'].includes(state);
    const before = {
      state: 'referred',
      since: '2026-11-01',
      reason: '',
      acceptedAt: null,
      acceptedBy: null,
      meetOn: null,
      closedAt: null,
    };
    const id = await insert('referral', {
      person_id: person,
      holder_id: holder,
      prescriber_id: prescriber,
      referent_id: referent,
      family_name: family,
      given_name: given,
      folded_name: foldForSearch(`${family} ${given}`),
      birth_date: birth,
      claims: ['RSA'],
      informed_on: '2026-11-01',
      source: 'form',
      state,
      since: '2026-11-01',
      closed_at: closed ? clock.now() : null,
      before_step: more.undoable ? JSON.stringify(before) : null,
      created_at: new Date(clock.now().getTime() - 86_400_000),
    });
    return { id, person };
  }

  async function aProfile(holder: string, person: string, more: Record<string, unknown> = {}): Promise<void> {
    const row = { person_id: person, holder_id: holder, rome_codes: ['F1703'], department_code: '44', ...more };
    const names = Object.keys(row);
    await admin.query(
      `insert into pool_profile (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
      Object.values(row),
    );
  }

  async function aMeeting(
    holder: string,
    more: { guests?: readonly string[]; people?: readonly string[]; state?: string; title?: string } = {},
  ): Promise<string> {
    const id = await insert('platform_meeting', {
      holder_id: holder,
      title: more.title ?? 'Besoins de janvier',
      held_on: '2026-12-10',
      starts_at: '09:30',
      place: 'Salle des Docks',
      state: more.state ?? 'planned',
    });
    for (const guest of more.guests ?? []) {
      await admin.query('insert into platform_guest (meeting_id, holder_id, prescriber_id) values ($1, $2, $3)', [
        id,
        holder,
        guest,
      ]);
    }
    for (const person of more.people ?? []) {
      await admin.query('insert into platform_candidate (meeting_id, holder_id, person_id) values ($1, $2, $3)', [
        id,
        holder,
        person,
      ]);
    }
    return id;
  }

  /** A structure, two prescribers of its list, and somebody working in each. */
  async function aTerritory(): Promise<{ facilitator: Person; prescriber: Person; other: Person }> {
    const facilitator = await world.aMember(
      await world.anOrganisation('facilitator', { name: 'Relais' }),
      'facilitator.facilitator',
    );
    const prescriber = await world.aMember(
      await world.anOrganisation('prescriber', { name: 'Mission locale' }),
      'prescriber.user',
    );
    const other = await world.aMember(
      await world.anOrganisation('prescriber', { name: 'PLIE du Val' }),
      'prescriber.user',
    );
    await aPartner(facilitator.organisation, prescriber.organisation);
    await aPartner(facilitator.organisation, other.organisation, { kind: 'PLIE' });
    return { facilitator, prescriber, other };
  }

  return { insert, aPartner, aReferent, aReferral, aProfile, aMeeting, aTerritory, thread };
}

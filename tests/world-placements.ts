/** Builders of needs and placements, written as the owner of the database: a post, whom it was spread to, candidates, links. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { foldForSearch } from '#domain/text.ts';
import type { Clock } from '#services/clock.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import type { Person, World } from './world.ts';
import { aProposal } from './world-proposal.ts';
import { createThreadWorld } from './world-thread.ts';
import type { LotPlace, Thread } from './world-thread.ts';

export type PlacementWorld = ReturnType<typeof createPlacementWorld>;

export interface Recruiting extends Thread {
  prescriber: Person;
  offer: string;
  /** The line of the spread to the prescriber. */
  need: string;
}

interface Tools {
  admin: Pool;
  world: World;
  clock: Clock;
}

export function createPlacementWorld(tools: Tools) {
  const { admin, world, clock } = tools;
  const thread = createThreadWorld(tools);
  let count = 0;

  async function insert(table: string, row: Record<string, unknown>): Promise<string> {
    const full = { id: randomUUID(), ...row };
    const names = Object.keys(full);
    const places = names.map((_, place) => `$${place + 1}`);
    await admin.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(full));
    return full.id;
  }

  function anOffer(
    { lot, market }: LotPlace,
    more: {
      facilitator: string;
      company: string;
      title?: string;
      state?: string;
      posts?: number;
      closesOn?: string;
      commune?: string;
    },
  ): Promise<string> {
    count += 1;
    return insert('job_offer', {
      facilitator_id: more.facilitator,
      company_id: more.company,
      lot_id: lot,
      market_id: market,
      title: more.title ?? `Maçon ${count}`,
      rome_code: 'F1703',
      posts: more.posts ?? 1,
      commune: more.commune ?? 'Nantes',
      department_code: '44',
      starts_on: '2026-12-07',
      weekly_minutes: 2100,
      contract_types: ['CDD'],
      closes_on: more.closesOn ?? '2026-12-31',
      state: more.state ?? 'open',
      state_since: clock.now(),
      site_contact: 'Léon Brunet',
      asked_via: 'account',
    });
  }

  function aRecipient(
    offer: string,
    more: { facilitator: string; prescriber: string; email?: string },
  ): Promise<string> {
    count += 1;
    return insert('offer_recipient', {
      offer_id: offer,
      facilitator_id: more.facilitator,
      organisation_id: more.prescriber,
      recipient: more.email ?? `equipe${count}@exemple.test`,
      sent_at: clock.now(),
    });
  }

  async function aReferredPerson(
    holder: string,
    prescriber: string,
    more: { given?: string; family?: string; commune?: string } = {},
  ): Promise<string> {
    count += 1;
    const given = more.given ?? 'Mina';
    const family = more.family ?? `Orienté ${count}`;
    const person = await insert('person', {
      holder_id: holder,
      proposed_by: prescriber,
      given_name: given,
      family_name: family,
      folded_name: foldForSearch(`${family} ${given}`),
      commune: more.commune ?? 'Nantes',
    });
    await insert('eligibility', {
      person_id: person,
      holder_id: holder,
      verdict: 'eligible',
      from_day: '2026-01-01',
      until_day: '2027-12-31',
      rule_code: 'DELD',
      rule_version: 'national/DELD/2021-01-01/1',
      decided_on: '2026-01-01',
    });
    await aProposal(insert, { person, holder, prescriber, given, family, commune: more.commune ?? 'Nantes' });
    return person;
  }

  async function aPlacement(
    offer: string,
    more: {
      person: string;
      holder: string;
      company: string;
      proposedBy?: string | null;
      state?: string;
      sentOn?: string | null;
      dueOn?: string | null;
      initials?: string;
      contract?: string;
      presentation?: string;
    },
  ): Promise<string> {
    const state = more.state ?? 'proposed';
    const sent = state === 'suggested' ? null : (more.sentOn ?? '2026-11-16');
    return insert('placement', {
      offer_id: offer,
      person_id: more.person,
      holder_id: more.holder,
      company_id: more.company,
      proposed_by_id: more.proposedBy ?? null,
      initials: more.initials ?? 'M. O.',
      trade: 'Maçon',
      commune: 'Nantes',
      presentation: more.presentation ?? '',
      state,
      state_since: clock.now(),
      sent_on: sent,
      due_on: sent === null ? null : (more.dueOn ?? '2026-11-23'),
      contract_id: more.contract ?? null,
    });
  }

  function aSession(holder: string, more: { title?: string; places?: number | null; startsAt?: string } = {}) {
    return insert('information_session', {
      holder_id: holder,
      title: more.title ?? 'Découvrir le gros œuvre',
      place: 'Salle 2',
      starts_at: more.startsAt ?? '2026-12-02T13:00:00Z',
      places: more.places ?? null,
    });
  }

  async function invite(facilitator: string, prescriber: string): Promise<void> {
    await admin.query(
      `insert into prescriber_partner (holder_id, prescriber_id, kind) values ($1, $2, 'ML') on conflict do nothing`,
      [facilitator, prescriber],
    );
    await admin.query(
      `insert into offer_audience (facilitator_id, organisation_id, department_code) values ($1, $2, '44') on conflict do nothing`,
      [facilitator, prescriber],
    );
  }

  /** The secret of a link by mail. */
  async function aLink(
    purpose: 'need' | 'placement',
    { organisation, subject, days = 30 }: { organisation: string; subject: string; days?: number },
  ): Promise<string> {
    const token = newSecret();
    await admin.query(
      `insert into link_token (token_hash, purpose, organisation_id, subject_id, expires_at, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [
        hashSecret(token),
        purpose,
        organisation,
        subject,
        new Date(clock.now().getTime() + days * 86_400_000),
        clock.now(),
      ],
    );
    return token;
  }

  /** A lot with everybody on it, an open post, and a prescriber who was told of it. */
  async function aRecruitment(): Promise<Recruiting> {
    const all = await thread.aThread();
    const prescriber = await world.aMember(
      await world.anOrganisation('prescriber', { name: 'Mission locale des Docks' }),
      'prescriber.user',
    );
    const facilitator = all.facilitator.organisation;
    await insert('prescriber_partner', { holder_id: facilitator, prescriber_id: prescriber.organisation, kind: 'ML' });
    const offer = await anOffer(all, { facilitator, company: all.company.organisation, title: 'Maçon de chantier' });
    const need = await aRecipient(offer, { facilitator, prescriber: prescriber.organisation });
    return { ...all, prescriber, offer, need };
  }

  return { ...thread, anOffer, aRecipient, aReferredPerson, aPlacement, aSession, invite, aLink, aRecruitment };
}

/** Fills an empty database with the demonstration: deterministic, dated from the day it is loaded. */
import type { ClientBase } from 'pg';
import { administersByPosition } from '#domain/position.ts';
import { hashPassword } from '#services/password-hash.ts';
import { hashSecret } from '#services/random.ts';
import { demoAccounts, demoPartnerKey, demoPassword } from './accounts.ts';
import { agreementActs, loadAgreements } from './agreements.ts';
import { contactRows } from './contacts.ts';
import { exchangeRows } from './exchanges.ts';
import { journalRows } from './journal.ts';
import { loadEligibility } from './eligibility.ts';
import { loadBoards } from './boards.ts';
import { loadLots } from './lots.ts';
import { demoOrganisations } from './organisations.ts';
import { loadEarlierProposals } from './earlier-proposals.ts';
import { loadReferrals } from './referrals.ts';
import { daysBefore, insertRows, stableId } from './rows.ts';
import { loadSettings } from './settings.ts';
import { loadPlacements } from './placements.ts';
import { loadPrivacy } from './privacy.ts';
import { loadStatements } from './statements.ts';
import { loadThread } from './thread.ts';

/** One company that ceased, so that a closed organisation can be seen. */
const closedOne = 'Ascenseurs du Ponant';

/** Hashed once, however many demonstrations a process loads: the queue of hashes is for people who sign in. */
let hashing: ReturnType<typeof hashPassword> | null = null;
function demoHash(): ReturnType<typeof hashPassword> {
  hashing ??= hashPassword(demoPassword);
  return hashing;
}

export async function loadDemonstration(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const organisations = demoOrganisations();
  await insertRows(
    client,
    'organisation',
    organisations.map((one) => ({
      id: stableId(one.key),
      kind: one.kind,
      parent_id: one.parent === null ? null : stableId(one.parent),
      identifier_type: one.siret === null ? 'NONE' : 'SIRET',
      identifier: one.siret,
      service_name: one.serviceName,
      name: one.name,
      street: one.street,
      postcode: one.postcode,
      city: one.city,
      activity_code: one.activity,
      activity_nomenclature: one.activity === '' ? '' : 'rev2',
      identity_source: 'demo',
      email: one.kind === 'operator' ? '' : `accueil@${one.key.toLowerCase()}.example`,
      closed_at: one.name === closedOne ? daysBefore(now, 90) : null,
      created_at: daysBefore(now, 760),
    })),
  );
  const hashed = await demoHash();
  if (!hashed.ok) throw new Error('passwords are being hashed elsewhere while the demonstration loads');
  await insertRows(
    client,
    'account',
    demoAccounts.map((one, index) => ({
      id: stableId(one.email),
      email: one.email,
      name: one.name,
      password_hash: hashed.value,
      last_membership_id: one.places[0] === undefined ? null : stableId(`${one.email} ${one.places[0].organisation}`),
      password_changed_at: daysBefore(now, 400),
      created_at: daysBefore(now, 700 - index * 7),
      last_sign_in_at: one.places.some((place) => place.suspended) ? daysBefore(now, 62) : daysBefore(now, index % 9),
    })),
  );
  await insertRows(client, 'membership', membershipRows(now));
  await insertRows(client, 'contact', contactRows({ organisations, now }));
  await loadThread(client, { now });
  await loadAgreements(client, { now });
  await loadSettings(client, { now });
  await loadEligibility(client, { now });
  await loadReferrals(client, { now });
  await loadPlacements(client, { now });
  await loadEarlierProposals(client, { now });
  await loadLots(client, { now });
  await loadStatements(client, { now });
  await loadBoards(client, { now });
  await loadPrivacy(client, { now });
  const exchanges = exchangeRows(now);
  await insertRows(client, 'invitation', exchanges.invitations);
  await insertRows(client, 'exchange_link', exchanges.links);
  await insertRows(client, 'approval', exchanges.approvals);
  await insertRows(client, 'outbox', exchanges.mails);
  await insertRows(client, 'partner_key', [
    {
      id: stableId('partner key'),
      organisation_id: stableId('relais'),
      name: 'Logiciel de suivi',
      prefix: demoPartnerKey.prefix,
      secret_hash: hashSecret(demoPartnerKey.secret),
      scopes: ['contacts:read', 'contacts:write', 'organisation:read'],
      expires_at: daysBefore(now, -300),
      created_by: stableId('nadia.berthelot@relais.example'),
      created_at: daysBefore(now, 65),
    },
  ]);
  for (const event of journalRows(now, exchanges.links, agreementActs(now)))
    await insertRows(client, 'audit_event', [event]);
}

function membershipRows(now: Date): Record<string, unknown>[] {
  return demoAccounts.flatMap((account, index) =>
    account.places.map((place) => ({
      id: stableId(`${account.email} ${place.organisation}`),
      organisation_id: stableId(place.organisation),
      account_id: stableId(account.email),
      position: place.position,
      administers: place.administers ?? administersByPosition(place.position),
      valid_until: place.position === 'control.auditor' ? daysBefore(now, -45).slice(0, 10) : null,
      suspended_at: place.suspended ? daysBefore(now, 60) : null,
      suspended_reason: place.suspended ? 'Départ de la structure' : '',
      created_at: daysBefore(now, 700 - index * 7),
    })),
  );
}

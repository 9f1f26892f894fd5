/** The objects of prescribers, proposals, the pool, meetings and duplicates, held by an organisation according to its kind. */
import type { TestHouse } from '../house.ts';
import { createReferralWorld } from '../world-referrals.ts';
import { canaryOf } from '../world.ts';

type Tools = Pick<TestHouse, 'admin' | 'world' | 'clock'>;

/** The id to put in this path, or null when the path is of another area. */
export async function referralObject(
  tools: Tools,
  { path, organisation }: { path: string; organisation: string },
): Promise<string | null> {
  const [, family = ''] = path.split('/');
  const poolPath = /^\/personnes\/:id\/(?:vivier|prescripteurs)/u.test(path);
  const known = [
    'candidats',
    'orientations',
    'prescripteurs',
    'referents',
    'plateformes',
    'rencontres',
    'doublons',
    'fusions',
  ];
  if (!poolPath && !known.includes(family)) return null;
  const { admin, world, clock } = tools;
  const found = await admin.query('select kind from organisation where id = $1', [organisation]);
  const prescribes = found.rows[0].kind === 'prescriber';
  const build = createReferralWorld({ admin, world, clock });
  const holder = prescribes ? await world.anOrganisation('facilitator') : organisation;
  const prescriber = prescribes ? organisation : await world.anOrganisation('prescriber');
  const partner = await build.aPartner(holder, prescriber, {
    ended: family === 'prescripteurs' && path.endsWith('/remettre'),
  });
  if (family === 'prescripteurs') return partner;
  if (family === 'referents') {
    const referent = await build.aReferent(prescriber, {
      addedBy: holder,
      email: `${canaryOf(organisation)}@referent.test`,
    });
    if (path.endsWith('/remettre')) await admin.query('update referent set ended_at = now() where id = $1', [referent]);
    return referent;
  }
  const state = stateFor(path);
  const named = { family: canaryOf(organisation), given: 'Canari' };
  const referral = await build.aReferral(
    { holder, prescriber },
    { ...named, state, undoable: /\/(?:annuler|remettre)$/u.test(path), eligible: poolPath },
  );
  if (path.endsWith('/justificatif/annuler')) {
    await admin.query("update referral set proof_kind = 'identity', proof_said_at = now() where id = $1", [
      referral.id,
    ]);
  }
  if (poolPath) {
    const removed = path.endsWith('/remettre');
    if (path.includes('/vivier/')) {
      await build.aProfile(holder, referral.person, { removed_at: removed ? clock.now() : null });
    }
    return referral.person;
  }
  if (family === 'candidats' || family === 'orientations') return referral.id;
  if (family === 'doublons') return referral.person;
  if (family === 'fusions') return aMerge(tools, { holder, kept: referral.person });
  const title = canaryOf(organisation);
  const cancelled = path.endsWith('/remettre') ? { state: 'cancelled' } : {};
  return build.aMeeting(holder, { guests: [prescriber], people: [referral.person], title, ...cancelled });
}

/** In the state the door expects. */
function stateFor(path: string) {
  if (path === '/candidats/:id/remettre') return 'withdrawn' as const;
  if (path.startsWith('/candidats/:id/justificatif')) return 'eligibility-pending' as const;
  if (path.endsWith('/justificatif')) return 'met' as const;
  if (path.endsWith('/embauche')) return 'in-pool' as const;
  return path === '/orientations/:id/annuler' ? ('met' as const) : ('referred' as const);
}

async function aMerge({ admin, clock }: Tools, { holder, kept }: { holder: string; kept: string }): Promise<string> {
  const made = await admin.query(
    `insert into person_merge (holder_id, kept_id, removed_id, snapshot, merged_at, undo_until)
     values ($1, $2, gen_random_uuid(), null, $3, $3) returning id`,
    [holder, kept, clock.now()],
  );
  return made.rows[0].id;
}

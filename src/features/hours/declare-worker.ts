/** Adds somebody while declaring: she goes to the facilitator, who decides; until then her hours are listed and count for zero. */
import { sql } from 'kysely';
import { startingState } from '#domain/contract-terms.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertContract } from '#db/employment-contract.ts';
import { foldedName, insertPerson } from '#db/person.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { DeclarantLot } from './declaration-queries.ts';
import type { NewWorker } from './input.ts';

/** The contract to declare. A person already known to the company on another lot is not made twice. */
export async function addWorker(
  ctx: Context,
  { lot, worker }: { lot: DeclarantLot; worker: NewWorker },
): Promise<Result<string>> {
  const today = parisDay(ctx.now);
  if (worker.birthDate > today) return refuse('birth-date-future', { field: 'naissance' });
  const place = await placeOf(ctx, lot);
  if (place.holderId === null) return refuse('lot-without-facilitator', { field: 'prenom' });
  const known = await findKnown(ctx, { worker, lot: lot.lotId });
  if (known?.here === true) return refuse('person-listed', { field: 'prenom' });
  const { givenName, familyName, birthDate, type, startsOn } = worker;
  const { lotId, marketId, companyId } = lot;
  const holderId = known?.holderId ?? place.holderId;
  const personId =
    known?.id ?? (await insertPerson(ctx, { holderId, givenName, familyName, birthDate, proposedBy: companyId }));
  const contract = await insertContract(ctx, {
    personId,
    holderId,
    lotId,
    marketId,
    employerId: companyId,
    companyId: place.hostId ?? companyId,
    method: place.hostId === null ? 'direct-hire' : 'secondment',
    type,
    startsOn,
    state: startingState({ startsOn, trialEndsOn: null, plannedEndOn: null }, today),
  });
  await record(ctx, {
    action: 'person.proposed',
    subjectType: 'person',
    subjectId: personId,
    after: { contract, type, startsOn },
  });
  return done(contract);
}

/** Who follows the lot, and the company that hosts when the declarant is a structure that lends people. */
async function placeOf(
  { db }: Context,
  { lotId, companyId }: DeclarantLot,
): Promise<{ holderId: string | null; hostId: string | null }> {
  const found = await sql<{ holderId: string | null; hostId: string | null }>`
    select
      (select organisation_id from lot_assignment where lot_id = ${lotId} and role = 'lead'
        and (until_day is null or until_day >= paris_today())) as holder_id,
      (select coalesce(above.organisation_id, first.organisation_id)
        from lot_party own
        left join lot_party above on above.id = own.under_id
        left join lateral (select organisation_id from lot_party where lot_id = own.lot_id and role in ('holder', 'lead')
          order by created_at limit 1) first on true
        where own.lot_id = ${lotId} and own.organisation_id = ${companyId} and own.role = 'inclusion' limit 1) as host_id
  `.execute(db);
  return found.rows[0] ?? { holderId: null, hostId: null };
}

async function findKnown(
  { db }: Context,
  { worker, lot }: { worker: NewWorker; lot: string },
): Promise<{ id: string; holderId: string; here: boolean } | null> {
  const found = await sql<{ id: string; holderId: string; here: boolean }>`
    select p.id, p.holder_id, exists (select from employment_contract c
      where c.person_id = p.id and c.lot_id = ${lot} and c.state <> 'removed' and c.ended_on is null) as here
    from person p where p.folded_name = ${foldedName(worker)} and p.birth_date = ${worker.birthDate} and ${isPresent('p')}
    order by here desc, p.created_at limit 1`.execute(db);
  return found.rows[0] ?? null;
}

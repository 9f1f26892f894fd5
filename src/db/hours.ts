/** Shared writes of hours: the lines of a declaration, replaced as a whole, and the deltas that keep the totals true. */
import type { Transaction } from './transaction.ts';

/**
 * hour_entry.worked_minutes leaves training out: the hours of a line are worked + training.
 * hours_delta.submitted_minutes follows what is declared and not refused; counted_minutes follows hour_entry.counted_minutes.
 */
export interface EntryPlace {
  declarationId: string;
  lotId: string;
  marketId: string;
  /** Who declares. */
  companyId: string;
  month: string;
}

export interface DeclaredEntry {
  personId: string;
  contractId: string;
  /** The structure that follows the person. */
  holderId: string;
  contractType: string;
  method: string;
  workedMinutes: number;
  trainingMinutes: number;
  /** Day by day, when the declarant gives it. */
  days: readonly { day: string; minutes: number }[] | null;
}

export interface HoursChange extends Pick<EntryPlace, 'lotId' | 'marketId' | 'companyId' | 'month'> {
  holderId: string;
  contractType: string;
  method: string;
  submittedMinutes: number;
  countedMinutes: number;
}

/** Lines already validated stay as they are; a line refused before is sent again; what is no longer there is withdrawn. */
export async function replaceEntries(
  db: Transaction,
  { place, entries }: { place: EntryPlace; entries: readonly DeclaredEntry[] },
): Promise<void> {
  const present = await openEntries(db, place.declarationId);
  const sent = new Map(entries.map((entry) => [entry.contractId, entry]));
  const withdrawn = present.filter(({ contractId }) => !sent.has(contractId)).map(({ id }) => id);
  if (withdrawn.length > 0) {
    await db.updateTable('hourEntry').set({ state: 'submitted' }).where('id', 'in', withdrawn).execute();
    await db.deleteFrom('hourEntry').where('id', 'in', withdrawn).execute();
  }
  for (const entry of entries) {
    const before = present.find(({ contractId }) => contractId === entry.contractId);
    const written = {
      workedMinutes: entry.workedMinutes,
      trainingMinutes: entry.trainingMinutes,
      days: entry.days === null ? null : JSON.stringify(entry.days),
    };
    if (before === undefined) {
      const { personId, contractId, holderId } = entry;
      await db
        .insertInto('hourEntry')
        .values({ ...place, personId, contractId, holderId, ...written })
        .execute();
    } else {
      await db
        .updateTable('hourEntry')
        .set({ ...written, state: 'submitted', reason: '' })
        .where('id', '=', before.id)
        .execute();
    }
  }
  await appendHoursDeltas(db, [
    ...present.filter(({ state }) => state === 'submitted').map((entry) => changeOf(place, { entry, sign: -1 })),
    ...entries.map((entry) => changeOf(place, { entry, sign: 1 })),
  ]);
}

/** In the transaction that changes the minutes; changes of the same total are added first, and what cancels out is not written. */
export async function appendHoursDeltas(db: Transaction, changes: readonly HoursChange[]): Promise<void> {
  const sums = new Map<string, HoursChange>();
  for (const change of changes) {
    const { lotId, companyId, holderId, month, contractType, method } = change;
    const key = [lotId, companyId, holderId, month, contractType, method].join(' ');
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...change });
    else {
      sum.submittedMinutes += change.submittedMinutes;
      sum.countedMinutes += change.countedMinutes;
    }
  }
  const rows = [...sums.values()].filter(
    ({ submittedMinutes, countedMinutes }) => submittedMinutes !== 0 || countedMinutes !== 0,
  );
  if (rows.length > 0) await db.insertInto('hoursDelta').values(rows).execute();
}

function openEntries(db: Transaction, declarationId: string) {
  return db
    .selectFrom('hourEntry')
    .innerJoin('employmentContract', 'employmentContract.id', 'hourEntry.contractId')
    .select([
      'hourEntry.id',
      'hourEntry.contractId',
      'hourEntry.holderId',
      'hourEntry.state',
      'hourEntry.workedMinutes',
      'hourEntry.trainingMinutes',
      'employmentContract.type as contractType',
      'employmentContract.method',
    ])
    .where('hourEntry.declarationId', '=', declarationId)
    .where('hourEntry.correctsId', 'is', null)
    .where('hourEntry.state', 'in', ['submitted', 'rejected'])
    .execute();
}

function changeOf(
  { lotId, marketId, companyId, month }: EntryPlace,
  {
    entry,
    sign,
  }: {
    entry: Pick<DeclaredEntry, 'holderId' | 'contractType' | 'method' | 'workedMinutes' | 'trainingMinutes'>;
    sign: 1 | -1;
  },
): HoursChange {
  const { holderId, contractType, method, workedMinutes, trainingMinutes } = entry;
  const submittedMinutes = sign * (workedMinutes + trainingMinutes);
  return {
    lotId,
    marketId,
    companyId,
    month,
    holderId,
    contractType,
    method,
    submittedMinutes,
    countedMinutes: 0,
  };
}

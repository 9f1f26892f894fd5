/** Walks every chain each night and writes down what it found. */
import { findChainBreaks } from '#db/audit-chain.ts';
import type { ChainBreak } from '#db/audit-chain.ts';
import type { JobContext } from '#http/job.ts';

export async function verifyJournal({ house, snapshot, transaction }: JobContext): Promise<void> {
  const { heads, breaks } = await snapshot(async ({ db }) => ({
    heads: await db.selectFrom('auditHead').select(['chain', 'sequence']).execute(),
    breaks: await findChainBreaks(db),
  }));
  const broken = new Map<string, ChainBreak>(breaks.map((found) => [found.chain, found]));
  const lost = breaks.filter(({ chain }) => !heads.some((head) => head.chain === chain));
  const chains = [...heads, ...lost.map(({ chain }) => ({ chain, sequence: 0 }))];
  if (chains.length === 0) return;
  await transaction(async ({ db, now }) => {
    for (const { chain, sequence } of chains) {
      const found = broken.get(chain);
      const told = {
        checkedAt: now,
        entries: sequence,
        brokenAt: found?.sequence ?? null,
        because: found?.because ?? null,
      };
      await db
        .insertInto('auditCheck')
        .values({ chain, ...told })
        .onConflict((same) => same.column('chain').doUpdateSet(told))
        .execute();
    }
  });
  if (breaks.length > 0) house.log.error('journal-broken', { job: 'journal.verify', count: breaks.length });
}

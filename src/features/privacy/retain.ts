/** Each night: tells what will go in thirty days, then does what was told, unless somebody came back or something is frozen. */
import { addDays, addMonths, parisDay } from '#domain/day.ts';
import { duesOf, isPartDeed, noticeDays, noticeOf, retentionRules } from '#domain/retention-rules.ts';
import type { RetentionDeed, RetentionMonths } from '#domain/retention-rules.ts';
import { record } from '#db/audit.ts';
import { eraseAccount } from '#db/erase-account.ts';
import { erasePart } from '#db/erase-part.ts';
import { erasePerson } from '#db/erase-person.ts';
import { post } from '#db/outbox.ts';
import { findFreeze, readLives, readMonths } from '#db/person-life.ts';
import { tellAnswerable } from '#db/rights-request.ts';
import { asPrivacy } from '#http/as-privacy.ts';
import type { Context } from '#http/context.ts';
import type { JobContext } from '#http/job.ts';
import type { OpenNotice } from './retain-queries.ts';
import {
  closeNotice,
  listDueNotices,
  listIdleAccounts,
  listRemoved,
  lockOpenNotice,
  openNotice,
  readAccountUse,
} from './retain-queries.ts';

const atOnce = 500;
/** Choice of the product: as long as a notice before an erasure. */
const mistakeDays = 30;

const actions: Record<RetentionDeed, string> = {
  archive: 'person.archived',
  anonymise: 'person.anonymised',
  delete: 'person.deleted',
  'erase-account': 'account.erased',
  'erase-obstacles': 'person.obstacles-erased',
  'erase-reasons': 'person.reasons-erased',
};

export async function retain(job: JobContext): Promise<void> {
  await tellOfPeople(job);
  await tellOfAccounts(job);
  await dropMistakes(job);
  for (let after: string | null = null; !job.signal.aborted;) {
    const due: OpenNotice[] = await job.transaction((ctx) =>
      asPrivacy(ctx, (own) => listDueNotices(own, { today: parisDay(own.now), after, size: atOnce })),
    );
    for (const notice of due) await job.transaction((ctx) => asPrivacy(ctx, (own) => fulfil(own, notice.id)));
    after = due.at(-1)?.id ?? null;
    if (due.length < atOnce) return;
  }
}

async function tellOfPeople(job: JobContext): Promise<void> {
  const told = new Set<string>();
  const known = new Map<string, RetentionMonths>();
  for (let after: string | null = null; !job.signal.aborted;) {
    const page: { last: string | null; count: number } = await job.transaction((ctx) =>
      asPrivacy(ctx, async (own) => {
        const today = parisDay(own.now);
        const lives = await readLives(own.db, { after, size: atOnce, today });
        for (const life of lives) {
          const months = known.get(life.holderId) ?? (await readMonths(own.db, life.holderId));
          known.set(life.holderId, months);
          for (const due of duesOf(life, months)) {
            const { tell, on } = noticeOf(due.on, today);
            if (!tell) continue;
            const { id: personId, holderId } = life;
            if (await openNotice(own, { holderId, personId, deed: due.deed, dueOn: on })) told.add(holderId);
          }
        }
        return { last: lives.at(-1)?.id ?? null, count: lives.length };
      }),
    );
    after = page.last;
    if (page.count < atOnce) break;
  }
  // One letter for all the files of a night.
  for (const organisation of told) {
    await job.transaction((ctx) =>
      asPrivacy(ctx, (own) => tellAnswerable(own, { organisation, template: 'retention-notice' })),
    );
  }
}

/** Taken away as a mistake and not put back for a month: nothing refers to her, nothing is told. */
async function dropMistakes(job: JobContext): Promise<void> {
  const since = addDays(parisDay(job.house.clock.now()), -mistakeDays);
  const gone = await job.transaction((ctx) => asPrivacy(ctx, (own) => listRemoved(own, since)));
  for (const { id, holderId } of gone) {
    await job.transaction((ctx) =>
      asPrivacy(ctx, async (own) => {
        await erasePerson(own, { person: id, deed: 'delete' });
        await record(own, { action: actions.delete, subjectType: 'person', subjectId: id, organisation: holderId });
      }),
    );
  }
}

async function tellOfAccounts(job: JobContext): Promise<void> {
  await job.transaction((ctx) =>
    asPrivacy(ctx, async (own) => {
      const today = parisDay(own.now);
      const idle = await listIdleAccounts(own, addDays(addMonths(today, -retentionRules.account.months), noticeDays));
      for (const { id, email } of idle) {
        const opened = await openNotice(own, {
          accountId: id,
          deed: 'erase-account',
          dueOn: addDays(today, noticeDays),
        });
        if (!opened) continue;
        await post(own, {
          organisation: null,
          account: id,
          template: 'account-ending',
          recipient: email,
          parameters: {},
        });
      }
    }),
  );
}

/** Looked at again on the day: a contact since then lets the notice lapse. */
async function fulfil(ctx: Context, id: string): Promise<void> {
  const today = parisDay(ctx.now);
  const notice = await lockOpenNotice(ctx, id);
  if (notice === null) return;
  const { personId, accountId, holderId, deed } = notice;
  if (personId !== null) {
    const [life] = await readLives(ctx.db, { after: null, size: 1, today, only: personId });
    const dues = life && holderId !== null ? duesOf(life, await readMonths(ctx.db, holderId)) : [];
    const due = dues.find((one) => one.deed === deed);
    if (due === undefined || due.on > today) return closeNotice(ctx, { id, state: 'lapsed', today });
    if ((await findFreeze(ctx.db, { person: personId, today })) !== null) return;
    if (deed === 'erase-account') return;
    await closeNotice(ctx, { id, state: 'done', today });
    if (isPartDeed(deed)) await erasePart(ctx, { person: personId, deed, organisation: holderId });
    else await erasePerson(ctx, { person: personId, deed });
    await record(ctx, { action: actions[deed], subjectType: 'person', subjectId: personId, organisation: holderId });
    return;
  }
  if (accountId === null) return;
  const last = await readAccountUse(ctx, accountId);
  if (last === null || addMonths(parisDay(last), retentionRules.account.months) > today) {
    return closeNotice(ctx, { id, state: 'lapsed', today });
  }
  await closeNotice(ctx, { id, state: 'done', today });
  await eraseAccount(ctx, accountId);
  await record(ctx, {
    action: actions['erase-account'],
    subjectType: 'account',
    subjectId: accountId,
    organisation: null,
  });
}

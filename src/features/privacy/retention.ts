/** Chooses a duration between its floor and its ceiling; keeps a file after a contact. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { addMonths, parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { checkRetention } from '#domain/retention-rules.ts';
import { record } from '#db/audit.ts';
import { writeLastContact } from '#db/person.ts';
import type { Context } from '#http/context.ts';
import type { KeepInput, SettingInput } from './input.ts';
import { insertSetting, keepNotice, lockNotice, readOwnMonths } from './retention-queries.ts';

export async function setRetention(ctx: Context, { rule, months, reason }: SettingInput): Promise<Result<null>> {
  const organisationId = organisationOf(ctx.actor);
  if (organisationId === null) return refuse('not-allowed');
  const checked = checkRetention(rule, months);
  if (!checked.ok) return checked;
  const before = (await readOwnMonths(ctx))[rule];
  const today = parisDay(ctx.now);
  await insertSetting(ctx, { organisationId, rule, months, reason, fromDay: today, createdBy: accountOf(ctx.actor) });
  await record(ctx, {
    action: 'retention.set',
    subjectType: 'retention-setting',
    subjectId: organisationId,
    before: { rule, months: before },
    after: { rule, months },
    reason,
  });
  return done(null);
}

/** A contact Guichet cannot see: the two years begin again from that day. */
export async function keepFile(ctx: Context, { id, version, contact }: KeepInput): Promise<Result<null>> {
  const notice = await lockNotice(ctx, id);
  if (notice === null) return refuse('not-found');
  if (notice.version !== version) return refuse('changed-meanwhile');
  const today = parisDay(ctx.now);
  if (contact > today) return refuse('retention-contact-future', { field: 'contact' });
  const months = await readOwnMonths(ctx);
  // A contact does not make a window longer.
  if (notice.deed === 'erase-reasons') return refuse('retention-fixed');
  const rule = notice.deed === 'delete' ? 'candidate' : notice.deed === 'erase-obstacles' ? 'obstacles' : 'person';
  if (addMonths(contact, months[rule]) <= today) return refuse('retention-contact-old', { field: 'contact' });
  await writeLastContact(ctx, { person: notice.personId, day: contact });
  await keepNotice(ctx, { id, keptBy: accountOf(ctx.actor), closedOn: today });
  await record(ctx, {
    action: 'retention.kept',
    subjectType: 'person',
    subjectId: notice.personId,
    after: { contact },
  });
  return done(null);
}

/** Opens, renews or closes the secret address of one's calendar; only its digest is kept. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { CalendarOwner } from '#db/calendar-link.ts';
import { endCalendarLinks, keepCalendarLink } from '#db/calendar-link.ts';
import type { Context } from '#http/context.ts';
import { hashSecret, newSecret } from '#services/random.ts';

/** Source: choice of the product: an address forgotten in an agenda ends by itself after a year. */
const daysOpen = 366;

export async function openCalendar(ctx: Context): Promise<Result<{ url: string }>> {
  const owner = calendarOwner(ctx);
  await endCalendarLinks(ctx.db, owner, ctx.now);
  const token = newSecret();
  const expiresAt = new Date(ctx.now.getTime() + daysOpen * 86_400_000);
  await keepCalendarLink(ctx.db, { tokenHash: hashSecret(token), owner, expiresAt, now: ctx.now });
  await record(ctx, { action: 'calendar.opened', subjectType: 'account', subjectId: owner.account });
  return done({ url: `${ctx.house.configuration.baseUrl}/calendrier/${token}.ics` });
}

export async function closeCalendar(ctx: Context): Promise<Result<null>> {
  const owner = calendarOwner(ctx);
  if ((await endCalendarLinks(ctx.db, owner, ctx.now)) === 0) return refuse('already-done');
  await record(ctx, { action: 'calendar.closed', subjectType: 'account', subjectId: owner.account });
  return done(null);
}

export function calendarOwner({ actor }: Context): CalendarOwner {
  return { account: accountOf(actor) ?? '', organisation: organisationOf(actor) ?? '' };
}

/** Answers an agenda that shows the secret address: the gate says whose it is, then its owner's own rights apply. */
import { may } from '#domain/access.ts';
import type { Member } from '#domain/actor.ts';
import type { CalendarEvent } from '#domain/calendar-feed.ts';
import { calendarFeed } from '#domain/calendar-feed.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { formatOfMonth } from '#domain/month.ts';
import type { CalendarReader } from '#db/calendar-link.ts';
import { readerOfCalendar } from '#db/calendar-link.ts';
import type { Transaction } from '#db/transaction.ts';
import { enter } from '#db/transaction.ts';
import { scopeOf } from '#http/context.ts';
import type { PageRequest } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { hashSecret } from '#services/random.ts';
import type { DayCount, Horizon } from './calendar-queries.ts';
import {
  countDue,
  countEligibilityEnds,
  countVisits,
  listMarketEnds,
  listMeetings,
  listOwnDue,
  listSessions,
} from './calendar-queries.ts';

/** One path segment, "secret.ics". */
export const feedParam = 'token.ics';

export async function answerCalendar({ ctx, params }: PageRequest): Promise<Response> {
  const [, token] = /^([\w-]{43})\.ics$/u.exec(params[feedParam] ?? '') ?? [];
  const today = parisDay(ctx.now);
  const reader =
    token === undefined ? null : await readerOfCalendar(ctx.db, { tokenHash: hashSecret(token), today, now: ctx.now });
  if (reader === null) return new Response('Ce calendrier n’est plus ouvert.', { status: 404, headers: plain });
  const actor = memberOf(reader);
  await enter(ctx.db, scopeOf(actor, 'app', ctx.now));
  const events = await listDeadlines(ctx.db, { actor, today, base: ctx.house.configuration.baseUrl });
  const feed = calendarFeed(events, { name: `Guichet, ${reader.organisationName}`, stamp: ctx.now });
  return new Response(feed, { headers: { ...plain, 'content-type': 'text/calendar; charset=utf-8' } });
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

async function listDeadlines(
  db: Transaction,
  { actor, today, base }: { actor: Member; today: string; base: string },
): Promise<CalendarEvent[]> {
  if (!may(actor, 'market.read').allowed) return [];
  const horizon = { from: addDays(today, -31), until: addDays(today, 400) };
  const ends = (await listMarketEnds(db, horizon)).map(({ id, object, endsOn }) => ({
    id: `market-${id}`,
    on: endsOn,
    title: `Fin du marché\u00A0: ${object}`,
    url: `${base}/marches/${id}`,
  }));
  const own = may(actor, 'hours.declare').allowed
    ? (await listOwnDue(db, actor, horizon)).map(({ id, object, lotNumber, month, dueOn }) => ({
        id: `declaration-${id}`,
        on: dueOn,
        title: `Heures ${formatOfMonth(month)} à déclarer\u00A0: ${object}, lot ${lotNumber}`,
        url: `${base}/declarations/${id}`,
      }))
    : [];
  const due = may(actor, 'hours.review').allowed
    ? daily(await countDue(db, horizon), 'due', (count) => ({
        title: counted(count, 'déclaration attendue', 'déclarations attendues'),
        url: `${base}/heures`,
      }))
    : [];
  const eligibilities = may(actor, 'person.read').allowed
    ? daily(await countEligibilityEnds(db, actor, horizon), 'eligibility', (count) => ({
        title: counted(count, 'éligibilité prend fin', 'éligibilités prennent fin'),
        url: `${base}/personnes`,
      }))
    : [];
  const visits = may(actor, 'visit.write').allowed
    ? daily(await countVisits(db, actor, horizon), 'visits', (count) => ({
        title: counted(count, 'visite à faire', 'visites à faire'),
        url: `${base}/visites`,
      }))
    : [];
  return [...ends, ...own, ...due, ...eligibilities, ...visits, ...(await appointments(db, { actor, horizon, base }))];
}

/** Meetings of the recruitment platform and collective information: when and where, never about whom. */
async function appointments(
  db: Transaction,
  { actor, horizon, base }: { actor: Member; horizon: Horizon; base: string },
): Promise<CalendarEvent[]> {
  const meetings = may(actor, 'platform.hold').allowed
    ? (await listMeetings(db, actor, horizon)).map(({ id, on, startsAt, place }) => ({
        id: `meeting-${id}`,
        on,
        title: `Plateforme de recrutement, ${startsAt}`,
        url: `${base}/plateformes/${id}`,
        place,
      }))
    : [];
  const sessions = may(actor, 'session.read').allowed
    ? (await listSessions(db, actor, horizon)).map(({ id, startsAt, minutes, place }) => ({
        id: `session-${id}`,
        on: parisDay(startsAt),
        time: { from: startsAt, until: new Date(startsAt.getTime() + minutes * 60_000) },
        title: 'Information collective',
        url: `${base}/informations-collectives/${id}`,
        place,
      }))
    : [];
  return [...meetings, ...sessions];
}

function daily(
  days: readonly DayCount[],
  kind: string,
  told: (count: number) => Pick<CalendarEvent, 'title' | 'url'>,
): CalendarEvent[] {
  return days.map(({ on, count }) => ({ id: `${kind}-${on}`, on, ...told(count) }));
}

/** Her rights as they are today; a secret address proves no second factor and opens nothing else. */
function memberOf({ organisationName, ...reader }: CalendarReader): Member {
  return {
    kind: 'member',
    ...reader,
    organisationName,
    name: '',
    session: '',
    secondFactor: false,
    strongUntil: null,
  };
}

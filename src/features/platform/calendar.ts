/** A meeting as one entry of an agenda, for the structure that holds it and for its guests. */
import { calendarFeed } from '#domain/calendar-feed.ts';
import { parisInstant } from '#domain/day.ts';
import type { PageRequest } from '#http/route.ts';
import { findInvitation } from './guest-queries.ts';
import { findMeeting } from './queries.ts';

/** Choice of the product: as long as such meetings usually last. */
const minutes = 120;

export async function answerHolderCalendar(request: PageRequest): Promise<Response | null> {
  const meeting = await findMeeting(request.ctx, request.params['id'] ?? '');
  return meeting === null ? null : calendarOf(request, { ...meeting, path: `/plateformes/${meeting.id}` });
}

export async function answerGuestCalendar(request: PageRequest): Promise<Response | null> {
  const meeting = await findInvitation(request.ctx, request.params['id'] ?? '');
  return meeting === null ? null : calendarOf(request, { ...meeting, path: `/rencontres/${meeting.id}` });
}

function calendarOf(
  { ctx }: PageRequest,
  meeting: { id: string; title: string; heldOn: string; startsAt: string; place: string; path: string },
): Response {
  const from = parisInstant(meeting.heldOn, meeting.startsAt);
  const feed = calendarFeed(
    [
      {
        id: `platform-${meeting.id}`,
        on: meeting.heldOn,
        title: `Plateforme de recrutement\u00A0: ${meeting.title}`,
        url: `${ctx.house.configuration.baseUrl}${meeting.path}`,
        time: { from, until: new Date(from.getTime() + minutes * 60_000) },
        place: meeting.place,
      },
    ],
    { name: 'Guichet', stamp: ctx.now },
  );
  return new Response(feed, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="reunion.ics"',
      'cache-control': 'no-store',
    },
  });
}

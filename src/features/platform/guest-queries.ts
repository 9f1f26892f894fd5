/** What a guest reads: the meetings she is invited to, and what was decided about her own candidates. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { PlatformState } from '#domain/platform-words.ts';
import type { Context } from '#http/context.ts';

export interface InvitedMeeting {
  id: string;
  title: string;
  heldOn: Day;
  startsAt: string;
  place: string;
  state: PlatformState;
  structure: string;
}

export async function listInvitations(ctx: Context): Promise<InvitedMeeting[]> {
  return invited(ctx).orderBy('platformMeeting.heldOn', 'desc').orderBy('platformMeeting.id').limit(50).execute();
}

export async function findInvitation(ctx: Context, id: string): Promise<InvitedMeeting | null> {
  return (await invited(ctx).where('platformMeeting.id', '=', id).executeTakeFirst()) ?? null;
}

/** The minutes are the structure's own. */
function invited({ db, actor }: Context) {
  return db
    .selectFrom('platformMeeting')
    .innerJoin('platformGuest', 'platformGuest.meetingId', 'platformMeeting.id')
    .innerJoin('organisation', 'organisation.id', 'platformMeeting.holderId')
    .select([
      'platformMeeting.id',
      'platformMeeting.title',
      'platformMeeting.heldOn',
      'platformMeeting.startsAt',
      'platformMeeting.place',
      'platformMeeting.state',
      'organisation.name as structure',
    ])
    .where('platformGuest.prescriberId', '=', organisationOf(actor) ?? '');
}

export interface OwnDecision {
  referralId: string;
  familyName: string;
  givenName: string;
  romeCode: string;
  decision: string;
}

/** As she typed them herself. */
export async function listOwnDecisions({ db, actor }: Context, meeting: string): Promise<OwnDecision[]> {
  const found = await sql<OwnDecision>`
    select distinct on (c.person_id) r.id as referral_id, r.family_name, r.given_name, c.rome_code, c.decision
    from platform_candidate c join referral r on r.person_id = c.person_id and r.holder_id = c.holder_id
    where c.meeting_id = ${meeting} and r.prescriber_id = ${organisationOf(actor)}
    order by c.person_id, r.created_at desc`.execute(db);
  return found.rows;
}

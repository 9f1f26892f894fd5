/** Plans a meeting, sets its agenda, notes who came and what was decided; cancels it and puts it back. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { insertCandidates, removeCandidate, setDecision } from './agenda-queries.ts';
import type { AgendaInput, DecisionInput, EditMeetingInput, MeetingInput, MinutesInput } from './input.ts';
import type { MeetingRow } from './queries.ts';
import { insertMeeting, listPartners, lockMeeting, setAttendance, setGuests, updateMeeting } from './queries.ts';

export async function planMeeting(ctx: Context, input: MeetingInput): Promise<Result<{ id: string }>> {
  if (!(await areGuests(ctx, input.guests))) return refuse('meeting-guest-unknown', { field: 'guests' });
  const id = await insertMeeting(ctx, input);
  await setGuests(ctx, { meeting: id, guests: input.guests });
  const { heldOn, startsAt } = input;
  await record(ctx, {
    action: 'platform.planned',
    subjectType: 'platform-meeting',
    subjectId: id,
    after: { heldOn, startsAt, guests: input.guests.length },
  });
  return done({ id });
}

export async function editMeeting(ctx: Context, input: EditMeetingInput): Promise<Result<{ id: string }>> {
  const { id, version, guests, ...changes } = input;
  const before = await lockMeeting(ctx, id);
  if (before === null) return refuse('not-found');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.state === 'cancelled') return refuse('meeting-over');
  if (!(await areGuests(ctx, guests))) return refuse('meeting-guest-unknown', { field: 'guests' });
  await updateMeeting(ctx, { id, version, ...changes });
  await setGuests(ctx, { meeting: id, guests });
  await record(ctx, {
    action: 'platform.edited',
    subjectType: 'platform-meeting',
    subjectId: id,
    before: { heldOn: before.heldOn, startsAt: before.startsAt },
    after: { heldOn: changes.heldOn, startsAt: changes.startsAt, guests: guests.length },
  });
  return done({ id });
}

export const cancelMeeting = (ctx: Context, { id }: { id: string }) => setCancelled(ctx, id, true);
export const restoreMeeting = (ctx: Context, { id }: { id: string }) => setCancelled(ctx, id, false);

async function setCancelled(ctx: Context, id: string, cancelled: boolean): Promise<Result<MeetingRow>> {
  const meeting = await lockMeeting(ctx, id);
  if (meeting === null) return refuse('not-found');
  if ((meeting.state === 'cancelled') === cancelled) return refuse('already-done');
  const { version, state, formerState } = meeting;
  await updateMeeting(
    ctx,
    cancelled
      ? { id, version, state: 'cancelled', formerState: state === 'held' ? 'held' : 'planned' }
      : { id, version, state: formerState },
  );
  await record(ctx, {
    action: cancelled ? 'platform.cancelled' : 'platform.restored',
    subjectType: 'platform-meeting',
    subjectId: id,
  });
  return done(meeting);
}

export async function addToAgenda(
  ctx: Context,
  { id, people, romeCode }: AgendaInput,
): Promise<Result<{ id: string; count: number }>> {
  const meeting = await lockMeeting(ctx, id);
  if (meeting === null) return refuse('not-found');
  if (meeting.state === 'cancelled') return refuse('meeting-over');
  const count = await insertCandidates(ctx, { meeting: id, people, romeCode });
  await record(ctx, {
    action: 'platform.candidate-added',
    subjectType: 'platform-meeting',
    subjectId: id,
    after: { count },
  });
  return done({ id, count });
}

export async function takeOffAgenda(
  ctx: Context,
  { id, personId }: { id: string; personId: string },
): Promise<Result<{ id: string }>> {
  const meeting = await lockMeeting(ctx, id);
  if (meeting === null) return refuse('not-found');
  if (!(await removeCandidate(ctx, { meeting: id, person: personId }))) return refuse('already-done');
  await record(ctx, {
    action: 'platform.candidate-removed',
    subjectType: 'platform-meeting',
    subjectId: id,
    before: { person: personId },
  });
  return done({ id });
}

export async function decideCandidate(
  ctx: Context,
  { id, personId, decision }: DecisionInput,
): Promise<Result<{ id: string }>> {
  if ((await lockMeeting(ctx, id)) === null) return refuse('not-found');
  if (!(await setDecision(ctx, { meeting: id, person: personId, decision }))) return refuse('not-found');
  await record(ctx, {
    action: 'platform.decided',
    subjectType: 'person',
    subjectId: personId,
    after: { decision },
  });
  return done({ id });
}

/** Keeping the minutes says that the meeting was held. */
export async function keepMinutes(
  ctx: Context,
  { id, version, minutes, attended }: MinutesInput,
): Promise<Result<{ id: string }>> {
  const meeting = await lockMeeting(ctx, id);
  if (meeting === null) return refuse('not-found');
  if (meeting.version !== version) return refuse('changed-meanwhile');
  if (meeting.state === 'cancelled') return refuse('meeting-over');
  await updateMeeting(ctx, { id, version, minutes, state: 'held' });
  await setAttendance(ctx, { meeting: id, attended });
  await record(ctx, {
    action: 'platform.minutes-kept',
    subjectType: 'platform-meeting',
    subjectId: id,
    after: { attended: attended.length },
  });
  return done({ id });
}

async function areGuests(ctx: Context, guests: readonly string[]): Promise<boolean> {
  const known = new Set((await listPartners(ctx)).map(({ id }) => id));
  return guests.every((guest) => known.has(guest));
}

/** Keeps where a person lives, her level of training and her numbers; none of their values enters the journal. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { eligibilityRule } from '#domain/eligibility-rules.ts';
import { readPersonalNumber } from '#domain/personal-numbers.ts';
import type { NumberKind } from '#domain/personal-numbers.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { eligibilityBook } from '#db/eligibility-book.ts';
import type { Context } from '#http/context.ts';
import type { Located } from '#services/geocoder.ts';
import { chosenAddress } from './addresses.ts';
import type { NumberInput, ProfileInput, RemoveNumberInput, ResidenceInput } from './place-input.ts';
import {
  insertNumber,
  keepProfile,
  keepResidence,
  putBackNumber,
  removeNumber,
  setResidenceRemoved,
} from './place-queries.ts';
import { lockPerson } from './queries.ts';

export interface Placed {
  id: string;
}

export async function setResidence(
  ctx: Context,
  input: ResidenceInput,
  located: Located | null,
): Promise<Result<Placed>> {
  const holderId = organisationOf(ctx.actor);
  if (holderId === null || (await lockPerson(ctx, input.id)) === null) return refuse('not-found');
  if (located === null) return refuse('address-missing', { field: 'address' });
  if (!located.ok) {
    return refuse(located.because === 'address-unknown' ? 'address-not-found' : located.because, { field: 'address' });
  }
  const found = chosenAddress(located, input.address);
  if (found === null) return refuse('address-choose', { field: 'address' });
  await keepResidence(ctx, {
    personId: input.id,
    holderId,
    label: found.label,
    postcode: found.postcode,
    commune: found.city,
    communeCode: found.communeCode,
    longitude: found.longitude,
    latitude: found.latitude,
    precise: found.precision === 'housenumber',
    source: found.source === 'ban' ? 'Base adresse nationale' : 'Adresse de démonstration',
    checkedAt: found.checkedAt,
  });
  await record(ctx, { action: 'person.residence-changed', subjectType: 'person', subjectId: input.id });
  return done({ id: input.id });
}

export async function removeResidence(ctx: Context, { id }: { id: string }): Promise<Result<Placed>> {
  if ((await lockPerson(ctx, id)) === null) return refuse('not-found');
  if (!(await setResidenceRemoved(ctx, id, ctx.now))) return refuse('already-done');
  await record(ctx, { action: 'person.residence-removed', subjectType: 'person', subjectId: id });
  return done({ id });
}

export async function putBackResidence(ctx: Context, { id }: { id: string }): Promise<Result<Placed>> {
  if ((await lockPerson(ctx, id)) === null) return refuse('not-found');
  if (!(await setResidenceRemoved(ctx, id, null))) return refuse('already-done');
  await record(ctx, { action: 'person.residence-put-back', subjectType: 'person', subjectId: id });
  return done({ id });
}

export async function setProfile(ctx: Context, { id, training }: ProfileInput): Promise<Result<Placed>> {
  const holderId = organisationOf(ctx.actor);
  if (holderId === null || (await lockPerson(ctx, id)) === null) return refuse('not-found');
  if (training === null) return refuse('training-unknown', { field: 'training' });
  await keepProfile(ctx, { personId: id, holderId, training, examinedOn: parisDay(ctx.now) });
  await record(ctx, { action: 'person.profile-changed', subjectType: 'person', subjectId: id });
  return done({ id });
}

/** A new number takes the place of the former of its kind. */
export async function setNumber(ctx: Context, input: NumberInput): Promise<Result<Placed>> {
  const holderId = organisationOf(ctx.actor);
  if (holderId === null || (await lockPerson(ctx, input.id)) === null) return refuse('not-found');
  const book = await eligibilityBook(ctx, holderId);
  const day = parisDay(ctx.now);
  const read = readPersonalNumber(input.kind, {
    typed: input.number,
    rules: {
      'pass-iae-number': eligibilityRule(book, 'pass-iae-number', day),
      'france-travail-number': eligibilityRule(book, 'france-travail-number', day),
    },
  });
  if (!read.ok) return { ...read, field: 'number' };
  const personId = input.id;
  await removeNumber(ctx, { personId, kind: input.kind });
  await insertNumber(ctx, { personId, holderId, kind: input.kind, value: read.value, createdBy: accountOf(ctx.actor) });
  await record(ctx, { action: 'person.number-added', subjectType: 'person', subjectId: personId });
  return done({ id: personId });
}

export async function dropNumber(
  ctx: Context,
  { id, kind }: RemoveNumberInput,
): Promise<Result<Placed & { kind: NumberKind }>> {
  if ((await lockPerson(ctx, id)) === null) return refuse('not-found');
  await removeNumber(ctx, { personId: id, kind });
  await record(ctx, { action: 'person.number-removed', subjectType: 'person', subjectId: id });
  return done({ id, kind });
}

/** The undo of a number names its kind in the address. */
export async function restoreNumber(ctx: Context, { id, kind }: RemoveNumberInput): Promise<Result<Placed>> {
  if ((await lockPerson(ctx, id)) === null) return refuse('not-found');
  if (!(await putBackNumber(ctx, { personId: id, kind }))) return refuse('already-done');
  await record(ctx, { action: 'person.number-put-back', subjectType: 'person', subjectId: id });
  return done({ id });
}

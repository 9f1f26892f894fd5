/** Opens an own space to a person: by a link to her known address, or by a code on a sheet handed to her. */
import { accountOf } from '#domain/actor.ts';
import { addMonths, parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { endPersonLinks } from '#db/link-token-end.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import { newCode } from '#services/random.ts';
import type { GivenTo } from './giving-queries.ts';
import { findGivenTo, insertCode, revokeCodes } from './giving-queries.ts';
import { codeMark } from './code-mark.ts';
import { postOwnSpace } from './lost-link.ts';

/** Choice of the product: a sheet serves a year. */
export const codeMonths = 12;

export async function giveByMail(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const person = await findGivenTo(ctx, id);
  if (person === null) return refuse('not-found');
  if (person.email === '') return refuse('own-space-email-missing');
  await postOwnSpace(ctx, person);
  await record(ctx, { action: 'own-space.given', subjectType: 'person', subjectId: id, after: { means: 'courriel' } });
  return done({ id });
}

export interface Sheet {
  person: GivenTo;
  code: string;
  expiresOn: string;
}

/** A new sheet makes the former one worthless. */
export async function giveByCode(ctx: Context, { id }: { id: string }): Promise<Result<Sheet>> {
  const person = await findGivenTo(ctx, id);
  if (person === null) return refuse('not-found');
  if (person.birthDate === null) return refuse('own-space-birth-missing');
  await revokeCodes(ctx, id);
  const code = newCode(8);
  const expiresOn = addMonths(parisDay(ctx.now), codeMonths);
  await insertCode(ctx, {
    personId: id,
    holderId: person.holderId,
    codeHash: codeMark(ctx.house, code),
    expiresOn,
    createdBy: accountOf(ctx.actor),
  });
  await record(ctx, { action: 'own-space.given', subjectType: 'person', subjectId: id, after: { means: 'feuille' } });
  return done({ person, code, expiresOn });
}

export async function withdrawAccess(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const person = await findGivenTo(ctx, id);
  if (person === null) return refuse('not-found');
  await revokeCodes(ctx, id);
  await throughGate(ctx, ({ db, now }) => endPersonLinks(db, { person: id, now }));
  await record(ctx, { action: 'own-space.withdrawn', subjectType: 'person', subjectId: id });
  return done({ id });
}

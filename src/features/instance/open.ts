/** Opens an organisation and invites its first administrator. */
import type { CompanyIdentifier } from '#domain/company-identifier.ts';
import { readIdentifier } from '#domain/company-identifier.ts';
import type { OrganisationKind, Position } from '#domain/position.ts';
import { administersByPosition, positionsOf } from '#domain/position.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { readSiret } from '#domain/siret.ts';
import { record } from '#db/audit.ts';
import type { NewOrganisation } from '#db/organisation-opening.ts';
import { insertOrganisation } from '#db/organisation-opening.ts';
import type { Context } from '#http/context.ts';
import type { Preparing } from '#http/route.ts';
import type { CompanyLookup } from '#services/company-register.ts';
import type { NewOrganisationInput } from './input.ts';
import type { Invited } from '#http/invite-first.ts';
import { inviteFirst } from '#http/invite-first.ts';

type Numbered = CompanyIdentifier | { type: 'NONE'; value: null };

export async function openOrganisation(
  ctx: Context,
  input: NewOrganisationInput,
  looked: CompanyLookup | null,
): Promise<Result<Invited>> {
  const read = readNumber(input);
  if (!read.ok) return { ...read, field: 'identifier' };
  const position = firstPosition(input.kind);
  if (position === null) return refuse('position-unfit', { field: 'kind' });
  const organisation = withRegister(ctx, { input, identifier: read.value, looked });
  const id = await insertOrganisation(ctx, organisation);
  const { kind, name, identifier } = organisation;
  const opened = { action: 'organisation.created', subjectType: 'organisation', subjectId: id };
  await record(ctx, { ...opened, after: { kind, name, identifier } });
  await record(ctx, { ...opened, organisation: id, after: { kind, name, identifier } });
  const { invitation, link } = await inviteFirst(ctx, { organisation: id, email: input.email, position });
  await record(ctx, {
    action: 'invitation.sent',
    subjectType: 'invitation',
    subjectId: invitation,
    organisation: id,
    after: { position, administers: true },
  });
  return done({ id, name, link });
}

/** Before the story: nobody's connection waits for the register. */
export async function lookUpNew({ house, input }: Preparing<NewOrganisationInput>): Promise<CompanyLookup | null> {
  if (input === null || input.identifierType !== 'SIRET') return null;
  const read = readSiret(input.identifier);
  return read.ok ? house.register.lookUp(read.value) : null;
}

/** Null where there is none: what was typed beside "Aucun" is not kept. */
function readNumber({ identifierType: type, identifier }: NewOrganisationInput): Result<Numbered> {
  return type === 'NONE' ? done({ type, value: null }) : readIdentifier({ type, value: identifier });
}

/** What the register says is kept as such only when the person kept its name; a silent register blocks nothing. */
function withRegister(
  { now }: Context,
  { input, identifier, looked }: { input: NewOrganisationInput; identifier: Numbered; looked: CompanyLookup | null },
): NewOrganisation {
  const { email: _, identifierType: _type, ...typed } = input;
  const manual: NewOrganisation = {
    ...typed,
    identifierType: identifier.type,
    identifier: identifier.value,
    communeCode: '',
    activityCode: '',
    activityNomenclature: '',
    identitySource: 'manual',
    identityCheckedAt: null,
  };
  if (looked === null || !looked.ok || looked.company.name !== input.name) return manual;
  const { communeCode, naf, nafVersion } = looked.company;
  return {
    ...manual,
    communeCode,
    activityCode: naf,
    activityNomenclature: nafVersion,
    identitySource: 'register',
    identityCheckedAt: now,
  };
}

/** The administrator's position of this kind, else its first one, which the invitation marks as administering. */
function firstPosition(kind: OrganisationKind): Position | null {
  const own = positionsOf(kind).filter((position) => !position.startsWith('control.'));
  return own.find(administersByPosition) ?? own[0] ?? null;
}

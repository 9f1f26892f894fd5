/** Opens an organisation and invites its first administrator. */
import { accountOf } from '#domain/actor.ts';
import type { CompanyIdentifier } from '#domain/company-identifier.ts';
import { readIdentifier } from '#domain/company-identifier.ts';
import { magicLinks } from '#domain/magic-links.ts';
import type { OrganisationKind, Position } from '#domain/position.ts';
import { administersByPosition, positionsOf } from '#domain/position.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { NewOrganisation } from '#db/organisation-opening.ts';
import { insertFirstInvitation, insertOrganisation } from '#db/organisation-opening.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import type { Preparing } from '#http/route.ts';
import type { CompanyLookup } from '#services/company-register.ts';
import type { NewOrganisationInput } from './input.ts';

export async function openOrganisation(
  ctx: Context,
  input: NewOrganisationInput,
  looked: CompanyLookup | null,
): Promise<Result<{ id: string; name: string }>> {
  const read = readIdentifier({ type: input.identifierType, value: input.identifier });
  if (!read.ok) return { ...read, field: 'identifier' };
  const position = firstPosition(input.kind);
  if (position === null) return refuse('position-unfit', { field: 'kind' });
  const organisation = withRegister(ctx, { input, identifier: read.value, looked });
  const id = await insertOrganisation(ctx, organisation);
  const { kind, name, identifier } = organisation;
  const opened = { action: 'organisation.created', subjectType: 'organisation', subjectId: id };
  await record(ctx, { ...opened, after: { kind, name, identifier } });
  await record(ctx, { ...opened, organisation: id, after: { kind, name, identifier } });
  await inviteFirst(ctx, { id, email: input.email, position });
  return done({ id, name });
}

/** Before the story: nobody's connection waits for the register. */
export async function lookUpNew({
  house,
  input,
}: Preparing<NewOrganisationInput>): Promise<CompanyLookup | null> {
  if (input === null) return null;
  const read = readIdentifier({ type: input.identifierType, value: input.identifier });
  return read.ok && read.value.type === 'SIRET' ? house.register.lookUp(read.value.value) : null;
}

async function inviteFirst(
  ctx: Context,
  { id, email, position }: { id: string; email: string; position: Position },
): Promise<void> {
  const expiresAt = new Date(ctx.now.getTime() + magicLinks.invitation.minutes * 60_000);
  const invitedBy = accountOf(ctx.actor);
  const invitation = await insertFirstInvitation(ctx, {
    organisation: id,
    email,
    position,
    invitedBy,
    expiresAt,
  });
  await post(ctx, { organisation: id, template: 'invitation', recipient: email, parameters: { invitation } });
  await record(ctx, {
    action: 'invitation.sent',
    subjectType: 'invitation',
    subjectId: invitation,
    organisation: id,
    after: { position, administers: true },
  });
}

/** What the register says is kept as such only when the person kept its name; a silent register blocks nothing. */
function withRegister(
  { now }: Context,
  {
    input,
    identifier,
    looked,
  }: { input: NewOrganisationInput; identifier: CompanyIdentifier; looked: CompanyLookup | null },
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

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
import type { NewOrganisationInput } from './input.ts';

export async function openOrganisation(
  ctx: Context,
  input: NewOrganisationInput,
): Promise<Result<{ id: string; name: string }>> {
  const read = readIdentifier({ type: input.identifierType, value: input.identifier });
  if (!read.ok) return { ...read, field: 'identifier' };
  const position = firstPosition(input.kind);
  if (position === null) return refuse('position-unfit', { field: 'kind' });
  const organisation = await withRegister(ctx, { input, identifier: read.value });
  const id = await insertOrganisation(ctx, organisation);
  const { kind, name, identifier } = organisation;
  const opened = { action: 'organisation.created', subjectType: 'organisation', subjectId: id };
  await record(ctx, { ...opened, after: { kind, name, identifier } });
  await record(ctx, { ...opened, organisation: id, after: { kind, name, identifier } });
  await inviteFirst(ctx, { id, email: input.email, position });
  return done({ id, name });
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
async function withRegister(
  { house, now }: Context,
  { input, identifier }: { input: NewOrganisationInput; identifier: CompanyIdentifier },
): Promise<NewOrganisation> {
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
  if (identifier.type !== 'SIRET') return manual;
  const found = await house.register.lookUp(identifier.value);
  if (!found.ok || found.company.name !== input.name) return manual;
  const { communeCode, naf, nafVersion } = found.company;
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

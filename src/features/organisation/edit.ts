/** Changes the card of one's own organisation, unless somebody changed it meanwhile. */
import { readAccent } from '#domain/contrast.ts';
import { identityParts } from '#domain/organisation-identity.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { EditOrganisation } from './input.ts';
import type { Editable, OrganisationRow } from './queries.ts';
import { lockOwnOrganisation, updateOrganisation } from './queries.ts';

export async function editOrganisation(ctx: Context, input: EditOrganisation): Promise<Result<OrganisationRow>> {
  const accent = readAccent(input.accent);
  if (!accent.ok) return { ...accent, field: 'accent' };
  const before = await lockOwnOrganisation(ctx);
  if (before === null) return refuse('not-found');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const { version, ...typed } = { ...input, accent: accent.value };
  const changes = changed(before, typed);
  const fields = Object.keys(changes);
  if (fields.length === 0) return done(before);
  const moved = fields.some((field) => identityParts.address.some((known) => known === field));
  const identity = moved || fields.includes('name');
  const after = await updateOrganisation(ctx, {
    id: before.id,
    version,
    changes: {
      ...changes,
      // The commune's code belongs to the former address.
      ...(moved && { communeCode: '' }),
      ...(identity && { identitySource: 'manual' as const, identityCheckedAt: ctx.now }),
    },
  });
  await record(ctx, {
    action: 'organisation.edited',
    subjectType: 'organisation',
    subjectId: before.id,
    before: Object.fromEntries(fields.map((field) => [field, before[field as keyof OrganisationRow]])),
    after: changes,
  });
  return done(after);
}

function changed(before: OrganisationRow, typed: Omit<EditOrganisation, 'version'>): Partial<Editable> {
  const entries = Object.entries(typed).filter(([field, value]) => before[field as keyof typeof typed] !== value);
  return Object.fromEntries(entries);
}

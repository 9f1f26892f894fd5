/** One's own organisation, for partners: the fields the allow-list lets out. */
import { z } from 'zod';
import { visible } from '#domain/fields.ts';
import { done, refuse } from '#domain/result.ts';
import { endpoint } from '#http/route.ts';
import { findOwnOrganisation } from './queries.ts';

const organisationOutput = z.object({
  id: z.uuid(),
  kind: z.string(),
  identifierType: z.string(),
  identifier: z.string().nullable(),
  name: z.string(),
  serviceName: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  email: z.string(),
  phone: z.string(),
  activityCode: z.string(),
  identitySource: z.string().optional(),
  identityCheckedAt: z.string().nullable().optional(),
  version: z.int().optional(),
});

export const organisationEndpoint = endpoint({
  method: 'GET',
  path: '/api/v1/organisation',
  permission: 'organisation.read',
  throttle: 'api',
  summary: 'Read the card of your organisation',
  input: z.object({}),
  output: organisationOutput,
  async story(ctx) {
    const own = await findOwnOrganisation(ctx);
    if (own === null) return refuse('not-found');
    const { identityCheckedAt, ...row } = own;
    const told = { ...row, identityCheckedAt: identityCheckedAt?.toISOString() ?? null };
    return done(organisationOutput.parse(visible(ctx.actor, 'organisation', { row: told, organisation: own.id })));
  },
});

/** Proposes a link to a SIRET: its terms are fixed here, and its one-time code is given once. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { checkLinkDays, pairingPolicy } from '#domain/exchange-link.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { Preparing } from '#http/route.ts';
import { throughGate } from '#http/through-gate.ts';
import type { CompanyLookup } from '#services/company-register.ts';
import { hashSecret, newCode } from '#services/random.ts';
import { writeToAdministrators } from './both-journals.ts';
import type { NewLink } from './input.ts';
import { findEstablishment, organisationsOfSiret } from './pairing-queries.ts';
import type { LinkRow } from './queries.ts';
import { insertLink } from './queries.ts';

export interface Proposed {
  link: LinkRow;
  code: string;
}

export async function proposeLink(
  ctx: Context,
  input: NewLink,
  looked: CompanyLookup | null,
): Promise<Result<Proposed>> {
  const organisation = organisationOf(ctx.actor);
  const account = accountOf(ctx.actor);
  if (organisation === null || account === null) return refuse('not-allowed');
  const { siret, ...terms } = input;
  const days = checkLinkDays(terms, parisDay(ctx.now));
  if (!days.ok) return days;
  const { own, invited } = await throughGate(ctx, async (gate) => ({
    own: await findEstablishment(gate, organisation),
    invited: await organisationsOfSiret(gate, { siret, except: organisation }),
  }));
  // Two services of one SIRET may share with each other; a service alone has nobody to share with.
  if (own?.identifier === siret && invited.length === 0) return refuse('pairing-with-itself', { field: 'siret' });
  const named = nameInRegister(looked);
  if (!named.ok) return named;
  const { code, ...pairing } = newPairing(ctx);
  const link = await insertLink(ctx, {
    ...terms,
    ...pairing,
    fromOrganisationId: organisation,
    invitedIdentifier: siret,
    invitedName: named.value,
    createdBy: account,
  });
  await record(ctx, {
    action: 'link.created',
    subjectType: 'exchange-link',
    subjectId: link.id,
    after: { identifier: siret, ...terms },
  });
  await writeToAdministrators(ctx, { template: 'link-invited', organisations: invited });
  return done({ link, code });
}

/** Before the story: nobody's connection waits for the register. */
export async function lookUpInvited({ house, input }: Preparing<NewLink>): Promise<CompanyLookup | null> {
  return input === null ? null : house.register.lookUp(input.siret);
}

export function newPairing({ now }: Context): { code: string; pairingHash: string; pairingExpiresAt: Date } {
  const code = newCode(pairingPolicy.characters);
  const pairingExpiresAt = new Date(now.getTime() + pairingPolicy.days * 86_400_000);
  return { code, pairingHash: hashSecret(code), pairingExpiresAt };
}

/** A register that does not answer stops nobody: the SIRET is checked again when the code is used. */
function nameInRegister(looked: CompanyLookup | null): Result<string> {
  if (looked === null) return done('');
  if (!looked.ok)
    return looked.because === 'register-unreachable' ? done('') : refuse('invited-unknown', { field: 'siret' });
  if (looked.company.state === 'closed') return refuse('invited-closed', { field: 'siret' });
  return done(looked.company.name);
}

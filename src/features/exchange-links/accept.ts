/** Opens a pairing code: first the terms are shown, then the link is accepted; wrong codes are counted whatever happens. */
import { accountOf, actorName, organisationOf } from '#domain/actor.ts';
import { mayActOnLink, pairingPolicy } from '#domain/exchange-link.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { forgive } from '#http/throttle.ts';
import { throughGate } from '#http/through-gate.ts';
import { hashSecret, readCode } from '#services/random.ts';
import { recordOnBothSides, writeToAdministrators } from './both-journals.ts';
import type { Acceptance } from './input.ts';
import {
  attach,
  countWrongCode,
  countWrongOrganisation,
  findEstablishment,
  lockLinkOfCode,
} from './pairing-queries.ts';
import type { LinkRow } from './queries.ts';
import { namesOf, stateNow } from './queries.ts';

export interface Opened {
  link: LinkRow;
  from: string;
  accepted: boolean;
  /** As typed, to be sent again from the page of the terms: never in an address. */
  code: string;
}

export async function openCode(ctx: Context, { code, agreed }: Acceptance): Promise<Result<Opened>> {
  const organisation = organisationOf(ctx.actor);
  if (organisation === null) return refuse('not-allowed');
  const found = await throughGate(ctx, (gate) => linkOfCode(gate, { code, organisation }));
  if (!found.ok) return found;
  const link = found.value;
  await throughGate(ctx, ({ db }) => forgive(db, { throttle: 'code', holder: actorName(ctx.actor) }));
  if (agreed) await acceptLink(ctx, { link, organisation });
  const names = await namesOf(ctx, [link.fromOrganisationId]);
  return done({ link, from: names.get(link.fromOrganisationId) ?? '', accepted: agreed, code });
}

/** The same sentence for a code that never was, that served, that expired or that died. */
async function linkOfCode(
  gate: Context,
  { code, organisation }: { code: string; organisation: string },
): Promise<Result<LinkRow>> {
  const own = await findEstablishment(gate, organisation);
  const siret = own?.identifierType === 'SIRET' ? own.identifier : null;
  const link = await lockLinkOfCode(gate, hashSecret(readCode(code)));
  if (link === null) {
    if (siret !== null) await countWrongCode(gate, siret);
    return refused('pairing-code-refused');
  }
  if (link.fromOrganisationId === organisation) return refused('pairing-with-itself');
  if (!mayActOnLink('accept', { state: stateNow(gate, link), side: 'to' })) return refused('pairing-code-refused');
  if (siret !== link.invitedIdentifier) {
    await countWrongOrganisation(gate, link.id);
    await record(gate, {
      action: 'link.code-refused',
      subjectType: 'exchange-link',
      subjectId: link.id,
      organisation: link.fromOrganisationId,
      account: null,
      after: { left: pairingPolicy.tries - link.pairingFailures - 1 },
    });
    return refused('pairing-other-organisation');
  }
  return done(link);
}

async function acceptLink(
  ctx: Context,
  { link, organisation }: { link: LinkRow; organisation: string },
): Promise<void> {
  await throughGate(ctx, (gate) => attach(gate, { id: link.id, organisation, account: accountOf(ctx.actor) }));
  const { purpose, validFrom, validUntil, sharesAmounts, sharesNames } = link;
  const after = { purpose, validFrom, validUntil, sharesAmounts, sharesNames };
  await recordOnBothSides(ctx, { action: 'link.accepted', subjectId: link.id, after }, link.fromOrganisationId);
  await writeToAdministrators(ctx, { template: 'link-accepted', organisations: [link.fromOrganisationId] });
}

function refused(because: RefusalCode): Refusal {
  return { ...refuse(because, { field: 'code' }), keep: true };
}

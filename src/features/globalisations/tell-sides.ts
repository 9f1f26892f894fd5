/** What concerns several organisations is told to each: an entry in each journal, a letter to those who must answer. */
import { organisationOf } from '#domain/actor.ts';
import { administratorsOf } from '#db/administrators.ts';
import type { AuditFact } from '#db/audit.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import type { OpenedAgreement } from './open-agreement.ts';

type AgreementFact = Omit<AuditFact, 'subjectType' | 'organisation' | 'account'> & { action: `agreement.${string}` };

/**
 * The others learn which organisation acted, never who in it. Always in the same order: two acts at once wait instead of
 * blocking each other.
 */
export async function recordOnAllSides(ctx: Context, fact: AgreementFact, others: readonly string[]): Promise<void> {
  const own = organisationOf(ctx.actor) ?? '';
  const told = { ...fact, subjectType: 'globalisation' };
  for (const side of [...new Set([own, ...others])].sort()) {
    if (side === own) await record(ctx, told);
    else await throughGate(ctx, (gate) => record(gate, { ...told, organisation: side, account: null }));
  }
}

export function sidesToTell({ agreement, signatures }: OpenedAgreement): string[] {
  return [agreement.companyId, agreement.proposedById, ...signatures.map(({ organisationId }) => organisationId)];
}

/** Who administers the organisation reads it among its own letters. */
export async function writeToSides(
  ctx: Context,
  {
    template,
    organisations,
  }: { template: 'agreement-to-sign' | 'agreement-answered' | 'agreement-ended'; organisations: readonly string[] },
): Promise<void> {
  const own = organisationOf(ctx.actor);
  const others = [...new Set(organisations)].filter((side) => side !== own);
  await throughGate(ctx, async (gate) => {
    for (const { organisation, account, email } of await administratorsOf(gate, others)) {
      await post(gate, { organisation, account, template, recipient: email, parameters: { organisation: own } });
    }
  });
}

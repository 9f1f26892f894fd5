/** What concerns two organisations is told to both: an entry in each journal, a letter to the administrators of the other. */
import { organisationOf } from '#domain/actor.ts';
import { administratorsOf } from '#db/administrators.ts';
import type { AuditFact } from '#db/audit.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

type LinkFact = Pick<AuditFact, 'subjectId' | 'before' | 'after'> & { action: `link.${string}` };

/** The other side learns which organisation acted, never who in it. Always in the same order: two acts at once wait instead of blocking each other. */
export async function recordOnBothSides(ctx: Context, fact: LinkFact, other: string): Promise<void> {
  const ours = () => record(ctx, { ...fact, subjectType: 'exchange-link' });
  const theirs = () =>
    throughGate(ctx, (gate) =>
      record(gate, { ...fact, subjectType: 'exchange-link', organisation: other, account: null }),
    );
  const own = organisationOf(ctx.actor) ?? '';
  for (const write of own < other ? [ours, theirs] : [theirs, ours]) await write();
}

/** Filed with the letters of who receives it: the sender must learn neither whether it exists nor its addresses. */
export async function writeToAdministrators(
  ctx: Context,
  {
    template,
    organisations,
  }: { template: 'link-invited' | 'link-accepted' | 'link-revoked'; organisations: readonly string[] },
): Promise<void> {
  await throughGate(ctx, async (gate) => {
    for (const { organisation, account, email } of await administratorsOf(gate, organisations)) {
      const parameters = { organisation: organisationOf(ctx.actor) };
      await post(gate, { organisation, account, template, recipient: email, parameters });
    }
  });
}

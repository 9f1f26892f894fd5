/** Tells a company, which may have no account, that hours come back to it to be corrected: the reason is on the page alone. */
import { parisDay } from '#domain/day.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { lockOwed } from './remind-queries.ts';

/** At once, whatever was written this week: it is an answer, not a reminder. Nothing leaves where nobody can be written to. */
export async function tellSentBack(
  ctx: Context,
  { declaration, by }: { declaration: string; by: string | null },
): Promise<void> {
  const [owed] = await lockOwed(ctx, { today: parisDay(ctx.now), declarations: [declaration] });
  if (owed === undefined || !canBeWrittenTo(ctx, owed.recipient)) return;
  await post(ctx, {
    organisation: by ?? owed.companyId,
    template: 'declaration-sent-back',
    recipient: owed.recipient,
    parameters: { organisation: owed.companyId, party: owed.partyId, declarations: [declaration] },
  });
}

/** A telephone is written to only where text messages leave. */
export function canBeWrittenTo({ house }: Pick<Context, 'house'>, recipient: string): boolean {
  return recipient !== '' && (house.sms.leaves || !recipient.startsWith('+'));
}

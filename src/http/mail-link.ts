/** The link of a letter: drawn from its number and the secret of the instance, so that a letter sent again carries the same one. */
import { createHmac } from 'node:crypto';
import { magicLink } from '#domain/magic-links.ts';
import { mintLink } from '#db/link-mint.ts';
import type { MintedLink } from '#db/link-mint.ts';
import { messageIdOf } from '#db/outbox.ts';
import { hashSecret } from '#services/random.ts';
import type { Context } from './context.ts';
import type { House } from './house.ts';
import { throughGate } from './through-gate.ts';

interface Letter {
  id: string;
  messageId: string;
}

/** Only the hash of the secret is kept; the address exists in the letter alone. */
export async function mintMailLink(
  { db, house, now }: Context,
  { letter, link }: { letter: Letter; link: Omit<MintedLink, 'tokenHash' | 'now'> },
): Promise<string> {
  const token = secretOf(house, letter);
  await mintLink(db, { ...link, tokenHash: hashSecret(token), now });
  return magicLink({ baseUrl: house.configuration.baseUrl, purpose: link.purpose, token });
}

/** Where no letter leaves, the link of an invitation for who must hand it over; null where the letter brings it. */
export async function invitationLinkToPass(
  ctx: Context,
  invitation: { id: string; organisation: string; letter: string; expiresAt: Date },
): Promise<string | null> {
  if (!noMailLeaves(ctx.house)) return null;
  const { id, organisation, expiresAt } = invitation;
  const letter = { id: invitation.letter, messageId: messageIdOf(invitation.letter) };
  return throughGate(ctx, () =>
    mintMailLink(ctx, {
      letter,
      link: { purpose: 'invitation', account: null, organisation, subject: id, detail: {}, expiresAt },
    }),
  );
}

/** A demonstration shows its letters instead. */
export function noMailLeaves({ demo, configuration }: House): boolean {
  return !demo && configuration.smtpUrl === undefined;
}

/** 256 bits that nobody guesses without the secret of the instance, which the database does not hold. */
function secretOf({ configuration }: House, { id, messageId }: Letter): string {
  return createHmac('sha256', configuration.secret.reveal())
    .update(`mail-link\n${id}\n${messageId}`)
    .digest('base64url');
}

/** The secret of a letter: drawn from its number and the secret of the instance, so that a letter sent again is the same one. */
import { createHmac } from 'node:crypto';
import { magicLink, magicLinks } from '#domain/magic-links.ts';
import type { MailedPurpose } from '#domain/magic-links.ts';
import { mintLink } from '#db/link-mint.ts';
import type { Context } from '#http/context.ts';
import { hashSecret } from '#services/random.ts';
import type { ClaimedMail, InvitationRow } from './queries.ts';
import type { Template } from './template.ts';

/** Only the hash of the secret is kept; the address exists in the letter alone. */
export async function addressIn(
  ctx: Context,
  { template, mail, invitation }: { template: Template; mail: ClaimedMail; invitation: InvitationRow | null },
): Promise<string> {
  const { baseUrl } = ctx.house.configuration;
  if ('page' in template.link) return `${baseUrl}${template.link.page}`;
  const purpose = template.link.secret;
  const token = secretOf(ctx, mail);
  await mintLink(ctx.db, {
    tokenHash: hashSecret(token),
    purpose,
    account: mail.accountId,
    organisation: invitation?.organisationId ?? mail.organisationId,
    subject: invitation?.id ?? null,
    detail: detailOf(purpose, mail),
    expiresAt: invitation?.expiresAt ?? expiry(purpose, ctx.now),
    now: ctx.now,
  });
  return magicLink({ baseUrl, purpose, token });
}

/** 256 bits that nobody guesses without the secret of the instance, which the database does not hold. */
function secretOf({ house }: Context, { id, messageId }: ClaimedMail): string {
  return createHmac('sha256', house.configuration.secret.reveal())
    .update(`mail-link\n${id}\n${messageId}`)
    .digest('base64url');
}

/** What the link must still know when it comes back: the address it proves, or the page that was being opened. */
function detailOf(purpose: MailedPurpose, { recipient, parameters }: ClaimedMail): Record<string, string> {
  if (purpose === 'email-change') return { email: recipient };
  const next = parameters['suite'];
  return typeof next === 'string' ? { suite: next } : {};
}

function expiry(purpose: MailedPurpose, now: Date): Date {
  return new Date(now.getTime() + magicLinks[purpose].minutes * 60_000);
}

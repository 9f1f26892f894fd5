/** Where the button of a letter leads: a page, or a link minted as the letter leaves. */
import { magicLinks } from '#domain/magic-links.ts';
import type { MailedPurpose } from '#domain/magic-links.ts';
import type { Context } from '#http/context.ts';
import { mintMailLink } from '#http/mail-link.ts';
import { uuidOf } from './facts.ts';
import type { ClaimedMail, InvitationRow, PartyRow } from './queries.ts';
import type { Template } from './template.ts';

export async function addressIn(
  ctx: Context,
  {
    template,
    mail,
    invitation,
    party,
  }: { template: Template; mail: ClaimedMail; invitation: InvitationRow | null; party: PartyRow | null },
): Promise<string> {
  const { baseUrl } = ctx.house.configuration;
  if ('page' in template.link) return `${baseUrl}${template.link.page}`;
  const purpose = template.link.secret;
  return mintMailLink(ctx, {
    letter: mail,
    link: {
      purpose,
      account: mail.accountId,
      organisation: invitation?.organisationId ?? party?.organisationId ?? mail.organisationId,
      subject: invitation?.id ?? party?.id ?? uuidOf(mail.parameters['exit']),
      detail: detailOf(purpose, mail),
      expiresAt: invitation?.expiresAt ?? expiry(purpose, ctx.now),
    },
  });
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

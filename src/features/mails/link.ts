/** Where the button of a letter leads: a page, or a link minted as the letter leaves. */
import { lastDayAt } from '#domain/contact-reach.ts';
import { parisBounds } from '#domain/day.ts';
import { magicLinks } from '#domain/magic-links.ts';
import type { MailedPurpose } from '#domain/magic-links.ts';
import type { Context } from '#http/context.ts';
import { mintMailLink } from '#http/mail-link.ts';
import type { Found } from './facts.ts';
import type { ClaimedMail, PartyRow } from './queries.ts';
import type { Template } from './template.ts';
import { uuidOf } from './facts.ts';

export async function addressIn(
  ctx: Context,
  {
    template,
    mail,
    invitation,
    party,
    referent,
    about,
  }: Omit<Found, 'facts' | 'owed'> & { template: Template; mail: ClaimedMail },
): Promise<string> {
  const { baseUrl } = ctx.house.configuration;
  if ('page' in template.link) return `${baseUrl}${template.link.page}`;
  const purpose = template.link.secret;
  return mintMailLink(ctx, {
    letter: mail,
    link: {
      purpose,
      account: mail.accountId,
      organisation:
        about?.organisationId ??
        invitation?.organisationId ??
        party?.organisationId ??
        referent?.prescriberId ??
        mail.organisationId,
      subject:
        about?.id ??
        invitation?.id ??
        party?.id ??
        referent?.id ??
        uuidOf(mail.parameters['person'] ?? mail.parameters['exit']),
      detail: detailOf(purpose, mail),
      expiresAt: invitation?.expiresAt ?? earlier(expiry(purpose, ctx.now), lastInstant(party, mail)),
    },
  });
}

/** What the link must still know when it comes back: the address it proves or follows, or the page that was being opened. */
function detailOf(purpose: MailedPurpose, { recipient, parameters }: ClaimedMail): Record<string, string> {
  if (purpose === 'email-change') return { email: recipient };
  if (purpose === 'declaration') return { address: recipient.toLowerCase() };
  const next = parameters['suite'];
  return typeof next === 'string' ? { suite: next } : {};
}

function expiry(purpose: MailedPurpose, now: Date): Date {
  return new Date(now.getTime() + magicLinks[purpose].minutes * 60_000);
}

/** The end of the delegation it was sent to. */
function lastInstant(party: PartyRow | null, { recipient }: ClaimedMail): Date | null {
  const last = party === null ? null : lastDayAt(party, recipient.toLowerCase());
  return last === null ? null : parisBounds(last).until;
}

function earlier(one: Date, other: Date | null): Date {
  return other === null || one < other ? one : other;
}

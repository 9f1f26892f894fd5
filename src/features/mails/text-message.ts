/** A letter whose address is a telephone leaves as a text message: the same link, in a few words. */
import type { Delivery } from '#services/mail.ts';
import type { SmsSender } from '#services/sms.ts';
import type { Letter } from './letter.ts';
import type { Facts, Template } from './template.ts';

export function isTelephone(recipient: string): boolean {
  return recipient.startsWith('+');
}

/** null: this letter has no words for a telephone. */
export function composeMessage(
  template: Template,
  { facts, address }: { facts: Facts; address: string },
): Letter | null {
  if (template.sms === undefined) return null;
  return { subject: template.subject.replaceAll('~', '\u00A0'), text: template.sms(facts, address), html: '' };
}

export async function sendMessage(
  sms: SmsSender,
  { to, text, key }: { to: string; text: string; key: string },
): Promise<Delivery> {
  const sent = await sms.send({ to, text, key });
  if (sent.ok) return { ok: true, outcome: sent.outcome };
  return { ok: false, because: 'mail-refused', code: 'INVALID' };
}

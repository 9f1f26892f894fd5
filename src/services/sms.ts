/**
 * Text messages. No provider is chosen yet, so every message is kept in the application, where an
 * administrator reads it; a provider will be a second function returning the same `SmsSender`.
 * SMS is never a second factor here: it only reminds people who agreed to it.
 */

/** `to` is an international number such as `+33639980123`; `key` is the same on each attempt. */
export type SmsMessage = { to: string; text: string; key: string };

export type SmsDelivery =
  | { ok: true; outcome: 'sent' | 'kept'; parts: number }
  | { ok: false; because: 'sms-number-invalid' | 'sms-text-too-long' };

/** `leaves`: a provider carries them; otherwise they are kept, and whoever must be reached is to be telephoned. */
export type SmsSender = { leaves: boolean; send(message: SmsMessage): Promise<SmsDelivery> };

const maximumParts = 4;

/** GSM 03.38 basic alphabet; the second line needs an escape and counts double. */
const basicCharacters = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]$/;
const escapedCharacters = /^[\f^{}\\[~\]|€]$/;

export function createKeptSms(): SmsSender {
  return {
    leaves: false,
    async send(message) {
      if (!/^\+[1-9]\d{6,14}$/.test(message.to)) return { ok: false, because: 'sms-number-invalid' };
      const parts = countSmsParts(message.text);
      if (parts > maximumParts) return { ok: false, because: 'sms-text-too-long' };
      return { ok: true, outcome: 'kept', parts };
    },
  };
}

/** How many messages the network will charge: 160 then 153 characters, or 70 then 67 beyond GSM. */
export function countSmsParts(text: string): number {
  let units = 0;
  let plain = true;
  for (const character of text) {
    if (basicCharacters.test(character)) units += 1;
    else if (escapedCharacters.test(character)) units += 2;
    else plain = false;
  }
  const length = plain ? units : text.length;
  const [single, joined] = plain ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / joined);
}

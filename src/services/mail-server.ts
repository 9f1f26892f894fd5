/** Reads SMTP_URL: `smtps://` is encrypted from the start, `smtp://` must be upgraded. */

export type MailServer = {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  auth?: { user: string; pass: string };
};

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1']);

/** Clear text is accepted on this machine, or where the operator wrote `?tls=optional`. */
export function readMailServer(text: string): MailServer {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  if (!secure && url.protocol !== 'smtp:') throw new TypeError('SMTP_URL must start with smtp:// or smtps://');
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  return {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !loopbackHosts.has(host) && url.searchParams.get('tls') !== 'optional',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
  };
}

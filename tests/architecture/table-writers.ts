/** Who writes each table: at most one feature, and the rooms that keep their own mechanism in it. */
export const tableWriters: Record<string, readonly string[]> = {
  account: ['features/sign-in'],
  audit_event: ['db'],
  contact: ['features/contacts'],
  exchange_link: ['features/exchange-links'],
  guichet_migration: ['db'],
  idempotency: ['db', 'http'],
  notice: ['http', 'db'],
  outbox: ['db', 'features/mails'],
  partner_key: ['features/partner-keys', 'http'],
  passkey: ['features/sign-in'],
  professional_identity: ['features/sign-in'],
  recovery_code: ['features/sign-in'],
  second_factor: ['features/sign-in'],
  session: ['features/sign-in', 'http', 'db'],
  throttle: ['http', 'db'],
  audit_check: ['features/journal'],
  link_token: ['db'],
  organisation: ['db'],
  invitation: ['db'],
};

/** Files that write whatever table they are given: the restoration of an export. */
export const anyTable: readonly string[] = ['src/db/backup-load.ts'];

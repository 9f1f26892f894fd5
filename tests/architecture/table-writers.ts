/** Who writes each table: at most one feature, and the rooms that keep their own mechanism in it. */
export const tableWriters: Record<string, readonly string[]> = {
  account: ['db'],
  approval: ['features/approvals'],
  audit_event: ['db'],
  contact: ['features/contacts'],
  exchange_link: ['features/exchange-links', 'db'],
  guichet_migration: ['db'],
  idempotency: ['db', 'http'],
  membership: ['db', 'features/members'],
  notice: ['http', 'db'],
  outbox: ['db', 'features/mails'],
  partner_key: ['features/partner-keys', 'http'],
  passkey: ['db'],
  professional_identity: ['db'],
  recovery_code: ['db'],
  second_factor: ['db'],
  session: ['features/sign-in', 'http', 'db'],
  throttle: ['http', 'db'],
  instance: ['db'],
  audit_check: ['features/journal'],
  link_token: ['db'],
  organisation: ['db', 'features/organisation'],
  invitation: ['db', 'features/members'],
};

/** Files that write whatever table they are given: the restoration of an export, the invented data, the first start. */
export const anyTable: readonly string[] = [
  'src/db/backup-load.ts',
  'src/features/demonstration/rows.ts',
  'src/features/demonstration/seed.ts',
  'src/instance.ts',
];

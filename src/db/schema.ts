/** Generated from the migrated database by `npm run types`. Do not edit. */
import type { ColumnType, InsertType, SelectType, UpdateType } from 'kysely';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** The database can fill it. */
export type Generated<T> = ColumnType<SelectType<T>, InsertType<T> | undefined, UpdateType<T>>;

/** Only the database fills it. */
export type GeneratedAlways<T> = ColumnType<SelectType<T>, never, never>;

export interface Account {
  id: Generated<string>;
  email: string;
  name: string;
  passwordHash: string | null;
  passwordChangedAt: Timestamp | null;
  theme: Generated<'auto' | 'light' | 'dark'>;
  density: Generated<'normal' | 'compact'>;
  font: Generated<'standard' | 'readable'>;
  lastMembershipId: string | null;
  disabledAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
  lastSignInAt: Timestamp | null;
}

export interface Approval {
  id: Generated<string>;
  organisationId: string;
  action: 'second-factor-reset' | 'organisation-closing';
  subjectId: string;
  reason: Generated<string>;
  requestedBy: string;
  requestedAt: Generated<Timestamp>;
  expiresAt: Timestamp;
  decidedBy: string | null;
  decidedAt: Timestamp | null;
  decision: 'approved' | 'refused' | 'withdrawn' | null;
  version: Generated<number>;
}

export interface AuditCheck {
  chain: string;
  checkedAt: Timestamp;
  entries: number;
  brokenAt: number | null;
  because: 'hash' | 'gap' | 'truncated' | null;
}

export interface AuditEvent {
  chain: string;
  sequence: number;
  organisationId: string | null;
  accountId: string | null;
  at: Timestamp;
  entry: string;
  action: GeneratedAlways<string>;
  subjectType: GeneratedAlways<string | null>;
  subjectId: GeneratedAlways<string | null>;
  previous: Buffer;
  hash: Buffer;
}

export interface AuditHead {
  chain: string;
  sequence: number;
  hash: Buffer;
}

export interface Contact {
  id: Generated<string>;
  organisationId: string;
  label: string;
  purpose: 'general' | 'markets' | 'hours' | 'people' | 'invoices';
  email: Generated<string>;
  phone: Generated<string>;
  internalNote: Generated<string>;
  archivedAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface ExchangeLink {
  id: Generated<string>;
  fromOrganisationId: string;
  toOrganisationId: string | null;
  invitedIdentifier: string;
  invitedName: Generated<string>;
  purpose: string;
  sharesAmounts: Generated<boolean>;
  sharesNames: Generated<boolean>;
  validFrom: string;
  validUntil: string;
  pairingHash: string | null;
  pairingExpiresAt: Timestamp | null;
  pairingFailures: Generated<number>;
  acceptedAt: Timestamp | null;
  acceptedBy: string | null;
  revokedAt: Timestamp | null;
  revokedBy: string | null;
  createdBy: string;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Idempotency {
  actor: string;
  key: string;
  route: string;
  bodyHash: Buffer;
  status: number | null;
  outcome: Json | null;
  createdAt: Generated<Timestamp>;
}

export interface Instance {
  one: Generated<boolean>;
  demo: boolean;
  createdAt: Generated<Timestamp>;
  openedAt: Timestamp | null;
}

export interface Invitation {
  id: Generated<string>;
  organisationId: string;
  email: string;
  position: string;
  administers: Generated<boolean>;
  validUntil: string | null;
  invitedBy: string | null;
  expiresAt: Timestamp;
  acceptedAt: Timestamp | null;
  withdrawnAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface LinkToken {
  tokenHash: string;
  purpose: 'set-up' | 'invitation' | 'password-reset' | 'email-change' | 'sign-in' | 'second-step' | 'passkey' | 'proconnect' | 'declaration';
  accountId: string | null;
  organisationId: string | null;
  subjectId: string | null;
  detail: Generated<Json>;
  expiresAt: Timestamp;
  usedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface Membership {
  id: Generated<string>;
  organisationId: string;
  accountId: string;
  position: 'facilitator.admin' | 'facilitator.facilitator' | 'facilitator.accompaniment' | 'facilitator.clerk' | 'facilitator.steering' | 'buyer.admin' | 'buyer.procurement' | 'buyer.site' | 'buyer.decider' | 'insertion.officer' | 'insertion.grants' | 'state.coordination' | 'company.admin' | 'company.declarant' | 'inclusion.user' | 'prescriber.user' | 'person.self' | 'control.auditor' | 'control.dpo' | 'operator.support';
  administers: Generated<boolean>;
  validUntil: string | null;
  suspendedAt: Timestamp | null;
  suspendedReason: Generated<string>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Notice {
  id: Generated<string>;
  accountId: string;
  organisationId: string | null;
  tone: 'done' | 'info' | 'problem';
  message: string;
  undoAction: string | null;
  undoUntil: Timestamp | null;
  shownAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface Organisation {
  id: Generated<string>;
  kind: 'facilitator' | 'buyer' | 'insertion' | 'state' | 'company' | 'inclusion' | 'prescriber' | 'operator';
  parentId: string | null;
  identifierType: Generated<'SIRET' | 'TVA' | 'TAHITI' | 'RIDET' | 'FRWF' | 'IREP' | 'HORS-UE' | 'NONE'>;
  identifier: string | null;
  serviceName: Generated<string>;
  name: string;
  street: Generated<string>;
  postcode: Generated<string>;
  city: Generated<string>;
  communeCode: Generated<string>;
  activityCode: Generated<string>;
  activityNomenclature: Generated<string>;
  identitySource: Generated<'register' | 'manual' | 'demo'>;
  identityCheckedAt: Timestamp | null;
  email: Generated<string>;
  phone: Generated<string>;
  accent: Generated<string>;
  closedAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Outbox {
  id: Generated<string>;
  organisationId: string | null;
  template: string;
  recipient: string;
  accountId: string | null;
  parameters: Generated<Json>;
  status: Generated<'waiting' | 'sending' | 'sent' | 'kept' | 'failed' | 'cancelled'>;
  attempts: Generated<number>;
  nextAttemptAt: Generated<Timestamp>;
  messageId: string;
  subject: Generated<string>;
  keptBody: string | null;
  lastProblem: Generated<string>;
  createdAt: Generated<Timestamp>;
  sentAt: Timestamp | null;
}

export interface PartnerKey {
  id: Generated<string>;
  organisationId: string;
  name: string;
  prefix: string;
  secretHash: string;
  scopes: string[];
  expiresAt: Timestamp;
  lastUsedAt: Timestamp | null;
  revokedAt: Timestamp | null;
  createdBy: string;
  createdAt: Generated<Timestamp>;
}

export interface Passkey {
  id: Generated<string>;
  accountId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: Generated<number>;
  transports: Generated<string>;
  name: string;
  createdAt: Generated<Timestamp>;
  lastUsedAt: Timestamp | null;
}

export interface ProfessionalIdentity {
  issuer: string;
  subject: string;
  accountId: string;
  createdAt: Generated<Timestamp>;
  lastUsedAt: Timestamp | null;
}

export interface RecoveryCode {
  accountId: string;
  codeHash: string;
  usedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface SecondFactor {
  accountId: string;
  secretSealed: string;
  confirmedAt: Timestamp | null;
  lastCounter: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Session {
  id: Generated<string>;
  tokenHash: string;
  accountId: string;
  membershipId: string | null;
  device: Generated<string>;
  method: 'password' | 'passkey' | 'proconnect' | 'link';
  secondFactor: Generated<boolean>;
  strongUntil: Timestamp | null;
  createdAt: Generated<Timestamp>;
  seenAt: Generated<Timestamp>;
  expiresAt: Timestamp;
  revokedAt: Timestamp | null;
  oidcIdToken: string | null;
}

export interface Throttle {
  key: string;
  failures: Generated<number>;
  windowStart: Timestamp;
  blockedUntil: Timestamp | null;
}

export interface DB {
  account: Account;
  approval: Approval;
  auditCheck: AuditCheck;
  auditEvent: AuditEvent;
  auditHead: AuditHead;
  contact: Contact;
  exchangeLink: ExchangeLink;
  idempotency: Idempotency;
  instance: Instance;
  invitation: Invitation;
  linkToken: LinkToken;
  membership: Membership;
  notice: Notice;
  organisation: Organisation;
  outbox: Outbox;
  partnerKey: PartnerKey;
  passkey: Passkey;
  professionalIdentity: ProfessionalIdentity;
  recoveryCode: RecoveryCode;
  secondFactor: SecondFactor;
  session: Session;
  throttle: Throttle;
}

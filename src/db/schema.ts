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

export interface Acquaintance {
  organisationId: string;
  knowsId: string;
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

export interface Commitment {
  id: Generated<string>;
  lotId: string;
  marketId: string;
  kind: 'fixed' | 'variable' | 'share' | 'training' | 'none' | 'qualitative';
  state: Generated<'draft' | 'proposed' | 'contractual' | 'not-triggered' | 'started' | 'in-progress' | 'at-risk' | 'fulfilled' | 'partially-fulfilled' | 'not-fulfilled' | 'suspended' | 'reduced' | 'waived' | 'closed'>;
  joint: Generated<boolean>;
  waiverReason: Generated<string>;
  waiverNote: Generated<string>;
  qualitative: Generated<string>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface CommitmentVersion {
  id: Generated<string>;
  commitmentId: string;
  marketId: string;
  number: number;
  fromDay: string;
  signedOn: string | null;
  minutes: number | null;
  hourPerCents: number | null;
  thresholdCents: number | null;
  shareBasisPoints: number | null;
  endsOn: string | null;
  reason: Generated<string>;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
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

export interface ContractAlert {
  contractId: string;
  holderId: string;
  prescriberId: string;
  endsOn: string;
  alertedOn: string;
}

export interface CountingSetting {
  id: Generated<string>;
  organisationId: string;
  marketId: string | null;
  lotId: string | null;
  code: string;
  value: Json;
  fromDay: string;
  untilDay: string | null;
  source: string;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
}

export interface Declaration {
  id: Generated<string>;
  lotId: string;
  marketId: string;
  companyId: string;
  month: string;
  state: Generated<'expected' | 'late' | 'submitted' | 'under-review' | 'validated' | 'partially-validated' | 'rejected' | 'locked' | 'corrected' | 'not-due'>;
  dueOn: string;
  noHours: Generated<boolean>;
  submittedAt: Timestamp | null;
  submittedBy: Generated<string>;
  via: Generated<'' | 'link' | 'account' | 'api' | 'file' | 'facilitator'>;
  remindedAt: Generated<Timestamp[]>;
  reviewedAt: Timestamp | null;
  reviewedBy: string | null;
  reason: Generated<string>;
  note: Generated<string>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Document {
  id: Generated<string>;
  organisationId: string;
  marketId: string | null;
  lotId: string | null;
  declarationId: string | null;
  kind: 'tender' | 'award' | 'subcontracting' | 'amendment' | 'proof' | 'letter' | 'other';
  name: string;
  archivedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface DocumentVersion {
  id: Generated<string>;
  documentId: string;
  number: number;
  mediaType: string;
  bytes: number;
  sha256: string;
  content: Buffer;
  createdBy: Generated<string>;
  createdAt: Generated<Timestamp>;
}

export interface Eligibility {
  id: Generated<string>;
  personId: string;
  holderId: string;
  verdict: 'eligible' | 'not-eligible';
  fromDay: string;
  untilDay: string | null;
  ruleCode: string;
  ruleVersion: string;
  decidedOn: string;
  decidedBy: string | null;
  endedOn: string | null;
  createdAt: Generated<Timestamp>;
}

export interface EmploymentContract {
  id: Generated<string>;
  personId: string;
  holderId: string;
  lotId: string;
  marketId: string;
  employerId: string;
  companyId: string;
  method: 'direct-hire' | 'secondment' | 'subcontracting' | 'training-placement';
  type: 'CDI' | 'CDD' | 'CDDI' | 'CDD_USAGE' | 'CDI_INCLUSION' | 'CTT' | 'CDI_INTERIMAIRE' | 'CDPI' | 'APPRENTISSAGE' | 'PROFESSIONNALISATION' | 'PEC' | 'CIE' | 'CDD_TREMPLIN' | 'CHANTIER' | 'ESAT_USAGER' | 'CONTRAT_EMPLOI_PENITENTIAIRE' | 'AUTRE' | 'CAE' | 'CONTRAT_AIDE';
  job: Generated<string>;
  romeCode: Generated<string>;
  weeklyMinutes: Generated<number>;
  startsOn: string;
  trialEndsOn: string | null;
  plannedEndOn: string | null;
  endedOn: string | null;
  endReason: 'term' | 'employer-break' | 'employee-break' | 'mutual-break' | 'trial-break' | 'misconduct' | 'force-majeure' | 'converted-to-cdi' | 'never-started' | null;
  state: Generated<'planned' | 'active' | 'trial-over' | 'suspended' | 'ended' | 'removed'>;
  followsId: string | null;
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

export interface ExitSituation {
  id: Generated<string>;
  holderId: string;
  personId: string;
  contractId: string;
  point: 'contract-end' | 'clause-exit' | 'm3' | 'm6' | 'm12';
  dueOn: string;
  state: Generated<'expected' | 'answered' | 'cancelled'>;
  code: 'cdi' | 'cdi-aided' | 'fixed-term-long' | 'fixed-term-short' | 'business' | 'public-service' | 'aided-contract' | 'training' | 'inclusion' | 'retirement' | 'searching' | 'inactive' | 'unknown' | 'neutralised' | 'not-reached' | null;
  observedOn: string | null;
  source: 'link' | 'phone' | 'employer' | 'team' | 'contract' | null;
  askedAt: Generated<Timestamp[]>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Globalisation {
  id: Generated<string>;
  companyId: string;
  reason: Generated<string>;
  fromDay: string;
  untilDay: string;
  signedOn: string;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
}

export interface GlobalisationLot {
  globalisationId: string;
  lotId: string;
  marketId: string;
}

export interface HourAllocation {
  id: GeneratedAlways<number>;
  entryId: number;
  lotId: string;
  marketId: string;
  agreementId: string | null;
  minutes: number;
  createdAt: Generated<Timestamp>;
}

export interface HourEntry {
  id: GeneratedAlways<number>;
  declarationId: string;
  lotId: string;
  marketId: string;
  holderId: string;
  personId: string;
  contractId: string;
  companyId: string;
  month: string;
  workedMinutes: number;
  trainingMinutes: Generated<number>;
  days: Json | null;
  state: Generated<'submitted' | 'validated' | 'rejected' | 'locked'>;
  reason: Generated<string>;
  countedMinutes: Generated<number>;
  ruleVersion: Generated<string>;
  correctsId: number | null;
  lockedIn: Generated<string>;
  createdAt: Generated<Timestamp>;
}

export interface HoursDelta {
  id: GeneratedAlways<number>;
  lotId: string;
  marketId: string;
  companyId: string;
  holderId: string;
  month: string;
  contractType: string;
  method: string;
  submittedMinutes: Generated<number>;
  countedMinutes: Generated<number>;
}

export interface HoursTotal {
  lotId: string;
  marketId: string;
  companyId: string;
  holderId: string;
  month: string;
  contractType: string;
  method: string;
  submittedMinutes: Generated<number>;
  countedMinutes: Generated<number>;
  foldedAt: Generated<Timestamp>;
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
  purpose: 'set-up' | 'invitation' | 'password-reset' | 'email-change' | 'sign-in' | 'second-step' | 'passkey' | 'proconnect' | 'declaration' | 'calendar' | 'need' | 'placement' | 'exit-question' | 'person-space';
  accountId: string | null;
  organisationId: string | null;
  subjectId: string | null;
  detail: Generated<Json>;
  expiresAt: Timestamp;
  usedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface Lot {
  id: Generated<string>;
  marketId: string;
  number: number;
  title: string;
  trade: Generated<string>;
  state: Generated<'in-preparation' | 'published' | 'awarded' | 'notified' | 'running' | 'suspended' | 'completed' | 'closed' | 'no-clause' | 'unsuccessful' | 'terminated'>;
  notifiedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface LotAccess {
  lotId: string;
  marketId: string;
  organisationId: string;
  capacity: 'keeper' | 'buyer' | 'facilitator' | 'company' | 'inclusion';
}

export interface LotAssignment {
  id: Generated<string>;
  lotId: string;
  marketId: string;
  organisationId: string;
  accountId: string | null;
  role: 'lead' | 'contributor';
  territory: Generated<string>;
  shareBasisPoints: Generated<number>;
  fromDay: string;
  untilDay: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface LotParty {
  id: Generated<string>;
  lotId: string;
  marketId: string;
  organisationId: string;
  role: 'holder' | 'lead' | 'joint' | 'subcontractor' | 'inclusion';
  underId: string | null;
  actOn: string | null;
  shareMinutes: number | null;
  contactName: Generated<string>;
  contactEmail: Generated<string>;
  contactPhone: Generated<string>;
  answeredAt: Timestamp | null;
  bouncedAt: Timestamp | null;
  delegateName: Generated<string>;
  delegateEmail: Generated<string>;
  delegateUntil: string | null;
  endedOn: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Market {
  id: Generated<string>;
  operationId: string | null;
  parentId: string | null;
  keeperId: string;
  buyerId: string;
  boughtFor: Generated<string>;
  kind: Generated<'market' | 'framework' | 'call-off' | 'purchase-order' | 'concession' | 'partnership' | 'private'>;
  vehicle: Generated<'execution-clause' | 'execution-clause-with-criterion' | 'award-criterion' | 'reserved-disability' | 'reserved-iae' | 'reserved-disability-or-iae' | 'reserved-prison' | 'reserved-sse' | 'insertion-service' | 'school-training-clause' | 'private-voluntary'>;
  reference: Generated<string>;
  object: string;
  cpv: Generated<string>;
  ccag: Generated<'' | 'works' | 'project-management' | 'supplies-services' | 'industrial' | 'intellectual' | 'information-technology' | 'none'>;
  derogatesCcag: Generated<boolean>;
  departmentCode: Generated<string>;
  communeCode: Generated<string>;
  place: Generated<string>;
  consultationOn: string | null;
  notifiedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  state: Generated<'identified' | 'under-study' | 'calibrated' | 'dce-ready' | 'published' | 'offers-analysed' | 'awarded' | 'notified' | 'running' | 'suspended' | 'completed' | 'closed' | 'no-clause' | 'unsuccessful' | 'terminated'>;
  stateSince: Generated<Timestamp>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface MarketAmount {
  id: Generated<string>;
  marketId: string;
  lotId: string | null;
  nature: 'estimate' | 'awarded' | 'invoiced' | 'labour-share' | 'hourly-cost';
  origin: 'decp' | 'confidential' | 'declared';
  cents: number | null;
  basisPoints: number | null;
  onDay: string;
  source: Generated<string>;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
}

export interface MarketProgramme {
  marketId: string;
  programmeId: string;
}

export interface MarketStep {
  id: Generated<string>;
  marketId: string;
  state: string;
  onDay: string;
  reason: Generated<string>;
  accountId: string | null;
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

export interface NextContract {
  id: Generated<string>;
  holderId: string;
  personId: string;
  contractId: string;
  step: 'renewal' | 'other-lot' | 'other-employer' | 'permanent-job' | 'training' | 'nothing';
  lotId: string | null;
  words: Generated<string>;
  proposedOn: string;
  accountId: string | null;
  withdrawnAt: Timestamp | null;
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

export interface Obstacle {
  id: Generated<string>;
  holderId: string;
  personId: string;
  kind: 'mobility' | 'housing' | 'childcare' | 'language' | 'health' | 'debt' | 'administrative' | 'digital' | 'family' | 'training';
  state: Generated<'open' | 'referred' | 'in-progress' | 'lifted'>;
  referentId: string | null;
  specialist: Generated<string>;
  specialistPhone: Generated<string>;
  openedOn: string;
  liftedOn: string | null;
  signalledBy: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface ObstacleNote {
  id: Generated<string>;
  obstacleId: string;
  holderId: string;
  words: string;
  accountId: string | null;
  createdAt: Generated<Timestamp>;
}

export interface ObstacleShare {
  id: Generated<string>;
  obstacleId: string;
  holderId: string;
  prescriberId: string;
  accountId: string | null;
  sharedAt: Generated<Timestamp>;
  endedAt: Timestamp | null;
}

export interface Operation {
  id: Generated<string>;
  keeperId: string;
  buyerId: string;
  name: string;
  reference: Generated<string>;
  version: Generated<number>;
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

export interface Person {
  id: Generated<string>;
  holderId: string;
  familyName: string;
  givenName: string;
  foldedName: string;
  birthDate: string | null;
  communeCode: Generated<string>;
  commune: Generated<string>;
  email: Generated<string>;
  phone: Generated<string>;
  proposedBy: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface ProfessionalIdentity {
  issuer: string;
  subject: string;
  accountId: string;
  createdAt: Generated<Timestamp>;
  lastUsedAt: Timestamp | null;
}

export interface Programme {
  id: Generated<string>;
  organisationId: string | null;
  code: string;
  name: string;
  targetBasisPoints: number | null;
  targetPublic: Generated<string>;
  source: string;
  validFrom: string;
  validUntil: string | null;
}

export interface RecoveryCode {
  accountId: string;
  codeHash: string;
  usedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface SavedView {
  id: Generated<string>;
  organisationId: string;
  accountId: string;
  name: string;
  address: string;
  removedAt: Timestamp | null;
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

export interface Skill {
  id: Generated<string>;
  holderId: string;
  personId: string;
  label: string;
  level: 'discovered' | 'helped' | 'alone' | 'teaches';
  contractId: string | null;
  place: Generated<string>;
  seenOn: string;
  accountId: string | null;
  removedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface Throttle {
  key: string;
  failures: Generated<number>;
  windowStart: Timestamp;
  blockedUntil: Timestamp | null;
}

export interface Tranche {
  id: Generated<string>;
  lotId: string;
  marketId: string;
  number: number;
  conditional: Generated<boolean>;
  minutes: number;
  affirmedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
}

export interface TripartiteReport {
  id: Generated<string>;
  holderId: string;
  personId: string;
  contractId: string;
  accountId: string | null;
  heldOn: string;
  present: string[];
  said: string;
  agreed: Generated<string>;
  nextOn: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Visit {
  id: Generated<string>;
  holderId: string;
  personId: string;
  contractId: string;
  kind: 'first-day' | 'first-week' | 'trial-end' | 'quarterly' | 'before-end' | 'exit-interview' | 'by-hand';
  planKey: Generated<string>;
  wantedOn: string;
  dueOn: string;
  state: Generated<'planned' | 'moved' | 'done' | 'absent' | 'cancelled'>;
  doneOn: string | null;
  signal: 'well' | 'watch' | 'difficulty' | null;
  cancelledBecause: 'contract-ended' | 'contract-changed' | 'contract-removed' | 'by-hand' | null;
  accountId: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface VisitNote {
  id: Generated<string>;
  visitId: string;
  holderId: string;
  noteKey: string;
  outcome: 'done' | 'absent' | 'moved';
  signal: 'well' | 'watch' | 'difficulty' | null;
  words: Generated<string>;
  notedOn: string;
  nextOn: string | null;
  standing: 'kept' | 'waiting' | 'set-aside';
  accountId: string | null;
  receivedAt: Generated<Timestamp>;
}

export interface WorkEvaluation {
  id: Generated<string>;
  holderId: string;
  personId: string;
  contractId: string;
  organisationId: string;
  accountId: string | null;
  evaluatedOn: string;
  ratings: Json;
  words: Generated<string>;
  createdAt: Generated<Timestamp>;
}

export interface DB {
  account: Account;
  acquaintance: Acquaintance;
  approval: Approval;
  auditCheck: AuditCheck;
  auditEvent: AuditEvent;
  auditHead: AuditHead;
  commitment: Commitment;
  commitmentVersion: CommitmentVersion;
  contact: Contact;
  contractAlert: ContractAlert;
  countingSetting: CountingSetting;
  declaration: Declaration;
  document: Document;
  documentVersion: DocumentVersion;
  eligibility: Eligibility;
  employmentContract: EmploymentContract;
  exchangeLink: ExchangeLink;
  exitSituation: ExitSituation;
  globalisation: Globalisation;
  globalisationLot: GlobalisationLot;
  hourAllocation: HourAllocation;
  hourEntry: HourEntry;
  hoursDelta: HoursDelta;
  hoursTotal: HoursTotal;
  idempotency: Idempotency;
  instance: Instance;
  invitation: Invitation;
  linkToken: LinkToken;
  lot: Lot;
  lotAccess: LotAccess;
  lotAssignment: LotAssignment;
  lotParty: LotParty;
  market: Market;
  marketAmount: MarketAmount;
  marketProgramme: MarketProgramme;
  marketStep: MarketStep;
  membership: Membership;
  nextContract: NextContract;
  notice: Notice;
  obstacle: Obstacle;
  obstacleNote: ObstacleNote;
  obstacleShare: ObstacleShare;
  operation: Operation;
  organisation: Organisation;
  outbox: Outbox;
  partnerKey: PartnerKey;
  passkey: Passkey;
  person: Person;
  professionalIdentity: ProfessionalIdentity;
  programme: Programme;
  recoveryCode: RecoveryCode;
  savedView: SavedView;
  secondFactor: SecondFactor;
  session: Session;
  skill: Skill;
  throttle: Throttle;
  tranche: Tranche;
  tripartiteReport: TripartiteReport;
  visit: Visit;
  visitNote: VisitNote;
  workEvaluation: WorkEvaluation;
}

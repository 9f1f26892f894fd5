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
  erasedAt: Timestamp | null;
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

export interface AuditDetail {
  chain: string;
  sequence: number;
  organisationId: string | null;
  subjectType: Generated<string>;
  subjectId: Generated<string>;
  salt: string;
  told: string;
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

export interface AuditSegment {
  chain: string;
  fromSequence: number;
  untilSequence: number;
  hash: Buffer;
  newestAt: Timestamp;
  cutAt: Timestamp;
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
  stateSince: Timestamp | null;
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

export interface ContractResidence {
  contractId: string;
  personId: string;
  holderId: string;
  commune: Generated<string>;
  communeCode: Generated<string>;
  district: 'yes' | 'no' | 'unknown';
  districtCode: Generated<string>;
  vintage: number | null;
  source: Generated<string>;
  takenAt: Timestamp;
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
  withdrawnAt: Timestamp | null;
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

export interface DeclarationReview {
  declarationId: string;
  structureId: string;
  reviewedAt: Timestamp;
  reviewedBy: string | null;
  reason: Generated<string>;
  note: Generated<string>;
}

export interface DistrictImport {
  id: Generated<string>;
  vintage: 2015 | 2024;
  source: string;
  fileName: Generated<string>;
  outlines: number;
  points: number;
  whole: Generated<boolean>;
  state: 'proposed' | 'in-force' | 'replaced' | 'withdrawn';
  replacesId: string | null;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
  decidedAt: Timestamp | null;
}

export interface DistrictOutline {
  importId: string;
  code: string;
  name: Generated<string>;
  west: number;
  south: number;
  east: number;
  north: number;
  polygons: Json;
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
  globalisationId: string | null;
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

export interface EligibilityDocument {
  id: Generated<string>;
  proofId: string;
  holderId: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  content: Buffer;
  keepUntil: string;
  createdAt: Generated<Timestamp>;
}

export interface EligibilityProof {
  id: Generated<string>;
  reasonId: string;
  personId: string;
  holderId: string;
  kind: Generated<string>;
  datedOn: string | null;
  validUntil: string | null;
  author: Generated<string>;
  seenOn: string;
  seenBy: string | null;
  suppliedBy: string | null;
  createdAt: Generated<Timestamp>;
}

export interface EligibilityReason {
  id: Generated<string>;
  eligibilityId: string;
  personId: string;
  holderId: string;
  criterion: string;
  criterionVersion: string;
  label: Generated<string>;
  main: Generated<boolean>;
  createdAt: Generated<Timestamp>;
}

export interface EligibilitySetting {
  id: Generated<string>;
  organisationId: string;
  code: string;
  value: Json;
  fromDay: string;
  untilDay: string | null;
  source: string;
  createdBy: string | null;
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

export interface Erasure {
  id: Generated<string>;
  subjectHash: string;
  deed: 'archive' | 'anonymise' | 'delete' | 'erase-account' | 'erase-obstacles' | 'erase-reasons';
  organisationId: string | null;
  erasedAt: Timestamp;
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
  signedOn: string | null;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
  proposedById: string;
  endedOn: string | null;
  endedReason: Generated<string>;
  withdrawnAt: Timestamp | null;
  replacesId: string | null;
  version: Generated<number>;
}

export interface GlobalisationLot {
  globalisationId: string;
  lotId: string;
  marketId: string;
}

export interface GlobalisationSignature {
  globalisationId: string;
  organisationId: string;
  capacity: 'company' | 'buyer';
  decision: Generated<'waiting' | 'signed' | 'refused'>;
  signedOn: string | null;
  reason: Generated<string>;
  recordedByOrganisationId: string | null;
  recordedBy: string | null;
  decidedAt: Timestamp | null;
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

export interface HourRefusal {
  id: Generated<string>;
  declarationId: string;
  lotId: string;
  marketId: string;
  companyId: string;
  month: string;
  structureId: string;
  buyerId: string;
  lines: number;
  minutes: number;
  reason: string;
  state: Generated<'proposed' | 'accepted' | 'declined' | 'withdrawn'>;
  proposedBy: string | null;
  proposer: Generated<string>;
  proposedAt: Timestamp;
  decidedBy: string | null;
  decider: Generated<string>;
  decidedAt: Timestamp | null;
  answer: Generated<string>;
  version: Generated<number>;
}

export interface HourRefusalLine {
  refusalId: string;
  entryId: number;
}

export interface HoursCertificate {
  id: Generated<string>;
  personId: string;
  holderId: string;
  code: string;
  fromMonth: string;
  untilMonth: string;
  minutes: number;
  issuedOn: string;
  signature: string;
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

export interface HoursStatement {
  id: Generated<string>;
  marketId: string;
  structureId: string;
  quarter: string;
  number: string;
  note: Generated<string>;
  declarations: number;
  issuedBy: string | null;
  issuer: Generated<string>;
  issuedAt: Timestamp;
}

export interface HoursStatementLine {
  statementId: string;
  marketId: string;
  lotId: string;
  companyId: string;
  lotDue: number | null;
  quarterMinutes: number;
  earlierMinutes: number;
  sealedMinutes: number;
  people: number;
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

export interface InformationSession {
  id: Generated<string>;
  holderId: string;
  offerId: string | null;
  title: string;
  place: string;
  startsAt: Timestamp;
  minutes: Generated<number>;
  places: number | null;
  cancelledAt: Timestamp | null;
  reason: Generated<string>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Instance {
  one: Generated<boolean>;
  demo: boolean;
  createdAt: Generated<Timestamp>;
  openedAt: Timestamp | null;
}

export interface Interview {
  id: Generated<string>;
  placementId: string;
  holderId: string;
  companyId: string;
  proposedById: string | null;
  startsAt: Timestamp;
  minutes: Generated<number>;
  place: string;
  meets: Generated<string>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
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

export interface JobOffer {
  id: Generated<string>;
  facilitatorId: string;
  companyId: string;
  lotId: string;
  marketId: string;
  title: string;
  romeCode: string;
  posts: number;
  commune: string;
  communeCode: Generated<string>;
  departmentCode: Generated<string>;
  startsOn: string;
  endsOn: string | null;
  weeklyMinutes: number;
  contractTypes: Generated<string[]>;
  licence: Generated<'' | 'AM' | 'A' | 'B' | 'BE' | 'C' | 'CE' | 'D'>;
  level: number | null;
  ppeProvided: Generated<boolean>;
  requirements: Generated<string>;
  schedule: Generated<string>;
  siteContact: Generated<string>;
  sitePhone: Generated<string>;
  closesOn: string;
  state: Generated<'draft' | 'open' | 'filled' | 'closed' | 'cancelled'>;
  stateSince: Generated<Timestamp>;
  reason: Generated<string>;
  askedVia: 'link' | 'account' | 'facilitator';
  spreadAt: Timestamp | null;
  createdBy: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface LegalHold {
  id: Generated<string>;
  organisationId: string;
  personId: string | null;
  marketId: string | null;
  ground: 'litigation' | 'esf' | 'control' | 'other';
  reason: string;
  untilDay: string;
  createdBy: string;
  createdAt: Generated<Timestamp>;
  liftedOn: string | null;
  liftedBy: string | null;
  version: Generated<number>;
}

export interface LinkToken {
  tokenHash: string;
  purpose: 'set-up' | 'invitation' | 'password-reset' | 'email-change' | 'sign-in' | 'second-step' | 'passkey' | 'proconnect' | 'declaration' | 'calendar' | 'need' | 'placement' | 'exit-question' | 'person-space' | 'referral';
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
  closedOn: string | null;
}

export interface LotAccess {
  lotId: string;
  marketId: string;
  organisationId: string;
  capacity: 'keeper' | 'buyer' | 'facilitator' | 'company' | 'inclusion';
  untilDay: string | null;
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
  withdrawnAt: Timestamp | null;
}

export interface MarketEligibilityRule {
  id: Generated<string>;
  marketId: string;
  lotId: string | null;
  organisationId: string;
  effect: 'added' | 'excluded' | 'prioritised' | 'quota';
  criterion: string;
  label: Generated<string>;
  shareBasisPoints: number | null;
  fromDay: string;
  untilDay: string | null;
  source: string;
  createdBy: string | null;
  removedAt: Timestamp | null;
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
  removedAt: Timestamp | null;
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

export interface OfferAudience {
  facilitatorId: string;
  organisationId: string;
  departmentCode: string;
  createdAt: Generated<Timestamp>;
}

export interface OfferRecipient {
  id: Generated<string>;
  offerId: string;
  facilitatorId: string;
  organisationId: string;
  recipient: string;
  sentAt: Timestamp;
  answer: Generated<'' | 'someone' | 'nobody'>;
  people: number | null;
  answeredAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
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
  ageBand: Generated<'' | '-26' | '26-49' | '50+'>;
  departmentCode: Generated<string>;
  lastContactOn: string | null;
  archivedOn: string | null;
  anonymisedAt: Timestamp | null;
  removedAt: Timestamp | null;
}

export interface PersonAccess {
  id: Generated<string>;
  personId: string;
  holderId: string;
  codeHash: string;
  expiresOn: string;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
  revokedAt: Timestamp | null;
  lastUsedAt: Timestamp | null;
}

export interface PersonDistinct {
  holderId: string;
  oneId: string;
  otherId: string;
  saidBy: string | null;
  saidAt: Timestamp;
}

export interface PersonMerge {
  id: Generated<string>;
  holderId: string;
  keptId: string;
  removedId: string;
  snapshot: Json | null;
  mergedBy: string | null;
  mergedAt: Timestamp;
  undoUntil: Timestamp;
  undoneAt: Timestamp | null;
}

export interface PersonNumber {
  id: Generated<string>;
  personId: string;
  holderId: string;
  kind: 'pass-iae' | 'france-travail';
  value: string;
  createdBy: string | null;
  removedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface PersonProfile {
  personId: string;
  holderId: string;
  trainingScale: 'national' | 'former' | 'asp' | null;
  trainingValue: string | null;
  unemploymentBracket: '01' | '02' | '03' | '04' | null;
  examinedOn: string;
}

export interface PersonResidence {
  personId: string;
  holderId: string;
  label: string;
  postcode: Generated<string>;
  commune: string;
  communeCode: string;
  longitude: number;
  latitude: number;
  precise: boolean;
  source: string;
  checkedAt: Timestamp;
  version: Generated<number>;
  removedAt: Timestamp | null;
}

export interface PersonalTable {
  name: string | null;
  leadsBy: string | null;
  leadsTo: string | null;
  depth: number | null;
}

export interface Placement {
  id: Generated<string>;
  offerId: string;
  personId: string;
  holderId: string;
  companyId: string;
  proposedById: string | null;
  initials: string;
  trade: Generated<string>;
  commune: Generated<string>;
  availableOn: string | null;
  presentation: Generated<string>;
  state: 'suggested' | 'proposed' | 'silent' | 'interview' | 'selected' | 'hired' | 'rejected' | 'withdrawn' | 'no-show';
  stateSince: Generated<Timestamp>;
  sentOn: string | null;
  dueOn: string | null;
  remindedAt: Generated<Timestamp[]>;
  reason: Generated<string>;
  contractId: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface PlacementStep {
  id: GeneratedAlways<number>;
  placementId: string;
  holderId: string;
  companyId: string;
  proposedById: string | null;
  fromState: string;
  toState: string;
  side: 'facilitator' | 'company' | 'inclusion' | 'prescriber' | 'automatic';
  accountId: string | null;
  reason: Generated<string>;
  note: Generated<string>;
  kept: Generated<boolean>;
  at: Generated<Timestamp>;
}

export interface PlatformCandidate {
  meetingId: string;
  holderId: string;
  personId: string;
  romeCode: Generated<string>;
  decision: Generated<'' | 'propose' | 'meet' | 'training' | 'obstacle' | 'wait' | 'leave'>;
  decidedAt: Timestamp | null;
}

export interface PlatformGuest {
  meetingId: string;
  holderId: string;
  prescriberId: string;
  attended: boolean | null;
}

export interface PlatformMeeting {
  id: Generated<string>;
  holderId: string;
  title: string;
  heldOn: string;
  startsAt: string;
  place: string;
  state: Generated<'planned' | 'held' | 'cancelled'>;
  minutes: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
  formerState: Generated<'planned' | 'held'>;
}

export interface PoolProfile {
  personId: string;
  holderId: string;
  romeCodes: Generated<string[]>;
  departmentCode: Generated<string>;
  drivingLicence: Generated<'yes' | 'no' | 'unknown'>;
  vehicle: Generated<'yes' | 'no' | 'unknown'>;
  availableFrom: string | null;
  trainingLevel: number | null;
  languages: Generated<string[]>;
  removedAt: Timestamp | null;
  version: Generated<number>;
  updatedAt: Generated<Timestamp>;
  updatedBy: string | null;
}

export interface PreHireTraining {
  id: Generated<string>;
  placementId: string;
  holderId: string;
  companyId: string;
  proposedById: string | null;
  kind: 'POEI' | 'POEC' | 'AFPR' | 'CARED' | 'PMSMP' | 'OTHER';
  organiser: string;
  startsOn: string;
  endsOn: string;
  minutes: number;
  counted: boolean;
  ruleVersion: string;
  createdAt: Generated<Timestamp>;
  removedAt: Timestamp | null;
}

export interface PrescriberPartner {
  id: Generated<string>;
  holderId: string;
  prescriberId: string;
  kind: 'AFPA' | 'ASE' | 'CAARUD' | 'CADA' | 'CAF' | 'CAP_EMPLOI' | 'CAVA' | 'CCAS' | 'CHRS' | 'CHU' | 'CIDFF' | 'CPH' | 'CSAPA' | 'DEPT' | 'E2C' | 'EPIDE' | 'FT' | 'HUDA' | 'ML' | 'MSA' | 'OACAS' | 'OCASF' | 'ODC' | 'OHPD' | 'OIL' | 'PENSION' | 'PIJ_BIJ' | 'PJJ' | 'PLIE' | 'PREVENTION' | 'RS_FJT' | 'SPIP' | 'ORIENTEUR' | 'OTHER';
  endedAt: Timestamp | null;
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

export interface ReasonTally {
  holderId: string;
  criterion: 'HEALTH' | 'STATE_SUPPORT';
  year: number;
  decisions: number;
}

export interface RecoveryCode {
  accountId: string;
  codeHash: string;
  usedAt: Timestamp | null;
  createdAt: Generated<Timestamp>;
}

export interface Referent {
  id: Generated<string>;
  prescriberId: string;
  accountId: string | null;
  addedBy: string | null;
  name: string;
  email: Generated<string>;
  phone: Generated<string>;
  endedAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface Referral {
  id: Generated<string>;
  personId: string;
  holderId: string;
  prescriberId: string;
  referentId: string;
  familyName: string;
  givenName: string;
  foldedName: string;
  birthDate: string | null;
  commune: Generated<string>;
  email: Generated<string>;
  phone: Generated<string>;
  claims: Generated<string[]>;
  wishCode: Generated<string>;
  availableFrom: string | null;
  informedOn: string;
  source: 'form' | 'file' | 'known' | 'facilitator';
  state: Generated<'referred' | 'met' | 'eligibility-pending' | 'eligible' | 'not-eligible' | 'in-pool' | 'expired' | 'refused' | 'hired' | 'withdrawn'>;
  since: string;
  reason: Generated<string>;
  acceptedAt: Timestamp | null;
  acceptedBy: string | null;
  meetOn: string | null;
  closedAt: Timestamp | null;
  beforeStep: Json | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
  proofKind: Generated<string>;
  proofDatedOn: string | null;
  proofSaidAt: Timestamp | null;
}

export interface ReferralFeedback {
  id: GeneratedAlways<number>;
  personId: string;
  holderId: string;
  what: string;
  reason: Generated<string>;
  at: Timestamp;
  toldAt: Timestamp | null;
}

export interface RetentionNotice {
  id: Generated<string>;
  holderId: string | null;
  personId: string | null;
  accountId: string | null;
  deed: 'archive' | 'anonymise' | 'delete' | 'erase-account' | 'erase-obstacles' | 'erase-reasons';
  dueOn: string;
  state: Generated<'open' | 'kept' | 'done' | 'lapsed'>;
  notifiedOn: string;
  keptBy: string | null;
  closedOn: string | null;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
}

export interface RetentionSetting {
  id: Generated<string>;
  organisationId: string;
  rule: string;
  months: number;
  reason: string;
  fromDay: string;
  createdBy: string | null;
  createdAt: Generated<Timestamp>;
}

export interface RightsRequest {
  id: Generated<string>;
  personId: string;
  holderId: string;
  kind: 'access' | 'rectification' | 'opposition' | 'erasure';
  via: 'own-space' | 'paper' | 'mail' | 'visit';
  state: Generated<'received' | 'under-review' | 'accepted' | 'partly-accepted' | 'refused' | 'withdrawn'>;
  message: Generated<string>;
  receivedOn: string;
  dueOn: string;
  extendedOn: string | null;
  extensionReason: Generated<string>;
  answer: Generated<string>;
  answeredOn: string | null;
  answeredBy: string | null;
  doneOn: string | null;
  version: Generated<number>;
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

export interface SessionRegistration {
  sessionId: string;
  personId: string;
  holderId: string;
  registeredBy: string;
  attendance: Generated<'' | 'came' | 'absent' | 'excused'>;
  createdAt: Generated<Timestamp>;
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
  version: Generated<number>;
  removedAt: Timestamp | null;
}

export interface TrancheStep {
  id: Generated<string>;
  trancheId: string;
  lotId: string;
  marketId: string;
  act: 'added' | 'edited' | 'affirmed' | 'affirmation-taken-back' | 'removed' | 'restored';
  onDay: string;
  minutes: number;
  reason: Generated<string>;
  accountId: string | null;
  createdAt: Generated<Timestamp>;
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

export interface WelcomeSheet {
  placementId: string;
  holderId: string;
  companyId: string;
  proposedById: string | null;
  firstDay: string;
  firstTime: string;
  address: string;
  receives: string;
  phone: Generated<string>;
  tutor: Generated<string>;
  brings: Generated<string>;
  version: Generated<number>;
  createdAt: Generated<Timestamp>;
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
  removedAt: Timestamp | null;
}

export interface WorkedMonth {
  id: Generated<string>;
  lotId: string;
  marketId: string;
  companyId: string;
  month: string;
  minutes: number;
  via: 'link' | 'account' | 'api' | 'facilitator';
  declaredBy: Generated<string>;
  declaredAt: Timestamp;
  version: Generated<number>;
}

export interface DB {
  account: Account;
  acquaintance: Acquaintance;
  approval: Approval;
  auditCheck: AuditCheck;
  auditDetail: AuditDetail;
  auditEvent: AuditEvent;
  auditHead: AuditHead;
  auditSegment: AuditSegment;
  commitment: Commitment;
  commitmentVersion: CommitmentVersion;
  contact: Contact;
  contractAlert: ContractAlert;
  contractResidence: ContractResidence;
  countingSetting: CountingSetting;
  declaration: Declaration;
  declarationReview: DeclarationReview;
  districtImport: DistrictImport;
  districtOutline: DistrictOutline;
  document: Document;
  documentVersion: DocumentVersion;
  eligibility: Eligibility;
  eligibilityDocument: EligibilityDocument;
  eligibilityProof: EligibilityProof;
  eligibilityReason: EligibilityReason;
  eligibilitySetting: EligibilitySetting;
  employmentContract: EmploymentContract;
  erasure: Erasure;
  exchangeLink: ExchangeLink;
  exitSituation: ExitSituation;
  globalisation: Globalisation;
  globalisationLot: GlobalisationLot;
  globalisationSignature: GlobalisationSignature;
  hourAllocation: HourAllocation;
  hourEntry: HourEntry;
  hourRefusal: HourRefusal;
  hourRefusalLine: HourRefusalLine;
  hoursCertificate: HoursCertificate;
  hoursDelta: HoursDelta;
  hoursStatement: HoursStatement;
  hoursStatementLine: HoursStatementLine;
  hoursTotal: HoursTotal;
  idempotency: Idempotency;
  informationSession: InformationSession;
  instance: Instance;
  interview: Interview;
  invitation: Invitation;
  jobOffer: JobOffer;
  legalHold: LegalHold;
  linkToken: LinkToken;
  lot: Lot;
  lotAccess: LotAccess;
  lotAssignment: LotAssignment;
  lotParty: LotParty;
  market: Market;
  marketAmount: MarketAmount;
  marketEligibilityRule: MarketEligibilityRule;
  marketProgramme: MarketProgramme;
  marketStep: MarketStep;
  membership: Membership;
  nextContract: NextContract;
  notice: Notice;
  obstacle: Obstacle;
  obstacleNote: ObstacleNote;
  obstacleShare: ObstacleShare;
  offerAudience: OfferAudience;
  offerRecipient: OfferRecipient;
  operation: Operation;
  organisation: Organisation;
  outbox: Outbox;
  partnerKey: PartnerKey;
  passkey: Passkey;
  person: Person;
  personAccess: PersonAccess;
  personDistinct: PersonDistinct;
  personMerge: PersonMerge;
  personNumber: PersonNumber;
  personProfile: PersonProfile;
  personResidence: PersonResidence;
  personalTable: PersonalTable;
  placement: Placement;
  placementStep: PlacementStep;
  platformCandidate: PlatformCandidate;
  platformGuest: PlatformGuest;
  platformMeeting: PlatformMeeting;
  poolProfile: PoolProfile;
  preHireTraining: PreHireTraining;
  prescriberPartner: PrescriberPartner;
  professionalIdentity: ProfessionalIdentity;
  programme: Programme;
  reasonTally: ReasonTally;
  recoveryCode: RecoveryCode;
  referent: Referent;
  referral: Referral;
  referralFeedback: ReferralFeedback;
  retentionNotice: RetentionNotice;
  retentionSetting: RetentionSetting;
  rightsRequest: RightsRequest;
  savedView: SavedView;
  secondFactor: SecondFactor;
  session: Session;
  sessionRegistration: SessionRegistration;
  skill: Skill;
  throttle: Throttle;
  tranche: Tranche;
  trancheStep: TrancheStep;
  tripartiteReport: TripartiteReport;
  visit: Visit;
  visitNote: VisitNote;
  welcomeSheet: WelcomeSheet;
  workEvaluation: WorkEvaluation;
  workedMonth: WorkedMonth;
}

/** Two people at once: what a story could not see, the database refuses, and it becomes the same sentence. */
import type { RefusalCode } from '#domain/refusals.ts';

const refusalOf: Record<string, RefusalCode> = {
  contact_label: 'contact-label-taken',
  invitation_waiting: 'invitation-waiting',
  account_email_key: 'account-exists',
  membership_organisation_id_account_id_position_key: 'already-member',
  lot_market_id_number_key: 'lot-number-taken',
  tranche_lot_id_number_key: 'tranche-number-taken',
  programme_organisation_id_code_key: 'programme-code-taken',
  commitment_version_commitment_id_number_key: 'changed-meanwhile',
  document_version_document_id_number_key: 'changed-meanwhile',
  organisation_identifier_type_identifier_service_name_kind_key: 'organisation-exists',
  hour_entry_once: 'line-twice',
  hour_refusal_waiting: 'refusal-waiting',
  person_present: 'person-put-aside',
};

/** A value already taken, or a check of ours: unique_violation, check_violation. */
const refusing = ['23505', '23514'];

export function refusalOfConstraint(error: unknown): RefusalCode | null {
  if (!(error instanceof Error) || !('code' in error) || !refusing.includes(String(error.code))) return null;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
  return refusalOf[constraint] ?? null;
}

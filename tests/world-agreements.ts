/** Builders of globalisation agreements, written as the owner of the database. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { LotPlace } from './world-thread.ts';

export interface AgreementWishes {
  company: string;
  proposedBy: string;
  lots: readonly LotPlace[];
  /** null: still waits for signatures. */
  signedOn?: string | null;
  from?: string;
  until?: string;
  endedOn?: string | null;
  withdrawnAt?: Date | null;
  /** Answered by this organisation already. */
  answered?: { by: string; decision: 'signed' | 'refused' };
  createdBy?: string | null;
}

export async function anAgreement(admin: Pool, wishes: AgreementWishes): Promise<string> {
  const id = randomUUID();
  const { company, proposedBy, lots, signedOn = '2026-01-01', answered } = wishes;
  await admin.query(
    `insert into globalisation (id, company_id, proposed_by_id, reason, from_day, until_day, signed_on, ended_on, withdrawn_at, created_by)
     values ($1, $2, $3, 'Un seul parcours', $4, $5, $6, $7, $8, $9)`,
    [
      id,
      company,
      proposedBy,
      wishes.from ?? '2026-01-01',
      wishes.until ?? '2026-12-31',
      signedOn,
      wishes.endedOn ?? null,
      wishes.withdrawnAt ?? null,
      wishes.createdBy ?? null,
    ],
  );
  for (const { lot, market } of lots) {
    await admin.query('insert into globalisation_lot values ($1, $2, $3)', [id, lot, market]);
  }
  await admin.query(
    `insert into globalisation_signature (globalisation_id, organisation_id, capacity, decision, signed_on)
     select $1, organisation, capacity, case when $2::date is null then 'waiting' else 'signed' end, $2::date from (
       select $3::uuid as organisation, 'company' as capacity
       union select distinct m.buyer_id, 'buyer' from market m where m.id = any($4) and m.buyer_id <> $3::uuid) sides`,
    [id, signedOn, company, lots.map(({ market }) => market)],
  );
  if (answered !== undefined) {
    await admin.query(
      `update globalisation_signature set decision = $3, signed_on = case when $3 = 'signed' then date '2026-02-01' end,
         recorded_by_organisation_id = $2, decided_at = now() where globalisation_id = $1 and organisation_id = $2`,
      [id, answered.by, answered.decision],
    );
  }
  return id;
}

/** Builders of eligibility, written as the owner of the database: a decision with its reason and paper, an import of outlines. */
import type { Pool } from 'pg';

/** A decision on RSA, its statement seen, and its document kept under this id when one is given. */
export async function aDecision(
  admin: Pool,
  more: { person: string; criterion?: string; document?: string; suppliedBy?: string; keepUntil?: string },
): Promise<{ eligibility: string; reason: string; proof: string }> {
  const { person, criterion = 'RSA' } = more;
  await admin.query('update eligibility set ended_on = decided_on where person_id = $1 and ended_on is null', [person]);
  const decided = await admin.query(
    `insert into eligibility (person_id, holder_id, verdict, from_day, until_day, rule_code, rule_version, decided_on)
     select id, holder_id, 'eligible', '2026-01-05', '2028-01-04', 'counting-window', 'national/counting-window/2014-01-01/1', '2026-01-05'
     from person where id = $1 returning id, holder_id`,
    [person],
  );
  const { id: eligibility, holder_id: holder } = decided.rows[0];
  const reasons = await admin.query(
    `insert into eligibility_reason (eligibility_id, person_id, holder_id, criterion, criterion_version, main)
     values ($1, $2, $3, $4, 'clause/RSA/2021-04-01/1', true) returning id`,
    [eligibility, person, holder, criterion],
  );
  const reason = reasons.rows[0].id;
  const proofs = await admin.query(
    `insert into eligibility_proof (reason_id, person_id, holder_id, kind, dated_on, seen_on, supplied_by)
     values ($1, $2, $3, 'benefit-statement', '2025-12-20', '2026-01-05', $4) returning id`,
    [reason, person, holder, more.suppliedBy ?? null],
  );
  const proof = proofs.rows[0].id;
  if (more.document !== undefined) {
    await admin.query(
      `insert into eligibility_document (id, proof_id, holder_id, name, media_type, bytes, sha256, content, keep_until)
       values ($1, $2, $3, 'avis.pdf', 'application/pdf', 9, 'x', 'un papier', $4)`,
      [more.document, proof, holder, more.keepUntil ?? '2027-01-05'],
    );
  }
  return { eligibility, reason, proof };
}

/** One square around a point, proposed or in force. */
export async function anImport(
  admin: Pool,
  more: {
    state?: 'proposed' | 'in-force';
    vintage?: 2015 | 2024;
    around?: [number, number];
    code?: string;
    whole?: boolean;
  } = {},
): Promise<string> {
  const [x, y] = more.around ?? [0, 0];
  const half = 0.01;
  const found = await admin.query(
    `insert into district_import (vintage, source, outlines, points, state, whole) values ($1, 'ANCT', 1, 5, $2, $3) returning id`,
    [more.vintage ?? 2024, more.state ?? 'proposed', more.whole ?? false],
  );
  const { id } = found.rows[0];
  const ring = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
  await admin.query(
    `insert into district_outline (import_id, code, name, west, south, east, north, polygons) values ($1, $2, 'Les Tilleuls', $3, $4, $5, $6, $7)`,
    [id, more.code ?? 'QN04401M', x - half, y - half, x + half, y + half, JSON.stringify([[ring]])],
  );
  return id;
}

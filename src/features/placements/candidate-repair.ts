/** A dead link to a candidate asks for another one: by the link, or by the address of the company's contact. Runs as the gate. */
import { sql } from 'kysely';
import { parisDay } from '#domain/day.ts';
import { companyAddress, postCandidateLink } from '#db/placement-link.ts';
import type { Context } from '#http/context.ts';
import type { Reachable, Repair } from '#http/link-repair.tsx';

interface Found {
  subject: string;
  organisation: string;
  lot: string;
}

const most = 10;
/** Still something to say. */
const open = sql`('proposed', 'silent', 'interview')`;

export const candidateRepair: Repair = {
  purpose: 'placement',
  opens: 'la candidature',
  subjectType: 'placement',
  asked: 'placement.link-asked',
  async ofToken(ctx: Context, tokenHash: string) {
    const found = await sql<Found>`
      select p.id as subject, p.company_id as organisation, o.lot_id as lot
      from link_token t join placement p on p.id = t.subject_id and p.company_id = t.organisation_id
      join job_offer o on o.id = p.offer_id
      where t.token_hash = ${tokenHash} and t.purpose = 'placement' and p.state in ${open}`.execute(ctx.db);
    return reached(ctx, found.rows);
  },
  async ofAddress(ctx: Context, email: string) {
    const today = parisDay(ctx.now);
    const found = await sql<Found>`
      select distinct p.id as subject, p.company_id as organisation, o.lot_id as lot
      from lot_party l join job_offer o on o.lot_id = l.lot_id join placement p on p.offer_id = o.id and p.company_id = l.organisation_id
      where l.ended_on is null and p.state in ${open}
        and (lower(l.contact_email) = ${email} or (lower(l.delegate_email) = ${email} and l.delegate_until >= ${today}))
      order by 1 limit ${most}`.execute(ctx.db);
    return reached(ctx, found.rows);
  },
  post: (ctx, { subject, organisation, recipient }) =>
    postCandidateLink(ctx, { placement: subject, organisation, recipient, template: 'candidate-presented' }),
};

/** Always the address known today, whatever was typed. */
async function reached(ctx: Context, rows: readonly Found[]) {
  const today = parisDay(ctx.now);
  const known: Reachable[] = [];
  for (const { subject, organisation, lot } of rows) {
    const recipient = await companyAddress(ctx, { lot, company: organisation, today });
    if (recipient !== '') known.push({ subject, organisation, recipient });
  }
  return known;
}

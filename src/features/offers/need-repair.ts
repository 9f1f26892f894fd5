/** A dead link to a post asks for another one: by the link, or by the address that received it. Runs as the gate. */
import { sql } from 'kysely';
import { postNeedLink } from '#db/placement-link.ts';
import type { Context } from '#http/context.ts';
import type { Reachable, Repair } from '#http/link-repair.tsx';

const most = 10;

export const needRepair: Repair = {
  purpose: 'need',
  opens: 'le poste',
  subjectType: 'offer-recipient',
  asked: 'need.link-asked',
  async ofToken({ db }: Context, tokenHash: string) {
    const found = await sql<Reachable>`
      select r.id as subject, r.organisation_id as organisation, r.recipient
      from link_token t join offer_recipient r on r.id = t.subject_id and r.organisation_id = t.organisation_id
      join job_offer o on o.id = r.offer_id and o.state = 'open'
      where t.token_hash = ${tokenHash} and t.purpose = 'need'`.execute(db);
    return found.rows;
  },
  async ofAddress({ db }: Context, email: string) {
    const found = await sql<Reachable>`
      select r.id as subject, r.organisation_id as organisation, r.recipient
      from offer_recipient r join job_offer o on o.id = r.offer_id and o.state = 'open'
      where lower(r.recipient) = ${email} order by r.id limit ${most}`.execute(db);
    return found.rows;
  },
  post: (ctx, { subject, organisation, recipient }) => postNeedLink(ctx, { need: subject, organisation, recipient }),
};

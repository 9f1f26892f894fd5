/** Each night the days that passed move commitments: begun, at risk, settled; organisation by organisation, each under its own row security. */
import { sql } from 'kysely';
import { followCommitmentsOf } from '#db/commitment-follow.ts';
import { leadOf } from '#db/counting-settings.ts';
import type { Context } from '#http/context.ts';
import type { JobContext } from '#http/job.ts';
import { withinOrganisation } from '#http/within-organisation.ts';

export async function followAllCommitments(job: JobContext): Promise<void> {
  for (const organisation of await job.transaction(listAnswering)) {
    if (job.signal.aborted) return;
    await job.transaction((ctx) =>
      withinOrganisation(ctx, { organisation, back: 'job', step: () => followCommitmentsOf(ctx, organisation) }),
    );
  }
}

/** Who leads on lots whose hours may still move, or keeps them while nobody leads. */
async function listAnswering({ db }: Context): Promise<string[]> {
  const found = await sql<{ organisation: string }>`
    select distinct ${leadOf(sql`m.id`, sql`l.id`)} as organisation
    from lot l join market m on m.id = l.market_id
    where exists (select from commitment c where c.lot_id = l.id and c.kind in ('fixed', 'variable', 'share', 'training')
      and c.state not in ('draft', 'proposed', 'suspended', 'waived', 'closed'))
    order by 1`.execute(db);
  return found.rows.map(({ organisation }) => organisation);
}

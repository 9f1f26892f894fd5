/** What a letter about a post or a candidate may say, read again when it leaves: the post and the last day, never a person. */
import { formatDay } from '#domain/day.ts';
import type { PlacementState } from '#domain/placement-state.ts';
import type { Context } from '#http/context.ts';
import type { ClaimedMail } from './queries.ts';

/** The thing the link opens, and the organisation it is for. */
export interface LetterSubject {
  id: string;
  organisationId: string;
  post: string;
  due: string;
  /** Still to be said: the post is open, the candidate waits. */
  waits: boolean;
}

/** A reminder is for who has not answered; the letter itself also serves to say what came of the interview. */
const waiting: readonly PlacementState[] = ['proposed', 'silent'];

export function isAboutPlacements({ template }: Pick<ClaimedMail, 'template'>): boolean {
  return template === 'need-spread' || template === 'candidate-presented' || template === 'candidate-reminder';
}

export async function findLetterSubject(ctx: Context, mail: ClaimedMail): Promise<LetterSubject | null> {
  const { need, placement } = mail.parameters;
  if (mail.template === 'need-spread' && typeof need === 'string') return findNeed(ctx, need);
  return isAboutPlacements(mail) && typeof placement === 'string'
    ? findPlacement(ctx, { id: placement, template: mail.template })
    : null;
}

async function findNeed({ db }: Context, id: string): Promise<LetterSubject | null> {
  const row = await db
    .selectFrom('offerRecipient as r')
    .innerJoin('jobOffer as o', 'o.id', 'r.offerId')
    .select(['r.id', 'r.organisationId', 'r.answer', 'o.title', 'o.commune', 'o.state'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { organisationId, title, commune } = row;
  return { id, organisationId, post: `${title}, ${commune}`, due: '', waits: row.state === 'open' };
}

async function findPlacement(
  { db }: Context,
  { id, template }: { id: string; template: string },
): Promise<LetterSubject | null> {
  const row = await db
    .selectFrom('placement as p')
    .innerJoin('jobOffer as o', 'o.id', 'p.offerId')
    .select(['p.companyId', 'p.state', 'p.dueOn', 'o.title', 'o.commune'])
    .where('p.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const due = row.dueOn === null || row.state !== 'proposed' ? '' : formatDay(row.dueOn);
  return {
    id,
    organisationId: row.companyId,
    post: `${row.title}, ${row.commune}`,
    due,
    waits: waiting.includes(row.state) || (template === 'candidate-presented' && row.state === 'interview'),
  };
}

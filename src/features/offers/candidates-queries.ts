/** The candidates on one post, by name for who follows them and by initials for the company; and who was told of it. */
import type { PlacementState } from '#domain/placement-state.ts';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

export interface OfferCandidate {
  id: string;
  initials: string;
  familyName: string | null;
  givenName: string | null;
  trade: string;
  state: PlacementState;
  stateSince: Date;
  dueOn: Day | null;
  reason: string;
}

/** Row security hides the person from the company, and candidates not presented yet. */
export function listOfferCandidates({ db }: Context, offer: string): Promise<OfferCandidate[]> {
  return db
    .selectFrom('placement as p')
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'p.personId').onRef('person.holderId', '=', 'p.holderId'),
    )
    .select(['p.id', 'p.initials', 'p.trade', 'p.state', 'p.stateSince', 'p.dueOn', 'p.reason'])
    .select(['person.familyName', 'person.givenName'])
    .where('p.offerId', '=', offer)
    .orderBy('p.stateSince', 'desc')
    .orderBy('p.id')
    .limit(200)
    .execute();
}

export interface Told {
  id: string;
  name: string;
  city: string;
  sentAt: Date;
  answer: string;
  people: number | null;
  answeredAt: Date | null;
}

/** Of the structure's own: a company never knows which prescribers were asked. */
export function listTold({ db }: Context, offer: string): Promise<Told[]> {
  return db
    .selectFrom('offerRecipient as r')
    .innerJoin('organisation', 'organisation.id', 'r.organisationId')
    .select(['r.id', 'organisation.name', 'organisation.city', 'r.sentAt', 'r.answer', 'r.people', 'r.answeredAt'])
    .where('r.offerId', '=', offer)
    .orderBy('organisation.name')
    .execute();
}

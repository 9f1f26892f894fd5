/** The shape of a right: who, on what, under which conditions, in one sentence. */
import type { LinkPurpose } from './magic-links.ts';
import type { Position } from './position.ts';

/** everyone: also without signing in. signed-in: any account. members: in an organisation. administrators: who manage it. */
export type Who = 'everyone' | 'signed-in' | 'members' | 'administrators' | 'jobs' | readonly Position[];

/** On what: nobody's data, one's own account, one's own organisation, or also an organisation linked by a key in force. */
export type Relation = 'public' | 'self' | 'own' | 'linked';

export interface Rule {
  sentence: string;
  who: Who;
  relation: Relation;
  /** The person confirms who she is again before such a page. */
  confirms?: true;
  /** The scope a partner key must carry; absent, no key opens it. */
  scope?: string;
  /** A link of this purpose opens it too, for the organisation it was sent to. */
  link?: LinkPurpose;
}

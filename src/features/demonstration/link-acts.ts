/** The acts behind the links of the demonstration, in the journals of both sides: proposed, accepted, revoked. */
import { demoAdministrators } from './exchanges.ts';
import { stableId } from './rows.ts';

export interface WrittenAct {
  organisation: string;
  /** Absent in the journal of the other side: nobody there knows who acted. */
  account: string | null;
  actor: string;
  at: string;
  action: string;
  subjectType: string;
  subjectId: string;
  after?: Record<string, unknown>;
}

const members = new Map(
  Object.entries(demoAdministrators).map(([organisation, email]) => [
    stableId(organisation),
    { account: stableId(email), actor: `member:${stableId(`${email} ${organisation}`)}` },
  ]),
);

export function linkActs(links: readonly Record<string, unknown>[]): WrittenAct[] {
  return links.flatMap((link) => {
    const [from, to] = [String(link['from_organisation_id']), link['to_organisation_id']];
    const terms = {
      purpose: link['purpose'],
      validFrom: link['valid_from'],
      validUntil: link['valid_until'],
      sharesAmounts: link['shares_amounts'],
      sharesNames: link['shares_names'],
    };
    const act = (organisation: string, { by, ...told }: Told): WrittenAct => {
      const { account = null, actor = '' } = members.get(by) ?? {};
      const own = by === organisation ? account : null;
      return {
        organisation,
        account: own,
        actor,
        subjectType: 'exchange-link',
        subjectId: String(link['id']),
        ...told,
      };
    };
    const created = { by: from, at: String(link['created_at']), action: 'link.created' };
    const acts = [act(from, { ...created, after: { identifier: link['invited_identifier'], ...terms } })];
    if (typeof to !== 'string') return acts;
    const accepted = { by: to, at: String(link['accepted_at']), action: 'link.accepted', after: terms };
    acts.push(act(to, accepted), act(from, accepted));
    if (typeof link['revoked_at'] !== 'string') return acts;
    const revoked = { by: from, at: link['revoked_at'], action: 'link.revoked' };
    return [...acts, act(from, revoked), act(to, revoked)];
  });
}

interface Told {
  /** The organisation whose administrator acted. */
  by: string;
  at: string;
  action: string;
  after?: Record<string, unknown>;
}

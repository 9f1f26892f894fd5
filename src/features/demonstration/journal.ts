/** The journal the demonstration starts with: the acts behind what it shows, in order. */
import type { OrganisationName } from './organisations.ts';
import type { WrittenAct } from './link-acts.ts';
import { linkActs } from './link-acts.ts';
import { stableId } from './rows.ts';

interface Act {
  organisation: OrganisationName;
  by: string;
  days: number;
  action: string;
  subject: [type: string, name: string];
  after?: Record<string, unknown>;
}

const nadia = 'nadia.berthelot@relais.example';
const solene = 'solene.marchand@relais.example';

const acts: readonly Act[] = [
  {
    organisation: 'relais',
    by: nadia,
    days: 120,
    action: 'contact.created',
    subject: ['contact', 'contact relais hours'],
    after: { label: 'Suivi des heures', purpose: 'hours', email: 'heures@relais.example' },
  },
  {
    organisation: 'relais',
    by: nadia,
    days: 60,
    action: 'member.suspended',
    subject: ['membership', 'hugo.delmas@relais.example relais'],
  },
  {
    organisation: 'relais',
    by: nadia,
    days: 2,
    action: 'invitation.sent',
    subject: ['invitation', 'invitation lea.robin@relais.example'],
  },
  {
    organisation: 'relais',
    by: solene,
    days: 1,
    action: 'approval.requested',
    subject: ['approval', 'approval waiting'],
  },
];

/** In order: each chain numbers its entries as they are written. */
export function journalRows(
  now: Date,
  links: readonly Record<string, unknown>[],
  more: readonly WrittenAct[] = [],
): Record<string, unknown>[] {
  const written = [...acts.map((act) => writtenAct(act, now)), ...linkActs(links), ...more];
  return written
    .sort((one, other) => one.at.localeCompare(other.at))
    .map(({ organisation, ...entry }) => ({
      chain: '',
      sequence: 0,
      organisation_id: organisation,
      account_id: entry.account,
      at: entry.at,
      entry: JSON.stringify(entry),
      previous: '\\x',
      hash: '\\x',
    }));
}

function writtenAct({ organisation, by, days, action, subject, after }: Act, now: Date): WrittenAct {
  const [subjectType, name] = subject;
  return {
    organisation: stableId(organisation),
    account: stableId(by),
    actor: `member:${stableId(`${by} ${organisation}`)}`,
    at: new Date(now.getTime() - days * 86_400_000).toISOString(),
    action,
    subjectType,
    subjectId: stableId(name),
    ...(after && { after }),
  };
}

/** The journal the demonstration starts with: the acts behind what it shows, in order. */
import type { OrganisationName } from './organisations.ts';
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
const claire = 'claire.aubin@metropole.example';

const acts: readonly Act[] = [
  {
    organisation: 'metropole',
    by: claire,
    days: 400,
    action: 'link.created',
    subject: ['exchangeLink', 'link metropole relais active'],
  },
  {
    organisation: 'relais',
    by: nadia,
    days: 395,
    action: 'link.accepted',
    subject: ['exchangeLink', 'link metropole relais active'],
  },
  {
    organisation: 'relais',
    by: nadia,
    days: 120,
    action: 'contact.created',
    subject: ['contact', 'contact relais hours'],
    after: { label: 'Suivi des heures', purpose: 'hours', email: 'hours@relais.example' },
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
    days: 30,
    action: 'link.revoked',
    subject: ['exchangeLink', 'link relais region revoked'],
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

export function journalRows(now: Date): Record<string, unknown>[] {
  return acts.map(({ organisation, by, days, action, subject, after }) => {
    const at = new Date(now.getTime() - days * 86_400_000).toISOString();
    const [subjectType, name] = subject;
    const account = stableId(by);
    const entry = {
      at,
      actor: `member:${stableId(`${by} ${organisation}`)}`,
      account,
      action,
      subjectType,
      subjectId: stableId(name),
      ...(after && { after }),
    };
    return {
      chain: '',
      sequence: 0,
      organisation_id: stableId(organisation),
      account_id: account,
      at,
      entry: JSON.stringify(entry),
      previous: '\\x',
      hash: '\\x',
    };
  });
}

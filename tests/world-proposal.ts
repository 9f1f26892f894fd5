/** The proposal behind a person a prescriber sent: without it, nobody follows her. */
import { foldForSearch } from '#domain/text.ts';

type Insert = (table: string, row: Record<string, unknown>) => Promise<string>;

/** Met since, as most are: the prescriber no longer reads the file. */
export async function aProposal(
  insert: Insert,
  of: {
    person: string;
    holder: string;
    prescriber: string;
    given: string;
    family: string;
    commune?: string;
    state?: string;
    referentEmail?: string;
  },
): Promise<string> {
  const { person, holder, prescriber, given, family, commune = '', state = 'in-pool', referentEmail = '' } = of;
  const referent = await insert('referent', { prescriber_id: prescriber, name: 'Anne Leroy', email: referentEmail });
  return insert('referral', {
    person_id: person,
    holder_id: holder,
    prescriber_id: prescriber,
    referent_id: referent,
    family_name: family,
    given_name: given,
    folded_name: foldForSearch(`${family} ${given}`),
    commune,
    claims: ['RSA'],
    informed_on: '2026-01-05',
    source: 'form',
    state,
    since: '2026-02-02',
    created_at: '2026-01-05T09:00:00Z',
  });
}

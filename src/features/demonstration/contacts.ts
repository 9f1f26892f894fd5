/** Points of contact of the demonstration: some complete, some without a telephone, some retired. */
import type { DemoOrganisation } from './organisations.ts';
import { numbersFrom, stableId } from './rows.ts';

const kinds = [
  { label: 'Accueil', purpose: 'general', mailbox: 'accueil' },
  { label: 'Service marchés', purpose: 'markets', mailbox: 'marches' },
  { label: 'Suivi des heures', purpose: 'hours', mailbox: 'heures' },
  { label: 'Comptabilité', purpose: 'invoices', mailbox: 'comptabilite' },
  { label: 'Référent insertion', purpose: 'people', mailbox: 'insertion' },
] as const;

export function contactRows({
  organisations,
  now,
}: {
  organisations: readonly DemoOrganisation[];
  now: Date;
}): Record<string, unknown>[] {
  const draw = numbersFrom(4);
  return organisations
    .filter(({ kind }) => kind !== 'operator')
    .flatMap((organisation, place) => {
      const count = 1 + Math.floor(draw() * kinds.length);
      return kinds
        .slice(0, Math.max(count, organisation.key === 'relais' ? 5 : 1))
        .map(({ label, purpose, mailbox }, index) => ({
          id: stableId(`contact ${organisation.key} ${purpose}`),
          organisation_id: stableId(organisation.key),
          label,
          purpose,
          email: `${mailbox}@${organisation.key.toLowerCase()}.example`,
          phone: index % 3 === 2 ? '' : telephone(place * 5 + index),
          internal_note: index === 1 ? 'Joindre de préférence le matin.' : '',
          archived_at: index === 3 && place % 4 === 0 ? new Date(now.getTime() - 20 * 86_400_000).toISOString() : null,
          created_at: new Date(now.getTime() - 500 * 86_400_000).toISOString(),
        }));
    });
}

/** Numbers set aside for fiction by the numbering plan (ARCEP, decision 2018-0881: 02 61 91 XX XX). */
function telephone(index: number): string {
  return `+3326191${String(index % 10_000).padStart(4, '0')}`;
}

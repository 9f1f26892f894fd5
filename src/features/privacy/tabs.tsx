/** The pages of those who answer for personal data, side by side. */
import { Tabs } from '#ui/table.tsx';

const pages = [
  { href: '/donnees', label: 'Demandes' },
  { href: '/donnees/conservation', label: 'Conservation' },
  { href: '/donnees/gels', label: 'Gels' },
  { href: '/donnees/lectures', label: 'Lectures' },
  { href: '/donnees/registre', label: 'Registre' },
] as const;

export function PrivacyTabs({ current }: { current: (typeof pages)[number]['href'] }) {
  return <Tabs label="Données personnelles" items={pages.map((one) => ({ ...one, current: one.href === current }))} />;
}

export const privacyTrail = [{ href: '/donnees', label: 'Données personnelles' }];

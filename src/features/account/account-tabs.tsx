/** The three doors of one's own account, the same on each of its pages. */
import { Tabs } from '#ui/table.tsx';

const doors = [
  { href: '/compte', label: 'Profil' },
  { href: '/compte/securite', label: 'Sécurité' },
  { href: '/messages', label: 'Messages' },
];

export function AccountTabs({ current }: { current: string }) {
  return <Tabs label="Mon compte" items={doors.map((door) => ({ ...door, current: door.href === current }))} />;
}

export const accountTrail = [{ href: '/compte', label: 'Mon compte' }];
export const securityTrail = [...accountTrail, { href: '/compte/securite', label: 'Sécurité' }];

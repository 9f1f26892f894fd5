/** The pages about one person that this reader may open. */
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import type { Permission } from '#domain/permissions.ts';
import { Tabs } from '#ui/table.tsx';

const pages: readonly { place: string; label: string; permission: Permission }[] = [
  { place: '', label: 'Fiche', permission: 'person.read' },
  { place: '/parcours', label: 'Parcours', permission: 'pathway.read' },
  { place: '/situation', label: 'Situation', permission: 'eligibility.decide' },
  { place: '/vivier', label: 'Vivier', permission: 'pool.read' },
  { place: '/prescripteurs', label: 'Prescripteurs', permission: 'referral.handle' },
  { place: '/acces', label: 'Son espace', permission: 'own-space.give' },
];

export function PersonTabs({ person, actor }: { person: string; actor: Actor }) {
  const items = pages
    .filter(({ permission }) => may(actor, permission).allowed)
    .map(({ place, label }) => ({ href: `/personnes/${person}${place}`, label, current: place === '' }));
  if (may(actor, 'reading.read').allowed) {
    items.push({ href: `/donnees/lectures?personne=${person}`, label: 'Qui l’a lue', current: false });
  }
  return items.length > 1 && <Tabs label="Cette personne" items={items} />;
}

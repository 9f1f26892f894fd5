/** The pages about one person that this reader may open, each leading to the others; put aside, her file is read and no longer written. */
import type { Child } from 'hono/jsx';
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { formatDay } from '#domain/day.ts';
import type { Permission } from '#domain/permissions.ts';
import { Alert } from './parts.tsx';
import { Tabs } from './table.tsx';

const pages = {
  '': { label: 'Fiche', permission: 'person.read' },
  '/eligibilite': { label: 'Éligibilité', permission: 'eligibility.decide' },
  '/situation': { label: 'Situation', permission: 'eligibility.decide' },
  '/parcours': { label: 'Parcours', permission: 'pathway.read' },
  '/competences': { label: 'Compétences', permission: 'skill.read' },
  '/freins': { label: 'Freins', permission: 'obstacle.keep' },
  '/vivier': { label: 'Vivier', permission: 'pool.read' },
  '/prescripteurs': { label: 'Prescripteurs', permission: 'referral.handle' },
  '/acces': { label: 'Son espace', permission: 'own-space.give' },
} as const satisfies Record<string, { label: string; permission: Permission }>;

export type PersonPlace = keyof typeof pages;

export function PersonTabs({ person, actor, place }: { person: string; actor: Actor; place: PersonPlace | null }) {
  const items: { href: string; label: string; current: boolean }[] = Object.entries(pages)
    .filter(([, { permission }]) => may(actor, permission).allowed)
    .map(([at, { label }]) => ({ href: `/personnes/${person}${at}`, label, current: at === place }));
  if (may(actor, 'reading.read').allowed) {
    items.push({ href: `/donnees/lectures?personne=${person}`, label: 'Qui l’a lue', current: false });
  }
  return items.length > 1 && <Tabs label="Cette personne" items={items} />;
}

/** The body of any of these pages. A disabled group closes every field and button it holds, and leaves the links. */
export function PersonFrame(props: {
  person: { id: string; archivedOn: Day | null };
  actor: Actor;
  place: PersonPlace | null;
  children: Child;
}) {
  const { person, actor, place, children } = props;
  return (
    <>
      <PersonTabs person={person.id} actor={actor} place={place} />
      <AsideFrame since={person.archivedOn}>{children}</AsideFrame>
    </>
  );
}

export function AsideFrame({ since, children }: { since: Day | null; children: Child }) {
  if (since === null) return <>{children}</>;
  return (
    <>
      <Alert title={`Fiche mise de côté le ${formatDay(since)}`}>
        Elle n’est plus ni suggérée ni présentée. Elle se lit jusqu’à son effacement, et rien ne s’y ajoute.
      </Alert>
      <fieldset disabled class="stack" aria-label="Fiche mise de côté, lecture seule">
        {children}
      </fieldset>
    </>
  );
}

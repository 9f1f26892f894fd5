/** Where a page about a contract stands, seen from each side. */
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import type { WalkedContract } from './queries.ts';

export function contractTrail(actor: Actor, { id, personId }: Pick<WalkedContract, 'id' | 'personId'>) {
  if (may(actor, 'pathway.read').allowed) {
    return [
      { href: `/personnes/${personId}/parcours`, label: 'Parcours' },
      { href: `/contrats/${id}`, label: 'Contrat' },
    ];
  }
  return [
    { href: '/visites', label: 'Visites' },
    { href: `/contrats/${id}/visites`, label: 'Contrat' },
  ];
}

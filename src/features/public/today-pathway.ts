/** What waits today on the way of people, by role, each with one next action. */
import { may } from '#domain/access.ts';
import type { Member } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';
import { counted } from '#ui/french.ts';
import type { VisitCounts } from './today-pathway-queries.ts';
import {
  countEndings,
  countExits,
  countPrescribedEndings,
  countVisits,
  findSignalled,
} from './today-pathway-queries.ts';
import type { Waiting } from './waiting.ts';

interface Counted extends Waiting {
  count: number;
}

export async function listPathwayWaiting(ctx: Context, member: Member): Promise<Waiting[]> {
  const lines: Counted[] = [];
  if (may(member, 'visit.write').allowed) lines.push(...visitLines(await countVisits(ctx)));
  if (may(member, 'obstacle.keep').allowed) {
    const signalled = await findSignalled(ctx);
    if (signalled !== null) lines.push(signalledLine(signalled));
  }
  if (may(member, 'next-contract.write').allowed) {
    lines.push(endingLine(await countEndings(ctx), 'sans suite proposée', 'Proposer la suite'));
  } else if (may(member, 'next-contract.read').allowed) {
    lines.push(endingLine(await countPrescribedEndings(ctx), 'à préparer avec leur structure', 'Préparer'));
  }
  if (may(member, 'exit.ask').allowed) lines.push(exitLine(await countExits(ctx)));
  return lines.filter(({ count }) => count > 0);
}

function visitLines({ today, missed, waiting, waitingId }: VisitCounts): Counted[] {
  return [
    {
      count: waiting,
      tone: 'problem',
      what: counted(waiting, 'visite a deux notes', 'visites ont deux notes'),
      why: 'Rien n’est perdu\u00A0: choisissez celle qui compte.',
      href: `/visites/${waitingId ?? ''}`,
      action: 'Départager',
    },
    {
      count: today,
      tone: 'attention',
      what: counted(today, 'visite aujourd’hui', 'visites aujourd’hui'),
      why: 'Elles se notent au téléphone, même sans réseau.',
      href: '/visites/terrain',
      action: 'Noter',
    },
    {
      count: missed,
      tone: 'attention',
      what: counted(missed, 'visite manquée', 'visites manquées'),
      why: 'Leur jour est passé sans note. Notez-les ou déplacez-les.',
      href: '/visites?vue=manquees',
      action: 'Rattraper',
    },
  ];
}

function signalledLine({ count, personId }: { count: number; personId: string }): Counted {
  return {
    count,
    tone: 'problem',
    what: counted(count, 'difficulté signalée', 'difficultés signalées'),
    why: 'Par un prescripteur. Personne n’en est encore référent.',
    href: `/personnes/${personId}/freins`,
    action: 'Ouvrir',
  };
}

function endingLine({ count, weeks }: { count: number; weeks: number }, left: string, action: string): Counted {
  return {
    count,
    tone: 'attention',
    what: counted(count, 'contrat se termine bientôt', 'contrats se terminent bientôt'),
    why: `Dans les ${weeks}\u00A0semaines, ${left}.`,
    href: '/suites',
    action,
  };
}

function exitLine(count: number): Counted {
  return {
    count,
    tone: 'progress',
    what: counted(count, 'sortie à mesurer', 'sorties à mesurer'),
    why: 'Une question à la personne suffit\u00A0: elle répond en un geste.',
    href: '/sorties',
    action: 'Voir',
  };
}

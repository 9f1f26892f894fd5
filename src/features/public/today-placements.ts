/** What waits today about posts and candidates, by role, each with one next action. */
import { may } from '#domain/access.ts';
import type { Member } from '#domain/actor.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';
import { counted } from '#ui/french.ts';
import { countForCompany, countForTeam } from './today-placements-queries.ts';
import { countUnanswered } from './posts-queries.ts';
import type { CompanyCounts, TeamCounts } from './today-placements-queries.ts';
import type { Waiting } from './waiting.ts';

export async function listPlacementWaiting(ctx: Context, member: Member): Promise<Waiting[]> {
  const { organisationKind: kind } = member;
  if (kind === 'facilitator' && may(member, 'placement.follow').allowed) {
    return teamWaiting(await countForTeam(ctx), may(member, 'offer.spread').allowed);
  }
  if (may(member, 'placement.answer').allowed && (kind === 'company' || kind === 'inclusion')) {
    return companyWaiting(await countForCompany(ctx), parisDay(ctx.now));
  }
  return may(member, 'need.answer').allowed ? prescriberWaiting(await countUnanswered(ctx)) : [];
}

function teamWaiting({ toPresent, silent, toDate, toHire, toSpread }: TeamCounts, spreads: boolean): Waiting[] {
  const lines: (Waiting & { count: number })[] = [
    {
      count: silent,
      tone: 'problem',
      what: counted(silent, 'candidature sans réponse', 'candidatures sans réponse'),
      why: 'Le délai de l’entreprise est passé\u00A0: appelez-la, ou retirez la candidature.',
      href: '/candidatures?vue=a-traiter',
      action: 'Appeler',
    },
    {
      count: toPresent,
      tone: 'attention',
      what: counted(toPresent, 'candidature à présenter', 'candidatures à présenter'),
      why: 'Un prescripteur propose une personne, l’entreprise ne le sait pas encore.',
      href: '/candidatures?vue=a-traiter',
      action: 'Présenter',
    },
    {
      count: toDate,
      tone: 'attention',
      what: counted(toDate, 'entretien sans date', 'entretiens sans date'),
      why: 'L’entreprise veut rencontrer la personne.',
      href: '/candidatures?vue=a-traiter',
      action: 'Fixer',
    },
    {
      count: toHire,
      tone: 'attention',
      what: counted(toHire, 'embauche à enregistrer', 'embauches à enregistrer'),
      why: 'L’entreprise a retenu la personne.',
      href: '/candidatures?vue=a-traiter',
      action: 'Enregistrer',
    },
    {
      count: spreads ? toSpread : 0,
      tone: 'attention',
      what: counted(toSpread, 'poste à diffuser', 'postes à diffuser'),
      why: 'Aucun prescripteur ne l’a encore reçu.',
      href: '/besoins?vue=a-traiter',
      action: 'Diffuser',
    },
  ];
  return lines.filter(({ count }) => count > 0);
}

function companyWaiting({ toAnswer, soonest, afterInterview }: CompanyCounts, today: string): Waiting[] {
  const waiting: Waiting[] = [];
  if (toAnswer > 0 && soonest !== null) {
    const late = soonest < today;
    waiting.push({
      tone: late ? 'problem' : 'attention',
      what: counted(toAnswer, 'candidature attend votre réponse', 'candidatures attendent votre réponse'),
      why: late
        ? `La première était attendue le ${formatShortDay(soonest)}. Même un non aide à avancer.`
        : `La première est attendue avant le ${formatShortDay(soonest)}.`,
      href: '/candidatures?vue=a-traiter',
      action: 'Répondre',
    });
  }
  if (afterInterview > 0) {
    waiting.push({
      tone: 'attention',
      what: counted(afterInterview, 'entretien a eu lieu', 'entretiens ont eu lieu'),
      why: 'Dites si vous retenez la personne.',
      href: '/candidatures?vue=a-traiter',
      action: 'Répondre',
    });
  }
  return waiting;
}

function prescriberWaiting(count: number): Waiting[] {
  if (count === 0) return [];
  return [
    {
      tone: 'attention',
      what: counted(count, 'poste attend votre réponse', 'postes attendent votre réponse'),
      why: 'Le facilitateur cherche quelqu’un\u00A0: répondez, même pour dire non.',
      href: '/postes',
      action: 'Répondre',
    },
  ];
}

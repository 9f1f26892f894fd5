/** What waits today between a market and its validated hours, by role, each with one next action. */
import { may } from '#domain/access.ts';
import type { Member } from '#domain/actor.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatOfMonth } from '#domain/month.ts';
import { marketStatesOf } from '#domain/whose-turn.ts';
import type { Context } from '#http/context.ts';
import { counted } from '#ui/french.ts';
import type { EndingCounts, OwnDeclaration, ReviewCounts } from './today-thread-queries.ts';
import {
  countAgreementsToSign,
  countDeclarations,
  countEnding,
  countMarketsIn,
  countMarketsToWatch,
  countRefusals,
  countUndecided,
  listOwnDeclarations,
  longWait,
  ownShown,
} from './today-thread-queries.ts';
import type { Waiting } from './waiting.ts';

export async function listThreadWaiting(ctx: Context, member: Member): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  if (may(member, 'hours.review').allowed) waiting.push(...reviewWaiting(await countDeclarations(ctx)));
  if (may(member, 'eligibility.decide').allowed) {
    waiting.push(...decisionWaiting(await countUndecided(ctx)));
    waiting.push(...endingWaiting(await countEnding(ctx)));
  }
  if (member.organisationKind === 'facilitator') waiting.push(...watchWaiting(await countMarketsToWatch(ctx)));
  if (may(member, 'hours.declare').allowed) {
    const today = parisDay(ctx.now);
    const own = await listOwnDeclarations(ctx);
    waiting.push(...own.slice(0, ownShown).map((row) => declarationWaiting(row, today)));
    if (own.length > ownShown) waiting.push(moreDeclarations);
  }
  if (may(member, 'refusal.decide').allowed) waiting.push(...refusalWaiting(await countRefusals(ctx)));
  if (member.organisationKind === 'buyer') {
    waiting.push(...buyerWaiting(await countMarketsIn(ctx, marketStatesOf('buyer'))));
  }
  if (may(member, 'agreement.sign').allowed) waiting.push(...agreementWaiting(await countAgreementsToSign(ctx)));
  return waiting;
}

function agreementWaiting(count: number): Waiting[] {
  if (count === 0) return [];
  return [
    {
      tone: 'attention',
      what: counted(count, 'accord de globalisation à signer', 'accords de globalisation à signer'),
      why: 'Sans toutes les signatures, aucune heure ne passe d’un lot à l’autre.',
      href: '/globalisations?vue=a-signer',
      action: 'Lire et répondre',
    },
  ];
}

function reviewWaiting({ toReview, longWaiting, late }: ReviewCounts): Waiting[] {
  const waiting: Waiting[] = [];
  if (toReview > 0) {
    waiting.push({
      tone: longWaiting > 0 ? 'problem' : 'attention',
      what: counted(toReview, 'déclaration à valider', 'déclarations à valider'),
      why:
        longWaiting > 0
          ? `Dont ${longWaiting} depuis plus de ${longWait} jours.`
          : 'Les heures ne comptent qu’une fois validées.',
      href: '/heures',
      action: 'Valider',
    });
  }
  if (late > 0) {
    waiting.push({
      tone: 'attention',
      what: counted(late, 'déclaration en retard', 'déclarations en retard'),
      why: 'L’entreprise n’a pas encore répondu pour ce mois.',
      href: '/heures?vue=en-retard',
      action: 'Relancer',
    });
  }
  return waiting;
}

function refusalWaiting(count: number): Waiting[] {
  if (count === 0) return [];
  return [
    {
      tone: 'attention',
      what: counted(count, 'refus d’heures à décider', 'refus d’heures à décider'),
      why: 'Une structure propose de refuser des heures validées. Elles comptent jusqu’à votre réponse.',
      href: '/refus',
      action: 'Décider',
    },
  ];
}

function decisionWaiting(count: number): Waiting[] {
  if (count === 0) return [];
  return [
    {
      tone: 'attention',
      what: counted(count, 'personne attend une décision', 'personnes attendent une décision'),
      why: 'Sans éligibilité décidée, leurs heures ne comptent pas.',
      href: '/personnes?vue=a-decider',
      action: 'Décider',
    },
  ];
}

function endingWaiting({ ending, over }: EndingCounts): Waiting[] {
  const waiting: Waiting[] = [];
  if (over > 0) {
    waiting.push({
      tone: 'problem',
      what: counted(over, 'personne au travail n’est plus éligible', 'personnes au travail ne sont plus éligibles'),
      why: 'Leur période est finie\u00A0: leurs heures ne comptent plus.',
      href: '/personnes?vue=finies',
      action: 'Décider',
    });
  }
  if (ending > 0) {
    waiting.push({
      tone: 'progress',
      what: counted(ending, 'éligibilité finit d’ici trois mois', 'éligibilités finissent d’ici trois mois'),
      why: 'Préparez la suite avant la fin de la période.',
      href: '/personnes?vue=bientot',
      action: 'Voir',
    });
  }
  return waiting;
}

function watchWaiting(count: number): Waiting[] {
  if (count === 0) return [];
  return [
    {
      tone: 'progress',
      what: counted(count, 'marché à surveiller', 'marchés à surveiller'),
      why: 'Les heures avancent moins vite que prévu.',
      href: '/marches?vue=a-surveiller',
      action: 'Voir',
    },
  ];
}

const moreDeclarations: Waiting = {
  tone: 'attention',
  what: 'D’autres mois attendent vos heures',
  why: `Les ${ownShown} plus pressés sont ci-dessus.`,
  href: '/declarations',
  action: 'Tout voir',
};

function declarationWaiting({ id, month, state, dueOn, object, lotNumber }: OwnDeclaration, today: string): Waiting {
  const about = `${object}, lot ${lotNumber}`;
  const name = formatOfMonth(month);
  const refused = state === 'rejected' || state === 'partially-validated';
  if (refused) {
    return {
      tone: 'problem',
      what: `Des lignes ${name} sont refusées`,
      why: `${about}\u00A0: corrigez-les, puis renvoyez-les.`,
      href: `/declarations/${id}`,
      action: 'Corriger',
    };
  }
  const late = state === 'late' || dueOn < today;
  return {
    tone: late ? 'problem' : 'attention',
    what: `Les heures ${name} sont à déclarer`,
    why: `${about}, ${late ? 'attendues depuis le' : 'pour le'} ${formatShortDay(dueOn)}. Même s’il n’y en a pas.`,
    href: `/declarations/${id}`,
    action: 'Déclarer',
  };
}

function buyerWaiting(count: number): Waiting[] {
  if (count === 0) return [];
  return [
    {
      tone: 'attention',
      what: counted(count, 'marché attend une étape de votre part', 'marchés attendent une étape de votre part'),
      why: 'Publier, attribuer, notifier ou décider de la reprise.',
      href: '/marches?vue=a-votre-tour',
      action: 'Voir',
    },
  ];
}

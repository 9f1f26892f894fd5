/** What really waits today, each with one next action; the most pressing first. */
import type { Member } from '#domain/actor.ts';
import { formatDay } from '#domain/day.ts';
import { mustEnrolSecondFactor } from '#domain/session-policy.ts';
import type { Context } from '#http/context.ts';
import { counted } from '#ui/french.ts';
import { listReferralWaiting } from './today-referrals.ts';
import { listPlacementWaiting } from './today-placements.ts';
import { listPathwayWaiting } from './today-pathway.ts';
import { listThreadWaiting } from './today-thread.ts';
import type { Waiting } from './waiting.ts';
import type { AdministratorCounts, OwnState } from './today-queries.ts';
import { countForAdministrator, noticeDays, readOwnState } from './today-queries.ts';

export async function listWaiting(ctx: Context, member: Member): Promise<Waiting[]> {
  const thread = [
    ...(await listThreadWaiting(ctx, member)),
    ...(await listReferralWaiting(ctx, member)),
    ...(await listPlacementWaiting(ctx, member)),
    ...(await listPathwayWaiting(ctx, member)),
  ];
  const own = [...ownWaiting(ctx, { member, state: await readOwnState(ctx) }), ...thread];
  if (!member.administers) return own;
  return [...own, ...administratorWaiting(await countForAdministrator(ctx))];
}

function ownWaiting({ house }: Context, { member, state }: { member: Member; state: OwnState }): Waiting[] {
  const waiting: Waiting[] = [];
  if (!state.guarded) {
    const obliged = mustEnrolSecondFactor(member, house.demo);
    waiting.push({
      tone: obliged ? 'problem' : 'attention',
      what: 'Votre compte n’a pas de double authentification',
      why: obliged ? 'Elle est nécessaire pour administrer.' : 'Un mot de passe volé suffirait à entrer à votre place.',
      href: '/compte/securite',
      action: 'Protéger mon compte',
    });
  }
  if (state.endsOn !== null) {
    waiting.push({
      tone: 'attention',
      what: `Votre accès s’arrête le ${formatDay(state.endsOn)}`,
      why: 'Un administrateur de votre organisation peut le prolonger.',
      href: '/organisation/membres',
      action: 'Voir qui administre',
    });
  }
  return waiting;
}

function administratorWaiting(counts: AdministratorCounts): Waiting[] {
  const lines: (Waiting & { count: number })[] = [
    {
      count: counts.mailsFailed,
      tone: 'problem',
      what: counted(counts.mailsFailed, 'courriel n’est pas parti', 'courriels ne sont pas partis'),
      why: 'Rien n’est arrivé à destination.',
      href: '/organisation/courriels',
      action: 'Voir et renvoyer',
    },
    {
      count: counts.approvals,
      tone: 'attention',
      what: counted(counts.approvals, 'décision vous attend', 'décisions vous attendent'),
      why: 'Il faut l’avis d’une seconde personne.',
      href: '/organisation/decisions',
      action: 'Décider',
    },
    {
      count: counts.invitationsExpired,
      tone: 'attention',
      what: counted(counts.invitationsExpired, 'invitation a expiré', 'invitations ont expiré'),
      why: 'Le lien reçu ne permet plus d’entrer.',
      href: '/organisation/membres',
      action: 'Renvoyer ou annuler',
    },
    {
      count: counts.linksEnding,
      tone: 'attention',
      what: counted(counts.linksEnding, 'lien d’échange finit', 'liens d’échange finissent'),
      why: `D’ici ${noticeDays} jours, le partage s’arrêtera de lui-même.`,
      href: '/liens',
      action: 'Convenir de la suite',
    },
    {
      count: counts.keysEnding,
      tone: 'attention',
      what: counted(counts.keysEnding, 'clé de l’API expire', 'clés de l’API expirent'),
      why: `D’ici ${noticeDays} jours, les programmes qui s’en servent seront refusés.`,
      href: '/organisation/cles',
      action: 'Préparer le remplacement',
    },
    {
      count: counts.membersUnguarded,
      tone: 'progress',
      what: counted(
        counts.membersUnguarded,
        'membre n’a pas de double authentification',
        'membres n’ont pas de double authentification',
      ),
      why: 'Deux minutes suffisent pour l’activer\u00A0: dites-le autour de vous.',
      href: '/organisation/membres',
      action: 'Voir les membres',
    },
    {
      count: counts.invitationsWaiting,
      tone: 'neutral',
      what: counted(counts.invitationsWaiting, 'invitation attend une réponse', 'invitations attendent une réponse'),
      why: 'Une invitation reste ouverte sept jours.',
      href: '/organisation/membres',
      action: 'Suivre',
    },
  ];
  return lines.filter(({ count }) => count > 0);
}

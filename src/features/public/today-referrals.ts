/** What waits today about proposals: for the structure that answers, and for the prescriber who sent them. */
import { sql } from 'kysely';
import { may } from '#domain/access.ts';
import type { Member } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import { addDays, formatShortDay, parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';
import { counted } from '#ui/french.ts';
import type { Waiting } from './waiting.ts';

/** Choice of the product: a proposal left a week without an answer is late. */
const answerDays = 7;

export async function listReferralWaiting(ctx: Context, member: Member): Promise<Waiting[]> {
  if (may(member, 'referral.handle').allowed) return structureWaiting(ctx);
  return may(member, 'referral.propose').allowed ? prescriberWaiting(ctx) : [];
}

interface StructureCounts {
  toAnswer: number;
  late: number;
  toMeet: number;
  toPool: number;
  /** Papers that prescribers say are handed. */
  handed: number;
}

async function structureWaiting({ db, actor, now }: Context): Promise<Waiting[]> {
  const found = await sql<StructureCounts>`select
      count(*) filter (where state = 'referred' and accepted_at is null) as to_answer,
      count(*) filter (where state = 'referred' and accepted_at is null and since < ${addDays(parisDay(now), -answerDays)}::date) as late,
      count(*) filter (where state = 'referred' and accepted_at is not null) as to_meet,
      count(*) filter (where state in ('eligible', 'expired')) as to_pool,
      count(*) filter (where state = 'eligibility-pending'
        and (proof_said_at at time zone 'Europe/Paris')::date >= since) as handed
    from referral where holder_id = ${organisationOf(actor)} and state in ('referred', 'eligibility-pending', 'eligible', 'expired')`.execute(
    db,
  );
  const none = { toAnswer: 0, late: 0, toMeet: 0, toPool: 0, handed: 0 };
  const { toAnswer, late, toMeet, toPool, handed } = found.rows[0] ?? none;
  const lines: { count: number; line: Waiting }[] = [
    {
      count: toAnswer,
      line: {
        tone: late > 0 ? 'problem' : 'attention',
        what: counted(toAnswer, 'proposition attend une réponse', 'propositions attendent une réponse'),
        why:
          late > 0
            ? `Dont ${late} depuis plus de ${answerDays} jours.`
            : 'Le prescripteur sera prévenu de votre réponse.',
        href: '/orientations',
        action: 'Répondre',
      },
    },
    {
      count: toMeet,
      line: {
        tone: 'attention',
        what: counted(toMeet, 'personne à rencontrer', 'personnes à rencontrer'),
        why: 'Leur proposition est acceptée.',
        href: '/orientations?vue=a-rencontrer',
        action: 'Voir',
      },
    },
    {
      count: handed,
      line: {
        tone: 'attention',
        what: counted(handed, 'justificatif est remis', 'justificatifs sont remis'),
        why: 'Vérifiez-le, puis décidez de l’éligibilité.',
        href: '/orientations?vue=eligibilite',
        action: 'Vérifier',
      },
    },
    {
      count: toPool,
      line: {
        tone: 'progress',
        what: counted(toPool, 'personne à inscrire ou à renouveler', 'personnes à inscrire ou à renouveler'),
        why: 'Au vivier, elles peuvent être présentées aux entreprises.',
        href: '/orientations?vue=eligibilite',
        action: 'Voir',
      },
    },
  ];
  return lines.filter(({ count }) => count > 0).map(({ line }) => line);
}

async function prescriberWaiting({ db, actor, now }: Context): Promise<Waiting[]> {
  const own = organisationOf(actor);
  const found = await sql<{ proofs: number; news: number; nextOn: string | null }>`select
      (select count(*) from referral where prescriber_id = ${own} and state = 'eligibility-pending'
        and (proof_said_at is null or (proof_said_at at time zone 'Europe/Paris')::date < since)) as proofs,
      (select count(distinct f.person_id) from referral_feedback f
        where f.at > ${new Date(now.getTime() - 7 * 86_400_000)}) as news,
      (select min(m.held_on) from platform_meeting m join platform_guest g on g.meeting_id = m.id
        where g.prescriber_id = ${own} and m.state = 'planned' and m.held_on >= ${parisDay(now)}::date) as next_on`.execute(
    db,
  );
  const { proofs, news, nextOn } = found.rows[0] ?? { proofs: 0, news: 0, nextOn: null };
  const waiting: Waiting[] = [];
  if (proofs > 0) {
    waiting.push({
      tone: 'attention',
      what: counted(proofs, 'justificatif est attendu', 'justificatifs sont attendus'),
      why: 'Sans lui, l’éligibilité ne peut pas être décidée.',
      href: '/candidats?vue=a-vous',
      action: 'Voir',
    });
  }
  if (news > 0) {
    waiting.push({
      tone: 'progress',
      what: `Des nouvelles de ${counted(news, 'candidat')} cette semaine`,
      why: 'Chaque étape vous est dite.',
      href: '/candidats',
      action: 'Lire',
    });
  }
  if (nextOn !== null) {
    waiting.push({
      tone: 'neutral',
      what: `Plateforme de recrutement le ${formatShortDay(nextOn)}`,
      why: 'Vos candidats peuvent y être présentés.',
      href: '/rencontres',
      action: 'Voir',
    });
  }
  waiting.push({
    tone: 'neutral',
    what: 'Une personne à orienter vers un emploi',
    why: 'Une minute, un seul formulaire, la réponse revient ici.',
    href: '/candidats/nouveau',
    action: 'Proposer une personne',
  });
  return waiting;
}

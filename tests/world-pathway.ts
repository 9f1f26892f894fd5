/** Builders of the pathway, written as the owner of the database: visits, exits, obstacles, reports, skills. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { ExitCode } from '#domain/exit-groups.ts';
import type { MeasurePoint } from '#domain/exit-plan.ts';
import type { ObstacleCode } from '#domain/obstacles.ts';
import type { VisitKind, VisitState } from '#domain/visit-state.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import type { Clock } from '#services/clock.ts';
import { aProposal } from './world-proposal.ts';

export type PathwayWorld = ReturnType<typeof createPathwayWorld>;

interface Walk {
  person: string;
  contract: string;
  holder: string;
}

export function createPathwayWorld({ admin, clock }: { admin: Pool; clock: Clock }) {
  async function insert(table: string, row: Record<string, unknown>): Promise<string> {
    const id = randomUUID();
    const full = { id, ...row };
    const names = Object.keys(full);
    const places = names.map((_, place) => `$${place + 1}`);
    await admin.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(full));
    return id;
  }

  function of({ person, contract, holder }: Walk) {
    return { person_id: person, contract_id: contract, holder_id: holder };
  }

  function aVisit(
    walk: Walk,
    more: { kind?: VisitKind; dueOn?: string; state?: VisitState; account?: string; key?: string } = {},
  ): Promise<string> {
    const { kind = 'by-hand', dueOn = '2026-11-18', state = 'planned' } = more;
    const closed = state === 'done' || state === 'absent';
    return insert('visit', {
      ...of(walk),
      kind,
      plan_key: more.key ?? (kind === 'by-hand' ? '' : kind),
      wanted_on: dueOn,
      due_on: dueOn,
      state,
      done_on: closed ? dueOn : null,
      signal: state === 'done' ? 'well' : null,
      cancelled_because: state === 'cancelled' ? 'by-hand' : null,
      account_id: more.account ?? null,
    });
  }

  function aNote(visit: string, holder: string, more: { standing?: string; words?: string } = {}): Promise<string> {
    return insert('visit_note', {
      visit_id: visit,
      holder_id: holder,
      note_key: randomUUID(),
      outcome: 'done',
      signal: 'well',
      words: more.words ?? '',
      noted_on: '2026-11-18',
      standing: more.standing ?? 'kept',
    });
  }

  function anExit(
    walk: Walk,
    more: { point?: MeasurePoint; dueOn?: string; code?: ExitCode | null; state?: string } = {},
  ): Promise<string> {
    const code = more.code ?? null;
    return insert('exit_situation', {
      ...of(walk),
      point: more.point ?? 'm3',
      due_on: more.dueOn ?? '2026-11-10',
      state: more.state ?? (code === null ? 'expected' : 'answered'),
      code,
      observed_on: code === null ? null : '2026-11-12',
      source: code === null ? null : 'phone',
    });
  }

  function anObstacle(
    { person, holder }: Pick<Walk, 'person' | 'holder'>,
    more: { kind?: ObstacleCode; signalledBy?: string; removed?: boolean; specialist?: string } = {},
  ): Promise<string> {
    return insert('obstacle', {
      person_id: person,
      holder_id: holder,
      kind: more.kind ?? 'housing',
      opened_on: '2026-11-02',
      signalled_by: more.signalledBy ?? null,
      specialist: more.specialist ?? '',
      created_at: clock.now(),
      removed_at: more.removed ? clock.now() : null,
    });
  }

  function anEvaluation(walk: Walk, more: { by: string; words?: string; removed?: boolean }): Promise<string> {
    return insert('work_evaluation', {
      ...of(walk),
      organisation_id: more.by,
      evaluated_on: '2026-11-05',
      ratings: { safety: '3' },
      words: more.words ?? '',
      created_at: clock.now(),
      removed_at: more.removed ? clock.now() : null,
    });
  }

  function aShare(obstacle: string, holder: string, prescriber: string): Promise<string> {
    return insert('obstacle_share', { obstacle_id: obstacle, holder_id: holder, prescriber_id: prescriber });
  }

  function aReport(walk: Walk, more: { said?: string } = {}): Promise<string> {
    return insert('tripartite_report', {
      ...of(walk),
      held_on: '2026-11-05',
      present: ['person', 'company', 'facilitator'],
      said: more.said ?? 'Bonne prise de poste.',
    });
  }

  function aSkill({ person, holder }: Pick<Walk, 'person' | 'holder'>, more: { removed?: boolean } = {}) {
    return insert('skill', {
      person_id: person,
      holder_id: holder,
      label: 'Lire un plan',
      level: 'helped',
      seen_on: '2026-11-05',
      removed_at: more.removed ? clock.now() : null,
    });
  }

  function aNextContract(walk: Walk): Promise<string> {
    return insert('next_contract', { ...of(walk), step: 'renewal', proposed_on: '2026-11-16' });
  }

  /** The secret of the question of news: /nouvelles/<token>. */
  async function anExitLink(exit: string, organisation: string, more: { days?: number } = {}): Promise<string> {
    const token = newSecret();
    await admin.query(
      `insert into link_token (token_hash, purpose, organisation_id, subject_id, expires_at, created_at)
       values ($1, 'exit-question', $2, $3, $4, $5)`,
      [
        hashSecret(token),
        organisation,
        exit,
        new Date(clock.now().getTime() + (more.days ?? 30) * 86_400_000),
        clock.now(),
      ],
    );
    return token;
  }

  /** The prescriber that sent her, by a proposal met since. */
  async function prescribed(person: string, prescriber: string): Promise<void> {
    const found = await admin.query(
      `update person set proposed_by = coalesce(proposed_by, $2) where id = $1
       returning holder_id, given_name, family_name, commune`,
      [person, prescriber],
    );
    const { holder_id: holder, given_name: given, family_name: family, commune } = found.rows[0];
    await aProposal(insert, { person, holder, prescriber, given, family, commune });
  }

  return {
    aVisit,
    aNote,
    anExit,
    anObstacle,
    anEvaluation,
    aShare,
    aReport,
    aSkill,
    aNextContract,
    anExitLink,
    prescribed,
  };
}

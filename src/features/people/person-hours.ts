/** The hours of a person month by month, each with the contract and the declaration it comes from. */
import { sql } from 'kysely';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export interface PersonMonth {
  month: Month;
  contractId: string;
  declarationId: string;
  minutes: Minutes;
  trainingMinutes: Minutes;
  countedMinutes: Minutes;
  state: HourState;
}

export type HourState = 'submitted' | 'validated' | 'rejected' | 'locked';

export const hourStates = {
  submitted: { label: 'À valider', tone: 'progress' },
  validated: { label: 'Validées', tone: 'ok' },
  rejected: { label: 'Refusées', tone: 'problem' },
  locked: { label: 'Scellées', tone: 'neutral' },
} as const satisfies Record<HourState, { label: string; tone: string }>;

/** Corrections are added to what they correct; the state is that of the latest line. */
export async function listPersonMonths({ db }: Context, person: string): Promise<PersonMonth[]> {
  const found = await sql<PersonMonth>`
    select month, contract_id, (array_agg(declaration_id order by id))[1] as declaration_id,
      sum(worked_minutes + training_minutes)::integer as minutes, sum(training_minutes)::integer as training_minutes,
      sum(counted_minutes)::integer as counted_minutes, (array_agg(state order by id desc))[1] as state
    from hour_entry where person_id = ${person} group by month, contract_id order by month desc, contract_id`.execute(
    db,
  );
  return found.rows;
}

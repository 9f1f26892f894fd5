/** "Vérifier": the same page again with what the rules say and everything as typed; nothing is written but that it was read. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { ExamineInput } from './decision-input.ts';
import type { DecisionPage } from './decision-read.ts';
import { readDecisionPage } from './decision-read.ts';
import type { ExaminedPerson } from './examine.ts';
import { examinePerson } from './examine.ts';

export interface Examination {
  page: DecisionPage;
  examined: ExaminedPerson;
  values: Record<string, string | string[]>;
}

export async function examineShown(ctx: Context, input: ExamineInput): Promise<Result<Examination>> {
  const examined = await examinePerson(ctx, input);
  if (!examined.ok) return examined;
  const page = await readDecisionPage(ctx, { id: input.id, typed: input });
  if (page === null) return refuse('not-found');
  return done({ page, examined: examined.value, values: typedAgain(input) });
}

/** The form as it was sent: what the schema read, written back as fields. */
function typedAgain(input: ExamineInput): Record<string, string | string[]> {
  const { training, employedElsewhere, supplied, registeredSince, leftSchoolOn, ...rest } = input;
  const texts = Object.entries(rest).filter((field): field is [string, string] => typeof field[1] === 'string');
  return {
    ...Object.fromEntries(texts),
    situation: input.situation,
    registeredSince: registeredSince ?? '',
    leftSchoolOn: leftSchoolOn ?? '',
    training: training === null ? '' : `${training.scale}:${training.value}`,
    employedElsewhere: employedElsewhere === null ? '' : employedElsewhere ? 'oui' : 'non',
    ...(supplied && { supplied: 'oui' }),
  };
}

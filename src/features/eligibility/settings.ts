/** Sets a threshold of eligibility for the structure, from a day and with its source; decisions already taken keep theirs. */
import { z } from 'zod';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { addDays } from '#domain/day.ts';
import type { EligibilityRules } from '#domain/eligibility-rules.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { choice, day, line, optionalLine } from '#http/shapes.ts';

export interface Adjustable {
  label: string;
  help: string;
  /** Reads what is typed; null when it is outside what makes sense. */
  read(typed: string): EligibilityRules[keyof EligibilityRules] | null;
  /** How the value in force is shown, and typed again. */
  words(value: never): string;
}

const whole = (least: number, most: number) => (typed: string) => {
  const text = typed.trim();
  return /^\d{1,3}$/u.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
};
const yesNo = (typed: string) => (/^(?:oui|non)$/iu.test(typed.trim()) ? typed.trim().toLowerCase() === 'oui' : null);

/** What a structure may adjust; the rest is the law's. */
export const adjustables = {
  'registered-months': adjustable<number>('Longue durée\u00A0: mois d’inscription', 'De 1 à 36.', whole(1, 36), String),
  'youth-under': adjustable<number>('Jeunes\u00A0: âge limite, exclu', 'De 18 à 31.', whole(18, 31), String),
  'youth-graduates': adjustable<boolean>('Jeunes\u00A0: admettre les diplômés', 'oui ou non.', yesNo, (yes) =>
    yes ? 'oui' : 'non',
  ),
  'youth-out-of-school-months': adjustable<number>(
    'Jeunes\u00A0: mois depuis l’école',
    'De 0 à 24.',
    whole(0, 24),
    String,
  ),
  senior: adjustable<EligibilityRules['senior']>(
    'Seniors\u00A0: âge',
    'Exemples\u00A0: «\u00A050\u00A0» pour 50 ans et plus, «\u00A0plus de 50\u00A0» pour après l’anniversaire.',
    readSenior,
    ({ age, from }) => (from === 'reached' ? String(age) : `plus de ${age}`),
  ),
  'proof-kept': adjustable<boolean>(
    'Garder une copie des pièces',
    'oui ou non. Jamais pour la santé ni la justice.',
    yesNo,
    (yes) => (yes ? 'oui' : 'non'),
  ),
  'proof-kept-months': adjustable<number>(
    'Durée de garde, en mois',
    'De 1 à 3, après la décision.',
    whole(1, 3),
    String,
  ),
} as const satisfies Partial<Record<keyof EligibilityRules, Adjustable>>;

export type AdjustableCode = keyof typeof adjustables;
export const adjustableCodes = Object.keys(adjustables) as [AdjustableCode, ...AdjustableCode[]];

export const settingInput = z.object({
  code: choice(adjustableCodes, { says: 'Choisissez le réglage à changer.' }),
  value: optionalLine({ max: 40 }),
  fromDay: day({ says: 'Indiquez le premier jour, par exemple 01/01/2027.' }),
  source: line({
    says: 'Indiquez d’où vient cette valeur, par exemple «\u00A0convention du 12/03/2026\u00A0».',
    max: 200,
  }),
});

export async function setEligibilityRule(
  ctx: Context,
  input: z.output<typeof settingInput>,
): Promise<Result<{ code: AdjustableCode }>> {
  const organisationId = organisationOf(ctx.actor);
  if (organisationId === null) return refuse('not-allowed');
  const { code, fromDay, source } = input;
  const value = adjustables[code].read(input.value);
  if (value === null) return refuse('setting-value', { field: 'value' });
  const taken = await ctx.db
    .selectFrom('eligibilitySetting')
    .select(['id', 'fromDay', 'untilDay'])
    .where('organisationId', '=', organisationId)
    .where('code', '=', code)
    .orderBy('fromDay', 'desc')
    .execute();
  if (taken.some((one) => one.fromDay >= fromDay)) return refuse('setting-same-day', { field: 'fromDay' });
  for (const one of taken.filter(({ untilDay }) => untilDay === null)) {
    await closeOn(ctx, one.id, addDays(fromDay, -1));
  }
  await ctx.db
    .insertInto('eligibilitySetting')
    .values({
      organisationId,
      code,
      value: JSON.stringify(value),
      fromDay,
      source,
      createdBy: accountOf(ctx.actor),
      createdAt: ctx.now,
    })
    .execute();
  await record(ctx, {
    action: 'organisation.eligibility-set',
    subjectType: 'organisation',
    subjectId: organisationId,
    after: { code, value, fromDay, source },
  });
  return done({ code });
}

async function closeOn({ db }: Context, id: string, untilDay: Day): Promise<void> {
  await db.updateTable('eligibilitySetting').set({ untilDay }).where('id', '=', id).execute();
}

function adjustable<Value extends EligibilityRules[keyof EligibilityRules]>(
  label: string,
  help: string,
  read: (typed: string) => Value | null,
  words: (value: Value) => string,
): Adjustable {
  return { label, help, read, words };
}

function readSenior(typed: string): EligibilityRules['senior'] | null {
  const read = /^(plus de )?(\d{2})$/u.exec(typed.trim().toLowerCase());
  const age = Number(read?.[2] ?? 0);
  if (age < 40 || age > 65) return null;
  return { age, from: read?.[1] === undefined ? 'reached' : 'passed' };
}

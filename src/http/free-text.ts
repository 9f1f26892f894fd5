/** Long texts warn once of words about health, justice or a judgement; whoever keeps them says so, and the journal notes it. */
import { z } from 'zod';
import { organisationOf } from '#domain/actor.ts';
import { findSensitiveWords, sensitiveSentence } from '#domain/free-text.ts';
import { record } from '#db/audit.ts';
import type { FieldError } from '#ui/form.tsx';
import type { Asked } from './asked.ts';
import type { FormBody } from './form-body.ts';
import type { ActionRoute } from './route.ts';
import { freeTexts } from './shapes.ts';

/** Sent by the box that the field shows with its warning. */
export const confirmationField = 'texte-confirme';

/** The fields to look at again; none when nothing warns, or when the box was ticked. */
export async function weighFreeText(asked: Asked, route: ActionRoute): Promise<FieldError[]> {
  const body: FormBody = asked.body ?? {};
  const warned = freeTextFields(route.input).flatMap((field) => {
    const typed = body[field];
    const found = typeof typed === 'string' ? findSensitiveWords(typed) : [];
    return found.length === 0 ? [] : [{ field, found }];
  });
  if (warned.length === 0) return [];
  if (body[confirmationField] !== 'oui') {
    return warned.map(({ field, found }) => ({ field, text: sensitiveSentence(found) }));
  }
  await note(asked, route, warned.map(({ found }) => found.map(({ kind }) => kind)).flat());
  return [];
}

/** Which kinds of words, on which door, by whom; never the words. */
async function note({ db, identity, now }: Asked, route: ActionRoute, kinds: readonly string[]): Promise<void> {
  const { actor } = identity;
  if (organisationOf(actor) === null || route.as === 'gate') return;
  await record(
    { db, actor, now },
    {
      action: 'text.confirmed',
      subjectType: 'free-text',
      subjectId: route.path,
      after: { kinds: [...new Set(kinds)] },
    },
  );
}

function freeTextFields(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType> = schema.shape;
    return Object.entries(shape).flatMap(([name, field]) => (isFreeText(field) ? [name] : []));
  }
  if (schema instanceof z.ZodPipe && schema.def.in instanceof z.ZodType) return freeTextFields(schema.def.in);
  return [];
}

function isFreeText(field: z.ZodType): boolean {
  if (freeTexts.has(field)) return true;
  if (field instanceof z.ZodPipe && field.def.in instanceof z.ZodType) return isFreeText(field.def.in);
  const inner = field instanceof z.ZodOptional || field instanceof z.ZodDefault ? field.unwrap() : undefined;
  return inner instanceof z.ZodType && isFreeText(inner);
}

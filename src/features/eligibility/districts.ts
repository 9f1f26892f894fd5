/** Brings in the official outlines of the priority districts: first looked at, then applied for their vintage, then undone if wrong. */
import { z } from 'zod';
import { accountOf } from '#domain/actor.ts';
import { readOutlines } from '#domain/district-outlines.ts';
import type { DistrictVintage } from '#domain/district-vintage.ts';
import { cleanFileName, fileLimits } from '#domain/file-content.ts';
import { sentenceFor } from '#domain/refusals.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { checkbox, choice, id, line } from '#http/shapes.ts';
import type { ImportRow } from './districts-queries.ts';
import { findInForce, insertImport, lockImport, setState } from './districts-queries.ts';

export const outlinesInput = z.object({
  vintage: choice(['2015', '2024'], { says: 'Choisissez la génération de quartiers.' }).transform(
    (year): DistrictVintage => (year === '2015' ? 2015 : 2024),
  ),
  source: line({
    says: 'Indiquez d’où vient ce fichier, par exemple «\u00A0ANCT, data.gouv.fr, 12/01/2026\u00A0».',
    max: 200,
  }),
  whole: checkbox,
  file: z.custom<File>((sent) => sent instanceof File && sent.size > 0, { error: sentenceFor('file-missing') }),
});

export const importIdInput = z.object({ id });

export async function proposeOutlines(
  ctx: Context,
  input: z.output<typeof outlinesInput>,
): Promise<Result<{ id: string }>> {
  const { file, vintage, source, whole } = input;
  if (file.size > fileLimits.bytes) {
    return refuse('file-too-large', { field: 'file', details: { most: fileLimits.megabytes } });
  }
  const name = cleanFileName(file.name, { mediaType: 'application/geo+json', extension: 'geojson' });
  if (!name.ok) return name;
  const read = readOutlines(await file.text());
  if (!read.ok) return { ...read, field: 'file' };
  const head = { vintage, source, whole, fileName: name.value, createdBy: accountOf(ctx.actor) };
  const proposed = await insertImport(ctx, head, read.value);
  await record(ctx, {
    action: 'instance.districts-proposed',
    subjectType: 'district-import',
    subjectId: proposed,
    after: { vintage, source, outlines: read.value.length },
  });
  return done({ id: proposed });
}

export async function applyOutlines(ctx: Context, input: { id: string }): Promise<Result<ImportRow>> {
  const found = await lockImport(ctx, input.id);
  if (found === null) return refuse('not-found');
  if (found.state !== 'proposed') return refuse('outlines-decided');
  const former = await findInForce(ctx, found.vintage);
  if (former !== null) await setState(ctx, { id: former.id, state: 'replaced' });
  await setState(ctx, { id: found.id, state: 'in-force', replacesId: former?.id ?? null });
  await record(ctx, {
    action: 'instance.districts-applied',
    subjectType: 'district-import',
    subjectId: found.id,
    ...(former !== null && { before: { import: former.id, source: former.source } }),
    after: { vintage: found.vintage, source: found.source },
  });
  return done(found);
}

/** Those in force give way to those they had replaced; those only proposed go. */
export async function withdrawOutlines(ctx: Context, input: { id: string }): Promise<Result<ImportRow>> {
  const found = await lockImport(ctx, input.id);
  if (found === null) return refuse('not-found');
  if (found.state !== 'proposed' && found.state !== 'in-force') return refuse('outlines-decided');
  await setState(ctx, { id: found.id, state: 'withdrawn' });
  if (found.state === 'in-force' && found.replacesId !== null) {
    await setState(ctx, { id: found.replacesId, state: 'in-force' });
  }
  await record(ctx, {
    action: 'instance.districts-withdrawn',
    subjectType: 'district-import',
    subjectId: found.id,
    before: { state: found.state, vintage: found.vintage },
  });
  return done(found);
}

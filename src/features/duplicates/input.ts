/** What may be sent to merge two files, or to say that they are two people. */
import { z } from 'zod';
import type { MergedField } from '#domain/person-merge.ts';
import { mergedFieldNames } from '#domain/person-merge.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { id, version } from '#http/shapes.ts';

const other = z.uuid({ error: sentenceFor('value-unreadable') });

/** The file of the address is kept; each field may take the other's value. */
export const mergeInput = z.looseObject({ id, avec: other, version, versionAvec: version }).transform((sent) => ({
  id: sent.id,
  other: sent.avec,
  version: sent.version,
  otherVersion: sent.versionAvec,
  fromOther: mergedFieldNames.filter((field): field is MergedField => sent[`choix-${field}`] === 'autre'),
}));
export const pairInput = z.object({ id, avec: other });
export const mergeIdInput = z.object({ id });

export type MergeInput = z.output<typeof mergeInput>;

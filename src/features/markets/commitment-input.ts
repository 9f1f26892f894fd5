/** What may be sent about a commitment, its amendments and its split. */
import { z } from 'zod';
import { commitmentMachine } from '#domain/commitment-state.ts';
import type { CommitmentState } from '#domain/commitment-state.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { checkbox, choice, day, id, line, optionalDay, optionalText, version } from '#http/shapes.ts';
import { commitmentFields } from './input.ts';

const dayExample = sentenceFor('day-unreadable');

export const newCommitmentInput = z.object({
  id,
  signedOn: optionalDay({ says: dayExample }),
  ...commitmentFields,
});

export const moveCommitmentInput = z.object({
  id,
  commitment: id,
  version,
  to: choice(Object.keys(commitmentMachine) as [CommitmentState, ...CommitmentState[]], {
    says: 'Choisissez l’étape suivante.',
  }),
  reason: optionalText({ max: 1000 }),
  day: optionalDay({ says: dayExample }),
});

const { commitmentKind: _, ...amended } = commitmentFields;

export const amendmentInput = z.object({
  id,
  commitment: id,
  version,
  ...amended,
  effectiveOn: day({ says: dayExample }),
  endsOn: optionalDay({ says: dayExample }),
  signedOn: optionalDay({ says: dayExample }),
  reason: line({
    says: 'Écrivez le motif de l’avenant, par exemple «\u00A0Travaux supplémentaires\u00A0».',
    max: 300,
  }),
  /** oui: only show what the amendment would change. */
  simulate: checkbox,
});

export const signInput = z.object({ id, commitment: id, signedOn: day({ says: dayExample }) });
export const takeBackInput = z.object({ id, commitment: id });

/** Each part comes under the name of its party: `part-<id>`. */
export const splitInput = z.object({ id, version, joint: checkbox }).catchall(z.unknown());

export type NewCommitment = z.output<typeof newCommitmentInput>;
export type MoveCommitment = z.output<typeof moveCommitmentInput>;
export type Amendment = z.output<typeof amendmentInput>;
export type Sign = z.output<typeof signInput>;
export type Split = z.output<typeof splitInput>;

/** Why a person cannot be said eligible yet: each paper or fact beside its own field, all at once. */
import type { Finding } from '#domain/examine-criterion.ts';
import type { Refusal } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import { proofKinds } from '#domain/eligibility-proofs.ts';
import type { SituationCode } from '#domain/situations.ts';
import { situations } from '#domain/situations.ts';
import type { DecisionInput } from './decision-input.ts';

/** null when at least one criterion is met, with everything that was ticked in order. */
export function refusalOf(
  findings: readonly Finding[],
  { input, kept }: { input: DecisionInput; kept: readonly Finding[] },
): Refusal | null {
  if (input.situation.length === 0) return refuse('situation-missing', { field: 'situation' });
  const opinion = input.situation.includes('OPINION');
  if (opinion && input.file === null) return refuse('opinion-missing', { field: 'file' });
  if (opinion && input.author === '') return refuse('opinion-author-missing', { field: 'author' });
  const unread = input.situation.flatMap((code) => faultOf(code, { findings, input }) ?? []);
  if (unread.length > 0) return together(unread);
  if (kept.length === 0) return refuse('eligibility-unproved', { field: 'situation' });
  const chosen = input.principal === '' || kept.some(({ criterion }) => criterion.code === input.principal);
  return chosen ? null : refuse('main-reason-unmet', { field: 'principal' });
}

/** A paper ticked as seen and not good is told, even when another criterion would do: nothing false is kept. */
function faultOf(
  code: SituationCode,
  { findings, input }: { findings: readonly Finding[]; input: DecisionInput },
): Refusal | null {
  const about = findings.filter(({ situation }) => situation === code);
  const fault = about.find((finding) => finding.fault !== undefined)?.fault;
  if (fault !== undefined) return refuse(fault, { field: fieldOf(code, input) });
  if (code === 'REGISTERED' && input.registeredSince === null && about.every(({ state }) => state !== 'met')) {
    return refuse('registered-missing', { field: 'registeredSince' });
  }
  return null;
}

function fieldOf(code: SituationCode, { proofs }: DecisionInput): string {
  const kind = proofs[code]?.kind ?? situations[code].proofs[0];
  return proofKinds[kind].validity.kind === 'at-hire' ? `fin-${code}` : `date-${code}`;
}

function together([first, ...others]: Refusal[]): Refusal | null {
  if (first === undefined) return null;
  return others.length === 0 ? first : { ...first, others };
}

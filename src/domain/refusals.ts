/** Every reason to refuse, with the French sentence that says what to do; the code is stable and leaves by the API. */
import { formatInteger } from './french-number.ts';
import { agreementSentences } from './refusal-sentences-agreements.ts';
import { boardSentences } from './refusal-sentences-boards.ts';
import { foundationSentences } from './refusal-sentences.ts';
import { eligibilitySentences } from './refusal-sentences-eligibility.ts';
import { pathwaySentences } from './refusal-sentences-pathway.ts';
import { peopleSentences } from './refusal-sentences-people.ts';
import { referralSentences } from './refusal-sentences-referrals.ts';
import { placementSentences } from './refusal-sentences-placements.ts';
import { threadSentences } from './refusal-sentences-thread.ts';
import { privacySentences } from './refusal-sentences-privacy.ts';
import { reviewSentences } from './refusal-sentences-review.ts';
import { statementSentences } from './refusal-sentences-statements.ts';
import { lotSentences } from './refusal-sentences-lots.ts';
import { marketSentences } from './refusal-sentences-market.ts';
import type { RefusalDetails } from './result.ts';

/** In a sentence, ~ stands for a non-breaking space and {name} for a detail of the refusal. */
const sentences = {
  ...marketSentences,
  ...foundationSentences,
  ...boardSentences,
  ...threadSentences,
  ...peopleSentences,
  ...eligibilitySentences,
  ...reviewSentences,
  ...agreementSentences,
  ...lotSentences,
  ...statementSentences,
  ...privacySentences,
  ...referralSentences,
  ...placementSentences,
  ...pathwaySentences,
} as const;

export type RefusalCode = keyof typeof sentences;

export const refusals = Object.fromEntries(
  Object.entries(sentences).map(([code, sentence]) => [code, { sentence: sentence.replaceAll('~', '\u00a0') }]),
) as Record<RefusalCode, { sentence: string }>;

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(refusals, text);
}

/** The sentence with its details in place; a detail nobody gave reads as an ellipsis, never as a bare {name}. */
export function sentenceFor(code: RefusalCode, details: RefusalDetails = {}): string {
  return refusals[code].sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const detail = Object.hasOwn(details, name) ? details[name] : undefined;
    return typeof detail === 'number' && Number.isSafeInteger(detail) ? formatInteger(detail) : `${detail ?? '…'}`;
  });
}

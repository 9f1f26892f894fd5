/** The shape of a letter: which facts it may use, what it says, and the one link it carries. */
import type { MailedPurpose } from '#domain/magic-links.ts';

export type FactName =
  | 'organisation'
  | 'kind'
  | 'position'
  | 'device'
  | 'change'
  | 'decision'
  | 'answer'
  | 'work'
  | 'owed'
  | 'candidates'
  | 'post'
  | 'due';

export type Facts = Readonly<Record<FactName, string>>;

export interface Template {
  /** Never holds a fact: nothing read elsewhere can reach a header. */
  subject: string;
  uses: readonly FactName[];
  /** In a sentence, ~ stands for a non-breaking space. */
  says(facts: Facts): readonly string[];
  /** The same in the words of an SMS, for who has no other address. */
  sms?(facts: Facts, address: string): string;
  /** A secret link, or a page of the application. */
  link: { secret: MailedPurpose; label: string } | { page: string; label: string };
  why: string;
  ask: string;
}

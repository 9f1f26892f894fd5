/** Whether the person named for a lot can be reached: who answers today, when she last did, and mails that came back. */
import type { Day } from './day.ts';
import { daysBetween, formatShortDay } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { Tone } from './state-machine.ts';

export interface NamedContact {
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  answeredOn: Day | null;
  bouncedOn: Day | null;
}

export interface Delegation {
  delegateName: string;
  delegateEmail: string;
  delegateUntil: Day | null;
}

/** Source: choice of the product: beyond a quarter without an answer the contact is confirmed before it is needed. */
const staleDays = 92;

export function freshness(
  { contactEmail, contactPhone, answeredOn, bouncedOn }: NamedContact,
  today: Day,
  { texts }: { texts: boolean } = { texts: false },
): { tone: Tone; label: string } {
  if (contactEmail === '' && contactPhone === '') return { tone: 'problem', label: 'Personne à joindre' };
  if (bouncedOn !== null && (answeredOn === null || answeredOn < bouncedOn)) {
    return { tone: 'problem', label: `Courriel revenu le ${formatShortDay(bouncedOn)}` };
  }
  // No mail reaches her, and no text message leaves: the list says what is left to do.
  if (contactEmail === '' && !texts) return { tone: 'attention', label: 'À appeler' };
  if (answeredOn === null) return { tone: 'neutral', label: 'Jamais répondu' };
  const stale = daysBetween(answeredOn, today) > staleDays;
  return { tone: stale ? 'attention' : 'ok', label: `A répondu le ${formatShortDay(answeredOn)}` };
}

/** The delegation in force: its last day is included, and it never outlives it. */
export function delegateOf<Held extends Delegation>(held: Held, today: Day): Held | null {
  const { delegateEmail, delegateUntil } = held;
  return delegateEmail !== '' && delegateUntil !== null && delegateUntil >= today ? held : null;
}

/** A delegation says who, at which address and until when; or nothing of the three. */
export function checkDelegation(
  { delegateName, delegateEmail, delegateUntil }: Delegation,
  today: Day,
): Result<null, 'delegation-incomplete' | 'delegation-past'> {
  const given = [delegateName !== '', delegateEmail !== '', delegateUntil !== null];
  if (given.includes(true) && given.includes(false)) {
    const field = ['delegateName', 'delegateEmail', 'delegateUntil'][given.indexOf(false)];
    return refuse('delegation-incomplete', { field });
  }
  return delegateUntil !== null && delegateUntil < today
    ? refuse('delegation-past', { field: 'delegateUntil' })
    : done(null);
}

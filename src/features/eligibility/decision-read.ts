/** Everything the page of a decision shows, read before it is drawn; reading why is noted in the journal. */
import { organisationOf } from '#domain/actor.ts';
import type { ContractType } from '#domain/contract-types.ts';
import { isContractType } from '#domain/contract-types.ts';
import type { CountingBook } from '#domain/counting-rules.ts';
import type { Day } from '#domain/day.ts';
import { parisDay, parseTypedDay } from '#domain/day.ts';
import type { EligibilityBook } from '#domain/eligibility-rules.ts';
import type { DecidedWindow } from '#domain/eligibility-window.ts';
import type { MarketPublics } from '#domain/market-publics.ts';
import type { Result } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { countingBook } from '#db/counting-book.ts';
import type { DistrictOfHome } from '#db/districts.ts';
import { districtOf } from '#db/districts.ts';
import { eligibilityBook } from '#db/eligibility-book.ts';
import type { Context } from '#http/context.ts';
import { publicsFor } from './examine.ts';
import type { NumberRow, ProfileRow, ResidenceRow } from './place-queries.ts';
import { findProfile, findResidence, listNumbers } from './place-queries.ts';
import type { DecisionRow, FollowedPerson, StandingContract } from './queries.ts';
import { findPerson, listContracts, listDecisions } from './queries.ts';
import type { ReasonRow } from './reason-queries.ts';
import { listReasons } from './reason-queries.ts';
import { windowFor } from './window.ts';

export interface DecisionPage {
  person: FollowedPerson;
  contracts: StandingContract[];
  decisions: DecisionRow[];
  reasons: ReasonRow[];
  type: ContractType;
  fromDay: Day;
  today: Day;
  window: Result<DecidedWindow>;
  counting: CountingBook;
  book: EligibilityBook;
  publics: MarketPublics;
  residence: ResidenceRow | null;
  district: DistrictOfHome;
  profile: ProfileRow | null;
  numbers: NumberRow[];
}

/** `typed`: what was written on the page, when it comes back. */
export async function readDecisionPage(
  ctx: Context,
  { id, typed }: { id: string; typed: { type?: unknown; fromDay?: unknown } | null },
): Promise<DecisionPage | null> {
  const person = await findPerson(ctx, id);
  if (person === null) return null;
  await record(ctx, { action: 'eligibility.reasons-read', subjectType: 'person', subjectId: person.id });
  const contracts = await listContracts(ctx, id);
  const { type, fromDay } = proposed({ typed, contracts, today: parisDay(ctx.now) });
  const residence = await findResidence(ctx, id);
  const organisation = organisationOf(ctx.actor);
  return {
    person,
    contracts,
    decisions: await listDecisions(ctx, id),
    reasons: await listReasons(ctx, id),
    type,
    fromDay,
    today: parisDay(ctx.now),
    window: await windowFor(ctx, { type, fromDay, contracts }),
    counting: await countingBook(ctx, { organisation: organisation ?? '', lot: contracts[0] }),
    book: await eligibilityBook(ctx, organisation),
    publics: await publicsFor(ctx, contracts, fromDay),
    residence,
    district: await districtOf(ctx, { home: residence, day: fromDay }),
    profile: await findProfile(ctx, id),
    numbers: await listNumbers(ctx, id),
  };
}

/** What was typed, else the latest type and the first day at work, else today. */
function proposed({
  typed,
  contracts,
  today,
}: {
  typed: { type?: unknown; fromDay?: unknown } | null;
  contracts: readonly StandingContract[];
  today: Day;
}): { type: ContractType; fromDay: Day } {
  const writtenType = String(typed?.type ?? '');
  const writtenDay = parseTypedDay(String(typed?.fromDay ?? ''));
  return {
    type: isContractType(writtenType) ? writtenType : (contracts[0]?.type ?? 'CDD'),
    fromDay: writtenDay.ok ? writtenDay.value : (contracts.at(-1)?.startsOn ?? today),
  };
}

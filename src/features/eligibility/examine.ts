/** Examines a person by the rules of her structure and of her market: what each criterion says, before anybody decides. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { EligibilityFacts } from '#domain/eligibility-facts.ts';
import type { EligibilityBook } from '#domain/eligibility-rules.ts';
import type { IaeAnswer } from '#domain/examine-eligibility.ts';
import { examineClause, examineGeiq, examineIae } from '#domain/examine-eligibility.ts';
import type { Finding } from '#domain/examine-criterion.ts';
import type { MarketPublics } from '#domain/market-publics.ts';
import { openPublics, publicsOf } from '#domain/market-publics.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { DistrictOfHome } from '#db/districts.ts';
import { districtOf } from '#db/districts.ts';
import { eligibilityBook } from '#db/eligibility-book.ts';
import type { Context } from '#http/context.ts';
import type { ExamineInput } from './decision-input.ts';
import { findProfile, findResidence } from './place-queries.ts';
import { listPublicRules } from './publics-queries.ts';
import type { FollowedPerson, StandingContract } from './queries.ts';
import { findPerson, listContracts } from './queries.ts';

export interface ExaminedPerson {
  person: FollowedPerson;
  contracts: StandingContract[];
  facts: EligibilityFacts;
  book: EligibilityBook;
  publics: MarketPublics;
  district: DistrictOfHome;
  clause: Finding[];
  iae: IaeAnswer[];
  geiq: boolean;
}

/** Nothing is written: the same answer would be given twice. */
export async function examinePerson(ctx: Context, input: ExamineInput): Promise<Result<ExaminedPerson>> {
  const person = await findPerson(ctx, input.id);
  if (person === null) return refuse('not-found');
  const contracts = await listContracts(ctx, person.id);
  const district = await districtOf(ctx, { home: await findResidence(ctx, person.id), day: input.fromDay });
  const known = await findProfile(ctx, person.id);
  const book = await eligibilityBook(ctx, organisationOf(ctx.actor));
  const publics = await publicsFor(ctx, contracts, input.fromDay);
  const facts: EligibilityFacts = {
    day: input.fromDay,
    seenOn: parisDay(ctx.now),
    birthDate: person.birthDate,
    situations: input.situation,
    registeredSince: input.registeredSince,
    leftSchoolOn: input.leftSchoolOn,
    training: input.training ?? known?.training ?? null,
    district: district.answer,
    employedElsewhere: input.employedElsewhere,
    opinionJoined: input.file !== null,
    proofs: input.proofs,
  };
  const examined = { facts, book };
  return done({
    person,
    contracts,
    facts,
    book,
    publics,
    district,
    clause: examineClause(examined, publics),
    iae: examineIae(examined).answers,
    geiq: examineGeiq(examined).eligible,
  });
}

/** Those of the market she works on, or has just worked on. */
export async function publicsFor(
  ctx: Context,
  contracts: readonly StandingContract[],
  day: string,
): Promise<MarketPublics> {
  const [latest] = contracts;
  if (latest === undefined) return openPublics;
  return publicsOf(await listPublicRules(ctx, latest.marketId), { lotId: latest.lotId, day });
}

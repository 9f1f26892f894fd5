/** A named person decides: eligible on criteria met and papers seen, or not; the window of the rules is kept with the decision. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { addMonths, parisDay } from '#domain/day.ts';
import { unemploymentBracket } from '#domain/eligibility-facts.ts';
import { keptReason } from '#domain/eligibility-reasons.ts';
import { eligibilityRule } from '#domain/eligibility-rules.ts';
import { keptFindings } from '#domain/examine-eligibility.ts';
import type { Finding } from '#domain/examine-criterion.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { isProtected } from '#domain/situations.ts';
import { record } from '#db/audit.ts';
import { keepResidenceAtHire } from '#db/contract-residence.ts';
import { followDecision } from '#db/referral-steps.ts';
import type { Context } from '#http/context.ts';
import type { DecisionInput } from './decision-input.ts';
import type { ExaminedPerson } from './examine.ts';
import { examinePerson } from './examine.ts';
import { keepProfile } from './place-queries.ts';
import { insertDecision, listDecisions, lockPerson, setEnd } from './queries.ts';
import type { KeptFile } from './reason-queries.ts';
import { insertDocument, insertReason } from './reason-queries.ts';
import { readFile } from './read-file.ts';
import { refusalOf } from './refusal-of.ts';
import { windowFor } from './window.ts';

export interface Decided {
  id: string;
  verdict: DecisionInput['verdict'];
  until: Day | null;
}

export async function decideEligibility(ctx: Context, input: DecisionInput): Promise<Result<Decided>> {
  const holderId = organisationOf(ctx.actor);
  if (holderId === null || (await lockPerson(ctx, input.id)) === null) return refuse('not-found');
  const open = (await listDecisions(ctx, input.id)).find(({ endedOn }) => endedOn === null) ?? null;
  if ((open?.id ?? '') !== input.courante) return refuse('changed-meanwhile');
  const examined = await examinePerson(ctx, input);
  if (!examined.ok) return examined;
  const eligible = input.verdict === 'eligible';
  const kept = eligible ? keptFindings(examined.value.clause) : [];
  const refused = eligible ? refusalOf(examined.value.clause, { input, kept }) : null;
  if (refused !== null) return refused;
  const file = eligible && input.file !== null ? await readFile(input.file) : null;
  if (file !== null && !file.ok) return file;
  const window = await windowFor(ctx, { ...input, contracts: examined.value.contracts });
  if (!window.ok) return window;
  const { rule, untilDay } = window.value;
  const until = eligible ? untilDay : null;
  const today = parisDay(ctx.now);
  if (open !== null) await setEnd(ctx, { id: open.id, endedOn: today });
  const decision = {
    personId: input.id,
    holderId,
    verdict: input.verdict,
    fromDay: input.fromDay,
    untilDay: until,
    ruleCode: rule.code,
    ruleVersion: rule.version,
    decidedOn: today,
    decidedBy: accountOf(ctx.actor),
  };
  const decisionId = await insertDecision(ctx, decision);
  await keepReasons(ctx, { input, examined: examined.value, kept, decisionId, holderId, file: file?.value ?? null });
  await keepWhatIsKnown(ctx, { input, examined: examined.value, holderId });
  await followDecision(ctx, { person: input.id, eligible });
  // No reason enters the journal: administrators read it, and it is kept longer than the reasons.
  await record(ctx, {
    action: 'eligibility.decided',
    subjectType: 'person',
    subjectId: input.id,
    ...(open !== null && { before: { verdict: open.verdict, fromDay: open.fromDay, untilDay: open.untilDay } }),
    after: { verdict: input.verdict, fromDay: input.fromDay, untilDay: until, ruleVersion: rule.version },
  });
  return done({ id: input.id, verdict: input.verdict, until });
}

interface Keeping {
  input: DecisionInput;
  examined: ExaminedPerson;
  holderId: string;
}

async function keepReasons(
  ctx: Context,
  {
    input,
    examined,
    kept,
    decisionId,
    holderId,
    file,
  }: Keeping & { kept: Finding[]; decisionId: string; file: KeptFile | null },
): Promise<void> {
  const today = parisDay(ctx.now);
  const asked = kept.find(({ criterion }) => criterion.code === input.principal) ?? kept[0];
  const reasons = Map.groupBy(kept, (finding) => keptReason(finding).criterion);
  for (const findings of reasons.values()) {
    const [finding] = findings;
    if (finding === undefined) continue;
    const hidden = isProtected(finding.situation);
    const proof = hidden ? undefined : examined.facts.proofs?.[finding.situation];
    const { criterion, version } = keptReason(finding);
    const proofId = await insertReason(
      ctx,
      {
        eligibilityId: decisionId,
        personId: input.id,
        holderId,
        criterion,
        criterionVersion: version,
        label: finding.situation === 'MARKET_PROFILE' ? (examined.publics.profile ?? '') : '',
        main: asked !== undefined && findings.includes(asked),
      },
      {
        personId: input.id,
        holderId,
        kind: proof?.kind ?? '',
        datedOn: proof?.datedOn ?? null,
        validUntil: proof?.validUntil ?? null,
        author: finding.situation === 'OPINION' ? input.author : '',
        seenOn: today,
        seenBy: accountOf(ctx.actor),
        suppliedBy: input.supplied ? examined.person.prescriberId : null,
      },
    );
    const keeps = finding.situation === 'OPINION' || (finding === asked && !hidden && keepsProofs(examined, today));
    if (!keeps || file === null) continue;
    const months = eligibilityRule(examined.book, 'proof-kept-months', today);
    await insertDocument(ctx, { proofId, holderId, file, keepUntil: addMonths(today, months) });
  }
}

/** An opinion is the only file when there is one; another proof is kept where the structure chose to. */
function keepsProofs({ book, facts }: ExaminedPerson, today: Day): boolean {
  return eligibilityRule(book, 'proof-kept', today) && !facts.situations.includes('OPINION');
}

async function keepWhatIsKnown(ctx: Context, { input, examined, holderId }: Keeping): Promise<void> {
  const { registeredSince, training, situation, fromDay } = input;
  const registered = situation.includes('REGISTERED') ? registeredSince : null;
  if (training !== null || registered !== null) {
    const bracket = registered === null ? null : unemploymentBracket(wholeMonths(registered, fromDay));
    await keepProfile(ctx, { personId: input.id, holderId, training, bracket, examinedOn: parisDay(ctx.now) });
  }
  for (const { id: contractId, startsOn } of examined.contracts) {
    await keepResidenceAtHire(ctx, { contractId, personId: input.id, holderId, startsOn });
  }
}

function wholeMonths(from: Day, until: Day): number {
  let months = 0;
  while (months < 24 && addMonths(from, months + 1) <= until) months += 1;
  return months;
}

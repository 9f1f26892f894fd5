/** Is one criterion met, what is missing, or why not: in sentences for the person who decides. */
import type { Day } from './day.ts';
import { addMonths, addYears, formatShortDay } from './day.ts';
import { districtWords } from './district-vintage.ts';
import type { Criterion, CriterionTest } from './eligibility-criteria.ts';
import type { EligibilityFacts } from './eligibility-facts.ts';
import { ageOn } from './eligibility-facts.ts';
import type { Proof, ProofFault } from './eligibility-proofs.ts';
import { proofFault, proofKinds } from './eligibility-proofs.ts';
import type { EligibilityBook } from './eligibility-rules.ts';
import { eligibilityRule } from './eligibility-rules.ts';
import type { SituationCode } from './situations.ts';
import { nationalLevel } from './training-level.ts';

/** missing: something must still be told. renew: the paper is too old. failed: the rule says no. */
export type FindingState = 'met' | 'missing' | 'renew' | 'failed';

export interface Finding {
  criterion: Criterion;
  state: FindingState;
  situation: SituationCode;
  why: string[];
  /** Why the paper of this situation does not do. */
  fault?: ProofFault;
}

interface Answer {
  state: FindingState;
  why: string;
}

/** null when nothing that was told opens this criterion. */
export function examineCriterion(
  criterion: Criterion,
  { facts, book }: { facts: EligibilityFacts; book: EligibilityBook },
): Finding | null {
  const situation = criterion.situations.find((code) => facts.situations.includes(code));
  if (situation === undefined) return null;
  const answers = criterion.tests.map((test) => tests[test](facts, book));
  const proof = facts.proofs === null ? null : examineProof(facts.proofs[situation], facts);
  const all = [...answers, ...(proof === null ? [] : [proof])];
  const state = (['failed', 'renew', 'missing'] as const).find((one) => all.some((answer) => answer.state === one));
  const why = all.filter((answer) => answer.state === (state ?? 'met')).map((answer) => answer.why);
  return {
    criterion,
    situation,
    state: state ?? 'met',
    why: why.filter(Boolean),
    ...(proof?.fault !== undefined && { fault: proof.fault }),
  };
}

function examineProof(proof: Proof | undefined, { day, seenOn }: EligibilityFacts): Answer & { fault?: ProofFault } {
  const fault = proofFault(proof, { day, seenOn });
  if (fault === null) return { state: 'met', why: '' };
  const name = proof === undefined ? 'La pièce' : proofKinds[proof.kind].label;
  const sentences: Record<ProofFault, string> = {
    'proof-missing': 'Aucune pièce n’a été vue.',
    'proof-date-missing': `${name}\u00a0: il manque sa date.`,
    'proof-future': `${name}\u00a0: sa date n’est pas encore passée.`,
    'proof-to-renew': `${name}\u00a0: à renouveler, elle est trop ancienne au ${formatShortDay(day)}.`,
    'proof-over': `${name}\u00a0: elle n’était plus valable le ${formatShortDay(day)}.`,
  };
  const renew = fault === 'proof-to-renew' || fault === 'proof-over';
  return { state: renew ? 'renew' : 'missing', why: sentences[fault], fault };
}

type Test = (facts: EligibilityFacts, book: EligibilityBook) => Answer;

const tests: Record<CriterionTest, Test> = {
  'under-youth-age': (facts, book) => {
    const limit = eligibilityRule(book, 'youth-under', facts.day);
    return aged(facts, (age) =>
      said(
        age < limit,
        `Moins de ${limit}\u00a0ans à l’embauche`,
        `${age}\u00a0ans à l’embauche, pour moins de ${limit}`,
      ),
    );
  },
  senior: (facts, book) => {
    const { age: limit, from } = eligibilityRule(book, 'senior', facts.day);
    const words = from === 'reached' ? `${limit}\u00a0ans ou plus` : `plus de ${limit}\u00a0ans`;
    if (facts.birthDate !== null) {
      const birthday = addYears(facts.birthDate, limit);
      const yes = from === 'reached' ? facts.day >= birthday : facts.day > birthday;
      return said(
        yes,
        `${words} à l’embauche`,
        `${ageOn(facts.birthDate, facts.day)}\u00a0ans à l’embauche, pour ${words}`,
      );
    }
    return aged(facts, (age) =>
      said(from === 'reached' ? age >= limit : age > limit, `${words} à l’embauche`, `${age}\u00a0ans, pour ${words}`),
    );
  },
  'forty-five': (facts) =>
    aged(facts, (age) => said(age >= 45, '45\u00a0ans ou plus', `${age}\u00a0ans, pour 45 ou plus`)),
  'registered-long': (facts, book) => registered(facts, eligibilityRule(book, 'registered-months', facts.day)),
  'registered-very-long': (facts, book) =>
    registered(facts, eligibilityRule(book, 'registered-long-months', facts.day)),
  'registered-between': (facts, book) => {
    const long = registered(facts, eligibilityRule(book, 'registered-months', facts.day));
    const most = eligibilityRule(book, 'registered-long-months', facts.day);
    const over = long.state === 'met' && registered(facts, most).state === 'met';
    return over ? { state: 'failed', why: `Au-delà de ${most}\u00a0mois, un autre critère s’applique.` } : long;
  },
  'out-of-school': (facts, book) => {
    const months = eligibilityRule(book, 'youth-out-of-school-months', facts.day);
    if (facts.leftSchoolOn === null) return missing('Indiquez quand la personne a quitté l’école.');
    return said(
      addMonths(facts.leftSchoolOn, months) <= facts.day,
      `Sortie de l’école depuis ${months}\u00a0mois ou plus`,
      `Sortie de l’école depuis moins de ${months}\u00a0mois`,
    );
  },
  'low-level': (facts, book) =>
    eligibilityRule(book, 'youth-graduates', facts.day) ? { state: 'met', why: '' } : level(facts, 2),
  'level-three-at-most': (facts) => level(facts, 3),
  'level-four-at-most': (facts) => level(facts, 4),
  'lives-in-district': ({ district }) => {
    if (district === 'unknown')
      return missing(`${districtWords.unknown}. Localisez l’adresse, ou importez les contours officiels.`);
    return said(district === 'yes', districtWords.yes, districtWords.no);
  },
  'far-from-employment': ({ employedElsewhere }) => {
    if (employedElsewhere === null) return missing('Indiquez si la personne a déjà un emploi.');
    return said(
      !employedElsewhere,
      'Sans autre emploi',
      'Habiter un quartier prioritaire ne suffit pas\u00a0: la personne a déjà un emploi',
    );
  },
  'opinion-joined': ({ opinionJoined, proofs }) =>
    proofs === null || opinionJoined
      ? { state: 'met', why: '' }
      : missing('Joignez l’avis motivé\u00a0: il est obligatoire.'),
};

/** P1: from date to date, so that 12 months are reached on the same date of the next year. */
function registered({ registeredSince, day }: EligibilityFacts, months: number): Answer {
  if (registeredSince === null) return missing('Indiquez depuis quand la personne est inscrite.');
  const reached: Day = addMonths(registeredSince, months);
  return said(
    reached <= day,
    `Inscription depuis ${months}\u00a0mois ou plus`,
    `Inscription depuis moins de ${months}\u00a0mois\u00a0: ce sera le cas le ${formatShortDay(reached)}`,
  );
}

function level({ training }: EligibilityFacts, most: number): Answer {
  const known = training === null ? null : nationalLevel(training);
  if (known === null) return missing('Indiquez le niveau de formation.');
  return said(known <= most, `Niveau ${known}`, `Niveau ${known}, pour un niveau ${most} au plus`);
}

function aged({ birthDate, age, day }: EligibilityFacts, judge: (age: number) => Answer): Answer {
  const years = birthDate === null ? (age ?? null) : ageOn(birthDate, day);
  if (years !== null) return judge(years);
  return missing(age === undefined ? 'Indiquez la date de naissance.' : 'Indiquez l’âge.');
}

function said(yes: boolean, whenMet: string, whenNot: string): Answer {
  return yes ? { state: 'met', why: `${whenMet}.` } : { state: 'failed', why: `${whenNot}.` };
}

function missing(why: string): Answer {
  return { state: 'missing', why };
}

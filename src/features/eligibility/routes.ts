/** The doors of eligibility: deciding, what the criteria ask, testing without a name, publics of a market, settings, outlines. */
import { formatShortDay } from '#domain/day.ts';
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { askAddress, proposeAddresses } from './addresses.ts';
import { drawCatalogue } from './catalogue-page.tsx';
import { decideEligibility } from './decide.ts';
import { decisionInput, endDecisionInput, examineInput, personIdInput } from './decision-input.ts';
import { decisionView, drawDecision } from './decision-page.tsx';
import { districtRoutes } from './districts-routes.ts';
import { downloadDocument } from './document.ts';
import { endEligibility, undoEligibility } from './end.ts';
import { examineShown } from './examine-shown.ts';
import {
  dropNumber,
  removeResidence,
  setNumber,
  setProfile,
  setResidence,
  putBackResidence,
  restoreNumber,
} from './place.ts';
import { numberInput, profileInput, removeNumberInput, residenceInput } from './place-input.ts';
import { publicsRoutes } from './publics-routes.ts';
import { setEligibilityRule, settingInput } from './settings.ts';
import { drawSettings } from './settings-page.tsx';
import { drawSituation } from './situation-page.tsx';
import { testInput } from './test-input.ts';
import { drawTest, testEligibility, typedTest } from './test-page.tsx';

const decided = { permission: 'eligibility.decide' } as const;
const person = '/personnes/:id';
const eligibility = `${person}/eligibilite`;
const situation = ({ id }: { id: string }) => `/personnes/${id}/situation`;

const decisionRoutes: Route[] = [
  page({ path: eligibility, ...decided, view: drawDecision }),
  action({
    path: eligibility,
    ...decided,
    files: true,
    input: decisionInput,
    story: decideEligibility,
    afterwards: ({ id, verdict, until }) => ({
      to: `/personnes/${id}`,
      say:
        verdict === 'eligible' && until !== null
          ? `Décision enregistrée\u00A0: éligible jusqu’au ${formatShortDay(until)}.`
          : 'Décision enregistrée\u00A0: non éligible.',
      undo: `/personnes/${id}/eligibilite/annuler`,
    }),
    page: drawDecision,
  }),
  action({
    path: `${eligibility}/examiner`,
    ...decided,
    files: true,
    once: false,
    input: examineInput,
    story: examineShown,
    afterwards: ({ page: read, examined, values }, request) => ({
      to: `/personnes/${read.person.id}/eligibilite`,
      shows: decisionView(read, { request, state: { values, errors: [] }, examined }),
    }),
    page: drawDecision,
  }),
  action({
    path: `${eligibility}/lever`,
    ...decided,
    input: endDecisionInput,
    story: endEligibility,
    afterwards: ({ id }) => ({
      to: `/personnes/${id}`,
      say: 'Décision levée. Vous pouvez en enregistrer une autre.',
      undo: `/personnes/${id}/eligibilite/annuler`,
    }),
    page: drawDecision,
  }),
  action({
    path: `${eligibility}/annuler`,
    ...decided,
    input: personIdInput,
    story: undoEligibility,
    afterwards: ({ id }) => ({ to: `/personnes/${id}`, say: 'Annulé\u00A0: la fiche est comme avant.' }),
    page: drawDecision,
  }),
  data({ path: `${eligibility}/pieces/:piece`, ...decided, answer: downloadDocument }),
];

const placeRoutes: Route[] = [
  page({ path: `${person}/situation`, ...decided, view: (request) => drawSituation(request, null) }),
  action({
    path: `${person}/adresse`,
    ...decided,
    throttle: 'search',
    input: residenceInput,
    prepare: askAddress,
    story: setResidence,
    afterwards: (placed) => ({ to: situation(placed), say: 'Adresse enregistrée.' }),
    page: drawSituation,
  }),
  action({
    path: `${person}/adresse/retirer`,
    ...decided,
    input: personIdInput,
    story: removeResidence,
    afterwards: (placed) => ({
      to: situation(placed),
      say: 'Adresse retirée.',
      undo: `/personnes/${placed.id}/adresse/remettre`,
    }),
    page: (request) => drawSituation(request, null),
  }),
  action({
    path: `${person}/adresse/remettre`,
    ...decided,
    input: personIdInput,
    story: putBackResidence,
    afterwards: (placed) => ({ to: situation(placed), say: 'Adresse remise.' }),
    page: (request) => drawSituation(request, null),
  }),
  action({
    path: `${person}/niveau`,
    ...decided,
    input: profileInput,
    story: setProfile,
    afterwards: (placed) => ({ to: situation(placed), say: 'Niveau enregistré.' }),
    page: (request) => drawSituation(request, null),
  }),
  action({
    path: `${person}/numeros`,
    ...decided,
    input: numberInput,
    story: setNumber,
    afterwards: (placed) => ({ to: situation(placed), say: 'Numéro enregistré.' }),
    page: (request) => drawSituation(request, null),
  }),
  action({
    path: `${person}/numeros/retirer`,
    ...decided,
    input: removeNumberInput,
    story: dropNumber,
    afterwards: (placed) => ({
      to: situation(placed),
      say: 'Numéro retiré.',
      undo: `/personnes/${placed.id}/numeros/${placed.kind}/remettre`,
    }),
    page: (request) => drawSituation(request, null),
  }),
  action({
    path: `${person}/numeros/:kind/remettre`,
    ...decided,
    input: removeNumberInput,
    story: restoreNumber,
    afterwards: (placed) => ({ to: situation(placed), say: 'Numéro remis.' }),
    page: (request) => drawSituation(request, null),
  }),
  data({ path: '/adresses/propositions', ...decided, throttle: 'search', answer: proposeAddresses }),
];

const testRoutes: Route[] = [
  page({
    path: '/tester-l-eligibilite',
    permission: 'eligibility.test',
    view: (request) => Promise.resolve(drawTest(request)),
  }),
  action({
    path: '/tester-l-eligibilite',
    permission: 'eligibility.test',
    once: false,
    input: testInput,
    story: testEligibility,
    afterwards: (tested, { key }) => ({
      to: '/tester-l-eligibilite',
      shows: drawTest({ form: typedTest(tested), key }, tested),
    }),
    page: (request) => Promise.resolve(drawTest(request)),
  }),
  page({ path: '/criteres-eligibilite', permission: 'eligibility.test', view: drawCatalogue }),
];

const settingRoutes: Route[] = [
  page({ path: '/organisation/eligibilite', permission: 'eligibility.set', view: drawSettings }),
  action({
    path: '/organisation/eligibilite',
    permission: 'eligibility.set',
    input: settingInput,
    story: setEligibilityRule,
    afterwards: () => ({ to: '/organisation/eligibilite', say: 'Réglage enregistré.' }),
    page: drawSettings,
  }),
];

export const eligibilityRoutes: Route[] = [
  ...decisionRoutes,
  ...placeRoutes,
  ...testRoutes,
  ...settingRoutes,
  ...publicsRoutes,
  ...districtRoutes,
];

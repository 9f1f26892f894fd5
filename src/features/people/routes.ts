/** People and their work contracts. */
import { formatShortDay } from '#domain/day.ts';
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { contractRoutes } from './contract-routes.ts';
import { createPerson } from './create.ts';
import { decideEligibility, endEligibility } from './decide.ts';
import { editPerson } from './edit.ts';
import { drawDecision } from './eligibility-page.tsx';
import { drawEditPerson, drawNewPerson } from './form-page.tsx';
import { decisionInput, editPersonInput, endDecisionInput, newPersonInput } from './input.ts';
import { drawList } from './list-page.tsx';
import { drawPerson } from './person-page.tsx';

export const peopleRoutes: Route[] = [
  page({ path: '/personnes', permission: 'person.read', throttle: 'search', view: drawList }),
  page({ path: '/personnes/nouvelle', permission: 'person.write', view: drawNewPerson }),
  action({
    path: '/personnes/nouvelle',
    permission: 'person.write',
    input: newPersonInput,
    story: createPerson,
    afterwards: ({ id }) => ({ to: `/personnes/${id}`, say: 'Personne enregistrée.' }),
    page: drawNewPerson,
  }),
  page({ path: '/personnes/:id', permission: 'person.read', view: drawPerson }),
  page({ path: '/personnes/:id/modifier', permission: 'person.write', view: drawEditPerson }),
  action({
    path: '/personnes/:id/modifier',
    permission: 'person.write',
    input: editPersonInput,
    story: editPerson,
    afterwards: ({ id }) => ({ to: `/personnes/${id}`, say: 'Identité modifiée.' }),
    page: drawEditPerson,
  }),
  page({ path: '/personnes/:id/eligibilite', permission: 'eligibility.decide', view: drawDecision }),
  action({
    path: '/personnes/:id/eligibilite',
    permission: 'eligibility.decide',
    input: decisionInput,
    story: decideEligibility,
    afterwards: ({ id, verdict, until }) => ({
      to: `/personnes/${id}`,
      say:
        verdict === 'eligible' && until !== null
          ? `Décision enregistrée\u00A0: éligible jusqu’au ${formatShortDay(until)}.`
          : 'Décision enregistrée\u00A0: non éligible.',
    }),
    page: drawDecision,
  }),
  action({
    path: '/personnes/:id/eligibilite/lever',
    permission: 'eligibility.decide',
    input: endDecisionInput,
    story: endEligibility,
    afterwards: ({ id }) => ({
      to: `/personnes/${id}`,
      say: 'Décision levée. Vous pouvez en enregistrer une autre.',
    }),
    page: drawDecision,
  }),
  ...contractRoutes,
];

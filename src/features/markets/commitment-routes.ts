/** The doors of what a lot owes: commitments, amendments, split. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawAmendment, effectView } from './amendment-page.tsx';
import { amendCommitment, signAmended, takeBackAmendment } from './amendments.ts';
import {
  amendmentInput,
  moveCommitmentInput,
  newCommitmentInput,
  signInput,
  splitInput,
  takeBackInput,
} from './commitment-input.ts';
import { drawCommitments } from './commitment-page.tsx';
import { drawCommitmentSteps, drawSignature } from './commitment-steps.tsx';
import { addCommitment, moveCommitmentStep } from './commitments.ts';
import { drawSplit } from './split-page.tsx';
import { splitLot } from './split.ts';

const permission = 'market.write';
const owed = ({ id }: { id: string }) => `/lots/${id}/engagement`;

export const commitmentRoutes: Route[] = [
  page({ path: '/lots/:id/engagement', permission, view: drawCommitments }),
  action({
    path: '/lots/:id/engagement',
    permission,
    input: newCommitmentInput,
    story: addCommitment,
    afterwards: (value) => ({ to: owed(value), say: 'Engagement ajouté.' }),
    page: drawCommitments,
  }),
  page({ path: '/lots/:id/engagement/etat', permission, view: drawCommitmentSteps }),
  action({
    path: '/lots/:id/engagement/etat',
    permission,
    input: moveCommitmentInput,
    story: moveCommitmentStep,
    afterwards: (value) => ({ to: owed(value), say: `État de l’engagement\u00A0: ${value.label}.` }),
    page: drawCommitmentSteps,
  }),
  page({ path: '/lots/:id/avenant', permission, view: drawAmendment }),
  action({
    path: '/lots/:id/avenant',
    permission,
    input: amendmentInput,
    story: amendCommitment,
    afterwards: (effect, request) =>
      effect.simulated
        ? { to: `/lots/${effect.lot.id}/avenant`, shows: effectView(effect, request) }
        : {
            to: owed(effect.lot),
            say: effect.signedOn === null ? 'Avenant proposé. Il attend sa signature.' : 'Avenant signé enregistré.',
          },
    page: drawAmendment,
  }),
  page({ path: '/lots/:id/avenant/signer', permission, view: drawSignature }),
  action({
    path: '/lots/:id/avenant/signer',
    permission,
    input: signInput,
    story: signAmended,
    afterwards: (value) => ({ to: owed(value), say: 'Avenant signé.' }),
    page: drawSignature,
  }),
  action({
    path: '/lots/:id/avenant/retirer',
    permission,
    input: takeBackInput,
    story: takeBackAmendment,
    afterwards: (value) => ({ to: owed(value), say: 'Avenant retiré.' }),
    page: drawCommitments,
  }),
  page({ path: '/lots/:id/repartition', permission, view: drawSplit }),
  action({
    path: '/lots/:id/repartition',
    permission,
    input: splitInput,
    story: splitLot,
    afterwards: (value) => ({ to: owed(value), say: 'Répartition enregistrée.' }),
    page: drawSplit,
  }),
];

/** The doors of a prescriber: her candidates, one by one or by file, and the link of a referent without an account. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { drawCorrection } from './correct-page.tsx';
import { correctProposal, putBack, withdrawProposal } from './correct.ts';
import { handProof, takeProofBack } from './hand-proof.ts';
import { drawImport, drawLines, linesView } from './import-page.tsx';
import { readReferralFile } from './import.ts';
import {
  correctionInput,
  fileInput,
  knownInput,
  linesInput,
  linkInput,
  proofInput,
  proposalInput,
  referralIdInput,
  withdrawalInput,
} from './input.ts';
import { drawByLink } from './link-page.tsx';
import { drawRepairLink } from './repair-link-page.tsx';
import { repairReferralLink } from './link.ts';
import { drawCandidates } from './own-list-page.tsx';
import { drawCandidate } from './own-page.tsx';
import { drawPropose, drawProposeAgain } from './propose-page.tsx';
import { proposeAgain } from './propose-again.ts';
import { proposePerson } from './propose.ts';
import { sendLines } from './send-lines.ts';
import { answerTemplate } from './template-file.ts';

const gate = { permission: 'sign-in.enter', as: 'gate' } as const;
const follow = { permission: 'referral.follow' } as const;
const propose = { permission: 'referral.propose' } as const;

export const referralRoutes: Route[] = [
  page({ ...gate, path: '/suivi-candidats/nouveau-lien/:token', throttle: 'search', view: drawRepairLink }),
  action({
    ...gate,
    path: '/suivi-candidats/nouveau-lien/:token',
    once: false,
    input: linkInput,
    story: repairReferralLink,
    afterwards: (_, { params }) => ({ to: `/suivi-candidats/nouveau-lien/${params['token'] ?? ''}?envoye=1` }),
    page: drawRepairLink,
  }),
  page({ ...follow, path: '/suivi-candidats/:token', link: 'referral', view: drawByLink }),
  page({ ...follow, path: '/candidats', throttle: 'search', view: drawCandidates }),
  page({ ...propose, path: '/candidats/nouveau', view: drawPropose }),
  action({
    ...propose,
    path: '/candidats/nouveau',
    input: proposalInput,
    story: proposePerson,
    afterwards: ({ id }) => ({
      to: `/candidats/${id}`,
      say: 'Proposition envoyée. Vous serez prévenu de chaque étape.',
      undo: `/candidats/${id}/reprendre`,
    }),
    page: drawPropose,
  }),
  data({ ...propose, path: '/candidats/modele.csv', answer: answerTemplate }),
  page({ ...propose, path: '/candidats/importer', view: drawImport }),
  action({
    ...propose,
    path: '/candidats/importer',
    files: true,
    once: false,
    throttle: 'import',
    input: fileInput,
    story: readReferralFile,
    afterwards: (read, request) => ({ to: '/candidats/importer', shows: linesView(request, read) }),
    page: drawImport,
  }),
  action({
    ...propose,
    path: '/candidats/importer/lignes',
    input: linesInput,
    story: sendLines,
    afterwards: ({ sent, known }) => ({
      to: '/candidats',
      say: `${counted(sent, 'personne proposée', 'personnes proposées')}${known === 0 ? '' : `, ${known} l’étaient déjà`}.`,
    }),
    page: drawLines,
  }),
  page({ ...follow, path: '/candidats/:id', view: drawCandidate }),
  page({ ...propose, path: '/candidats/:id/modifier', view: drawCorrection }),
  action({
    ...propose,
    path: '/candidats/:id/modifier',
    input: correctionInput,
    story: correctProposal,
    afterwards: ({ id }) => ({ to: `/candidats/${id}`, say: 'Correction enregistrée.' }),
    page: drawCorrection,
  }),
  page({ ...propose, path: '/candidats/:id/proposer', view: drawProposeAgain }),
  action({
    ...propose,
    path: '/candidats/:id/proposer',
    input: knownInput,
    story: proposeAgain,
    afterwards: ({ id }) => ({
      to: `/candidats/${id}`,
      say: 'Proposition envoyée.',
      undo: `/candidats/${id}/reprendre`,
    }),
    page: drawProposeAgain,
  }),
  action({
    ...propose,
    path: '/candidats/:id/justificatif',
    input: proofInput,
    story: handProof,
    afterwards: ({ id }) => ({
      to: `/candidats/${id}`,
      say: 'La structure sait que la pièce est remise.',
      undo: `/candidats/${id}/justificatif/annuler`,
    }),
    page: drawCandidate,
  }),
  action({
    ...propose,
    path: '/candidats/:id/justificatif/annuler',
    input: referralIdInput,
    story: takeProofBack,
    afterwards: ({ id }) => ({ to: `/candidats/${id}`, say: 'Pièce à remettre de nouveau.' }),
    page: drawCandidate,
  }),
  action({
    ...propose,
    path: '/candidats/:id/retirer',
    input: withdrawalInput,
    story: withdrawProposal,
    afterwards: ({ id }) => ({
      to: `/candidats/${id}`,
      say: 'Proposition retirée.',
      undo: `/candidats/${id}/remettre`,
    }),
    page: drawCandidate,
  }),
  action({
    ...propose,
    path: '/candidats/:id/reprendre',
    input: referralIdInput,
    story: (ctx, { id }) => withdrawProposal(ctx, { id, reason: 'mistake' }),
    afterwards: ({ id }) => ({ to: '/candidats', say: 'Proposition reprise.', undo: `/candidats/${id}/remettre` }),
    page: drawCandidate,
  }),
  action({
    ...propose,
    path: '/candidats/:id/remettre',
    input: referralIdInput,
    story: putBack,
    afterwards: ({ id }) => ({ to: `/candidats/${id}`, say: 'Proposition remise.' }),
    page: drawCandidate,
  }),
];

/** Whose turn it is: one owner and one next action for everything open, told to all sides in the same words (users.md §3, 14). */
import type { CommitmentState } from './commitment-state.ts';
import type { ContractState } from './contract-state.ts';
import type { Day } from './day.ts';
import type { Confirmation, DeclarationState } from './declaration-state.ts';
import type { LotState } from './lot-state.ts';
import type { MarketState } from './market-state.ts';
import type { Side } from './state-machine.ts';

export type Owner = Side | 'nobody';

export interface Turn {
  owner: Owner;
  action: string;
  since: Day;
}

type Task = Omit<Turn, 'since'>;

const over: Task = { owner: 'nobody', action: 'Rien à faire.' };
const startUp = byFacilitator('Tenir la réunion de démarrage.');
const resume = byBuyer('Décider de la reprise ou de la résiliation.');
const finalReport = byFacilitator('Remettre le bilan final et clore le suivi.');
const follow = byFacilitator('Suivre les heures et préparer l’état trimestriel.');

const marketTasks: Record<MarketState, Task> = {
  identified: byFacilitator('Étudier l’opportunité d’une clause.'),
  'under-study': byFacilitator('Calibrer les heures de chaque lot.'),
  calibrated: byBuyer('Inscrire la clause dans le dossier de consultation.'),
  'dce-ready': byBuyer('Publier la consultation.'),
  published: byBuyer('Analyser les offres.'),
  'offers-analysed': byBuyer('Attribuer le marché.'),
  awarded: byBuyer('Notifier le marché.'),
  notified: startUp,
  running: follow,
  suspended: resume,
  completed: finalReport,
  terminated: finalReport,
  closed: over,
  'no-clause': over,
  unsuccessful: over,
};

const lotTasks: Record<LotState, Task> = {
  'in-preparation': byFacilitator('Calibrer les heures du lot.'),
  published: byBuyer('Attribuer le lot.'),
  awarded: byBuyer('Notifier le lot.'),
  notified: startUp,
  running: follow,
  suspended: resume,
  completed: finalReport,
  terminated: finalReport,
  closed: over,
  'no-clause': over,
  unsuccessful: over,
};

const settle = byFacilitator('Solder l’engagement.');

const commitmentTasks: Record<CommitmentState, Task> = {
  draft: byFacilitator('Proposer un nombre d’heures.'),
  proposed: byBuyer('Accepter le nombre d’heures ou demander une autre proposition.'),
  contractual: startUp,
  'not-triggered': byFacilitator('Mettre à jour le montant facturé.'),
  started: { owner: 'company', action: 'Recruter les premières personnes.' },
  'in-progress': { owner: 'company', action: 'Déclarer les heures de chaque mois.' },
  'at-risk': byFacilitator('Contacter l’entreprise et proposer des recrutements.'),
  fulfilled: settle,
  'partially-fulfilled': byFacilitator('Proposer une suite à l’acheteur, puis solder l’engagement.'),
  'not-fulfilled': byFacilitator('Proposer une suite à l’acheteur, puis solder l’engagement.'),
  suspended: byBuyer('Décider de la reprise, de la réduction ou de la levée de la clause.'),
  reduced: byFacilitator('Vérifier le nouvel objectif avec l’entreprise.'),
  waived: settle,
  closed: over,
};

export function turnOfMarket({ state, since }: { state: MarketState; since: Day }): Turn {
  return { ...marketTasks[state], since };
}

/** The states in which this side moves the market. */
export function marketStatesOf(owner: Owner): MarketState[] {
  return (Object.keys(marketTasks) as MarketState[]).filter((state) => marketTasks[state].owner === owner);
}

export function turnOfLot({ state, since }: { state: LotState; since: Day }): Turn {
  return { ...lotTasks[state], since };
}

export function turnOfCommitment({ state, since }: { state: CommitmentState; since: Day }): Turn {
  return { ...commitmentTasks[state], since };
}

/** declarant: who owes the declaration, the company or the structure that employs. */
export function turnOfDeclaration({
  state,
  since,
  declarant,
  confirmation,
}: {
  state: DeclarationState;
  since: Day;
  declarant: 'company' | 'inclusion';
  confirmation: Confirmation;
}): Turn {
  return { ...declarationTask(state, { declarant, confirmation }), since };
}

export function turnOfContract({
  state,
  since,
  employer,
}: {
  state: ContractState;
  since: Day;
  employer: 'company' | 'inclusion';
}): Turn {
  const actions: Record<ContractState, string | null> = {
    planned: 'Confirmer le début du contrat.',
    active: 'Déclarer les heures et dire comment finit la période d’essai.',
    'trial-over': 'Déclarer les heures de chaque mois.',
    suspended: 'Signaler la reprise ou la fin du contrat.',
    ended: null,
    removed: null,
  };
  const action = actions[state];
  return { ...(action === null ? over : { owner: employer, action }), since };
}

function declarationTask(
  state: DeclarationState,
  { declarant, confirmation }: { declarant: 'company' | 'inclusion'; confirmation: Confirmation },
): Task {
  switch (state) {
    case 'expected':
      return { owner: declarant, action: 'Déclarer les heures du mois, même nulles.' };
    case 'late':
      return { owner: declarant, action: 'Déclarer sans attendre les heures du mois, même nulles.' };
    case 'submitted':
      return confirmation === 'waiting'
        ? { owner: otherParty(declarant), action: 'Confirmer ou contester les heures déclarées.' }
        : byFacilitator('Contrôler la déclaration.');
    case 'under-review':
      return byFacilitator(
        confirmation === 'disputed' ? 'Trancher l’écart entre les deux déclarations.' : 'Finir le contrôle.',
      );
    case 'validated':
      return byFacilitator('Reprendre les heures dans le prochain état trimestriel.');
    case 'partially-validated':
    case 'rejected':
      return { owner: declarant, action: 'Corriger les lignes refusées.' };
    case 'corrected':
      return byFacilitator('Reprendre la correction dans le prochain état trimestriel.');
    case 'locked':
    case 'not-due':
      return over;
  }
}

function otherParty(declarant: 'company' | 'inclusion'): Side {
  return declarant === 'company' ? 'inclusion' : 'company';
}

function byBuyer(action: string): Task {
  return { owner: 'buyer', action };
}

function byFacilitator(action: string): Task {
  return { owner: 'facilitator', action };
}

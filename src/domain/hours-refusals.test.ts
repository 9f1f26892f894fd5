/** Every reason the rules of markets and hours can give has its sentence, with its details in place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllocationRefusal } from './allocation.ts';
import type { CommitmentRefusal } from './commitment-state.ts';
import type { SplitRefusal } from './commitment-split.ts';
import type { AmendmentRefusal } from './commitment-versions.ts';
import { proposeAmendment } from './commitment-versions.ts';
import type { ContractLifeRefusal } from './contract-life.ts';
import type { ContractRefusal } from './contract-state.ts';
import type { RuleRefusal } from './dated-rules.ts';
import type { DeclarationRefusal } from './declaration-state.ts';
import type { CompensationRefusal } from './group-compensation.ts';
import type { LineBlock } from './hours-line.ts';
import type { MarketRefusal } from './market-state.ts';
import { moveMarket } from './market-state.ts';
import type { RefusalCode } from './refusals.ts';
import { sentenceFor } from './refusals.ts';
import type { Refusal } from './result.ts';
import type { BracketRefusal } from './training-brackets.ts';

type States = MarketRefusal | CommitmentRefusal | DeclarationRefusal | ContractRefusal | ContractLifeRefusal;
type Amounts = RuleRefusal | AmendmentRefusal | SplitRefusal | CompensationRefusal | BracketRefusal;

/** Compiles only while every reason is in the catalogue. */
function told({ because, details }: Refusal<States | Amounts | LineBlock | AllocationRefusal>): string {
  const code: RefusalCode = because;
  return sentenceFor(code, details);
}

test('a refused step and a refused amendment read as whole sentences', () => {
  const step = moveMarket({ from: 'awarded', to: 'running', by: 'buyer' }, { lots: [] });
  assert.ok(!step.ok);
  assert.equal(told(step), 'Cette étape ne suit pas l’état actuel. Étapes possibles\u00a0: Notifié, Sans suite.');
  const amendment = proposeAmendment({
    versions: [],
    commitment: { kind: 'fixed', minutes: 60 },
    effectiveOn: '2026-01-01',
    reason: 'Avenant',
    validated: 783 * 60,
  });
  assert.ok(!amendment.ok);
  assert.match(told(amendment), /heures déjà validées, 783\u00a0h\./u);
});

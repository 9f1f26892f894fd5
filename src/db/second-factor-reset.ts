/** Takes away the lost proofs of an account and closes its sessions: its password alone opens it, until new proofs are set up. Runs as the gate. */
import { deletePasskeysOf } from './passkey.ts';
import { removeSecondFactor, replaceRecoveryCodes } from './second-factor.ts';
import { endAllSessions } from './session-open.ts';
import type { Transaction } from './transaction.ts';

export async function resetProofs(db: Transaction, { account, now }: { account: string; now: Date }): Promise<void> {
  await removeSecondFactor(db, account);
  await replaceRecoveryCodes(db, { account, hashes: [], now });
  await deletePasskeysOf(db, account);
  await endAllSessions(db, account, now);
}

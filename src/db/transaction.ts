/** One transaction per request, its role and context set inside it only, so that row security knows who asks. */
import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;
export type Transaction = KyselyTransaction<DB>;

/** app: a known organisation. gate: sign-in and invitations. job: deliveries and cleaning. reader: exports. privacy: rights of people. */
export type DatabaseRole = 'app' | 'gate' | 'job' | 'reader' | 'privacy';

export interface Scope {
  role: DatabaseRole;
  actor: string;
  organisation: string | null;
  account: string | null;
  /** The person whose own space is open: row security then shows nobody else. */
  person?: string | null;
  today: string;
  /** Reads the state of one instant throughout, whatever is written meanwhile. */
  snapshot?: true;
}

export function inTransaction<Value>(
  database: Database,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const beginning = database.transaction();
  const begun = scope.snapshot === true ? beginning.setIsolationLevel('repeatable read') : beginning;
  return begun.execute(async (transaction) => {
    await enter(transaction, scope);
    return work(transaction);
  });
}

/** Takes a role and a context until the end of this transaction, or until the next call. */
export async function enter(transaction: Transaction, scope: Scope): Promise<void> {
  await sql`select
    set_config('role', ${`guichet_${scope.role}`}, true),
    set_config('app.actor', ${scope.actor}, true),
    set_config('app.organisation', ${scope.organisation ?? ''}, true),
    set_config('app.account', ${scope.account ?? ''}, true),
    set_config('app.person', ${scope.person ?? ''}, true),
    set_config('app.today', ${scope.today}, true)`.execute(transaction);
}

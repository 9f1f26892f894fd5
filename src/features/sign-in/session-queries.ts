/** Reads how the session of this request was opened, to open the next one alike. */
import type { Context } from '#http/context.ts';
import type { SignInMethod } from './open-session.ts';

export interface OpenedAs {
  method: SignInMethod;
  secondFactor: boolean;
  idToken: string | null;
}

export async function findSession({ db, actor }: Context): Promise<OpenedAs | null> {
  if (!('session' in actor)) return null;
  const row = await db
    .selectFrom('session')
    .select(['method', 'secondFactor', 'oidcIdToken as idToken'])
    .where('id', '=', actor.session)
    .executeTakeFirst();
  return row ?? null;
}

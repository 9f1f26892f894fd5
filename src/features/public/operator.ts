/** Who runs this instance, as its own record says; only that record is read. Runs as the gate, for pages without sign-in. */
import type { Context } from '#http/context.ts';

export interface Operator {
  name: string;
  email: string;
  phone: string;
  address: string;
}

export async function findOperator({ db }: Context): Promise<Operator | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'email', 'phone', 'street', 'postcode', 'city'])
    .where('kind', '=', 'operator')
    .where('closedAt', 'is', null)
    .orderBy('createdAt')
    .executeTakeFirst();
  if (row === undefined) return null;
  const { name, email, phone, street, postcode, city } = row;
  return { name, email, phone, address: [street, `${postcode} ${city}`.trim()].filter(Boolean).join(', ') };
}

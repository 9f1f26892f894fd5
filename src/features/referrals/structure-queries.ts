/** The structures a prescriber may propose to, those of her own département first. */
import { organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';

export interface Structure {
  id: string;
  name: string;
  city: string;
}

export async function listStructures({ db, actor }: Context): Promise<Structure[]> {
  const own = organisationOf(actor) ?? '';
  const rows = await db
    .selectFrom('prescriberPartner')
    .innerJoin('organisation', 'organisation.id', 'prescriberPartner.holderId')
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.serviceName',
      'organisation.city',
      'organisation.postcode',
    ])
    .where('prescriberPartner.prescriberId', '=', own)
    .where('prescriberPartner.endedAt', 'is', null)
    .where('organisation.closedAt', 'is', null)
    .orderBy('organisation.name')
    .execute();
  const mine = await db.selectFrom('organisation').select('postcode').where('id', '=', own).executeTakeFirst();
  const near = (postcode: string) =>
    mine !== undefined && territoryOf(postcode) === territoryOf(mine.postcode) ? 0 : 1;
  return rows
    .sort((one, other) => near(one.postcode) - near(other.postcode))
    .map(({ id, name, serviceName, city }) => ({
      id,
      name: serviceName === '' ? name : `${name}, ${serviceName}`,
      city,
    }));
}

export async function isPartner(ctx: Context, holderId: string): Promise<boolean> {
  return (await listStructures(ctx)).some(({ id }) => id === holderId);
}

/** Two figures, three overseas. */
function territoryOf(postcode: string): string {
  return postcode.startsWith('97') || postcode.startsWith('98') ? postcode.slice(0, 3) : postcode.slice(0, 2);
}

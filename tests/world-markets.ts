/** A house whose doors include the market features, with a facilitator, a buyer, a company and strangers. */
import { createThreadWorld } from './world-thread.ts';
import type { ThreadWorld } from './world-thread.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import type { Person } from './world.ts';
import { mount } from '#http/mount.ts';
import type { Route } from '#http/route.ts';
import { routes } from '../src/routes.ts';

export interface MarketHouse extends TestHouse {
  thread: ThreadWorld;
  facilitator: Person;
  buyer: Person;
  company: Person;
  clerk: Person;
  /** Facilitator and buyer of elsewhere. */
  stranger: Person;
  otherBuyer: Person;
}

export async function marketHouse(doors: readonly Route[]): Promise<MarketHouse> {
  const house = await testHouse();
  const { world } = house;
  const relay = await world.anOrganisation('facilitator', { name: 'Relais' });
  const city = await world.anOrganisation('buyer', { name: 'Métropole' });
  const builder = await world.anOrganisation('company', { name: 'Bâtir' });
  const elsewhere = await world.anOrganisation('facilitator', { name: 'Ailleurs' });
  const otherCity = await world.anOrganisation('buyer', { name: 'Autre ville' });
  return {
    ...house,
    app: mount(house.house, [...new Set([...doors, ...routes])]),
    thread: createThreadWorld({ admin: house.admin, world, clock: house.clock }),
    facilitator: await world.aMember(relay, 'facilitator.facilitator'),
    clerk: await world.aMember(relay, 'facilitator.clerk'),
    buyer: await world.aMember(city, 'buyer.procurement'),
    company: await world.aMember(builder, 'company.admin'),
    stranger: await world.aMember(elsewhere, 'facilitator.facilitator'),
    otherBuyer: await world.aMember(otherCity, 'buyer.procurement'),
  };
}

/** SIRET of an organisation of this world. */
export async function siretOf({ admin }: TestHouse, organisation: string): Promise<string> {
  const found = await admin.query('select identifier from organisation where id = $1', [organisation]);
  return String(found.rows[0].identifier);
}

/** Everything a position may receive: pages, API, exports, search, filters, sorts, counts and letters, each as text. */
import { mount } from '#http/mount.ts';
import type { App } from '#http/mount.ts';
import type { Route } from '#http/route.ts';
import { routes } from '../../src/routes.ts';
import type { TestHouse } from '../house.ts';
import { visit } from '../visitor.ts';
import type { Visitor } from '../visitor.ts';
import type { Person } from '../world.ts';
import { probes } from './field-canaries.ts';
import type { FieldWorld } from './field-canaries.ts';

export type Outlet = 'page' | 'export' | 'search' | 'filter' | 'sort' | 'count' | 'api' | 'mail';

export interface Received {
  outlet: Outlet;
  address: string;
  text: string;
}

/** In an address, which object its :id is. A family unknown here gets a number that is nobody's. */
const objectOfFamily: Readonly<Record<string, string>> = {
  personnes: 'person',
  contrats: 'contract',
  marches: 'market',
  lots: 'lot',
  heures: 'declaration',
  declarations: 'declaration',
  documents: 'document',
  'mes-marches': 'party',
  intervenants: 'party',
  contacts: 'contact',
  'organisation/membres': 'member',
  'donnees/demandes': 'request',
  'donnees/gels': 'hold',
  visites: 'visit',
  bilans: 'report',
  competences: 'skill',
  freins: 'obstacle',
  sorties: 'exit',
  besoins: 'offer',
  postes: 'offer',
  candidatures: 'placement',
  doublons: 'person',
};

const nobody = '00000000-0000-4000-8000-000000000000';

export async function receive(house: TestHouse, world: FieldWorld, person: Person | null): Promise<Received[]> {
  const visitor = visit(mount(house.house, routes), person === null ? {} : { session: person.session });
  const received: Received[] = [];
  const lists: string[] = [];
  for (const route of routes.filter(({ kind, method }) => method === 'GET' && kind !== 'endpoint')) {
    const address = addressOf(route, world);
    const { status, text } = await visitor.get(address);
    received.push({ outlet: route.kind === 'data' ? 'export' : 'page', address, text });
    if (status === 200 && route.kind === 'page' && /name="q"|class="sort"/u.test(mainOf(text))) lists.push(address);
  }
  for (const list of new Set(lists)) received.push(...(await questioned(visitor, list)));
  for (const probe of probes) {
    for (const address of [`/recherche?q=${probe}`, `/recherche.json?q=${probe}`]) {
      received.push({ outlet: 'search', address, text: (await visitor.get(address)).text });
    }
  }
  if (person !== null && person.organisation !== '') received.push(...(await called(house, world, person)));
  return received;
}

/** Addresses of a list with a search or another order; what only the question itself repeats is no leak. */
async function questioned(visitor: Visitor, list: string): Promise<Received[]> {
  const answers: Received[] = [];
  const { text } = await visitor.get(list);
  if (/name="q"/u.test(mainOf(text))) {
    for (const probe of probes) {
      const address = `${list}?q=${probe}`;
      answers.push({ outlet: 'filter', address, text: (await visitor.get(address)).text });
    }
  }
  for (const [, sort = ''] of text.matchAll(/[?&]tri=(-?[\w-]+)/gu)) {
    const address = `${list}?tri=${sort}`;
    answers.push({ outlet: 'sort', address, text: (await visitor.get(address)).text });
  }
  return answers;
}

/** With a key of her organisation that carries every scope. */
async function called(house: TestHouse, world: FieldWorld, { organisation, account }: Person): Promise<Received[]> {
  const scopes = ['contacts:read', 'organisation:read', 'markets:read', 'hours:write'];
  const key = await house.world.aPartnerKey(organisation, account, scopes);
  const app: App = mount(house.house, routes);
  const answers: Received[] = [];
  for (const route of routes.filter(({ kind, method }) => kind === 'endpoint' && method === 'GET')) {
    const address = addressOf(route, world);
    const response = await app.request(`http://localhost:3000${address}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    answers.push({ outlet: 'api', address, text: await response.text() });
  }
  return answers;
}

/** Does the answer to a question that finds something differ from the answer to one that finds nothing? */
export async function tells(visitor: Visitor, { list, probe }: { list: string; probe: string }): Promise<boolean> {
  const nothing = 'qqqqqqqqq'.slice(0, probe.length);
  const plain = async (typed: string) =>
    (await visitor.get(`${list}?q=${typed}`)).text
      .replaceAll(typed, '…')
      .replace(/name="cle" value="[^"]*"|confirmer-[\w-]+|\d{1,2}:\d\d/gu, '');
  return (await plain(probe)) !== (await plain(nothing));
}

/** The letters kept for an organisation, as its administration may open them: text and subject, never the addressee. */
export async function lettersOf({ admin }: TestHouse): Promise<Received[]> {
  const found = await admin.query("select id, subject || ' ' || coalesce(kept_body, '') as text from outbox");
  return found.rows.map(({ id, text }) => ({ outlet: 'mail' as const, address: `outbox ${id}`, text }));
}

/** The header of every page has a search of its own. */
function mainOf(text: string): string {
  return text.slice(text.indexOf('<main'));
}

function addressOf({ path }: Route, { objects }: FieldWorld): string {
  const family = Object.keys(objectOfFamily).find((one) => path.includes(`/${one}/:`));
  const api = path.startsWith('/api/v1/markets') ? 'market' : path.startsWith('/api/v1/lots') ? 'lot' : 'contact';
  const id = objects[path.startsWith('/api/') ? api : (objectOfFamily[family ?? ''] ?? '')] ?? nobody;
  return path
    .replace(
      /:piece\b/u,
      objects[path.includes('/eligibilite/') || path.includes('/copie/') ? 'piece' : 'document'] ?? nobody,
    )
    .replace(/:month\b/u, '2026-09')
    .replace(/:sequence\b/u, '1')
    .replace(/:token\b/u, 'x'.repeat(43))
    .replace(/:\w+/u, id);
}

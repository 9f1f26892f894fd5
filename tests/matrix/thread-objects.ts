/** The objects of the main thread, really held by an organisation according to its kind: bought, facilitated, worked on or kept. */
import type { OrganisationKind } from '#domain/position.ts';
import type { TestHouse } from '../house.ts';
import { canaryOf } from '../world.ts';
import type { Person } from '../world.ts';
import { createThreadWorld } from '../world-thread.ts';
import type { LotPlace, ThreadWorld } from '../world-thread.ts';
import { lotBuilders } from './lot-objects.ts';
import { createPathwayWorld } from '../world-pathway.ts';
import { furnishContract, pathwayFamilies, pathwayObject } from './pathway-objects.ts';

export type Tools = Pick<TestHouse, 'admin' | 'world' | 'clock'>;

/** A lot with everybody on it; the holder's organisation has the part its kind gives it, the others fill the rest. */
export interface Stage extends LotPlace {
  operation: string;
  keeper: string;
  facilitator: string;
  company: string;
  assignment: string;
  /** The organisation's own row when it is a company or an inclusion structure, else the lot holder's. */
  party: string;
}

export interface Asked {
  path: string;
  holder: Person;
}

/** The id to put in this path, or null when the path is not of the main thread. */
export async function threadObject(tools: Tools, asked: Asked & { viewer: string }): Promise<string | null> {
  const { path, holder, viewer } = asked;
  const [, family = ''] = path.split('/');
  if (family === 'vues') return aView(tools, { path, organisation: holder.organisation, account: viewer });
  const build = pathwayFamilies.includes(family) ? aPathwayObject : builders[family];
  if (build === undefined) return null;
  const thread = createThreadWorld(tools);
  return build({ ...tools, thread, path, holder, stage: await aStage(tools, thread, asked) });
}

export interface Building extends Tools, Asked {
  thread: ThreadWorld;
  stage: Stage;
}

const builders: Record<string, (building: Building) => Promise<string>> = {
  marches: async ({ stage }) => stage.market,
  operations: async ({ stage }) => stage.operation,
  lots: async (building) => {
    await aCommitmentFor(building);
    return building.stage.lot;
  },
  entreprises: async ({ stage }) => stage.company,
  'mes-marches': async ({ stage }) => stage.party,
  intervenants: async ({ stage }) => stage.party,
  facilitateurs: async ({ stage }) => stage.assignment,
  documents: aDocument,
  personnes: async (building) => {
    const { person } = await aWorker(building);
    if (building.path === '/personnes/:id/remettre') {
      await building.admin.query('update person set removed_at = now() where id = $1', [person]);
    }
    return person;
  },
  contrats: async (building) => {
    const { person, contract, follower } = await aWorker(building);
    await furnishContract(building, { path: building.path, walk: { person, contract, holder: follower } });
    return contract;
  },
  declarations: aMonth,
  heures: aReviewedMonth,
  ...lotBuilders,
};

export async function aStage({ admin, world }: Tools, thread: ThreadWorld, { path, holder }: Asked): Promise<Stage> {
  const { organisation } = holder;
  const kind = await kindOf(admin, organisation);
  const { facilitator, buyer, company } = await partnersOf({ world, organisation, kind });
  const keeper = keeperOf({ kind, path, organisation, buyer });
  const operation = await one(
    admin,
    'insert into operation (keeper_id, buyer_id, name) values ($1, $2, $3) returning id',
    [keeper, buyer, `Opération ${canaryOf(organisation)}`],
  );
  const market = await thread.aMarket({ keeper, buyer, operation, object: `Marché ${canaryOf(organisation)}` });
  const place = await thread.aLot({ market, title: `Lot ${canaryOf(organisation)}` });
  const endedOn = path.endsWith('/retour') ? { endedOn: '2026-11-01' } : {};
  const ofHolder = await thread.aParty(place, company, kind === 'inclusion' ? {} : endedOn);
  const party =
    kind === 'inclusion' ? await thread.aParty(place, organisation, { role: 'inclusion', ...endedOn }) : ofHolder;
  const assignment = await thread.anAssignment(place, facilitator);
  return { ...place, operation, keeper, facilitator, company, assignment, party };
}

type Partners = Record<'facilitator' | 'buyer' | 'company', string>;

const partners = new Map<string, Partners>();

/** Who stands on the lots of this organisation beside it: the same ones on all of them. */
async function partnersOf({
  world,
  organisation,
  kind,
}: Pick<Tools, 'world'> & { organisation: string; kind: OrganisationKind }): Promise<Partners> {
  const known = partners.get(organisation);
  if (known !== undefined) return known;
  const part = async (wanted: keyof Partners) => (kind === wanted ? organisation : world.anOrganisation(wanted));
  const made = { facilitator: await part('facilitator'), buyer: await part('buyer'), company: await part('company') };
  partners.set(organisation, made);
  return made;
}

/** A facilitator assigned to a lot changes its market, but an operation, or an amount, only where she keeps it. */
function keeperOf({
  kind,
  path,
  organisation,
  buyer,
}: {
  kind: OrganisationKind;
  path: string;
  organisation: string;
  buyer: string;
}): string {
  if (['company', 'inclusion', 'buyer'].includes(kind)) return buyer;
  if (kind === 'facilitator' && !/^\/operations\/|\/montants\/annuler$/u.test(path)) return buyer;
  return organisation;
}

/** What is owed on the lot; an amendment waits for its signature, a tranche for its affirmation. */
async function aCommitmentFor({ admin, thread, stage, path }: Building): Promise<void> {
  const commitment = await thread.aCommitment(stage);
  if (/\/avenant\/(?:signer|retirer)$/u.test(path)) {
    await admin.query(
      `insert into commitment_version (commitment_id, market_id, number, from_day, minutes) values ($1, $2, 2, '2026-06-01', 36000)`,
      [commitment, stage.market],
    );
  }
  if (path.includes('/tranches')) {
    await admin.query(
      'insert into tranche (lot_id, market_id, number, conditional, minutes) values ($1, $2, 1, true, 6000)',
      [stage.lot, stage.market],
    );
  }
}

/** A paper of the lot: the desk's own, or for a company the one its buyer put there. */
async function aDocument({ admin, holder, stage, path }: Building): Promise<string> {
  const kind = await kindOf(admin, holder.organisation);
  const author = kind === 'company' || kind === 'inclusion' ? stage.keeper : holder.organisation;
  const document = await one(
    admin,
    `insert into document (organisation_id, market_id, lot_id, kind, name, archived_at) values ($1, $2, $3, 'other', $4, $5) returning id`,
    [author, stage.market, stage.lot, 'acte.pdf', path.endsWith('/remettre') ? new Date(0) : null],
  );
  await aVersion(admin, document, holder.organisation);
  return document;
}

/** Followed by the facilitator's desk; at work for the company, or sent by the inclusion structure. */
async function aWorker({ admin, clock, thread, holder, stage }: Building) {
  const { organisation } = holder;
  const kind = await kindOf(admin, organisation);
  const follower = ['buyer', 'company', 'inclusion', 'prescriber'].includes(kind) ? stage.facilitator : organisation;
  const person = await thread.aFollowedPerson(follower, { family: canaryOf(organisation) });
  const contract = await thread.aContract(stage, {
    person,
    holder: follower,
    company: stage.company,
    ...(kind === 'inclusion' && { employer: organisation }),
  });
  if (kind === 'prescriber') await createPathwayWorld({ admin, clock }).prescribed(person, organisation);
  return { person, contract, follower };
}

/** What goes with that person: her visits, reports, skills, obstacles and exits. */
async function aPathwayObject(building: Building): Promise<string> {
  const { admin, path, holder } = building;
  const { person, contract, follower } = await aWorker(building);
  const kind = await kindOf(admin, holder.organisation);
  const walk = { person, contract, holder: follower };
  return pathwayObject(building, { path, walk, organisation: holder.organisation, kind });
}

/** A month to send: the inclusion structure declares for itself, otherwise the company of the lot does. */
async function aMonth({ admin, thread, holder, stage }: Building): Promise<string> {
  const kind = await kindOf(admin, holder.organisation);
  const company = kind === 'inclusion' ? holder.organisation : stage.company;
  return thread.aDeclaration(stage, { company, month: '2026-10' });
}

/** A month as the review finds it; its proof has the same id, for the paths that ask for both. */
async function aReviewedMonth(building: Building): Promise<string> {
  const { admin, clock, thread, holder, stage, path } = building;
  const worker = await aWorker(building);
  const late = path.endsWith('/relancer');
  const undone = /\/(?:remettre|annuler-selection|corriger)$/u.test(path);
  const state = late ? 'late' : undone ? 'validated' : 'submitted';
  const id = await thread.aDeclaration(stage, { company: stage.company, month: '2026-09', state });
  if (late) return id;
  await thread.anEntry({
    declaration: id,
    contract: worker.contract,
    hours: 35,
    state: undone ? 'validated' : 'submitted',
  });
  if (undone) {
    await admin.query('update declaration set reviewed_by = $2, reviewed_at = $3 where id = $1', [
      id,
      holder.account,
      clock.now(),
    ]);
  }
  await admin.query(
    `insert into document (id, organisation_id, market_id, lot_id, declaration_id, kind, name) values ($1, $2, $3, $4, $1, 'proof', 'preuve.pdf')`,
    [id, stage.company, stage.market, stage.lot],
  );
  await aVersion(admin, id, holder.organisation);
  return id;
}

async function aVersion(admin: TestHouse['admin'], document: string, organisation: string): Promise<void> {
  const content = `%PDF-1.4 ${canaryOf(organisation)}`;
  await admin.query(
    `insert into document_version (document_id, number, media_type, bytes, sha256, content) values ($1, 1, 'application/pdf', $2, 'x', $3)`,
    [document, content.length, Buffer.from(content)],
  );
}

/** A view belongs to one account working in one organisation. */
function aView(
  { admin, clock }: Tools,
  { path, organisation, account }: { path: string; organisation: string; account: string },
): Promise<string> {
  return one(
    admin,
    `insert into saved_view (organisation_id, account_id, name, address, removed_at)
     values ($1, $2, 'Vue ' || gen_random_uuid(), '/marches', $3) returning id`,
    [organisation, account, path.endsWith('/remettre') ? clock.now() : null],
  );
}

const kinds = new Map<string, OrganisationKind>();

export async function kindOf(admin: TestHouse['admin'], organisation: string): Promise<OrganisationKind> {
  const known = kinds.get(organisation);
  if (known !== undefined) return known;
  const found = await admin.query('select kind from organisation where id = $1', [organisation]);
  kinds.set(organisation, found.rows[0].kind);
  return found.rows[0].kind;
}

async function one(admin: TestHouse['admin'], text: string, values: unknown[]): Promise<string> {
  return (await admin.query(text, values)).rows[0].id;
}

/** What a door needs in its form before it can say anything about the object: which company's month is typed in its place. */
export async function threadFields(
  { admin }: Pick<Tools, 'admin'>,
  { path, id }: { path: string; id: string },
): Promise<Record<string, string>> {
  if (path !== '/lots/:id/saisie' && path !== '/lots/:id/saisie/document') return {};
  const found = await admin.query('select organisation_id from lot_party where lot_id = $1', [id]);
  return { entreprise: found.rows[0].organisation_id, mois: '2026-10' };
}

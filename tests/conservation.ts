/** Random histories of declarations through the real stories, and the sums that must hold whatever happened. */
import { replaceEntries } from '#db/hours.ts';
import { foldHours } from '#db/hours-totals.ts';
import type { Transaction } from '#db/transaction.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Actor } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';
import { scopeOf } from '#http/context.ts';
import { correctLine } from '#features/hours/correct.ts';
import { poolLot } from '#features/hours/pool.ts';
import { acceptRefusal } from '#features/hours/refusal-decide.ts';
import { proposeRefusal } from '#features/hours/refusal.ts';
import { reviewDeclaration, validateSelection } from '#features/hours/review.ts';
import { undoDecision } from '#features/hours/review-undo.ts';
import { sealDeclarations } from '#features/hours/seal.ts';
import type { TestHouse } from './house.ts';
import { anAgreement } from './world-agreements.ts';
import type { Person } from './world.ts';
import { actingAs } from './world-review.ts';
import type { LotPlace, Thread, ThreadWorld } from './world-thread.ts';

const months = ['2026-03', '2026-04', '2026-05', '2026-06'] as const;

interface Story {
  house: TestHouse;
  thread: ThreadWorld;
  place: Thread;
  /** Of a structure that contributes on some lots, and follows some of the people. */
  other: Person;
  random: () => number;
}

interface Bench {
  lots: LotPlace[];
  declarations: string[];
}

/** The lines that do not conserve, each in words; none when all is well. */
export async function tellHistory(story: Story): Promise<string[]> {
  const bench = await setBench(story);
  const steps = 8 + Math.floor(story.random() * 14);
  for (let step = 0; step < steps; step += 1) await takeStep(story, bench);
  return brokenSums(
    story.house,
    bench.lots.map(({ lot }) => lot),
  );
}

/** Mulberry32, by its number: a history that breaks can be told again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function setBench({ house, thread, place, other, random }: Story): Promise<Bench> {
  const { organisation: holder, account } = place.facilitator;
  const company = place.company.organisation;
  const lots: LotPlace[] = [];
  const declarations: string[] = [];
  const found = await house.admin.query('select coalesce(max(number), 0) as last from lot where market_id = $1', [
    place.market,
  ]);
  for (const number of [1, 2]) {
    const lot = await thread.aLot({ market: place.market, number: found.rows[0].last + number });
    await thread.anAssignment(lot, holder, { account });
    await thread.anAssignment(lot, other.organisation, { role: 'contributor' });
    await thread.aCommitment(lot, 20 + Math.floor(random() * 200));
    lots.push(lot);
    for (const month of months.slice(0, 1 + Math.floor(random() * months.length))) {
      const id = await thread.aDeclaration(lot, { company, month, state: 'submitted' });
      declarations.push(id);
      for (const eligible of [undefined, random() < 0.2 ? null : undefined]) {
        const follower = random() < 0.3 ? other.organisation : holder;
        const person = await thread.aFollowedPerson(follower, eligible === null ? { eligible } : {});
        const contract = await thread.aContract(lot, { person, holder: follower, company });
        const [hours, training] = [Math.ceil(random() * 90), Math.floor(random() * 20)];
        await thread.anEntry({ declaration: id, contract, hours, training });
      }
    }
  }
  if (random() < 0.7) await anAgreement(house.admin, { company, proposedBy: holder, lots });
  return { lots, declarations };
}

/** A refusal is a step too: it must leave the sums as they were. */
async function takeStep(story: Story, bench: Bench): Promise<void> {
  const { house, place, other, random } = story;
  const id = oneOf(bench.declarations, random);
  const now = await house.admin.query('select version from declaration where id = $1', [id]);
  const { version } = now.rows[0];
  const lines = await house.admin.query('select id from hour_entry where declaration_id = $1 order by id', [id]);
  const line = Number(oneOf(lines.rows, random)?.id ?? 0);
  const reviewer = actingAs(random() < 0.3 ? other : place.facilitator);
  const kinds: (() => Promise<unknown>)[] = [
    () => as(house, reviewer, (ctx) => reviewDeclaration(ctx, { id, version })),
    () =>
      as(house, reviewer, (ctx) =>
        validateSelection(ctx, { seen: bench.declarations.map((each) => ({ id: each, version })) }),
      ),
    () => as(house, reviewer, (ctx) => reviewDeclaration(ctx, { id, version, refused: new Map([[line, 'Non.']]) })),
    () => as(house, reviewer, (ctx) => reviewDeclaration(ctx, { id, version, whole: 'Non.' })),
    () => as(house, reviewer, (ctx) => undoDecision(ctx, { id })),
    () => as(house, reviewer, (ctx) => poolLot(ctx, { id: oneOf(bench.lots, random)?.lot ?? '' })),
    () => as(house, reviewer, (ctx) => sealDeclarations(ctx, { declarations: [id], statement: 'T' })),
    () =>
      as(house, reviewer, (ctx) => {
        const [workedMinutes, trainingMinutes] = [Math.floor(random() * 3000), Math.floor(random() * 600)];
        return correctLine(ctx, { id, line, workedMinutes, trainingMinutes, reason: 'Erreur' });
      }),
    () => as(house, reviewer, (ctx) => proposeRefusal(ctx, { id, lines: [line], reason: 'Motif' })),
    () => answerOne(story, bench),
    () => sendAgain(story, id),
    () =>
      as(house, { kind: 'job', name: 'hours.fold' }, async ({ db, now: at }) => {
        await foldHours(db, { size: 1 + Math.floor(random() * 20), now: at });
        return { ok: true };
      }),
  ];
  await oneOf(kinds, random)?.();
}

/** The buyer accepts what was proposed on one of these declarations. */
async function answerOne({ house, place }: Story, { declarations }: Bench): Promise<void> {
  const found = await house.admin.query(
    "select id, version from hour_refusal where state = 'proposed' and declaration_id = any($1) order by id limit 1",
    [declarations],
  );
  const [refusal] = found.rows;
  if (refusal === undefined) return;
  await as(house, actingAs(place.buyer), (ctx) => acceptRefusal(ctx, { ...refusal, answer: '' }));
}

/** As the company does while nothing is decided, or once it was refused. */
async function sendAgain({ house, place, random }: Story, id: string): Promise<void> {
  const found = await house.admin.query(
    "update declaration set state = 'submitted', version = version + 1 where id = $1 and state in ('submitted', 'rejected', 'partially-validated') returning *",
    [id],
  );
  const [declaration] = found.rows;
  if (declaration === undefined) return;
  const lines = await house.admin.query(
    `select e.person_id, e.contract_id, e.holder_id, c.type, c.method from hour_entry e join employment_contract c on c.id = e.contract_id
     where e.declaration_id = $1 and e.state in ('submitted', 'rejected') and e.corrects_id is null`,
    [id],
  );
  const entries = lines.rows.map((row) => ({
    personId: row.person_id,
    contractId: row.contract_id,
    holderId: row.holder_id,
    contractType: row.type,
    method: row.method,
    workedMinutes: Math.ceil(random() * 5000),
    trainingMinutes: Math.floor(random() * 900),
    days: null,
  }));
  const { lot_id: lotId, market_id: marketId, company_id: companyId, month } = declaration;
  await as(house, actingAs(place.company), async ({ db }) => {
    await replaceEntries(db, {
      place: { declarationId: id, lotId, marketId, companyId, month },
      entries: entries.slice(0, 1 + Math.floor(random() * entries.length)),
    });
    return { ok: true };
  });
}

async function as(house: TestHouse, actor: Actor, tell: (ctx: Context) => Promise<{ ok: boolean }>): Promise<void> {
  const now = house.clock.now();
  const role = actor.kind === 'job' ? 'job' : 'app';
  await inTransaction(house.database, scopeOf(actor, role, now), async (db: Transaction) => {
    const told = await tell({ actor, db, now, requestId: '', house: house.house, from: '' });
    if (!told.ok) throw new RefusedError();
  }).catch((error: unknown) => {
    if (!(error instanceof RefusedError)) throw error;
  });
}

class RefusedError extends Error {}

/** By line, by person, and by every total: lot, company, month, facilitator, type and method. */
async function brokenSums({ admin }: TestHouse, lots: readonly string[]): Promise<string[]> {
  const byLine = await admin.query(
    `select 'line ' || e.id as what from hour_entry e left join hour_allocation a on a.entry_id = e.id
     where e.lot_id = any($1) group by e.id
     having coalesce(sum(a.minutes), 0) <> case when e.state in ('validated', 'locked') then e.counted_minutes else 0 end`,
    [lots],
  );
  const byPerson = await admin.query(
    `select 'person ' || e.person_id as what from hour_entry e
     left join lateral (select sum(minutes) as minutes from hour_allocation where entry_id = e.id) a on true
     where e.lot_id = any($1) group by e.person_id having coalesce(sum(a.minutes), 0) <> sum(e.counted_minutes)`,
    [lots],
  );
  const byTotal = await admin.query(
    `with kept as (
       select lot_id, company_id, holder_id, month, contract_type, method, submitted_minutes as submitted, counted_minutes as counted
       from hours_total where lot_id = any($1)
       union all select lot_id, company_id, holder_id, month, contract_type, method, submitted_minutes, counted_minutes
       from hours_delta where lot_id = any($1)
     ), again as (
       select e.lot_id, e.company_id, e.holder_id, e.month, c.type, c.method, e.worked_minutes + e.training_minutes as submitted, 0 as counted
       from hour_entry e join employment_contract c on c.id = e.contract_id where e.lot_id = any($1) and e.state <> 'rejected'
       union all
       select a.lot_id, e.company_id, e.holder_id, e.month, c.type, c.method, 0, a.minutes
       from hour_allocation a join hour_entry e on e.id = a.entry_id join employment_contract c on c.id = e.contract_id
       where a.lot_id = any($1)
     )
     select 'total ' || coalesce(k.month, r.month) as what
     from (select lot_id, company_id, holder_id, month, contract_type, method, sum(submitted) as s, sum(counted) as c from kept group by 1, 2, 3, 4, 5, 6) k
     full join (select lot_id, company_id, holder_id, month, type, method, sum(submitted) as s, sum(counted) as c from again group by 1, 2, 3, 4, 5, 6) r
       on (r.lot_id, r.company_id, r.holder_id, r.month, r.type, r.method) = (k.lot_id, k.company_id, k.holder_id, k.month, k.contract_type, k.method)
     where coalesce(k.s, 0) <> coalesce(r.s, 0) or coalesce(k.c, 0) <> coalesce(r.c, 0)`,
    [lots],
  );
  // The whole follows its lines: final only when none waits, refused only when none stands, validated only when none is refused.
  const byState = await admin.query(
    `select d.state || ' ' || d.id as what from declaration d
     join lateral (select count(*) filter (where state = 'submitted') as waits, count(*) filter (where state = 'rejected') as refused,
       count(*) filter (where state in ('validated', 'locked')) as kept from hour_entry where declaration_id = d.id and corrects_id is null) e on true
     where d.lot_id = any($1) and ((d.state in ('validated', 'partially-validated', 'rejected') and e.waits > 0)
       or (d.state = 'validated' and e.refused > 0) or (d.state = 'rejected' and e.kept > 0)
       or (d.state = 'partially-validated' and (e.refused = 0 or e.kept = 0)))`,
    [lots],
  );
  return [...byLine.rows, ...byPerson.rows, ...byTotal.rows, ...byState.rows].map(({ what }) => what);
}

function oneOf<One>(all: readonly One[], random: () => number): One {
  return all[Math.floor(random() * all.length)] as One;
}

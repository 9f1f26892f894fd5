/** What the page of a market tells to every side: a framework agreement with its call-offs, codes, a pledge without hours, an amendment that waits. */
import type { ClientBase } from 'pg';
import { parisDay } from '#domain/day.ts';
import { daysBefore, stableId } from './rows.ts';
import { planMarkets } from './thread-plan.ts';

export async function loadBoards(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const ours = planMarkets(parisDay(now)).filter(
    ({ buyer, facilitator }) => buyer === 'metropole' && facilitator === 'relais',
  );
  const running = ours.filter(({ state }) => state === 'running').map(({ key }) => stableId(key));
  const others = ours.filter(({ state }) => state !== 'running').map(({ key }) => stableId(key));
  const [framework, ...more] = running.toReversed();
  if (framework === undefined) return;
  await client.query("update market set kind = 'framework' where id = $1", [framework]);
  await client.query("update market set kind = 'call-off', parent_id = $1 where id = any($2::uuid[])", [
    framework,
    more.slice(0, 1),
  ]);
  await client.query("update market set kind = 'purchase-order', parent_id = $1 where id = any($2::uuid[])", [
    framework,
    others.slice(0, 1),
  ]);
  await client.query(
    "update market set cpv = '45210000-2', ccag = 'works', derogates_ccag = true, consultation_on = coalesce(consultation_on, notified_on - 120) where id = any($1::uuid[])",
    [running.slice(0, 4)],
  );
  const [told] = running;
  await client.query(
    `with made as (
       insert into commitment (id, lot_id, market_id, kind, state, qualitative, created_at)
       select $1, l.id, l.market_id, 'qualitative', 'contractual', 'Un tuteur formé pour chaque personne recrutée', $3
       from lot l where l.market_id = $2 order by l.number limit 1 returning id, market_id)
     insert into commitment_version (commitment_id, market_id, number, from_day, signed_on, created_at)
     select id, market_id, 1, $3::timestamptz::date, $3::timestamptz::date, $3 from made`,
    [stableId('qualitative pledge'), told, daysBefore(now, 300)],
  );
  await client.query(
    `insert into commitment_version (commitment_id, market_id, number, from_day, minutes, reason, created_at)
     select v.commitment_id, v.market_id, v.number + 1, $2::date, v.minutes + 6000, 'Surface ajoutée au programme', $3
     from commitment_version v join commitment c on c.id = v.commitment_id
     where c.market_id = $1 and c.kind = 'fixed' and v.signed_on is not null
       and not exists (select from commitment_version later where later.commitment_id = c.id and later.number > v.number)
     order by c.id limit 1`,
    [told, daysBefore(now, -30).slice(0, 10), daysBefore(now, 6)],
  );
}

/** Globalisation agreements and settings of counting, really held by an organisation according to its kind. */
import type { TestHouse } from '../house.ts';
import { anAgreement } from '../world-agreements.ts';
import { canaryOf } from '../world.ts';
import type { Person } from '../world.ts';
import { createThreadWorld } from '../world-thread.ts';
import { aStage, kindOf } from './thread-objects.ts';

type Tools = Pick<TestHouse, 'admin' | 'world' | 'clock'>;

interface Asked {
  path: string;
  holder: Person;
}

/** The id to put in this path, or null when the path is neither an agreement nor a setting. */
export async function agreementObject(tools: Tools, asked: Asked): Promise<string | null> {
  if (asked.path.startsWith('/globalisations/')) return anAgreementFor(tools, asked);
  return asked.path.startsWith('/regles/') ? aSettingFor(tools, asked) : null;
}

/** Proposed by the holder between two lots of one company; signed where the path is about a signed one. */
async function anAgreementFor(tools: Tools, { path, holder }: Asked): Promise<string> {
  const thread = createThreadWorld(tools);
  const stage = await aStage(tools, thread, { path, holder });
  const kind = await kindOf(tools.admin, holder.organisation);
  const company = kind === 'inclusion' ? holder.organisation : stage.company;
  const second = await thread.aLot({ market: stage.market, number: 2, title: `Lot ${canaryOf(holder.organisation)}` });
  await thread.anAssignment(second, stage.facilitator);
  for (const place of [stage, second]) {
    if (kind === 'inclusion' || place === second) await thread.aParty(place, company);
  }
  const signed = /\/(?:avenant|terme|retablir)$/u.test(path);
  return anAgreement(tools.admin, {
    company,
    proposedBy: holder.organisation,
    lots: [stage, second],
    signedOn: signed ? '2026-01-01' : null,
    withdrawnAt: path.endsWith('/remettre') ? tools.clock.now() : null,
    endedOn: path.endsWith('/retablir') ? '2026-06-30' : null,
  });
}

async function aSettingFor(tools: Tools, { path, holder }: Asked): Promise<string> {
  const thread = createThreadWorld(tools);
  const { market } = await aStage(tools, thread, { path, holder });
  const found = await tools.admin.query(
    `insert into counting_setting (organisation_id, market_id, code, value, from_day, source, until_day, withdrawn_at)
     values ($1, $2, 'retroactivity', '"from-hire"', '2026-01-01', 'CCAP', $3, $4) returning id`,
    [
      holder.organisation,
      market,
      path.endsWith('/rouvrir') ? '2026-06-30' : null,
      path.endsWith('/remettre') ? tools.clock.now() : null,
    ],
  );
  return found.rows[0].id;
}

/** Posts, candidates and sessions, really held by an organisation according to its kind: found for, asked by, or told to it. */
import { canaryOf } from '../world.ts';
import { createPlacementWorld } from '../world-placements.ts';
import { aStage, kindOf } from './thread-objects.ts';
import type { Asked, Tools } from './thread-objects.ts';

/** The id to put in this path, or null when the path is not of needs and placements. */
export async function placementObject(tools: Tools, asked: Asked): Promise<string | null> {
  const [, family = ''] = asked.path.split('/');
  if (family === 'informations-collectives') return aSession(tools, asked);
  if (!['besoins', 'postes', 'candidatures', 'formations'].includes(family)) return null;
  const { offer, placement, training } = await aCandidacy(tools, asked);
  if (family === 'formations') return training;
  return family === 'candidatures' ? placement : offer;
}

interface Candidacy {
  offer: string;
  placement: string;
  training: string;
}

async function aCandidacy(tools: Tools, { path, holder }: Asked): Promise<Candidacy> {
  const { admin, world } = tools;
  const { organisation } = holder;
  const kind = await kindOf(admin, organisation);
  const placements = createPlacementWorld(tools);
  const stage = await aStage(tools, placements, { path, holder });
  const company = kind === 'inclusion' ? organisation : stage.company;
  const { facilitator } = stage;
  const prescriber = kind === 'prescriber' ? organisation : await world.anOrganisation('prescriber');
  const title = `Poste ${canaryOf(organisation)}`;
  const offer = await placements.anOffer(stage, { facilitator, company, title });
  await placements.aRecipient(offer, { facilitator, prescriber });
  const person = await placements.aReferredPerson(facilitator, prescriber, { family: canaryOf(organisation) });
  const hired = path.endsWith('/embauche/annuler');
  const chosen = /\/(?:accueil|embauche)$/u.test(path);
  const state = path.endsWith('/presenter') ? 'suggested' : hired ? 'hired' : chosen ? 'selected' : 'interview';
  const contract = hired ? await placements.aContract(stage, { person, holder: facilitator, company }) : null;
  const placement = await placements.aPlacement(offer, {
    person,
    ...(contract !== null && { contract }),
    holder: facilitator,
    company,
    proposedBy: prescriber,
    state,
  });
  await admin.query(
    `insert into interview (placement_id, holder_id, company_id, proposed_by_id, starts_at, place)
     select id, holder_id, company_id, proposed_by_id, $2, 'Salle 1' from placement where id = $1`,
    [placement, tools.clock.now()],
  );
  const training = await admin.query(
    `insert into pre_hire_training (placement_id, holder_id, company_id, proposed_by_id, kind, organiser, starts_on, ends_on, minutes,
       counted, rule_version, removed_at)
     select id, holder_id, company_id, proposed_by_id, 'POEI', 'Centre des Docks', '2026-12-01', '2026-12-04', 2100, false, 'essai', $2
     from placement where id = $1 returning id`,
    [placement, path.endsWith('/remettre') ? tools.clock.now() : null],
  );
  return { offer, placement, training: training.rows[0].id };
}

/** Held by the facilitator's desk; or by another that invites the prescriber. */
async function aSession(tools: Tools, { holder }: Asked): Promise<string> {
  const { organisation } = holder;
  const kind = await kindOf(tools.admin, organisation);
  const placements = createPlacementWorld(tools);
  const holds = kind === 'prescriber' ? await tools.world.anOrganisation('facilitator') : organisation;
  if (kind === 'prescriber') await placements.invite(holds, organisation);
  return placements.aSession(holds, { title: `Information ${canaryOf(organisation)}` });
}

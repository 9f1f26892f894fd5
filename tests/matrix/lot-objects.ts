/** Objects of a lot that change: its tranches, and the hours proposed to its buyer's refusal. */
import type { Building } from './thread-objects.ts';

export const lotBuilders: Record<string, (building: Building) => Promise<string>> = {
  tranches: aTranche,
  refus: aRefusal,
  etats: aStatement,
};

/** Conditional: it waits, was affirmed, or was taken off the list, as the path expects. */
async function aTranche({ admin, thread, stage, path }: Building): Promise<string> {
  await thread.aCommitment(stage);
  const found = await admin.query(
    `insert into tranche (lot_id, market_id, number, conditional, minutes, affirmed_on, removed_at)
     values ($1, $2, 1, true, 6000, $3, $4) returning id`,
    [
      stage.lot,
      stage.market,
      path.endsWith('/reprendre') ? '2026-06-01' : null,
      path.endsWith('/remettre') ? new Date(0) : null,
    ],
  );
  return found.rows[0].id;
}

/** Issued by the structure that facilitates the lot. */
async function aStatement({ admin, clock, stage }: Building): Promise<string> {
  const found = await admin.query(
    `insert into hours_statement (market_id, structure_id, quarter, number, declarations, issued_at)
     values ($1, $2, '2026-T2', '2026-T2', 1, $3) returning id`,
    [stage.market, stage.facilitator, clock.now()],
  );
  return found.rows[0].id;
}

/** Waits for the buyer of the lot; proposed by the structure that facilitates it. */
async function aRefusal({ admin, clock, thread, stage }: Building): Promise<string> {
  const declaration = await thread.aDeclaration(stage, {
    company: stage.company,
    month: '2026-08',
    state: 'validated',
  });
  const found = await admin.query(
    `insert into hour_refusal (declaration_id, lot_id, market_id, company_id, month, structure_id, buyer_id, lines, minutes, reason, proposed_at)
     select $1, $2, $3, $4, '2026-08', $5, buyer_id, 1, 600, 'Motif', $6 from market where id = $3 returning id`,
    [declaration, stage.lot, stage.market, stage.company, stage.facilitator, clock.now()],
  );
  return found.rows[0].id;
}

/** The papers of the first markets of the demonstration, in one or two versions. */
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { pdf } from './demo-pdf.ts';
import { insertRows, stableId } from './rows.ts';
import type { MarketPlan } from './thread-plan.ts';

export async function loadPapers(client: ClientBase, markets: readonly MarketPlan[]): Promise<void> {
  for (const market of markets) {
    const papers = [
      { kind: 'tender', name: 'CCAP, annexe insertion.pdf', versions: 2 },
      { kind: 'award', name: 'Acte d’engagement.pdf', versions: 1 },
    ];
    for (const { kind, name, versions } of papers) {
      const id = stableId(`${market.key} ${name}`);
      const created = `${market.startsOn}T09:00:00Z`;
      await insertRows(client, 'document', [
        {
          id,
          organisation_id: stableId(market.facilitator),
          market_id: stableId(market.key),
          kind,
          name,
          created_at: created,
        },
      ]);
      for (let number = 1; number <= versions; number += 1) {
        const content = pdf(`${name.replace('.pdf', '')}, version ${number} (document de demonstration)`);
        await client.query(
          `insert into document_version (id, document_id, number, media_type, bytes, sha256, content, created_by, created_at)
           values ($1, $2, $3, 'application/pdf', $4, $5, $6, 'Nadia Berthelot', $7)`,
          [
            stableId(`${id} ${number}`),
            id,
            number,
            content.length,
            createHash('sha256').update(content).digest('hex'),
            content,
            created,
          ],
        );
      }
    }
  }
}

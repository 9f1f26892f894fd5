/** For a facilitator who types in the place of a company: which company of the lot, and which month. */
import { parisDay } from '#domain/day.ts';
import { owedMonths } from '#domain/declaration-owed.ts';
import { formatMonth, monthOf } from '#domain/month.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { addressOf, openDoor } from './declare-doors.ts';
import { listDeclarations } from './declaration-queries.ts';
import { listParties } from './declaration-lines-queries.ts';
import { workWords } from './declare-words.ts';

export async function drawCompanies(request: PageRequest): Promise<View | null> {
  const { ctx, params } = request;
  const id = params['id'] ?? '';
  const today = parisDay(ctx.now);
  const parties = new Set((await listParties(ctx, id)).map(({ organisationId }) => organisationId));
  const doors = await Promise.all([...parties].map((company) => openDoor(ctx, { kind: 'facilitator', id, company })));
  const [first] = doors.filter((door) => door !== null);
  if (first === undefined) return null;
  const rows = await Promise.all(doors.flatMap((door) => (door === null ? [] : [rowOf(request, door, today)])));
  const body = (
    <>
      <PageHeading
        title="Saisir des heures"
        lead={workWords(first.lot)}
        breadcrumb={[{ href: `/lots/${id}/heures`, label: 'Heures du lot' }]}
      />
      <Card title="Pour quelle entreprise, quel mois">
        {rows.length === 0 ? <EmptyState title="Aucune entreprise sur ce lot" /> : <ul class="stack">{rows}</ul>}
      </Card>
    </>
  );
  return { title: 'Saisir des heures', body, width: 'form' };
}

async function rowOf({ ctx }: PageRequest, door: NonNullable<Awaited<ReturnType<typeof openDoor>>>, today: string) {
  const { lotId, companyId, companyName } = door.lot;
  const declared = await listDeclarations(ctx, { company: companyId, lot: lotId });
  const months = [...new Set([...owedMonths(declared, { today, ...door.lot }), monthOf(today)])];
  return (
    <li>
      <strong>{companyName}</strong>
      <div class="row">
        {months.map((month) => (
          <a href={addressOf(door, month)}>
            {formatMonth(month)}
            <span class="visually-hidden"> pour {companyName}</span>
          </a>
        ))}
      </div>
    </li>
  );
}

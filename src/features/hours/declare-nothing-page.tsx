/** Nothing is owed on a lot: what was declared there, and what is still owed on the others. */
import type { Day } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth, monthOf } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import type { View } from '#http/route.ts';
import { Alert, Card } from '#ui/parts.tsx';
import { listDeclarations } from './declaration-queries.ts';
import type { DeclaringDoor } from './declare-doors.ts';
import { addressOf } from './declare-doors.ts';
import type { OwedPlace } from './declare-owed.ts';
import { AlsoOwed, LinkPlaces } from './declare-places.tsx';
import { isMonthOpen } from './declare-sender.ts';
import { workWords } from './declare-words.ts';

export async function drawNothingDue(
  ctx: Context,
  { door, others, today }: { door: DeclaringDoor; others: readonly OwedPlace[]; today: Day },
): Promise<View> {
  const current = monthOf(today);
  const { lotId: lot, companyId: company } = door.lot;
  const sent = await listDeclarations(ctx, { company, lot });
  const body = (
    <>
      <div>
        <p class="soft">{door.lot.companyName}</p>
        <h1>Tout est déclaré</h1>
        <p class="soft">{workWords(door.lot)}</p>
      </div>
      <Alert tone="done">Aucun mois n’attend d’heures sur ce lot.</Alert>
      <AlsoOwed door={door} others={others} />
      {sent.length > 0 && (
        <Card title="Mois déclarés">
          <ul>
            {sent.toReversed().map(({ month, minutes }) => (
              <li>
                <a href={addressOf(door, month)}>{formatMonth(month)}</a>
                {`\u00A0: ${formatMinutes(minutes)}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {isMonthOpen(door.lot, { month: current, today }).ok && (
        <p>
          <a href={addressOf(door, current)}>Déclarer déjà {formatMonth(current)}</a>
        </p>
      )}
      <LinkPlaces door={door} />
    </>
  );
  return { title: 'Tout est déclaré', body, width: 'narrow' };
}

/** Where each company of a lot stands in its own part; in a group that owes jointly, what the others cover. */
import { sql } from 'kysely';
import type { CoveredHours } from '#domain/group-compensation.ts';
import { coveredHours } from '#domain/group-compensation.ts';
import type { Minutes } from '#domain/minutes.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { lotHoursBy } from '#db/hours-totals.ts';
import type { Context } from '#http/context.ts';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { PartyRow } from './queries.ts';

interface Part extends CoveredHours {
  name: string;
}

export async function GroupCard({
  ctx,
  lot,
  present,
  url,
}: {
  ctx: Context;
  lot: string;
  present: readonly PartyRow[];
  url: string;
}) {
  const top = present.filter(({ underId, shareMinutes }) => underId === null && shareMinutes !== null);
  if (top.length < 2) return <></>;
  const joint = await owesJointly(ctx, lot);
  const done = new Map(
    (await lotHoursBy(ctx.db, { lot, by: 'company_id' })).map(({ key, countedMinutes }) => [key, countedMinutes]),
  );
  const members = top.map(({ id, shareMinutes }) => ({
    member: id,
    due: shareMinutes ?? 0,
    done: doneBy(id, { present, done }),
  }));
  const rows = coveredHours(members, { joint }).map((row): Part => {
    const name = top.find(({ id }) => id === row.member)?.organisation ?? '';
    return { ...row, name };
  });
  return (
    <section class="stack">
      <h2>Parts des entreprises</h2>
      <Table
        id="parts"
        caption="Parts des entreprises"
        rows={rows}
        columns={joint ? [...columns, ...covered, remaining] : [...columns, remaining]}
        rowId={({ member }) => member}
        url={url}
        summary={
          joint
            ? 'Les membres doivent ces heures ensemble\u00A0: l’avance des uns couvre le manque des autres, à proportion.'
            : 'Chaque entreprise répond de sa part. Les heures de ses sous-traitants y sont comprises.'
        }
        empty={<></>}
      />
    </section>
  );
}

/** Its own hours and those of whoever subcontracts under it, each company once. */
function doneBy(
  party: string,
  { present, done }: { present: readonly PartyRow[]; done: ReadonlyMap<string, Minutes> },
): Minutes {
  const companies = new Set(
    present.filter(({ id, underId }) => id === party || underId === party).map(({ organisationId }) => organisationId),
  );
  return [...companies].reduce((sum, company) => sum + (done.get(company) ?? 0), 0);
}

async function owesJointly({ db }: Context, lot: string): Promise<boolean> {
  const found = await sql<{ joint: boolean }>`
    select exists (select from commitment where lot_id = ${lot} and joint) as joint`.execute(db);
  return found.rows[0]?.joint ?? false;
}

const columns: Column<Part>[] = [
  { key: 'member', label: 'Entreprise', primary: true, cell: ({ name }) => name },
  { key: 'due', label: 'Part', align: 'end', cell: ({ due }) => formatMinutes(due) },
  { key: 'done', label: 'Faites', align: 'end', cell: ({ done }) => <b>{formatMinutes(done)}</b> },
];

const covered: Column<Part>[] = [
  { key: 'given', label: 'Données', align: 'end', cell: ({ given }) => (given === 0 ? '' : formatMinutes(given)) },
  {
    key: 'received',
    label: 'Reçues',
    align: 'end',
    cell: ({ received }) => (received === 0 ? '' : formatMinutes(received)),
  },
];

const remaining: Column<Part> = {
  key: 'remaining',
  label: 'Reste à faire',
  align: 'end',
  cell: ({ remaining: left }) => (left === 0 ? 'rien' : formatMinutes(left)),
};

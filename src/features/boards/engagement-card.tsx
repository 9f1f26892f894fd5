/** What each lot owes, in one line and version by version: read by every side, changed on the lot's own page. */
import { commitmentKinds } from '#domain/commitment.ts';
import { commitmentMachine } from '#domain/commitment-state.ts';
import { versionInForce } from '#domain/commitment-versions.ts';
import { commitmentSentence } from '#domain/commitment-words.ts';
import { formatShortDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import { Disclosure, EmptyState, Status } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import type { EngagedLot } from './engagement-queries.ts';

export function EngagementCard({ rows, url, today }: { rows: readonly EngagedLot[]; url: string; today: Day }) {
  return (
    <section id="engagements" class="stack">
      <h2>Engagements</h2>
      <Table
        id="les-engagements"
        caption="Ce que doit chaque lot"
        rows={rows}
        rowId={({ id }) => id}
        url={url}
        columns={[
          {
            key: 'lot',
            label: 'Lot',
            primary: true,
            cell: ({ lotNumber, kind }) => (
              <>
                {`Lot ${lotNumber}`}
                <small>{commitmentKinds[kind]}</small>
              </>
            ),
          },
          { key: 'du', label: 'Ce qui est dû', cell: (row) => <Owed row={row} today={today} /> },
          { key: 'versions', label: 'Contrat et avenants', cell: (row) => <Versions row={row} /> },
          {
            key: 'etat',
            label: 'État',
            cell: ({ state }) => <Status tone={commitmentMachine[state].tone} label={commitmentMachine[state].label} />,
          },
        ]}
        empty={<EmptyState title="Aucun engagement encore." icon="scale" />}
      />
    </section>
  );
}

function Owed({ row: { versions, joint, waiverNote }, today }: { row: EngagedLot; today: Day }) {
  const version = versionInForce(versions, today) ?? versions[0];
  return (
    <>
      {version === undefined ? <span class="soft">À fixer</span> : commitmentSentence(version.commitment)}
      {waiverNote !== '' && <small>{waiverNote}</small>}
      {joint && <small>Dû solidairement par le groupement</small>}
    </>
  );
}

/** An amendment that waits for its signature is told at once; the settled ones are one press away. */
function Versions({ row: { versions } }: { row: EngagedLot }) {
  const waiting = versions.filter(({ number, signedOn }) => number > 1 && signedOn === null);
  const told = versions.filter((version) => !waiting.includes(version));
  return (
    <>
      {waiting.map((version) => (
        <div>
          <strong>{`Avenant ${version.number - 1} en attente de signature\u00A0: ${sentence(version)}`}</strong>
        </div>
      ))}
      {told.length > 1 ? (
        <Disclosure summary={`${told.length} versions signées`}>
          <ul>
            {told.map((version) => (
              <li>{line(version)}</li>
            ))}
          </ul>
        </Disclosure>
      ) : (
        told.map(line)
      )}
    </>
  );
}

type Version = EngagedLot['versions'][number];

function line(version: Version): string {
  const name = version.number === 1 ? 'Contrat' : `Avenant ${version.number - 1}`;
  const signed = version.signedOn === null ? 'à signer' : `signé le ${formatShortDay(version.signedOn)}`;
  return version.number === 1 ? `${name}, ${signed}` : `${name}, ${signed}\u00A0: ${sentence(version)}`;
}

function sentence({ commitment, effectiveOn, endsOn, reason }: Version): string {
  const parts = [
    commitmentSentence(commitment),
    `à partir du ${formatShortDay(effectiveOn)}`,
    endsOn === null ? '' : `fin du lot le ${formatShortDay(endsOn)}`,
    reason,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

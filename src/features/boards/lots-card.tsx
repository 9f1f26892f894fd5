/** The lots: who holds them, how far they are, and where their pace leads. */
import type { Actor } from '#domain/actor.ts';
import { lotMachine } from '#domain/lot-state.ts';
import { progressStatuses } from '#domain/progress.ts';
import { ButtonLink, EmptyState, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import { hours } from '#ui/hours-words.ts';
import { companyDoor, hoursDoor, lotDoor } from './doors.ts';
import { landingWords } from './landing-words.ts';
import type { LotBoard, MarketBoard } from './market-board.ts';
import type { PartyRow } from './market-page-queries.ts';

const roles: Record<PartyRow['role'], string> = {
  holder: '',
  lead: 'mandataire',
  joint: 'cotraitant',
  subcontractor: 'sous-traitant',
  inclusion: 'structure d’insertion',
};

export function LotsCard({
  board,
  url,
  actor,
  manages,
}: {
  board: MarketBoard;
  url: string;
  actor: Actor;
  manages: boolean;
}) {
  return (
    <section id="lots" class="stack">
      <h2>Lots et titulaires</h2>
      <Table
        id="les-lots"
        caption="Lots et titulaires"
        rows={board.lots}
        columns={columnsFor(board, { actor, manages })}
        rowId={(lot) => lot.id}
        url={url}
        empty={
          <EmptyState
            title="Aucun lot encore."
            actions={manages && <a href={`/marches/${board.market.id}/lots/nouveau`}>Ajouter un lot</a>}
          >
            Chaque lot porte ses heures et son titulaire, même quand il est seul.
          </EmptyState>
        }
      />
    </section>
  );
}

function columnsFor(
  { rules }: MarketBoard,
  { actor, manages }: { actor: Actor; manages: boolean },
): Column<LotBoard>[] {
  return [
    {
      key: 'lot',
      label: 'Lot',
      primary: true,
      cell: ({ id, number, title, trade }) => (
        <>
          <Opens href={lotDoor(actor, id)}>{`Lot ${number}. ${title}`}</Opens>
          {trade !== '' && <small>{trade}</small>}
        </>
      ),
    },
    { key: 'titulaires', label: 'Titulaires', cell: ({ parties }) => <Parties parties={parties} actor={actor} /> },
    {
      key: 'heures',
      label: rules.partyOf === null ? 'Heures validées' : 'Vos heures validées',
      cell: ({ id, progress, byWork, waiting }) => (
        <>
          <HoursBar
            due={progress.due}
            done={progress.done}
            expected={progress.expectedToday}
            behind={progress.status === 'late' || progress.status === 'to-watch'}
          />
          {hoursDoor(actor, id) !== undefined && <a href={hoursDoor(actor, id)}>Voir les {hours(progress.done)}</a>}
          {byWork && rules.partyOf === null && hoursDoor(actor, id) !== undefined && (
            <div>
              <a href={`/lots/${id}/travail`}>Part des heures travaillées</a>
            </div>
          )}
          {waiting > 0 && <small>{`${hours(waiting)} attendent d’être affermies`}</small>}
        </>
      ),
    },
    {
      key: 'prevision',
      label: 'Prévision',
      cell: ({ landing }) =>
        landing === null ? <span class="soft">Pas de prévision</span> : landingWords(landing, rules.today),
    },
    { key: 'etat', label: 'État', cell: (lot) => <LotStatus lot={lot} /> },
    ...(manages ? [commitmentColumn] : []),
  ];
}

const commitmentColumn: Column<LotBoard> = {
  key: 'action',
  label: 'Action',
  actions: true,
  cell: ({ id, number }) => (
    <>
      <ButtonLink href={`/lots/${id}/engagement`} size="small" kind="quiet" about={`du lot ${number}`}>
        Engagement
      </ButtonLink>
      <ButtonLink href={`/lots/${id}/tranches`} size="small" kind="quiet" about={`du lot ${number}`}>
        Tranches
      </ButtonLink>
    </>
  ),
};

function Opens({ href, children }: { href: string | undefined; children: string }) {
  return href === undefined ? <>{children}</> : <a href={href}>{children}</a>;
}

function LotStatus({ lot }: { lot: LotBoard }) {
  const { label, tone } = lot.state === 'running' ? progressStatuses[lot.progress.status] : lotMachine[lot.state];
  return <Status tone={tone} label={label} />;
}

function Parties({ parties, actor }: { parties: readonly PartyRow[]; actor: Actor }) {
  if (parties.length === 0) return <span class="soft">Non attribué</span>;
  return (
    <>
      {parties.map(({ organisationId, name, role }) => (
        <div>
          <Opens href={companyDoor(actor, organisationId)}>{name}</Opens>
          {roles[role] !== '' && <small>{roles[role]}</small>}
        </div>
      ))}
    </>
  );
}

/** Who takes part in a lot: the companies with their part and contact, and the structures that facilitate it. */
import { may } from '#domain/access.ts';
import { delegateOf, freshness } from '#domain/contact-freshness.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { facilitatorRoles } from '#domain/lot-facilitators.ts';
import { ownMinutes, partyRoles, wholeMinutes } from '#domain/lot-parties.ts';
import { formatMinutes } from '#domain/minutes.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, ButtonLink, Card, DateText, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { LotTabs } from '#ui/market-places.tsx';
import { GroupCard } from './group-card.tsx';
import { ContactLine } from './contact-line.tsx';
import type { AssignmentRow, ManagedLot, PartyRow } from './queries.ts';
import { asParty, contactOf, findManagedLot, isCurrent, listAssignments, listParties } from './queries.ts';

export function lotTrail(lot: ManagedLot) {
  return [
    { href: '/marches', label: 'Marchés' },
    { href: `/marches/${lot.marketId}`, label: lot.market },
    { href: `/lots/${lot.lotId}/intervenants`, label: `Lot ${lot.number}, intervenants` },
  ];
}

export async function drawLotParties(request: PageRequest): Promise<View | null> {
  return drawLot(request, request.params['id'] ?? '');
}

export async function drawLot(request: PageRequest, lotId: string): Promise<View | null> {
  const { ctx, url, form } = request;
  const lot = await findManagedLot(ctx, lotId);
  if (lot === null) return null;
  const writes = may(ctx.actor, 'market.write').allowed;
  const today = parisDay(ctx.now);
  const parties = await listParties(ctx, lot.lotId);
  const present = parties.filter(({ endedOn }) => endedOn === null);
  const gone = parties.filter(({ endedOn }) => endedOn !== null);
  const assignments = (await listAssignments(ctx, lot.lotId)).filter((row) => isCurrent(row, today));
  const path = `/lots/${lot.lotId}`;
  const whole = wholeMinutes(present.map(asParty));
  const body = (
    <>
      <PageHeading
        title="Intervenants"
        breadcrumb={lotTrail(lot).slice(0, 2)}
        lead={`Lot ${lot.number}, ${lot.title}`}
        actions={
          <>
            {may(ctx.actor, 'agreement.read').allowed && (
              <ButtonLink href={`/globalisations?lot=${lot.lotId}`}>Accords de globalisation</ButtonLink>
            )}
            {may(ctx.actor, 'counting.read').allowed && (
              <ButtonLink href={`${path}/regles`}>Règles de décompte</ButtonLink>
            )}
            {writes && (
              <ButtonLink href={`${path}/intervenants/nouveau`} kind="primary" icon="plus">
                Ajouter une entreprise
              </ButtonLink>
            )}
          </>
        }
      />
      {writes && <LotTabs lot={lot.lotId} current="/intervenants" />}
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <h2>Entreprises et structures d’insertion</h2>
      <Table
        caption="Entreprises et structures d’insertion"
        id="entreprises"
        rows={present}
        columns={partyColumns({ request, all: present, writes, today })}
        rowId={(row) => row.id}
        url={url}
        summary={whole > 0 && `Parts réparties\u00A0: ${formatMinutes(whole)}, sous-traitance comprise`}
        empty={<EmptyState title="Aucune entreprise sur ce lot.">Ajoutez le titulaire dès l’attribution.</EmptyState>}
      />
      {await GroupCard({ ctx, lot: lot.lotId, present, url })}
      <h2>Facilitation</h2>
      <Table
        caption="Facilitation"
        id="facilitation"
        rows={assignments}
        columns={facilitatorColumns(request, writes)}
        rowId={(row) => row.id}
        url={url}
        empty={<EmptyState title="Personne ne facilite encore ce lot." />}
      />
      {writes && (
        <p>
          <ButtonLink href={`${path}/facilitateurs/nouveau`} icon="plus">
            Confier le lot à une structure
          </ButtonLink>
        </p>
      )}
      {gone.length > 0 && <Gone request={request} rows={gone} writes={writes} />}
    </>
  );
  return { title: 'Intervenants du lot', body };
}

function partyColumns(props: {
  request: PageRequest;
  all: readonly PartyRow[];
  writes: boolean;
  today: string;
}): Column<PartyRow>[] {
  const { request, all, writes, today } = props;
  const name = (id: string | null) => all.find((row) => row.id === id)?.organisation ?? '';
  const columns: Column<PartyRow>[] = [
    {
      key: 'organisation',
      label: 'Entreprise',
      primary: true,
      cell: (row) => (
        <>
          <a href={writes ? `/intervenants/${row.id}` : `/entreprises/${row.organisationId}`}>{row.organisation}</a>
          {writes && (
            <small>
              <a href={`/entreprises/${row.organisationId}`}>Tous ses lots</a>
            </small>
          )}
        </>
      ),
    },
    {
      key: 'role',
      label: 'Rôle',
      cell: (row) => (
        <>
          {partyRoles[row.role]}
          {row.underId !== null && ` de ${name(row.underId)}`}
          {row.actOn !== null && (
            <>
              <br />
              <span class="soft">acte du {formatShortDay(row.actOn)}</span>
            </>
          )}
        </>
      ),
    },
    { key: 'share', label: 'Part', align: 'end', cell: (row) => shareOf(row, all) },
    { key: 'contact', label: 'À joindre', cell: (row) => <Contact row={row} today={today} /> },
    {
      key: 'freshness',
      label: 'Fraîcheur',
      cell: (row) => <Status {...freshness(contactOf(row), today, { texts: request.ctx.house.sms.leaves })} />,
    },
  ];
  if (!writes) return columns;
  const leave: Column<PartyRow> = {
    key: 'actions',
    label: 'Action',
    actions: true,
    cell: (row) => (
      <ActionButton
        action={`/intervenants/${row.id}/depart`}
        formKey={request.key()}
        about={row.organisation ?? ''}
        kind="quiet"
        size="small"
      >
        Départ
      </ActionButton>
    ),
  };
  return [...columns, leave];
}

function shareOf(row: PartyRow, all: readonly PartyRow[]) {
  if (row.shareMinutes === null) return <span class="soft">Non fixée</span>;
  const own = ownMinutes(asParty(row), all.map(asParty));
  if (own === null || own === row.shareMinutes) return formatMinutes(row.shareMinutes);
  return (
    <>
      {formatMinutes(row.shareMinutes)}
      <br />
      <span class="soft">{`dont ${formatMinutes(own)} en propre`}</span>
    </>
  );
}

function Contact({ row, today }: { row: PartyRow; today: string }) {
  const delegate = delegateOf(row, today);
  return (
    <>
      <ContactLine {...row} />
      {delegate !== null && (
        <>
          <br />
          <span class="soft">
            {`Délégation à ${delegate.delegateName} jusqu’au ${formatShortDay(delegate.delegateUntil ?? today)}`}
          </span>
        </>
      )}
    </>
  );
}

function facilitatorColumns(request: PageRequest, writes: boolean): Column<AssignmentRow>[] {
  const columns: Column<AssignmentRow>[] = [
    {
      key: 'structure',
      label: 'Structure',
      primary: true,
      cell: (row) => (writes ? <a href={`/facilitateurs/${row.id}`}>{row.organisation}</a> : row.organisation),
    },
    { key: 'role', label: 'Rôle', cell: ({ role }) => facilitatorRoles[role] },
    { key: 'person', label: 'Personne chargée', cell: ({ person }) => person ?? '' },
    { key: 'territory', label: 'Territoire', cell: ({ territory }) => territory },
    {
      key: 'share',
      label: 'Part du lot',
      align: 'end',
      cell: ({ shareBasisPoints }) => `${formatHundredths(shareBasisPoints)}\u00A0%`,
    },
    { key: 'since', label: 'Depuis', cell: ({ fromDay }) => <DateText date={fromDay} /> },
  ];
  if (!writes) return columns;
  const withdraw: Column<AssignmentRow> = {
    key: 'actions',
    label: 'Action',
    actions: true,
    cell: (row) => (
      <ActionButton
        action={`/facilitateurs/${row.id}/retirer`}
        formKey={request.key()}
        about={row.organisation ?? ''}
        kind="quiet"
        size="small"
        confirm={{
          title: 'Retirer le lot à cette structure',
          text: 'Elle ne le verra plus. Ce qu’elle a fait reste dans l’historique.',
          label: 'Retirer',
        }}
      >
        Retirer
      </ActionButton>
    ),
  };
  return [...columns, withdraw];
}

function Gone({ request, rows, writes }: { request: PageRequest; rows: readonly PartyRow[]; writes: boolean }) {
  return (
    <Card title="Ont quitté le lot">
      <ul>
        {rows.map((row) => (
          <li>
            {`${row.organisation ?? ''}, ${partyRoles[row.role].toLowerCase()}, jusqu’au ${formatShortDay(row.endedOn ?? '')}`}{' '}
            {writes && (
              <ActionButton
                action={`/intervenants/${row.id}/retour`}
                formKey={request.key()}
                about={row.organisation ?? ''}
                kind="quiet"
                size="small"
              >
                Remettre
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

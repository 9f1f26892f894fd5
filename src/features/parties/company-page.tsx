/** One company: the lots it works on and its role there, what it owes and has done, whom to reach, and its last declarations. */
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { freshness } from '#domain/contact-freshness.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import { partyRoles } from '#domain/lot-parties.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { formatMonth } from '#domain/month.ts';
import { organisationKinds } from '#domain/position.ts';
import { formatSiret } from '#domain/siret.ts';
import type { PageRequest, View } from '#http/route.ts';
import { capital, counted } from '#ui/french.ts';
import { ButtonLink, DateText, EmptyState, KeyFigure, KeyFigures, PageHeading, Status } from '#ui/parts.tsx';
import { HoursBar } from '#ui/parts/hours-bar.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { CompanyLot, CompanyMonth } from './company-queries.ts';
import {
  countLate,
  dueOfCompany,
  findCompany,
  listCompanyLots,
  listCompanyMonths,
  monthsShown,
} from './company-queries.ts';
import { ContactLine } from './contact-line.tsx';

type OwingLot = CompanyLot & { due: number | null };

export async function drawCompany(request: PageRequest): Promise<View | null> {
  const { ctx, params, url } = request;
  const company = await findCompany(ctx, params['id'] ?? '');
  if (company === null) return null;
  const { id, name, kind, identifier, city } = company;
  const lots = await listCompanyLots(ctx, id);
  const due = await dueOfCompany(ctx, { company: id, lots: lots.map(({ lotId }) => lotId) });
  const owing = lots.map((lot) => ({ ...lot, due: due.get(lot.lotId) ?? null }));
  const months = await listCompanyMonths(ctx, id);
  const late = await countLate(ctx, id);
  const today = parisDay(ctx.now);
  const who = [organisationKinds[kind], identifier === null ? '' : formatSiret(identifier), city];
  const body = (
    <>
      <PageHeading
        title={name}
        breadcrumb={[{ href: '/entreprises', label: 'Entreprises' }]}
        lead={who.filter((part) => part !== '').join(' · ')}
        actions={<ButtonLink href={`/marches?q=${encodeURIComponent(name)}`}>Ses marchés</ButtonLink>}
      />
      <Figures lots={owing} late={late} />
      <section id="lots" class="stack">
        <h2>Lots et engagements</h2>
        <Table
          id="les-lots"
          caption="Lots de cette entreprise"
          rows={owing}
          rowId={({ partyId }) => partyId}
          url={url}
          columns={lotColumns(today)}
          empty={<EmptyState title="Aucun lot." />}
        />
      </section>
      <section id="declarations" class="stack">
        <h2>Dernières déclarations</h2>
        <Table
          id="les-declarations"
          caption="Déclarations en retard ou refusées, puis les dernières"
          rows={months}
          rowId={(month) => month.id}
          url={url}
          {...(months.length === monthsShown && { summary: `Les ${monthsShown} premières.` })}
          columns={monthColumns(ctx.actor)}
          empty={<EmptyState title="Aucune déclaration encore." icon="clock" />}
        />
      </section>
    </>
  );
  return { title: name, body };
}

function Figures({ lots, late }: { lots: readonly OwingLot[]; late: number }) {
  const present = lots.filter(({ endedOn }) => endedOn === null);
  // A company with two roles on a lot owes there once.
  const once = [...new Map(lots.map((lot) => [lot.lotId, lot])).values()];
  const due = once.reduce((sum, lot) => sum + (lot.due ?? 0), 0);
  const done = once.reduce((sum, lot) => sum + lot.done, 0);
  return (
    <KeyFigures>
      <KeyFigure
        label="Lots"
        value={counted(new Set(present.map(({ lotId }) => lotId)).size, 'lot')}
        detail="Où elle intervient aujourd’hui"
        href="#lots"
      />
      <KeyFigure
        label="Heures validées"
        value={formatMinutes(done)}
        detail={due === 0 ? 'Aucune part fixée' : `sur ${formatMinutes(due)} dues`}
        href="#lots"
      />
      <KeyFigure label="Déclarations en retard" value={late === 0 ? 'Aucune' : String(late)} href="#declarations" />
    </KeyFigures>
  );
}

function lotColumns(today: string): Column<OwingLot>[] {
  return [
    {
      key: 'lot',
      label: 'Lot',
      primary: true,
      cell: ({ lotId, number, title, marketId, market }) => (
        <>
          <a href={`/lots/${lotId}/intervenants`}>{`Lot ${number}, ${title}`}</a>
          <small>
            <a href={`/marches/${marketId}`}>{market}</a>
          </small>
        </>
      ),
    },
    {
      key: 'role',
      label: 'Rôle',
      cell: ({ role, endedOn }) => (
        <>
          {partyRoles[role]}
          {endedOn !== null && <small>{`jusqu’au ${formatShortDay(endedOn)}`}</small>}
        </>
      ),
    },
    {
      key: 'heures',
      label: 'Ce qu’elle doit',
      cell: ({ due, done }) =>
        due === null ? (
          <span class="soft">{`Part non fixée${done > 0 ? `, ${formatMinutes(done)} validées` : ''}`}</span>
        ) : (
          <HoursBar due={due} done={done} expected={undefined} behind={false} />
        ),
    },
    { key: 'contact', label: 'À joindre', cell: (lot) => <ContactLine {...lot} /> },
    {
      key: 'fraicheur',
      label: 'Fraîcheur',
      cell: ({ answeredAt, bouncedAt, ...contact }) => (
        <Status
          {...freshness(
            {
              ...contact,
              answeredOn: answeredAt === null ? null : parisDay(answeredAt),
              bouncedOn: bouncedAt === null ? null : parisDay(bouncedAt),
            },
            today,
          )}
        />
      ),
    },
  ];
}

function monthColumns(actor: Actor): Column<CompanyMonth>[] {
  const reviews = may(actor, 'hours.review').allowed;
  return [
    {
      key: 'mois',
      label: 'Mois',
      primary: true,
      cell: ({ id, month }) => {
        const name = capital(formatMonth(month));
        return reviews ? <a href={`/heures/${id}`}>{name}</a> : name;
      },
    },
    {
      key: 'lot',
      label: 'Lot',
      cell: ({ marketId, market, lotNumber }) => <a href={`/marches/${marketId}`}>{`${market}, lot ${lotNumber}`}</a>,
    },
    { key: 'attendue', label: 'Attendue le', cell: ({ dueOn }) => <DateText date={dueOn} /> },
    {
      key: 'recue',
      label: 'Reçue le',
      cell: ({ submittedAt }) => submittedAt !== null && <DateText date={submittedAt} />,
    },
    {
      key: 'etat',
      label: 'État',
      cell: ({ state }) => <Status tone={declarationMachine[state].tone} label={declarationMachine[state].label} />,
    },
  ];
}

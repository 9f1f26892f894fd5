/** For a prescriber: the work of the people it sent, who ends soon, and one page for each. */
import { contractMachine } from '#domain/contract-state.ts';
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { isToPrepare, nextSteps, untilEnd } from '#domain/next-contract.ts';
import { readPathwaySettings } from '#db/pathway-settings.ts';
import { organisationOf } from '#domain/actor.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table, Tabs } from '#ui/table.tsx';
import type { PrescribedContract } from './prescribed-queries.ts';
import { listPrescribed } from './prescribed-queries.ts';

export async function drawPrescribed(request: PageRequest): Promise<View> {
  const { ctx, url, query } = request;
  const ended = query.get('vue') === 'terminees';
  const today = parisDay(ctx.now);
  const settings = await readPathwaySettings(ctx, { organisation: organisationOf(ctx.actor) ?? '', day: today });
  const rows = await listPrescribed(ctx, { ended });
  const body = (
    <>
      <PageHeading
        title="Vos personnes en contrat"
        lead="Les personnes que vous avez orientées et qui travaillent grâce à une clause. Celles dont le contrat finit bientôt viennent d’abord."
      />
      <Tabs
        label="Contrats"
        items={[
          { href: '/suites', label: 'En cours', current: !ended },
          { href: '/suites?vue=terminees', label: 'Terminés', current: ended },
        ]}
      />
      <Table
        caption="Contrats des personnes orientées"
        rows={rows}
        columns={columnsFor({ today, noticeDays: settings['next-contract-days'] })}
        rowId={({ contractId }) => contractId}
        url={url}
        empty={
          <EmptyState title={ended ? 'Aucun contrat terminé.' : 'Aucune personne en contrat.'} icon="users">
            Vous serez prévenu six semaines avant la fin de chaque contrat.
          </EmptyState>
        }
      />
    </>
  );
  return { title: 'Vos personnes en contrat', body };
}

export function prescribedEnd(
  { endsOn, state }: Pick<PrescribedContract, 'endsOn' | 'state'>,
  { today, noticeDays }: { today: string; noticeDays: number },
) {
  if (endsOn === null) return 'Sans terme';
  const text = formatShortDay(endsOn);
  if (state === 'ended') return `Terminé le ${text}`;
  return isToPrepare(endsOn, { today, noticeDays }) ? (
    <Status tone="attention" label={`${text}, ${untilEnd(endsOn, today)}`} />
  ) : (
    text
  );
}

function columnsFor(moment: { today: string; noticeDays: number }): Column<PrescribedContract>[] {
  return [
    {
      key: 'person',
      label: 'Personne',
      primary: true,
      cell: ({ personId, familyName, givenName }) => (
        <a href={`/personnes/${personId}/partage`}>{`${familyName} ${givenName}`}</a>
      ),
    },
    {
      key: 'contract',
      label: 'Contrat',
      cell: ({ type, job, company }) => <>{[contractTypes[type].label, job, company].filter(Boolean).join(', ')}</>,
    },
    { key: 'end', label: 'Fin', cell: (row) => prescribedEnd(row, moment) },
    { key: 'hours', label: 'Heures', align: 'end', cell: ({ countedMinutes }) => formatMinutes(countedMinutes) },
    {
      key: 'next',
      label: 'Suite',
      cell: ({ step, state }) => (step === null ? contractMachine[state].label : nextSteps[step]),
    },
    {
      key: 'signal',
      label: 'Difficulté',
      actions: true,
      cell: ({ personId, givenName }) => (
        <ButtonLink
          href={`/personnes/${personId}/partage#signaler`}
          kind="quiet"
          size="small"
          about={`pour ${givenName}`}
        >
          Signaler une difficulté
        </ButtonLink>
      ),
    },
  ];
}

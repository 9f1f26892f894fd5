/** The contracts that end within the notice: what is to propose, what is proposed; for a prescriber, those of its own people. */
import { isContractType, contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { nextSteps, untilEnd } from '#domain/next-contract.ts';
import { organisationOf } from '#domain/actor.ts';
import { readPathwaySettings } from '#db/pathway-settings.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table, Tabs } from '#ui/table.tsx';
import type { EndingContract } from './next-queries.ts';
import { listEndings } from './next-queries.ts';
import { drawPrescribed } from './prescribed-page.tsx';

export async function drawEndings(request: PageRequest): Promise<View> {
  const { ctx, query, url } = request;
  if (ctx.actor.kind === 'member' && ctx.actor.organisationKind === 'prescriber') return drawPrescribed(request);
  const today = parisDay(ctx.now);
  const settings = await readPathwaySettings(ctx, { organisation: organisationOf(ctx.actor) ?? '', day: today });
  const noticeDays = settings['next-contract-days'];
  const proposed = query.get('vue') === 'proposees';
  const rows = await listEndings(ctx, { noticeDays, proposed });
  const body = (
    <>
      <PageHeading
        title="Suites de contrat"
        lead={`Les contrats qui se terminent dans les ${Math.round(noticeDays / 7)} semaines, sans rien après. Le prescripteur est prévenu.`}
      />
      <Tabs
        label="Suites de contrat"
        items={[
          { href: '/suites', label: 'À proposer', current: !proposed },
          { href: '/suites?vue=proposees', label: 'Proposées', current: proposed },
        ]}
      />
      <Table
        caption="Contrats qui prennent fin"
        rows={rows}
        columns={columnsFor(today)}
        rowId={({ contractId }) => contractId}
        url={url}
        empty={
          <EmptyState
            title={proposed ? 'Aucune suite proposée en ce moment.' : 'Chaque contrat qui se termine a une suite.'}
            icon="circle-check"
          />
        }
      />
    </>
  );
  return { title: 'Suites de contrat', body };
}

function columnsFor(today: string): Column<EndingContract>[] {
  return [
    {
      key: 'person',
      label: 'Personne',
      primary: true,
      cell: ({ personId, familyName, givenName }) => (
        <a href={`/personnes/${personId}/parcours`}>{`${familyName} ${givenName}`}</a>
      ),
    },
    {
      key: 'contract',
      label: 'Contrat',
      cell: ({ type, company }) => `${isContractType(type) ? contractTypes[type].label : type}, ${company}`,
    },
    {
      key: 'end',
      label: 'Fin',
      cell: ({ endsOn }) => `${formatShortDay(endsOn)}, ${untilEnd(endsOn, today)}`,
    },
    {
      key: 'told',
      label: 'Prescripteur',
      cell: ({ prescriber, alertedOn }) =>
        prescriber === null ? (
          <span class="soft">Aucun</span>
        ) : (
          <>
            {prescriber}
            <br />
            <span class="soft">
              {alertedOn === null ? 'pas encore prévenu' : `prévenu le ${formatShortDay(alertedOn)}`}
            </span>
          </>
        ),
    },
    {
      key: 'next',
      label: 'Suite',
      cell: ({ contractId, step, familyName }) =>
        step === null ? (
          <ButtonLink href={`/contrats/${contractId}/proposer-une-suite`} size="small" about={`pour ${familyName}`}>
            Proposer
          </ButtonLink>
        ) : (
          <a href={`/contrats/${contractId}/proposer-une-suite`}>
            <Status tone="ok" label={nextSteps[step]} />
          </a>
        ),
    },
  ];
}

/** "Personnes non validées": who works on a market without her hours counting, and whose time ends soon. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { standingWords } from '#domain/eligibility-standing.ts';
import { formatMinutes } from '#domain/minutes.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { may } from '#domain/access.ts';
import { findMarketOfPublics } from './publics-queries.ts';
import type { UnvalidatedRow } from './unvalidated-query.ts';
import { listUnvalidated } from './unvalidated-query.ts';

export async function drawUnvalidated({ ctx, params, url }: PageRequest): Promise<View | null> {
  const market = await findMarketOfPublics(ctx, params['id'] ?? '');
  if (market === null) return null;
  const { waiting, ending } = await listUnvalidated(ctx, market.id);
  const columns = columnsFor(parisDay(ctx.now), may(ctx.actor, 'eligibility.decide').allowed);
  const body = (
    <>
      <PageHeading
        title="Personnes non validées"
        breadcrumb={[
          { href: '/marches', label: 'Marchés' },
          { href: `/marches/${market.id}`, label: market.object },
        ]}
        lead="Leurs heures sont listées et comptent pour zéro tant que vous n’avez pas décidé."
      />
      <Table
        caption="Personnes non validées"
        id="non-validees"
        rows={waiting}
        rowId={({ personId }) => personId}
        url={url}
        columns={columns}
        empty={<EmptyState title="Toutes les personnes sont validées." icon="circle-check" />}
      />
      {ending.length > 0 && (
        <section class="stack" id="bientot">
          <h2>Fin d’éligibilité dans trois mois</h2>
          <Table
            caption="Fin d’éligibilité dans trois mois"
            id="fin-proche"
            rows={ending}
            rowId={({ personId }) => personId}
            url={url}
            columns={columns}
            empty=""
          />
        </section>
      )}
    </>
  );
  return { title: 'Personnes non validées', body };
}

function columnsFor(today: string, decides: boolean): Column<UnvalidatedRow>[] {
  return [
    {
      key: 'nom',
      label: 'Personne',
      primary: true,
      cell: ({ personId, familyName, givenName }) => (
        <a href={`/personnes/${personId}`}>{`${familyName} ${givenName}`}</a>
      ),
    },
    {
      key: 'entreprise',
      label: 'Entreprise',
      cell: ({ company, startsOn }) => `${company}, depuis le ${formatShortDay(startsOn)}`,
    },
    { key: 'heures', label: 'Heures déclarées', align: 'end', cell: ({ declared }) => formatMinutes(declared) },
    { key: 'etat', label: 'Éligibilité', cell: ({ decision }) => <Status {...standingWords(decision, today)} /> },
    {
      key: 'action',
      label: 'Action',
      actions: true,
      cell: ({ personId, familyName }) =>
        decides && (
          <ButtonLink href={`/personnes/${personId}/eligibilite`} size="small" about={familyName}>
            Décider
          </ButtonLink>
        ),
    },
  ];
}

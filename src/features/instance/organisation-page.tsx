/** One organisation as the operator sees it: what it is and who administers it, nothing it works on. */
import { formatSiret } from '#domain/siret.ts';
import { organisationOf } from '#domain/actor.ts';
import { organisationKinds } from '#domain/position.ts';
import type { PageRequest, View } from '#http/route.ts';
import { frenchNumber } from '#ui/french.ts';
import { Alert, ButtonLink, Card, DateText, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { findHelped, listAdministratorNames } from './help-queries.ts';
import type { AdministratorName, HelpedOrganisation } from './help-queries.ts';

export const organisationsTrail = [
  { href: '/instance', label: 'Instance' },
  { href: '/instance/organisations', label: 'Organisations' },
];

export async function drawOrganisation(request: PageRequest): Promise<View | null> {
  const { ctx, url } = request;
  const helped = await findHelped(ctx, request.params['id'] ?? '');
  if (helped === null) return null;
  const administrators = await listAdministratorNames(ctx, helped.id);
  const own = helped.id === organisationOf(ctx.actor);
  const acts = !own && helped.closedAt === null;
  const body = (
    <>
      <PageHeading title={helped.name} breadcrumb={organisationsTrail} status={<State helped={helped} />} />
      <Card title="Fiche">
        <DefinitionList items={described(helped)} />
      </Card>
      <h2>Administration</h2>
      <Table
        caption="Qui administre cette organisation"
        rows={administrators}
        columns={columnsFor({ helped, acts })}
        rowId={({ membership }) => membership}
        url={url}
        empty={
          <EmptyState
            title="Personne n’administre cette organisation."
            actions={acts ? <a href={`${cardOf(helped)}/inviter`}>Inviter une administration</a> : undefined}
          />
        }
      />
      {own ? (
        <Alert tone="info">
          C’est votre propre organisation{'\u00A0'}: passez par{' '}
          <a href="/organisation/decisions">les décisions à deux</a>.
        </Alert>
      ) : (
        <Doings helped={helped} />
      )}
    </>
  );
  return { title: 'Une organisation', body };
}

function State({ helped }: { helped: HelpedOrganisation }) {
  return helped.closedAt === null ? <Status tone="ok" label="En service" /> : <Status tone="neutral" label="Fermée" />;
}

function described({ kind, identifierType, identifier, closedAt, members }: HelpedOrganisation) {
  const number = identifierType === 'SIRET' ? formatSiret(identifier ?? '') : (identifier ?? '');
  return [
    { term: 'Type', value: organisationKinds[kind] },
    { term: identifierType === 'NONE' ? 'Identifiant' : identifierType, value: number },
    { term: 'Membres', value: frenchNumber(members) },
    ...(closedAt === null ? [] : [{ term: 'Fermée le', value: <DateText date={closedAt} style="instant" /> }]),
  ];
}

function columnsFor({ helped, acts }: { helped: HelpedOrganisation; acts: boolean }): Column<AdministratorName>[] {
  const name: Column<AdministratorName> = {
    key: 'nom',
    label: 'Nom',
    primary: true,
    cell: (row) => row.name,
  };
  if (!acts) return [name];
  const reset: Column<AdministratorName> = {
    key: 'actions',
    label: 'Actions',
    actions: true,
    cell: (row) => (
      <a href={`${cardOf(helped)}/double-authentification/${row.membership}`}>
        Réinitialiser la double authentification<span class="visually-hidden"> de {row.name}</span>
      </a>
    ),
  };
  return [name, reset];
}

function Doings({ helped }: { helped: HelpedOrganisation }) {
  const path = cardOf(helped);
  return (
    <div class="row">
      {helped.closedAt === null ? (
        <ButtonLink href={`${path}/fermer`} kind="danger" icon="ban">
          Fermer l’organisation
        </ButtonLink>
      ) : (
        <ButtonLink href={`${path}/rouvrir`} icon="undo-2">
          Rouvrir l’organisation
        </ButtonLink>
      )}
    </div>
  );
}

function cardOf({ id }: HelpedOrganisation): string {
  return `/instance/organisations/${id}`;
}

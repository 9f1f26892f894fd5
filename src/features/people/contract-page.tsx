/** One work contract: its terms, its life so far, its hours, and the few things that may happen to it next. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { contractMachine, endReasons } from '#domain/contract-state.ts';
import { contractTypes, executionMethods } from '#domain/contract-types.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { turnOfContract } from '#domain/whose-turn.ts';
import { sides } from '#domain/state-machine.ts';
import { record } from '#db/audit.ts';
import { countingBook } from '#db/counting-book.ts';
import type { PageRequest, View } from '#http/route.ts';
import {
  ActionButton,
  Alert,
  ButtonLink,
  Card,
  DateText,
  DefinitionList,
  PageHeading,
  Status,
  Timeline,
} from '#ui/parts.tsx';
import { NextSteps } from './contract-steps.tsx';
import type { ContractRow } from './contract-queries.ts';
import { findContract, hasFollower } from './contract-queries.ts';
import { listDeeds } from './history.ts';
import { HoursCard } from './hours-card.tsx';
import { listPersonMonths } from './person-hours.ts';
import type { PersonRow } from './queries.ts';
import { findPerson } from './queries.ts';

export async function drawContract(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const contract = await findContract(ctx, request.params['id'] ?? '');
  const person = contract && (await findPerson(ctx, contract.personId));
  if (contract === null || person === null) return null;
  await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: person.id });
  const months = (await listPersonMonths(ctx, person.id)).filter(({ contractId }) => contractId === contract.id);
  const deeds = await listDeeds(ctx, [contract.id]);
  const today = parisDay(ctx.now);
  const book = await countingBook(ctx, { organisation: organisationOf(ctx.actor) ?? '', lot: contract });
  const fullTime = resolveRule({ book, code: 'full-time', day: today });
  const open = person.archivedOn === null;
  const writes = open && may(ctx.actor, 'person.write').allowed && contract.state !== 'removed';
  const followed = await hasFollower(ctx, contract.id);
  const body = (
    <>
      <PageHeading
        title={`Contrat de ${person.givenName} ${person.familyName}`}
        breadcrumb={trailOf(person)}
        lead={`${contractTypes[contract.type].label}, ${contract.company ?? ''}`}
        status={<Status {...contractMachine[contract.state]} />}
        actions={
          writes && (
            <ButtonLink href={`/contrats/${contract.id}/modifier`} icon="pencil">
              Modifier
            </ButtonLink>
          )
        }
      />
      {contract.state === 'removed' && may(ctx.actor, 'person.write').allowed && (
        <ActionButton action={`/contrats/${contract.id}/rouvrir`} formKey={request.key()} icon="undo-2">
          Remettre ce contrat
        </ActionButton>
      )}
      {!open && <Alert title="Fiche mise de côté">Ce contrat se lit, et prend fin ; rien d’autre ne s’y ajoute.</Alert>}
      <Turn contract={contract} today={today} />
      <Terms contract={contract} />
      <FollowUp contract={contract.id} proposes={writes && contract.state !== 'ended'} />
      {fullTime.ok && <HoursCard months={months} fullTime={fullTime.value.value} url={request.url} />}
      {writes && <NextSteps request={request} contract={contract} followed={followed} hasHours={months.length > 0} />}
      <Card title="Historique">
        {deeds.length === 0 ? (
          <p class="soft">Rien n’a été fait dans Guichet sur ce contrat.</p>
        ) : (
          <Timeline items={deeds} />
        )}
      </Card>
    </>
  );
  return { title: 'Contrat de travail', body };
}

export function trailOf(person: PersonRow) {
  return [
    { href: '/personnes', label: 'Personnes' },
    { href: `/personnes/${person.id}`, label: `${person.familyName} ${person.givenName}` },
  ];
}

function Turn({ contract, today }: { contract: ContractRow; today: string }) {
  const employer = contract.employerId === contract.companyId ? ('company' as const) : ('inclusion' as const);
  const turn = turnOfContract({ state: contract.state, since: today, employer });
  if (turn.owner === 'nobody') return <></>;
  return <Alert>{`À ${sides[turn.owner]}\u00A0: ${turn.action.charAt(0).toLowerCase()}${turn.action.slice(1)}`}</Alert>;
}

/** What goes with a contract: its visits, its evaluations, its meetings, what comes next. */
function FollowUp({ contract, proposes }: { contract: string; proposes: boolean }) {
  return (
    <nav class="row" aria-label="Suivi du contrat">
      <ButtonLink href={`/contrats/${contract}/visites`} icon="calendar" size="small">
        Visites
      </ButtonLink>
      <ButtonLink href={`/contrats/${contract}/evaluations`} icon="file-check" size="small">
        Évaluations
      </ButtonLink>
      <ButtonLink href={`/contrats/${contract}/bilans`} icon="users" size="small">
        Bilans tripartites
      </ButtonLink>
      {proposes && (
        <ButtonLink href={`/contrats/${contract}/proposer-une-suite`} icon="arrow-right" size="small">
          Proposer la suite
        </ButtonLink>
      )}
    </nav>
  );
}

function Terms({ contract }: { contract: ContractRow }) {
  const { employerId, companyId, endReason, endedOn, plannedEndOn, trialEndsOn, followsId } = contract;
  return (
    <Card title="Termes">
      <DefinitionList
        items={[
          {
            term: 'Lot',
            value: contract.market !== null && (
              <a href={`/marches/${contract.marketId}`}>
                {`${contract.market}, lot ${contract.lotNumber ?? ''} ${contract.lot ?? ''}`}
              </a>
            ),
          },
          { term: 'Travaille chez', value: contract.company },
          ...(employerId === companyId ? [] : [{ term: 'Employeur', value: contract.employer }]),
          { term: 'Modalité', value: executionMethods[contract.method] },
          { term: 'Métier', value: [contract.job, contract.romeCode].filter(Boolean).join(', ') },
          { term: 'Durée par semaine', value: formatMinutes(contract.weeklyMinutes) },
          { term: 'Début', value: <DateText date={contract.startsOn} /> },
          ...(trialEndsOn === null ? [] : [{ term: 'Fin de l’essai', value: <DateText date={trialEndsOn} /> }]),
          {
            term: 'Fin prévue',
            value: plannedEndOn === null ? 'Sans terme' : <DateText date={plannedEndOn} />,
          },
          ...(endedOn === null || endReason === null
            ? []
            : [{ term: 'Fin', value: `${formatShortDay(endedOn)}, ${endReasons[endReason].toLowerCase()}` }]),
          ...(followsId === null
            ? []
            : [{ term: 'Fait suite à', value: <a href={`/contrats/${followsId}`}>contrat précédent</a> }]),
        ].map(({ term, value }) => ({ term, value: value === false ? null : value }))}
      />
    </Card>
  );
}

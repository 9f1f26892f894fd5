/** One person: identity, where she stands towards the clause and by which rule, her contracts, her hours, what was done. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { contractMachine } from '#domain/contract-state.ts';
import { contractTypes } from '#domain/contract-types.ts';
import type { CountingBook } from '#domain/counting-rules.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { standingWords } from '#domain/eligibility-standing.ts';
import { levelWords, ruleOfVersion, windowWords } from '#domain/eligibility-window.ts';
import { formatPhone } from '#domain/phone.ts';
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
  Disclosure,
  EmptyState,
  PageHeading,
  Status,
  Timeline,
} from '#ui/parts.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { ContractRow } from './contract-queries.ts';
import { listContracts } from './contract-queries.ts';
import { listDeeds } from './history.ts';
import { HoursCard } from './hours-card.tsx';
import { listPersonMonths } from './person-hours.ts';
import type { DecisionRow, PersonRow } from './queries.ts';
import { currentDecision, findPerson, listDecisions } from './queries.ts';
import { isReferredTo } from './remove.ts';

export async function drawPerson(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const person = await findPerson(ctx, request.params['id'] ?? '');
  if (person === null) return null;
  await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: person.id });
  const decisions = await listDecisions(ctx, person.id);
  const contracts = await listContracts(ctx, person.id);
  const months = await listPersonMonths(ctx, person.id);
  const deeds = await listDeeds(ctx, [person.id, ...contracts.map(({ id }) => id)]);
  const [latest] = contracts;
  const book = await countingBook(ctx, { organisation: organisationOf(ctx.actor) ?? '', lot: latest });
  const today = parisDay(ctx.now);
  const fullTime = resolveRule({ book, code: 'full-time', day: today });
  const writes = may(ctx.actor, 'person.write').allowed && person.archivedOn === null;
  const body = (
    <>
      <PageHeading
        title={`${person.familyName} ${person.givenName}`}
        breadcrumb={[{ href: '/personnes', label: 'Personnes' }]}
        status={<Status {...standingWords(currentDecision(decisions), today)} />}
        actions={
          writes && (
            <>
              <ButtonLink href={`/personnes/${person.id}/contrats/nouveau`} kind="primary" icon="plus">
                Nouveau contrat
              </ButtonLink>
              <ButtonLink href={`/personnes/${person.id}/modifier`} icon="pencil">
                Modifier
              </ButtonLink>
              {!(await isReferredTo(ctx, person.id)) && (
                <ActionButton action={`/personnes/${person.id}/retirer`} formKey={request.key()} kind="quiet">
                  Saisie par erreur
                </ActionButton>
              )}
            </>
          )
        }
      />
      <PersonFrame person={person} actor={ctx.actor} place="">
        {request.form.errors.map(({ text }) => (
          <Alert tone="problem">{text}</Alert>
        ))}
        <Identity person={person} />
        <EligibilityCard
          person={person.id}
          decisions={decisions}
          book={book}
          decides={may(ctx.actor, 'eligibility.decide').allowed}
        />
        <h2>Contrats</h2>
        <Table
          caption="Contrats"
          id="contrats"
          rows={contracts}
          columns={contractColumns}
          rowId={({ id }) => id}
          url={request.url}
          empty={<EmptyState title="Aucun contrat encore." />}
        />
        {fullTime.ok && <HoursCard months={months} fullTime={fullTime.value.value} url={request.url} />}
        <Card title="Historique">
          {deeds.length === 0 ? (
            <p class="soft">Rien n’a été fait dans Guichet sur cette fiche.</p>
          ) : (
            <Timeline items={deeds} />
          )}
        </Card>
      </PersonFrame>
    </>
  );
  return { title: 'Fiche d’une personne', body };
}

function Identity({ person }: { person: PersonRow }) {
  const { birthDate, commune, email, phone } = person;
  return (
    <Card title="Identité">
      <DefinitionList
        items={[
          { term: 'Naissance', value: birthDate !== null && <DateText date={birthDate} /> },
          { term: 'Commune', value: commune },
          { term: 'Adresse électronique', value: email !== '' && <a href={`mailto:${email}`}>{email}</a> },
          { term: 'Téléphone', value: phone !== '' && <a href={`tel:${phone}`}>{formatPhone(phone)}</a> },
        ].map(({ term, value }) => ({ term, value: value === false ? null : value }))}
      />
    </Card>
  );
}

function EligibilityCard(props: {
  person: string;
  decisions: readonly DecisionRow[];
  book: CountingBook;
  decides: boolean;
}) {
  const { person, decisions, book, decides } = props;
  const current = currentDecision(decisions);
  const former = decisions.filter((decision) => decision !== current);
  return (
    <Card
      title="Éligibilité"
      actions={
        decides && (
          <>
            <ButtonLink
              href={`/personnes/${person}/eligibilite`}
              size="small"
              kind={current === null ? 'primary' : 'plain'}
            >
              {current === null ? 'Décider' : 'Revoir la décision'}
            </ButtonLink>
            <ButtonLink href={`/personnes/${person}/situation`} size="small" kind="quiet">
              Adresse, niveau et numéros
            </ButtonLink>
          </>
        )
      }
    >
      {current === null ? (
        <p>Aucune décision. Ses heures sont listées, mais ne comptent pas encore.</p>
      ) : (
        <DefinitionList items={decides ? decisionItems(current, book) : verdictItems(current)} />
      )}
      {decides && former.length > 0 && (
        <Disclosure summary="Décisions précédentes">
          <ul>
            {former.map((decision) => (
              <li>{decisionLine(decision)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

function decisionItems(decision: DecisionRow, book: CountingBook) {
  const rule = ruleOfVersion(book, decision.ruleVersion);
  const applied =
    rule === null
      ? decision.ruleVersion
      : `${windowWords(rule.window)} (${levelWords[rule.level]}\u00A0: ${rule.source}, version ${decision.ruleVersion})`;
  return [
    { term: 'Réponse', value: decision.verdict === 'eligible' ? 'Éligible' : 'Non éligible' },
    { term: 'Premier jour', value: <DateText date={decision.fromDay} /> },
    ...(decision.verdict === 'eligible'
      ? [
          { term: 'Dernier jour compté', value: decision.untilDay && <DateText date={decision.untilDay} /> },
          { term: 'Règle appliquée', value: applied },
        ]
      : []),
    {
      term: 'Décidé',
      value: `le ${formatShortDay(decision.decidedOn)}${decision.decidedBy === null ? '' : ` par ${decision.decidedBy}`}`,
    },
    ...(decision.endedOn === null ? [] : [{ term: 'Levée', value: <DateText date={decision.endedOn} /> }]),
  ];
}

/** Who enters hours knows the answer and its last day, nothing of how it was reached. */
function verdictItems({ verdict, untilDay, endedOn }: DecisionRow) {
  const yes = verdict === 'eligible' && endedOn === null;
  return [
    { term: 'Réponse', value: yes ? 'Éligible' : 'Non éligible' },
    { term: 'Dernier jour compté', value: yes && untilDay !== null ? formatShortDay(untilDay) : 'Aucun' },
  ];
}

function decisionLine({ verdict, fromDay, untilDay, endedOn }: DecisionRow): string {
  const until = untilDay === null ? '' : ` au ${formatShortDay(untilDay)}`;
  const ended = endedOn === null ? '' : `, levée le ${formatShortDay(endedOn)}`;
  return verdict === 'eligible'
    ? `Éligible du ${formatShortDay(fromDay)}${until}${ended}`
    : `Non éligible à partir du ${formatShortDay(fromDay)}${ended}`;
}

const contractColumns: Column<ContractRow>[] = [
  {
    key: 'type',
    label: 'Contrat',
    primary: true,
    cell: ({ id, type, job }) => (
      <>
        <a href={`/contrats/${id}`}>{contractTypes[type].label}</a>
        {job !== '' && `, ${job}`}
      </>
    ),
  },
  {
    key: 'company',
    label: 'Entreprise',
    cell: ({ company, companyId, employer, employerId }) =>
      `${company ?? ''}${employerId === companyId ? '' : `, employée par ${employer ?? ''}`}`,
  },
  { key: 'days', label: 'Dates et lot', cell: contractLine },
  { key: 'state', label: 'État', cell: ({ state }) => <Status {...contractMachine[state]} /> },
];

function contractLine({ startsOn, endedOn, plannedEndOn, market, lot, lotNumber }: ContractRow): string {
  const end = endedOn ?? plannedEndOn;
  const days =
    end === null ? `depuis le ${formatShortDay(startsOn)}` : `du ${formatShortDay(startsOn)} au ${formatShortDay(end)}`;
  return `${days}${market === null ? '' : `, ${market}, lot ${lotNumber ?? ''} ${lot ?? ''}`}`;
}

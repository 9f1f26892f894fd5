/** What the accompanying team shares with the prescriber of one person, and how it signals a difficulty to that team alone. */
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { nextSteps } from '#domain/next-contract.ts';
import { obstacleCodes, obstacleKinds, obstacleStates } from '#domain/obstacles.ts';
import { organisationOf } from '#domain/actor.ts';
import { record } from '#db/audit.ts';
import { readPathwaySettings } from '#db/pathway-settings.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, SelectField, TextArea } from '#ui/form.tsx';
import { ActionButton, Card, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { isOfToday } from './mistake.ts';
import { prescribedEnd } from './prescribed-page.tsx';
import type { SharedObstacle } from './prescribed-queries.ts';
import { findPrescribed, findSignal, listPrescribed, listShared } from './prescribed-queries.ts';
import { EvaluationTable } from './evaluation-table.tsx';
import { listPersonEvaluations } from './evaluation-queries.ts';
import { ReportList } from './report-list.tsx';
import { listPersonReports } from './report-queries.ts';

export async function drawShared(request: PageRequest): Promise<View | null> {
  const { ctx, params, form, url } = request;
  const sent = url.startsWith('/signalements/') ? await findSignal(ctx, params['id'] ?? '') : null;
  const person = await findPrescribed(ctx, sent?.personId ?? params['id'] ?? '');
  if (person === null) return null;
  const shared = await listShared(ctx, person.id);
  await record(ctx, { action: 'obstacle.shared-read', subjectType: 'person', subjectId: person.id });
  const contracts = await listPrescribed(ctx, { person: person.id });
  const reports = await listPersonReports(ctx, person.id);
  const evaluations = await listPersonEvaluations(ctx, person.id);
  const today = parisDay(ctx.now);
  const settings = await readPathwaySettings(ctx, { organisation: organisationOf(ctx.actor) ?? '', day: today });
  const moment = { today, noticeDays: settings['next-contract-days'] };
  const [latest] = contracts;
  const body = (
    <>
      <PageHeading
        title={`${person.givenName} ${person.familyName}`}
        breadcrumb={[{ href: '/suites', label: 'Vos personnes en contrat' }]}
        lead={latest === undefined ? undefined : `Suivie par ${latest.structure}`}
      />
      {contracts.map((contract) => (
        <Card title={`${contractTypes[contract.type].label}, ${contract.company}`}>
          <DefinitionList
            items={[
              { term: 'Début', value: formatShortDay(contract.startsOn) },
              { term: 'Fin', value: prescribedEnd(contract, moment) },
              { term: 'Suite', value: contract.step === null ? 'Pas encore proposée' : nextSteps[contract.step] },
            ]}
          />
        </Card>
      ))}
      <Card title="Freins partagés avec vous" aside="Chaque lecture est notée au journal">
        <SharedList shared={shared} request={request} />
      </Card>
      <ReportList reports={reports} />
      {evaluations.length > 0 && <EvaluationTable rows={evaluations} />}
      <section id="signaler" class="stack">
        <Card title="Signaler une difficulté">
          <p>
            <strong>Qui le lira :</strong> les personnes chargées de l’accompagnement
            {latest === undefined ? '' : ` à ${latest.structure}`}, et votre organisation. Ni l’entreprise, ni
            l’acheteur, ni les autres membres de la structure.
          </p>
          <Form
            action={`/personnes/${person.id}/partage`}
            formKey={request.key()}
            state={form}
            submit="Signaler"
            submitIcon="send"
          >
            <SelectField
              name="kind"
              label="Difficulté"
              state={form}
              options={obstacleCodes.map((value) => ({ value, label: obstacleKinds[value].label }))}
            />
            <TextArea
              name="words"
              label="Précision"
              help="Des faits utiles à l’accompagnement, jamais un diagnostic."
              optional
              rows={2}
              limit={500}
              state={form}
            />
          </Form>
        </Card>
      </section>
    </>
  );
  return { title: 'Une personne orientée', body, width: 'form' };
}

function SharedList({ shared, request }: { shared: readonly SharedObstacle[]; request: PageRequest }) {
  if (shared.length === 0) {
    return (
      <EmptyState title="Rien n’est partagé avec vous.">
        L’équipe partage un frein à la fois, quand c’est utile.
      </EmptyState>
    );
  }
  return (
    <ul class="entries">
      {shared.map(({ id, kind, state, specialist, openedOn, mine, createdAt }) => (
        <li class="row">
          <strong>{obstacleKinds[kind].label}</strong>
          <Status {...obstacleStates[state]} />
          <span class="soft">
            {[
              `depuis le ${formatShortDay(openedOn)}`,
              specialist === '' ? '' : `vers ${specialist}`,
              mine ? 'signalé par vous' : '',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
          {mine && state === 'open' && isOfToday(request.ctx, { createdAt }) && (
            <ActionButton
              action={`/signalements/${id}/erreur`}
              formKey={request.key()}
              kind="quiet"
              size="small"
              about={obstacleKinds[kind].label}
            >
              Saisi par erreur
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}

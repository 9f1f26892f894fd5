/** The evaluations of one contract, and the form of the next one: six lines, four degrees. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { criteria, degrees, evaluationCriteria, evaluationDegrees } from '#domain/work-evaluation.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, SelectField, TextArea } from '#ui/form.tsx';
import { ActionButton, Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { EvaluationTable } from './evaluation-table.tsx';
import { listEvaluations, lockEvaluation } from './evaluation-queries.ts';
import { isOfToday } from './mistake.ts';
import { contractTrail } from './contract-trail.ts';
import { findNamed, findWalked } from './queries.ts';

export async function drawEvaluations(request: PageRequest): Promise<View | null> {
  const { ctx, params, form, url } = request;
  const sent = url.startsWith('/evaluations/') ? await lockEvaluation(ctx, params['id'] ?? '') : null;
  const contract = await findWalked(ctx, sent?.contractId ?? params['id'] ?? '');
  const person = contract && (await findNamed(ctx, contract.personId));
  if (contract === null || person === null) return null;
  await record(ctx, { action: 'evaluation.read', subjectType: 'person', subjectId: person.id });
  const own = organisationOf(ctx.actor);
  const rows = await listEvaluations(ctx, contract.id);
  const body = (
    <>
      <PageHeading
        title="Évaluation au travail"
        lead={`${person.givenName} ${person.familyName}, ${contract.company}`}
        breadcrumb={contractTrail(ctx.actor, contract)}
        actions={<PrintButton />}
      />
      {rows.length === 0 ? (
        <EmptyState title="Aucune évaluation encore." icon="file-check">
          Elle porte sur le travail seulement, et se lit des deux côtés.
        </EmptyState>
      ) : (
        <EvaluationTable rows={rows} />
      )}
      {rows
        .filter((row) => row.organisationId === own && isOfToday(ctx, row))
        .map(({ id, evaluatedOn }) => (
          <ActionButton
            action={`/evaluations/${id}/erreur`}
            formKey={request.key()}
            kind="quiet"
            size="small"
            about={`Évaluation du ${formatShortDay(evaluatedOn)}`}
          >
            {`Évaluation du ${formatShortDay(evaluatedOn)} saisie par erreur`}
          </ActionButton>
        ))}
      {may(ctx.actor, 'evaluation.write').allowed && (
        <div class="no-print">
          <Card title="Nouvelle évaluation">
            <p class="soft">Lue par la structure de facilitation, l’employeur, l’entreprise et le prescripteur.</p>
            <Form
              action={`/contrats/${contract.id}/evaluations`}
              formKey={request.key()}
              state={form}
              submit="Enregistrer l’évaluation"
              submitIcon="check"
            >
              <DateField name="evaluatedOn" label="Jour" value={parisDay(ctx.now)} state={form} />
              {criteria.map((criterion) => (
                <SelectField
                  name={criterion}
                  label={evaluationCriteria[criterion]}
                  placeholder="Non observé"
                  optional
                  state={form}
                  options={degrees.map((value) => ({ value, label: evaluationDegrees[value] }))}
                />
              ))}
              <TextArea
                name="words"
                label="Remarque"
                help="Le travail seulement, jamais la santé ni la vie privée."
                optional
                rows={3}
                limit={1000}
                state={form}
              />
            </Form>
          </Card>
        </div>
      )}
    </>
  );
  return { title: 'Évaluation au travail', body, width: 'form' };
}

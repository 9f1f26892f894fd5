/** The evaluations of one contract, and the form of the next one: six lines, four degrees. */
import { may } from '#domain/access.ts';
import { parisDay } from '#domain/day.ts';
import { criteria, degrees, evaluationCriteria, evaluationDegrees } from '#domain/work-evaluation.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, SelectField, TextArea } from '#ui/form.tsx';
import { Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { EvaluationTable } from './evaluation-table.tsx';
import { listEvaluations } from './evaluation-queries.ts';
import { contractTrail } from './contract-trail.ts';
import { findNamed, findWalked } from './queries.ts';

export async function drawEvaluations(request: PageRequest): Promise<View | null> {
  const { ctx, params, form } = request;
  const contract = await findWalked(ctx, params['id'] ?? '');
  const person = contract && (await findNamed(ctx, contract.personId));
  if (contract === null || person === null) return null;
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

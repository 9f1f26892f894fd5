/** What a reviewer may do with a declaration: validate and go on, refuse lines, refuse, hand back, undo, correct what is sealed. */
import type { Child } from 'hono/jsx';
import { formatDecimalHours } from '#domain/minutes.ts';
import { reviewReasonOptions } from '#domain/review-reasons.ts';
import { undoReview } from '#domain/review-steps.ts';
import type { PageRequest } from '#http/route.ts';
import { Form, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { ActionButton, Alert, Button, Card, Disclosure } from '#ui/parts.tsx';
import { counted } from '#ui/french.ts';
import { isCounterEntry } from './correct.ts';
import type { ExaminedLine } from './review-examine.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { blockedLines } from './review.ts';

interface Deciding {
  request: PageRequest;
  declaration: ReviewedDeclaration;
  lines: readonly ExaminedLine[];
}

/** Once decided: taken back while nothing is sealed, corrected by a counter-entry afterwards. */
export function AfterDecision({ request, declaration, lines }: Deciding) {
  const sealed = lines.some(({ row }) => row.state === 'locked');
  const shared = lines.some(({ row }) => row.state === 'validated' || row.state === 'rejected');
  const proposed = lines.some(({ row }) => row.proposed);
  return (
    <>
      {!proposed && undoReview(declaration.state, { shared }).ok && (
        <ActionButton action={`/heures/${declaration.id}/remettre`} formKey={request.key()} icon="history">
          Remettre à valider
        </ActionButton>
      )}
      {sealed && <Correct request={request} declaration={declaration} lines={lines} />}
    </>
  );
}

/** The lines stand in the form, so that the reason of each leaves with the press. */
export function DecisionForm({
  request,
  declaration,
  lines,
  clean,
  children,
}: Deciding & { clean: boolean; children?: Child }) {
  const { id, version } = declaration;
  const blocked = blockedLines(lines).length;
  return (
    <form class="stack" method="post" action={`/heures/${id}/valider`}>
      <input type="hidden" name="cle" value={request.key()} />
      <input type="hidden" name="version" value={String(version)} />
      {children}
      {blocked > 0 && (
        <Alert tone="problem">
          {`${counted(blocked, 'ligne ne peut pas être acceptée', 'lignes ne peuvent pas être acceptées')}. ${blocked === 1 ? 'Refusez-la' : 'Refusez-les'} avec un motif, ou rendez la déclaration à corriger.`}
        </Alert>
      )}
      {!clean && blocked === 0 && lines.length > 0 && (
        <Alert tone="attention">Des points sont à vérifier. Valider accepte les lignes telles que comptées.</Alert>
      )}
      <div class="row">
        {blocked === 0 && (
          <Button kind="primary" icon="check">
            Valider et ouvrir la suivante
          </Button>
        )}
        {lines.length > 0 && (
          <Button formaction={`/heures/${id}/valider-en-partie`} {...(blocked > 0 && { kind: 'primary' as const })}>
            Refuser les lignes choisies
          </Button>
        )}
      </div>
    </form>
  );
}

export function SendBack({ request, declaration }: Omit<Deciding, 'lines'>) {
  const { id, version } = declaration;
  const { form } = request;
  return (
    <Card title="Rendre ou refuser">
      <Disclosure summary="Rendre à corriger" open={form.values['correction'] !== undefined}>
        <Form action={`/heures/${id}/rendre`} formKey={request.key()} version={version} submit="Rendre à corriger">
          <SelectField
            name="correction"
            label="Ce que l’entreprise doit corriger"
            options={reviewReasonOptions('correct')}
            state={form}
          />
          <TextArea name="consigne" label="Précision" optional state={form} />
        </Form>
      </Disclosure>
      <Disclosure summary="Refuser la déclaration" open={form.values['refus'] !== undefined}>
        <Form
          action={`/heures/${id}/refuser`}
          formKey={request.key()}
          version={version}
          submit="Refuser la déclaration"
          danger
        >
          <SelectField name="refus" label="Motif du refus" options={reviewReasonOptions('refuse')} state={form} />
          <TextArea name="precision" label="Précision" optional state={form} />
        </Form>
      </Disclosure>
    </Card>
  );
}

/** Only what is sealed and still stands may be corrected, and it is never rewritten. */
function Correct({ request, declaration, lines }: Deciding) {
  const state = request.form.values['heures'] === undefined ? { values: {}, errors: [] } : request.form;
  const standing = lines.filter(({ row }) => row.state === 'locked' && !row.cancelled && !isCounterEntry(row));
  return (
    <Card title="Corriger une ligne scellée">
      <p class="soft">La ligne scellée reste telle quelle. Une contre-écriture l’annule, une nouvelle la remplace.</p>
      <Form
        action={`/heures/${declaration.id}/corriger`}
        formKey={request.key()}
        submit="Corriger la ligne"
        state={state}
      >
        <SelectField
          name="ligne"
          label="Ligne"
          state={state}
          options={standing.map(({ row }) => ({
            value: String(row.id),
            label: `${row.givenName} ${row.familyName}, ${formatDecimalHours(row.workedMinutes)}\u00A0h travaillées`,
          }))}
        />
        <TextField name="heures" label="Heures travaillées" help="Par exemple 112 ou 7 h 30" state={state} />
        <TextField name="formation" label="Heures de formation" optional state={state} />
        <TextField name="motif" label="Motif de la correction" state={state} />
      </Form>
    </Card>
  );
}

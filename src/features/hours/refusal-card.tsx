/** On a decided declaration: the refusals already proposed, and the form that proposes one to the buyer. */
import { formatMinutes } from '#domain/minutes.ts';
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import { refusalMachine } from '#domain/hour-refusal.ts';
import type { PageRequest } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { CheckboxGroup, Form, TextArea } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { ActionButton, Card, DateText, DefinitionList, Disclosure, Status } from '#ui/parts.tsx';
import type { ExaminedLine } from './review-examine.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { mayBeRefused } from './refusal.ts';
import type { HourRefusal } from './refusal-queries.ts';

export function RefusalCard({
  request,
  declaration,
  lines,
  refusals,
}: {
  request: PageRequest;
  declaration: ReviewedDeclaration;
  lines: readonly ExaminedLine[];
  refusals: readonly HourRefusal[];
}) {
  const { ctx } = request;
  const sent = request.form.values['raison'] !== undefined;
  const form = sent ? ownErrors(request.form) : { values: {}, errors: [] };
  const standing = lines.filter(({ row }) => mayBeRefused(row) && row.countedMinutes > 0);
  const waits = refusals.some(
    ({ state, structureId }) => state === 'proposed' && structureId === organisationOf(ctx.actor),
  );
  const proposes = may(ctx.actor, 'refusal.propose').allowed && standing.length > 0 && !waits;
  if (refusals.length === 0 && !proposes) return <></>;
  return (
    <Card title="Refus par l’acheteur">
      {refusals.length > 0 && <RefusalList refusals={refusals} request={request} />}
      {proposes && (
        <Disclosure summary="Proposer à l’acheteur de refuser des heures" open={sent}>
          <p class="soft">
            L’acheteur décide. Jusqu’à sa réponse les heures comptent, et vous pouvez retirer votre proposition.
          </p>
          <Form
            action={`/heures/${declaration.id}/refus`}
            formKey={request.key()}
            submit="Proposer le refus"
            state={form}
          >
            <CheckboxGroup
              name="ligne"
              label="Lignes à refuser"
              state={form}
              options={standing.map(({ row }) => ({
                value: String(row.id),
                label: `${row.givenName} ${row.familyName}`,
                detail: `${formatMinutes(row.countedMinutes)} comptées${row.state === 'locked' ? ', scellées\u00A0: une contre-écriture les annulera' : ''}`,
              }))}
            />
            <TextArea
              name="raison"
              label="Motif"
              help="L’acheteur et l’entreprise le lisent. N’y nommez personne."
              state={form}
            />
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}

/** Errors of no field of this form are said at the top of the page. */
function ownErrors({ values, errors }: FormState): FormState {
  return { values, errors: errors.filter(({ field }) => field === 'raison' || field === 'ligne') };
}

export function RefusalList({ refusals, request }: { refusals: readonly HourRefusal[]; request?: PageRequest }) {
  const own = request === undefined ? null : organisationOf(request.ctx.actor);
  return (
    <DefinitionList
      items={refusals.map((refusal) => ({
        term: `${counted(refusal.lines, 'ligne')}, ${formatMinutes(refusal.minutes)}`,
        value: (
          <>
            <RefusalStatus refusal={refusal} /> <RefusalStory refusal={refusal} />
            {request !== undefined && (
              <div class="row">
                <a href={`/refus/${refusal.id}`}>Voir la proposition</a>
                {refusal.state === 'proposed' && refusal.structureId === own && (
                  <ActionButton
                    action={`/refus/${refusal.id}/retirer`}
                    formKey={request.key()}
                    size="small"
                    kind="quiet"
                    icon="undo-2"
                  >
                    Retirer la proposition
                  </ActionButton>
                )}
              </div>
            )}
          </>
        ),
      }))}
    />
  );
}

export function RefusalStatus({ refusal: { state } }: { refusal: Pick<HourRefusal, 'state'> }) {
  const { tone, label } = refusalMachine[state];
  return <Status tone={tone} label={label} />;
}

/** Who proposed, who decided, when and why: the same words for every side. */
function RefusalStory({ refusal }: { refusal: HourRefusal }) {
  const { structure, buyer, reason, proposedAt, decidedAt, answer, state } = refusal;
  return (
    <span>
      {`Proposé par ${structure} le `}
      <DateText date={proposedAt} />
      {`\u00A0: ${reason}`}
      {(state === 'accepted' || state === 'declined') && decidedAt !== null && (
        <>
          {` ${state === 'accepted' ? 'Accepté' : 'Écarté'} par ${buyer} le `}
          <DateText date={decidedAt} />
          {answer === '' ? '.' : `\u00A0: ${answer}`}
        </>
      )}
    </span>
  );
}

/** The buttons of an answer: one press each, a refusal with its reason. */
import { placementReasons, reasonsOfCompany } from '#domain/placement-reasons.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton } from '#ui/parts.tsx';
import type { PlacementRow } from './queries.ts';

export function AnswerButtons({
  request,
  action,
  placement,
  interview,
  yes,
}: {
  request: PageRequest;
  action: string;
  placement: Pick<PlacementRow, 'version' | 'state'>;
  interview: boolean;
  yes: boolean;
}) {
  const fits = (reason: string) =>
    reason !== 'no-show' || placement.state === 'interview' || placement.state === 'selected';
  const hidden = { version: String(placement.version) };
  return (
    <>
      <div class="row">
        {yes && (
          <ActionButton
            action={action}
            formKey={request.key()}
            hidden={{ ...hidden, answer: 'yes' }}
            kind="primary"
            icon="check"
          >
            Oui, je retiens
          </ActionButton>
        )}
        {interview && (
          <ActionButton
            action={action}
            formKey={request.key()}
            hidden={{ ...hidden, answer: 'interview' }}
            icon="calendar"
          >
            Un entretien
          </ActionButton>
        )}
      </div>
      <h3>Non, parce que…</h3>
      <div class="row">
        {reasonsOfCompany()
          .filter(fits)
          .map((reason) => (
            <ActionButton
              action={action}
              formKey={request.key()}
              hidden={{ ...hidden, answer: 'no', reason }}
              size="small"
            >
              {placementReasons[reason].label}
            </ActionButton>
          ))}
      </div>
    </>
  );
}

/** A proposed amendment waits: it is signed with its day, or taken back. */
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Alert, ButtonLink } from '#ui/parts.tsx';
import { waiting } from './amendments.ts';
import type { CommitmentRow } from './commitment-queries.ts';

export function amendmentActions(request: PageRequest, { versions, id, lotId }: CommitmentRow) {
  if (waiting(versions) === undefined) return null;
  return (
    <>
      <Alert tone="attention" title="Un avenant attend sa signature">
        <p>Ce qui est dû ne change pas tant qu’il n’est pas signé.</p>
      </Alert>
      <div class="row">
        <ButtonLink href={`/lots/${lotId}/avenant/signer?engagement=${id}`} icon="check">
          Enregistrer la signature
        </ButtonLink>
        <ActionButton
          action={`/lots/${lotId}/avenant/retirer`}
          formKey={request.key()}
          hidden={{ commitment: id }}
          kind="quiet"
          icon="trash-2"
        >
          Retirer l’avenant
        </ActionButton>
      </div>
    </>
  );
}

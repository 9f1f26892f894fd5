/** What may still be done to an agreement by whoever reads it. */
import { may } from '#domain/access.ts';
import { mayOnAgreement } from '#domain/agreement.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, ButtonLink } from '#ui/parts.tsx';
import type { OpenedAgreement } from './open-agreement.ts';

export function AgreementActions({ request, opened }: { request: PageRequest; opened: OpenedAgreement }) {
  const { agreement } = opened;
  const path = `/globalisations/${agreement.id}`;
  if (!may(request.ctx.actor, 'agreement.write').allowed) return null;
  return (
    <>
      {mayOnAgreement('edit', opened) && (
        <ButtonLink href={`${path}/modifier`} icon="pencil">
          Modifier
        </ButtonLink>
      )}
      {mayOnAgreement('withdraw', opened) && (
        <ActionButton
          action={`${path}/retirer`}
          formKey={request.key()}
          kind="quiet"
          confirm={{
            title: 'Retirer cette proposition\u00A0?',
            text: 'Plus personne ne pourra la signer. Vous pourrez la remettre.',
            label: 'Retirer',
          }}
        >
          Retirer
        </ActionButton>
      )}
      {mayOnAgreement('amend', opened) && (
        <ButtonLink href={`${path}/avenant`} icon="pencil">
          Préparer un avenant
        </ButtonLink>
      )}
      {mayOnAgreement('end', opened) && agreement.endedOn === null && (
        <ButtonLink href={`${path}/terme`}>Mettre fin</ButtonLink>
      )}
      {agreement.endedOn !== null && (
        <ActionButton action={`${path}/retablir`} formKey={request.key()} icon="undo-2">
          Rétablir jusqu’au terme
        </ActionButton>
      )}
      {agreement.withdrawnAt !== null && opened.sides.includes('proposer') && (
        <ActionButton action={`${path}/remettre`} formKey={request.key()} icon="undo-2">
          Remettre la proposition
        </ActionButton>
      )}
    </>
  );
}

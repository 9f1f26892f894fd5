/** Who signed and who has still to, with the door to sign for those one may sign for. */
import { may } from '#domain/access.ts';
import { maySign, signatureDecisions } from '#domain/agreement.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, ButtonLink, Card, DateText, DefinitionList, Status } from '#ui/parts.tsx';
import type { OpenedAgreement } from './open-agreement.ts';
import type { SignatureRow } from './side-queries.ts';

const capacities = { company: 'entreprise', buyer: 'acheteur' } as const;

export function SignaturesCard({
  request,
  opened,
  names,
  moved,
}: {
  request: PageRequest;
  opened: OpenedAgreement;
  names: Map<string, string>;
  /** Hours were shared by it: nobody takes an answer back any more. */
  moved: boolean;
}) {
  const { signatures, agreement, own } = opened;
  const signs = may(request.ctx.actor, 'agreement.sign').allowed;
  const open = agreement.signedOn === null && agreement.withdrawnAt === null;
  const answered = signatures.some(
    ({ recordedByOrganisationId, decision }) => recordedByOrganisationId === own && decision !== 'waiting',
  );
  return (
    <Card
      title="Signatures"
      actions={
        signs && answered && !moved && agreement.endedOn === null && agreement.withdrawnAt === null ? (
          <ActionButton
            action={`/globalisations/${agreement.id}/revenir`}
            formKey={request.key()}
            kind="quiet"
            size="small"
          >
            Revenir sur ma dernière réponse
          </ActionButton>
        ) : undefined
      }
    >
      <DefinitionList
        items={signatures.map((row) => ({
          term: `${names.get(row.organisationId) ?? 'Organisation'}, ${capacities[row.capacity]}`,
          value: (
            <>
              <Answer row={row} />{' '}
              {signs && open && row.decision !== 'signed' && allowed(row, opened) && (
                <ButtonLink
                  href={`/globalisations/${agreement.id}/signer${row.organisationId === own ? '' : `?pour=${row.organisationId}`}`}
                  size="small"
                  kind={row.organisationId === own ? 'primary' : 'plain'}
                  about={`\u00A0: ${names.get(row.organisationId) ?? ''}`}
                >
                  {row.organisationId === own ? 'Signer ou refuser' : 'Noter sa réponse'}
                </ButtonLink>
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}

export function allowed(row: SignatureRow, { own, sides }: Pick<OpenedAgreement, 'own' | 'sides'>): boolean {
  return maySign({ organisation: row.organisationId, capacity: row.capacity }, { own, sides, absent: row.absent });
}

function Answer({ row }: { row: SignatureRow }) {
  const { decision, signedOn, reason, absent, recordedByOrganisationId, organisationId } = row;
  const written = recordedByOrganisationId !== null && recordedByOrganisationId !== organisationId;
  return (
    <>
      <Status {...signatureDecisions[decision]} />{' '}
      {signedOn !== null && (
        <>
          le <DateText date={signedOn} />
        </>
      )}
      {reason !== '' && ` (${reason})`}
      {decision === 'signed' && written && <span class="soft">, d’après le document signé</span>}
      {decision === 'waiting' && absent && <span class="soft">Pas encore présente dans Guichet</span>}
    </>
  );
}

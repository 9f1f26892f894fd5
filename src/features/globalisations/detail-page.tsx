/** One agreement: its lots, its dates, who signed, the hours it moved, its papers, what happened, and what may be done. */
import { may } from '#domain/access.ts';
import type { AgreementState } from '#domain/agreement.ts';
import { agreementStates, mayOnAgreement } from '#domain/agreement.ts';
import { formatShortDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { FileField, Form } from '#ui/form.tsx';
import {
  ActionButton,
  Alert,
  ButtonLink,
  Card,
  DateText,
  DefinitionList,
  EmptyState,
  PageHeading,
  Period,
  Status,
  Timeline,
} from '#ui/parts.tsx';
import { accepted } from './form-page.tsx';
import { historyOf } from './history.ts';
import { HoursMoved } from './hours-card.tsx';
import { agreementTrail } from './list-page.tsx';
import type { OpenedAgreement } from './open-agreement.ts';
import { openAgreement } from './open-agreement.ts';
import type { AgreementDocument, AgreementRow } from './queries.ts';
import { findAgreement, findAmendment, listAgreementDocuments, listMovedHours, namesOf } from './queries.ts';
import { SignaturesCard } from './signatures-card.tsx';

const explanations: Partial<Record<AgreementState, string>> = {
  waiting: 'L’accord ne vaut rien tant que chacun n’a pas signé. Les heures restent sur leur lot.',
  refused: 'Une organisation a refusé. Modifiez l’accord, ou retirez-le.',
  coming: 'Chacun a signé. L’accord servira à partir de son premier jour.',
  ended: 'L’accord est terminé. Ce qu’il a réparti reste réparti.',
  withdrawn: 'La proposition est retirée. Elle n’a jamais eu d’effet.',
};

export async function drawAgreement(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const opened = await openAgreement(ctx, request.params['id'] ?? '');
  if (opened === null) return null;
  const { agreement, lots, signatures, state, own } = opened;
  const { id, companyId } = agreement;
  const documents = await listAgreementDocuments(ctx, id);
  const sides = [companyId, agreement.proposedById, ...signatures.map(({ organisationId }) => organisationId)];
  const names = await namesOf(ctx, [...sides, ...documents.map(({ organisationId }) => organisationId)]);
  const former = agreement.replacesId === null ? null : await findAgreement(ctx, agreement.replacesId);
  const history = await historyOf(ctx, id);
  const explanation = explanations[state];
  const sends = may(ctx.actor, 'agreement.write').allowed && mayOnAgreement('attach', opened);
  const fileState = typed && request.url.endsWith('/documents') ? form : { values: {}, errors: [] };
  const body = (
    <>
      <PageHeading
        title={names.get(companyId) ?? 'Accord de globalisation'}
        lead={agreement.reason}
        breadcrumb={agreementTrail}
        status={<Status {...agreementStates[state]} />}
        actions={<Actions request={request} opened={opened} />}
      />
      {fileState !== form && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {explanation !== undefined && <Alert tone={state === 'refused' ? 'attention' : 'info'}>{explanation}</Alert>}
      <Terms opened={opened} proposer={own === agreement.proposedById ? 'Nous' : names.get(agreement.proposedById)} />
      <Amends former={former} later={await findAmendment(ctx, id)} />
      <Card title="Lots réunis">
        <ul>
          {lots.map(({ lotId, number, title, object, buyer, mine }) => (
            <li>
              {mine ? <a href={`/lots/${lotId}/heures`}>{`Lot ${number}, ${title}`}</a> : `Lot ${number}, ${title}`}{' '}
              <span class="soft">{`${object}, pour ${buyer}`}</span>
            </li>
          ))}
        </ul>
      </Card>
      <SignaturesCard request={request} opened={opened} names={names} />
      <HoursMoved lots={lots} moved={await listMovedHours(ctx, id)} url={request.url} />
      <Card title="Documents">
        <Papers documents={documents} names={names} />
        {sends && (
          <Form
            action={`/globalisations/${id}/documents`}
            formKey={request.key()}
            multipart
            state={fileState}
            submit="Joindre"
            submitIcon="upload"
          >
            <FileField
              name="file"
              label="Accord signé ou annexe"
              help={'10\u00A0Mo au plus\u00A0: PDF, image, Word ou OpenDocument. Chaque signataire le lira.'}
              accept={accepted}
              state={fileState}
            />
          </Form>
        )}
      </Card>
      <Card title="Historique">
        {history.length === 0 ? <p class="soft">Aucun acte dans votre journal.</p> : <Timeline items={history} />}
      </Card>
    </>
  );
  return { title: 'Accord de globalisation', body, width: 'form' };
}

function Terms({ opened: { agreement }, proposer }: { opened: OpenedAgreement; proposer: string | undefined }) {
  const { fromDay, untilDay, signedOn, endedOn, endedReason } = agreement;
  return (
    <DefinitionList
      items={[
        { term: 'Durée', value: <Period from={fromDay} to={untilDay} /> },
        {
          term: 'Signé par tous le',
          value: signedOn === null ? <span class="soft">Pas encore</span> : <DateText date={signedOn} style="long" />,
        },
        ...(endedOn === null
          ? []
          : [
              {
                term: 'Terminé le',
                value: (
                  <>
                    <DateText date={endedOn} style="long" />
                    {endedReason !== '' && ` (${endedReason})`}
                  </>
                ),
              },
            ]),
        { term: 'Proposé par', value: proposer },
      ]}
    />
  );
}

/** An amendment and what it amends lead to each other. */
function Amends({ former, later }: { former: AgreementRow | null; later: AgreementRow | null }) {
  return (
    <>
      {former !== null && (
        <p>
          {'Avenant à l’'}
          <a href={`/globalisations/${former.id}`}>{`accord du ${formatShortDay(former.fromDay)}`}</a>.
        </p>
      )}
      {later !== null && (
        <p>
          <a href={`/globalisations/${later.id}`}>{`Avenant à partir du ${formatShortDay(later.fromDay)}`}</a>
          {later.signedOn === null ? ', à signer.' : ', signé.'}
        </p>
      )}
    </>
  );
}

function Papers({ documents, names }: { documents: readonly AgreementDocument[]; names: Map<string, string> }) {
  if (documents.length === 0) return <EmptyState title="Aucun document joint." icon="paperclip" />;
  return (
    <ul>
      {documents.map(({ id, name, organisationId, createdAt }) => (
        <li>
          <a href={`/documents/${id}`} download="">
            {name}
          </a>{' '}
          <span class="soft">
            {names.get(organisationId) ?? ''}, <DateText date={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Actions({ request, opened }: { request: PageRequest; opened: OpenedAgreement }) {
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

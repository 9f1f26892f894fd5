/** One agreement: its lots, its dates, who signed, the hours it moved, its papers, what happened, and what may be done. */
import { may } from '#domain/access.ts';
import type { AgreementState } from '#domain/agreement.ts';
import { agreementStates, mayOnAgreement } from '#domain/agreement.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, Card, PageHeading, Status, Timeline } from '#ui/parts.tsx';
import { AgreementActions } from './agreement-actions.tsx';
import { historyOf } from './history.ts';
import { HoursMoved } from './hours-card.tsx';
import { agreementTrail } from './list-page.tsx';
import { openAgreement } from './open-agreement.ts';
import { PapersCard } from './papers-card.tsx';
import { findAgreement, findAmendment } from './queries.ts';
import { listAgreementDocuments, listMovedHours, namesOf } from './side-queries.ts';
import { SignaturesCard } from './signatures-card.tsx';
import { Amends, Terms } from './terms-card.tsx';

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
  const moved = await listMovedHours(ctx, id);
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
        actions={<AgreementActions request={request} opened={opened} />}
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
      <SignaturesCard request={request} opened={opened} names={names} moved={moved.length > 0} />
      <HoursMoved lots={lots} moved={moved} url={request.url} />
      <PapersCard request={request} id={id} documents={documents} names={names} state={sends ? fileState : null} />
      <Card title="Historique">
        {history.length === 0 ? <p class="soft">Aucun acte dans votre journal.</p> : <Timeline items={history} />}
      </Card>
    </>
  );
  return { title: 'Accord de globalisation', body, width: 'form' };
}

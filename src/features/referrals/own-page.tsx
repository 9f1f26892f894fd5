/** One candidate seen by her prescriber: what was typed, what became of it, and what can still be done. */
import { formatShortDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import { claimLabels } from '#domain/referral-claims.ts';
import { referralMachine } from '#domain/referral-state.ts';
import { withdrawalReasons } from '#domain/referral-reasons.ts';
import { romeLabel } from '#domain/rome.ts';
import { isClosed } from '#domain/state-machine.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, SelectField } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DateText, DefinitionList, Disclosure, PageHeading, Status } from '#ui/parts.tsx';
import { NewsCard } from './news-card.tsx';
import type { OwnReferral } from './own-queries.ts';
import { findCandidate, findStructureContact, listNews } from './own-queries.ts';
import { candidateTrail } from './propose-page.tsx';
import { HandProof } from './proof-card.tsx';
import { proofHanded, shownName, stateWords, turnWords } from './words.ts';

export async function drawCandidate(request: PageRequest): Promise<View | null> {
  const candidate = await findCandidate(request.ctx, request.params['id'] ?? '');
  if (candidate === null) return null;
  const news = await listNews(request.ctx, candidate);
  const structure = await findStructureContact(request.ctx, candidate.holderId);
  const open = !isClosed(referralMachine, candidate.state);
  const body = (
    <>
      <PageHeading
        title={shownName(candidate)}
        breadcrumb={candidateTrail}
        status={<Status {...stateWords(candidate)} />}
        actions={
          <>
            {candidate.state === 'referred' && (
              <ButtonLink href={`/candidats/${candidate.id}/modifier`} icon="pencil">
                Corriger
              </ButtonLink>
            )}
            <ButtonLink href={`/candidats/${candidate.id}/proposer`}>Proposer de nouveau</ButtonLink>
          </>
        }
      />
      <Alert tone={candidate.state === 'eligibility-pending' && !proofHanded(candidate) ? 'attention' : 'info'}>
        {turnWords(candidate, { prescriber: true })}, depuis le {formatShortDay(candidate.since)}
        {candidate.meetOn !== null && `. Rendez-vous le ${formatShortDay(candidate.meetOn)}`}.
      </Alert>
      <HandProof request={request} candidate={candidate} />
      <NewsCard news={news} sentOn={candidate.createdAt} />
      <Typed candidate={candidate} />
      <Card title="À qui s’adresser">
        <p>
          {structure?.name}
          {structure !== null && structure.phone !== '' && (
            <>
              , <a href={`tel:${structure.phone}`}>{formatPhone(structure.phone)}</a>
            </>
          )}
          {structure !== null && structure.email !== '' && (
            <>
              , <a href={`mailto:${structure.email}`}>{structure.email}</a>
            </>
          )}
        </p>
      </Card>
      {open && <Withdraw request={request} id={candidate.id} />}
    </>
  );
  return { title: 'Un candidat', body };
}

function Typed({ candidate }: { candidate: OwnReferral }) {
  const { birthDate, commune, phone, email, claims, wishCode, availableFrom } = candidate;
  return (
    <Card title="Ce que vous avez transmis">
      <DefinitionList
        items={[
          { term: 'Naissance', value: birthDate && <DateText date={birthDate} /> },
          { term: 'Commune', value: commune },
          { term: 'Téléphone', value: phone === '' ? '' : formatPhone(phone) },
          { term: 'Adresse électronique', value: email },
          { term: 'Critères', value: claimLabels(claims).join(', ') },
          { term: 'Métier souhaité', value: wishCode === '' ? '' : romeLabel(wishCode) },
          { term: 'Disponible à partir du', value: availableFrom && <DateText date={availableFrom} /> },
        ]}
      />
    </Card>
  );
}

function Withdraw({ request, id }: { request: PageRequest; id: string }) {
  const { form } = request;
  return (
    <Disclosure summary="Retirer cette proposition" open={request.typed && form.values['reason'] !== undefined}>
      <Form
        action={`/candidats/${id}/retirer`}
        formKey={request.key()}
        state={form}
        submit="Retirer"
        danger
        blocked="le retrait"
      >
        <SelectField
          name="reason"
          label="Motif"
          options={Object.entries(withdrawalReasons).map(([value, label]) => ({ value, label }))}
          state={form}
        />
      </Form>
    </Disclosure>
  );
}

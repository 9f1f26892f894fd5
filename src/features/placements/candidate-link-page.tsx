/** A candidate opened by the link of a letter, without account: initials, useful facts, and the answer in one tap. */
import { sql } from 'kysely';
import { formatShortDay } from '#domain/day.ts';
import { formatPhone } from '#domain/phone.ts';
import { placementMachine } from '#domain/placement-state.ts';
import type { PageRequest, View } from '#http/route.ts';
import { ActionButton, Alert, ButtonLink, Card, DefinitionList, PageHeading, Status } from '#ui/parts.tsx';
import { sideOf } from './advance.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import type { InterviewRow } from './interview-file.ts';
import { findInterview, interviewFile } from './interview-file.ts';
import { InterviewFacts } from './interview-card.tsx';
import { placementOfLink } from './answer-placement.ts';
import { clockOf } from './placement-words.ts';
import type { PlacementRow } from './queries.ts';

export async function drawCandidate(request: PageRequest): Promise<View | null> {
  const { ctx, params, query, form } = request;
  const placement = await placementOfLink(ctx);
  if (placement === null) return null;
  const path = `/candidature/${encodeURIComponent(params['token'] ?? '')}`;
  const interview = await findInterview(ctx, placement.id);
  const side = sideOf(ctx.actor, placement);
  const steps = placementMachine[placement.state].steps.filter(({ by }) => by.includes(side)).map(({ to }) => to);
  const clock = clockOf(placement, ctx.now);
  const body = (
    <>
      <PageHeading
        title={`${placement.initials} pour ${placement.title}`}
        lead={`${placement.commune}, à partir du ${formatShortDay(placement.startsOn)}`}
        status={<Status {...placementMachine[placement.state]} />}
      />
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      {query.get('fait') === 'oui' && <Alert tone="done">{thanks[placement.state] ?? 'C’est noté, merci.'}</Alert>}
      <Card title="La personne">
        <DefinitionList items={factsOf(placement)} />
      </Card>
      {interview !== null && placement.state === 'interview' && <Meeting interview={interview} path={path} />}
      {steps.includes('rejected') && (
        <Card title="Votre réponse" aside={clock}>
          <AnswerButtons
            request={request}
            action={path}
            placement={placement}
            interview={steps.includes('interview')}
            yes={steps.includes('selected')}
          />
        </Card>
      )}
      {placement.state === 'rejected' && (
        <p>
          <ActionButton
            action={path}
            formKey={request.key()}
            hidden={{ answer: 'again', version: String(placement.version) }}
            icon="undo-2"
          >
            Corriger ma réponse
          </ActionButton>
        </p>
      )}
      <Whom contact={await referentOf(request, placement.lotId)} />
    </>
  );
  return { title: 'Une candidature', body, width: 'form' };
}

export async function answerCalendarByLink({ ctx }: PageRequest): Promise<Response | null> {
  const placement = await placementOfLink(ctx);
  const interview = placement === null ? null : await findInterview(ctx, placement.id);
  return placement === null || interview === null ? null : interviewFile(placement, interview, ctx.now);
}

const thanks: Partial<Record<PlacementRow['state'], string>> = {
  selected: 'Merci, c’est noté\u00A0: oui. Votre facilitateur prépare l’embauche avec vous.',
  interview: 'Merci, c’est noté\u00A0: un entretien. Votre facilitateur vous propose une date.',
  rejected: 'Merci, c’est noté\u00A0: non. Votre facilitateur cherche quelqu’un d’autre.',
  proposed: 'Votre réponse est annulée. Vous pouvez en donner une autre.',
};

function factsOf({ initials, trade, candidateCommune, availableOn, presentation, company }: PlacementRow) {
  return [
    { term: 'Initiales', value: initials },
    { term: 'Dernier métier', value: trade },
    { term: 'Commune', value: candidateCommune },
    { term: 'Disponible', value: availableOn === null ? 'À confirmer' : formatShortDay(availableOn) },
    { term: 'Présentation', value: presentation },
    { term: 'Pour', value: company ?? '' },
  ].filter(({ value }) => value !== '');
}

function Meeting({ interview, path }: { interview: InterviewRow; path: string }) {
  return (
    <Card
      title="Entretien"
      actions={
        <ButtonLink href={`${path}/entretien.ics`} icon="calendar">
          Ajouter à mon agenda
        </ButtonLink>
      }
    >
      <InterviewFacts interview={interview} />
    </Card>
  );
}

interface Referent {
  name: string;
  structure: string;
  phone: string;
  email: string;
}

async function referentOf({ ctx }: PageRequest, lot: string): Promise<Referent | null> {
  const found = await sql<Referent>`select name, structure, phone, email from lot_referent(${lot})`.execute(ctx.db);
  return found.rows[0] ?? null;
}

function Whom({ contact }: { contact: Referent | null }) {
  if (contact === null) return <></>;
  const { name, structure, phone, email } = contact;
  return (
    <p class="soft">
      {`Une question\u00A0? ${[name, structure].filter(Boolean).join(', ')}`}
      {phone !== '' && (
        <>
          {', '}
          <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
        </>
      )}
      {phone === '' && email !== '' && (
        <>
          {', '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
      .
    </p>
  );
}

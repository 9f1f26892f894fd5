/** The interview: when, where, with whom, in an agenda. */
import { ButtonLink, Card, DateText, DefinitionList, Disclosure } from '#ui/parts.tsx';
import type { InterviewRow } from './interview-file.ts';
import type { InterviewShown } from './interview-form.tsx';
import { InterviewForm } from './interview-form.tsx';

export function InterviewCard({ request, placement, interview, writes }: InterviewShown & { writes: boolean }) {
  const possible = ['proposed', 'silent', 'interview'].includes(placement.state);
  if (interview === null && !(writes && possible)) return <></>;
  return (
    <Card
      title="Entretien"
      actions={
        interview !== null && (
          <ButtonLink href={`/candidatures/${placement.id}/entretien.ics`} size="small" icon="calendar">
            Ajouter à mon agenda
          </ButtonLink>
        )
      }
    >
      {interview !== null && <InterviewFacts interview={interview} />}
      {writes && possible && (
        <Disclosure
          summary={interview === null ? 'Fixer la date de l’entretien' : 'Changer la date'}
          open={request.form.values['place'] !== undefined || (interview === null && placement.state === 'interview')}
        >
          <InterviewForm request={request} placement={placement} interview={interview} />
        </Disclosure>
      )}
    </Card>
  );
}

export function InterviewFacts({ interview }: { interview: InterviewRow }) {
  return (
    <DefinitionList
      items={[
        { term: 'Quand', value: <DateText date={interview.startsAt} style="instant" /> },
        { term: 'Durée', value: `${interview.minutes}\u00A0min` },
        { term: 'Où', value: interview.place },
        ...(interview.meets === '' ? [] : [{ term: 'Avec', value: interview.meets }]),
      ]}
    />
  );
}

/** Yes, no with its reason, or an interview: the company's answer in one press; the facilitator may note it in its place. */
import { may } from '#domain/access.ts';
import { placementMachine } from '#domain/placement-state.ts';
import type { Side } from '#domain/state-machine.ts';
import type { PageRequest } from '#http/route.ts';
import { ActionButton, Card } from '#ui/parts.tsx';
import type { PlacementRow } from './queries.ts';
import { AnswerButtons } from './answer-buttons.tsx';

export function AnswerCard({
  request,
  placement,
  side,
}: {
  request: PageRequest;
  placement: PlacementRow;
  side: Side;
}) {
  const answers = may(request.ctx.actor, 'placement.answer').allowed && side !== 'prescriber';
  const steps = placementMachine[placement.state].steps.filter(({ by }) => by.includes(side)).map(({ to }) => to);
  if (!answers || !steps.includes('rejected')) {
    return (
      <Card title="Réponse de l’entreprise">
        <p class="soft">{saidWords[placement.state] ?? 'Pas encore donnée.'}</p>
      </Card>
    );
  }
  const inPlace = side === 'facilitator';
  return (
    <Card title={inPlace ? 'Noter la réponse de l’entreprise' : 'Votre réponse'}>
      {inPlace && <p class="soft">Par exemple après un appel. L’historique dit que vous l’avez notée.</p>}
      <AnswerButtons
        request={request}
        action={`/candidatures/${placement.id}/reponse`}
        placement={placement}
        interview={steps.includes('interview')}
        yes={steps.includes('selected')}
      />
      {inPlace && (placement.state === 'proposed' || placement.state === 'silent') && (
        <ActionButton action={`/candidatures/${placement.id}/relancer`} formKey={request.key()} icon="bell">
          Rappeler l’entreprise
        </ActionButton>
      )}
    </Card>
  );
}

const saidWords: Partial<Record<PlacementRow['state'], string>> = {
  suggested: 'La candidature n’est pas encore présentée.',
  selected: 'Oui, la personne est retenue.',
  hired: 'Oui, la personne est embauchée.',
  rejected: 'Non.',
  interview: 'Un entretien.',
  withdrawn: 'La candidature a été retirée.',
  'no-show': 'La personne ne s’est pas présentée.',
};

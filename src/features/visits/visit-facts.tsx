/** What is known of one visit, with the rule's own day when something moved it. */
import { cancelReasons, visitSignals } from '#domain/visit-state.ts';
import { ButtonLink, Card, DefinitionList, Status } from '#ui/parts.tsx';
import { dayWithName } from './day-words.ts';
import type { VisitRow } from './queries.ts';

/** `evaluates`: an employer reaches the evaluations and meetings of the contract from here alone. */
export function VisitFacts(props: { visit: VisitRow; linked: boolean; evaluates: boolean }) {
  const { visit, linked, evaluates } = props;
  const { givenName, familyName, personId, contractId, company, place, job, signal, cancelledBecause } = visit;
  const name = `${familyName ?? ''} ${givenName ?? ''}`.trim();
  return (
    <Card>
      <DefinitionList
        items={[
          { term: 'Personne', value: linked ? <a href={`/personnes/${personId}`}>{name}</a> : name },
          ...(company === null
            ? []
            : [
                {
                  term: 'Travaille chez',
                  value: linked ? <a href={`/contrats/${contractId}`}>{company}</a> : company,
                },
              ]),
          ...(place === null || place === '' ? [] : [{ term: 'Lieu', value: place }]),
          ...(job === null || job === '' ? [] : [{ term: 'Métier', value: job }]),
          { term: 'Jour', value: dayOf(visit) },
          ...(visit.doneOn === null ? [] : [{ term: 'Notée pour le', value: dayWithName(visit.doneOn) }]),
          ...(signal === null ? [] : [{ term: 'Le travail', value: <Status {...visitSignals[signal]} /> }]),
          ...(cancelledBecause === null ? [] : [{ term: 'Annulée', value: cancelReasons[cancelledBecause] }]),
          { term: 'Qui y va', value: visit.goer ?? 'À prendre' },
        ]}
      />
      {evaluates && !linked && (
        <nav class="row" aria-label="Suivi du contrat">
          <ButtonLink href={`/contrats/${contractId}/evaluations`} icon="file-check" size="small">
            Évaluations
          </ButtonLink>
          <ButtonLink href={`/contrats/${contractId}/bilans`} icon="users" size="small">
            Bilans tripartites
          </ButtonLink>
        </nav>
      )}
    </Card>
  );
}

/** The rule's own day is told when a Sunday or a holiday, or somebody, moved it. */
function dayOf({ wantedOn, dueOn, state }: VisitRow): string {
  if (wantedOn === dueOn) return dayWithName(dueOn);
  const why = state === 'moved' ? 'déplacée, prévue le' : 'jour ouvré le plus proche du';
  return `${dayWithName(dueOn)} (${why} ${dayWithName(wantedOn)})`;
}

/** Each person on the agenda of a meeting, and what the meeting decides for her, one press each. */
import { platformDecisionLabel, platformDecisions } from '#domain/platform-words.ts';
import { romeLabel } from '#domain/rome.ts';
import type { PageRequest } from '#http/route.ts';
import { Form, SelectField } from '#ui/form.tsx';
import { ActionButton, Card, Disclosure, EmptyState, Status } from '#ui/parts.tsx';
import type { AgendaCandidate } from './agenda-queries.ts';
import { listCandidates } from './agenda-queries.ts';

const decisions = Object.entries(platformDecisions).map(([value, label]) => ({ value, label }));

export async function CandidatesCard(props: { request: PageRequest; meeting: string; live: boolean }) {
  const { request, meeting, live } = props;
  const candidates = await listCandidates(request.ctx, meeting);
  return (
    <Card title="Personnes à l’ordre du jour" aside={String(candidates.length)}>
      {candidates.length === 0 ? (
        live ? (
          <EmptyState title="Personne encore.">Ajoutez des profils du vivier ci-dessous.</EmptyState>
        ) : (
          <EmptyState title="Personne n’était à l’ordre du jour." />
        )
      ) : (
        candidates.map((one) => <Candidate request={request} meeting={meeting} candidate={one} />)
      )}
    </Card>
  );
}

function Candidate(props: { request: PageRequest; meeting: string; candidate: AgendaCandidate }) {
  const { request, meeting, candidate } = props;
  const { personId, familyName, givenName, romeCode, decision } = candidate;
  const name = `${familyName} ${givenName}`;
  return (
    <div class="entry">
      <div>
        <strong>
          <a href={`/personnes/${personId}`}>{name}</a>
        </strong>
        <small>{romeCode === '' ? 'Tous métiers' : romeLabel(romeCode)}</small>
      </div>
      <Status tone={decision === '' ? 'attention' : 'ok'} label={platformDecisionLabel(decision)} />
      <Disclosure summary={decision === '' ? 'Décider' : 'Changer'}>
        <Form
          action={`/plateformes/${meeting}/decision`}
          formKey={request.key()}
          hidden={{ personId }}
          submit="Enregistrer"
        >
          <SelectField
            name={`decision-${personId}`}
            label={`Décision pour ${name}`}
            placeholder={null}
            value={decision === '' ? 'propose' : decision}
            options={decisions}
          />
        </Form>
      </Disclosure>
      <ActionButton
        action={`/plateformes/${meeting}/profils/retirer`}
        formKey={request.key()}
        hidden={{ personId }}
        kind="quiet"
        size="small"
        about={`\u00A0: ${name}`}
      >
        Retirer
      </ActionButton>
    </div>
  );
}

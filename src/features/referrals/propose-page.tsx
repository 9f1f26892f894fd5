/** A prescriber proposes somebody: one short form for a new person, one button for a known one. */
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DefinitionList, EmptyState, PageHeading } from '#ui/parts.tsx';
import { claimLabels } from '#domain/referral-claims.ts';
import { findCandidate } from './own-queries.ts';
import { CandidateFields, InformedField, StructureField } from './proposal-fields.tsx';
import { listStructures } from './structure-queries.ts';
import { shownName } from './words.ts';

export const candidateTrail = [{ href: '/candidats', label: 'Mes candidats' }];

export async function drawPropose(request: PageRequest): Promise<View> {
  const structures = await listStructures(request.ctx);
  const { form } = request;
  const body = (
    <>
      <PageHeading
        title="Proposer une personne"
        breadcrumb={candidateTrail}
        lead="Le strict nécessaire. Jamais de numéro de sécurité sociale, ni santé, ni justice."
        actions={
          <ButtonLink href="/candidats/importer" icon="upload">
            Par fichier
          </ButtonLink>
        }
      />
      {structures.length === 0 ? (
        <NoStructure />
      ) : (
        <Form
          action="/candidats/nouveau"
          formKey={request.key()}
          state={form}
          submit="Proposer"
          submitIcon="send"
          blocked="la proposition"
          cancel={{ href: '/candidats', label: 'Annuler' }}
        >
          <CandidateFields state={form} />
          <StructureField structures={structures} state={form} />
          <InformedField state={form} />
        </Form>
      )}
    </>
  );
  return { title: 'Proposer une personne', body, width: 'form' };
}

export function NoStructure() {
  return (
    <EmptyState title="Aucune structure ne travaille encore avec vous." icon="building-2">
      Demandez à la structure de facilitation de votre territoire de vous ajouter à ses prescripteurs.
    </EmptyState>
  );
}

export async function drawProposeAgain(request: PageRequest): Promise<View | null> {
  const candidate = await findCandidate(request.ctx, request.params['id'] ?? '');
  if (candidate === null) return null;
  const structures = await listStructures(request.ctx);
  const body = (
    <>
      <PageHeading title="Proposer de nouveau" breadcrumb={candidateTrail} />
      <Card title={shownName(candidate)}>
        <DefinitionList
          items={[
            { term: 'Commune', value: candidate.commune },
            { term: 'Critères', value: claimLabels(candidate.claims).join(', ') },
          ]}
        />
      </Card>
      {structures.length === 0 ? (
        <NoStructure />
      ) : (
        <Form
          action={`/candidats/${candidate.id}/proposer`}
          formKey={request.key()}
          state={request.form}
          hidden={{ informed: 'oui' }}
          submit="Proposer"
          submitIcon="send"
          blocked="la proposition"
          cancel={{ href: `/candidats/${candidate.id}`, label: 'Annuler' }}
        >
          <StructureField structures={structures} state={request.form} />
          <Alert>En proposant, vous confirmez que la personne le sait.</Alert>
        </Form>
      )}
    </>
  );
  return { title: 'Proposer de nouveau', body, width: 'form' };
}

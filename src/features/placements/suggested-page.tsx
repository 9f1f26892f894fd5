/** What a prescriber reads when a person could not be put forward: why, and the way back to the post. */
import type { PageRequest, View } from '#http/route.ts';
import { Alert, ButtonLink, PageHeading } from '#ui/parts.tsx';
import { findPost } from './offer-query.ts';

export async function drawSuggested(request: PageRequest): Promise<View | null> {
  const post = await findPost(request.ctx, request.params['id'] ?? '');
  if (post === null) return null;
  const body = (
    <>
      <PageHeading
        title="Proposer une personne"
        breadcrumb={[{ href: '/postes', label: 'Postes ouverts' }]}
        lead={post.title}
      />
      <Alert tone="problem" title="La personne n’a pas été proposée">
        {request.form.errors.map(({ text }) => (
          <p>{text}</p>
        ))}
      </Alert>
      <p>
        <ButtonLink href={`/postes/${post.id}`} kind="primary">
          Revenir au poste
        </ButtonLink>
      </p>
    </>
  );
  return { title: 'Proposer une personne', body, width: 'form' };
}

/** The copy of a person's data for the answer to her request: a page to print, and two files. Each is journaled. */
import { may } from '#domain/access.ts';
import { record } from '#db/audit.ts';
import { copyPerson, onRequestAlone } from '#db/personal-copy.ts';
import type { PersonalCopy } from '#db/personal-copy.ts';
import { asPrivacy } from '#http/as-privacy.ts';
import { copyAsCsv, copyAsJson, copyResponse, CopyTables } from '#http/personal-copy.tsx';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, Card, PageHeading, PrintButton } from '#ui/parts.tsx';
import { findPaper, listPapers, paperResponse } from './paper-queries.ts';
import { findRequest } from './request-queries.ts';
import { privacyTrail } from './tabs.tsx';

export async function drawRequestCopy(request: PageRequest): Promise<View | null> {
  const copy = await copyFor(request);
  if (copy === null) return null;
  const papers = await listPapers(request.ctx, request.params['id'] ?? '');
  const path = `/donnees/demandes/${request.params['id']}`;
  const body = (
    <>
      <PageHeading
        title="Copie de ses données"
        breadcrumb={[...privacyTrail, { href: path, label: 'Demande' }]}
        lead="Tout ce que Guichet garde de cette personne, tiré de chaque table qui parle d’elle."
        actions={
          <>
            <PrintButton />
            <ButtonLink href={`${path}/copie.csv`} icon="download">
              Tableur
            </ButtonLink>
            <ButtonLink href={`${path}/copie.json`} icon="download">
              JSON
            </ButtonLink>
          </>
        }
      />
      {papers.length > 0 && (
        <Card title="Papiers gardés">
          <ul>
            {papers.map(({ id, name }) => (
              <li>
                <a href={`${path}/copie/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <CopyTables copy={copy} />
    </>
  );
  return { title: 'Copie de données', body };
}

export async function answerCopyJson(request: PageRequest): Promise<Response | null> {
  const copy = await copyFor(request);
  return copy && copyResponse(copyAsJson(copy), 'json');
}

export async function answerCopyCsv(request: PageRequest): Promise<Response | null> {
  const copy = await copyFor(request);
  return copy && copyResponse(copyAsCsv(copy), 'csv');
}

/** One paper of hers, as it was handed in. */
export async function answerCopyPaper({ ctx, params }: PageRequest): Promise<Response | null> {
  const asked = await findRequest(ctx, params['id'] ?? '');
  if (asked === null || asked.gone) return null;
  const paper = await findPaper(ctx, { request: asked.id, paper: params['piece'] ?? '' });
  if (paper === null) return null;
  await record(ctx, { action: 'person.data-exported', subjectType: 'person', subjectId: asked.personId });
  return paperResponse(paper);
}

async function copyFor({ ctx, params }: PageRequest): Promise<PersonalCopy | null> {
  const asked = await findRequest(ctx, params['id'] ?? '');
  if (asked === null || asked.gone) return null;
  await record(ctx, { action: 'person.data-exported', subjectType: 'person', subjectId: asked.personId });
  const except = may(ctx.actor, 'request.copy-all').allowed ? [] : onRequestAlone;
  return asPrivacy(ctx, ({ db }) => copyPerson(db, asked.personId, { except }));
}

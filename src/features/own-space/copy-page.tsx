/** A person's own copy of all her data, at once: a page to read, and two files. */
import { copyPerson, onRequestAlone } from '#db/personal-copy.ts';
import type { PersonalCopy } from '#db/personal-copy.ts';
import { asPrivacy } from '#http/as-privacy.ts';
import type { Context } from '#http/context.ts';
import { copyAsCsv, copyAsJson, copyResponse, CopyTables } from '#http/personal-copy.tsx';
import type { PageRequest, View } from '#http/route.ts';
import { ButtonLink, PrintButton } from '#ui/parts.tsx';
import { ownPage, spacePath } from './frame.tsx';
import { findMe } from './me.ts';

export function drawOwnCopy(request: PageRequest): Promise<View | null> {
  return ownPage(request, { title: 'Toutes mes données' }, async (me) => {
    const copy = await asPrivacy(request.ctx, ({ db }) => copyPerson(db, me.id, { except: onRequestAlone }));
    return (
      <>
        <p>Voici ce que Guichet garde de vous, tel qu’il est rangé. Vous pouvez le garder.</p>
        <p>
          Les freins et les notes de l’équipe se lisent avec elle :{' '}
          <a href={spacePath(request, '/demandes')}>demandez-en la copie</a>.
        </p>
        <p class="row">
          <PrintButton />
          <ButtonLink href={spacePath(request, '/mes-donnees.csv')} icon="download">
            Fichier pour tableur
          </ButtonLink>
          <ButtonLink href={spacePath(request, '/mes-donnees.json')} icon="download">
            Fichier JSON
          </ButtonLink>
        </p>
        <CopyTables copy={copy} />
      </>
    );
  });
}

export async function answerOwnJson({ ctx }: PageRequest): Promise<Response | null> {
  const copy = await ownCopy(ctx);
  return copy && copyResponse(copyAsJson(copy), 'json');
}

export async function answerOwnCsv({ ctx }: PageRequest): Promise<Response | null> {
  const copy = await ownCopy(ctx);
  return copy && copyResponse(copyAsCsv(copy), 'csv');
}

async function ownCopy(ctx: Context): Promise<PersonalCopy | null> {
  const me = await findMe(ctx);
  return me && asPrivacy(ctx, ({ db }) => copyPerson(db, me.id, { except: onRequestAlone }));
}

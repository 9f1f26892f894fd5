/** The question of news: nobody signs in, one tap answers, the answer may be changed. */
import { sql } from 'kysely';
import { exitSituations, toldCodes } from '#domain/exit-groups.ts';
import { measurePoints } from '#domain/exit-plan.ts';
import type { Context } from '#http/context.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Alert } from '#ui/parts.tsx';
import { questionOf } from './news.ts';

export async function drawNews(request: PageRequest): Promise<View | null> {
  const { ctx, params, query, form } = request;
  const exit = await questionOf(ctx);
  if (exit === null) return null;
  const structure = await structureName(ctx, exit.holderId);
  const path = `/nouvelles/${encodeURIComponent(params['token'] ?? '')}`;
  if (exit.state === 'cancelled') return overView(structure);
  if (exit.code !== null && exit.source === 'link' && query.get('changer') !== '1' && !request.typed) {
    return thanksView({ path, structure, told: exitSituations[exit.code].told ?? exitSituations[exit.code].label });
  }
  const body = (
    <>
      <h1>Où en êtes-vous ?</h1>
      <p>
        {`${structure} vous a aidé à trouver un emploi et prend de vos nouvelles, ${measurePoints[exit.point].label.toLowerCase()}.`}
      </p>
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <form class="form" method="post" action={path}>
        <input type="hidden" name="cle" value={request.key()} />
        <div class="choices">
          {toldCodes.map((code) => (
            <button type="submit" class="button" name="situation" value={code}>
              {exitSituations[code].told}
            </button>
          ))}
        </div>
      </form>
      <p class="soft">
        {`Une touche suffit. Votre réponse est lue par ${structure} et comptée sans votre nom. Vous pouvez ne pas répondre : cela ne change rien pour vous.`}
      </p>
    </>
  );
  return { title: 'Vos nouvelles', body, width: 'narrow' };
}

function thanksView({ path, structure, told }: { path: string; structure: string; told: string }): View {
  const body = (
    <>
      <h1>Merci de vos nouvelles</h1>
      <Alert tone="done">{`Votre réponse\u00A0: «\u00A0${told}\u00A0».`}</Alert>
      <p>
        <a href={`${path}?changer=1`}>Changer ma réponse</a>
      </p>
      <p class="soft">{`Besoin d’aide pour la suite ? Appelez ${structure}.`}</p>
    </>
  );
  return { title: 'Merci de vos nouvelles', body, width: 'narrow' };
}

function overView(structure: string): View {
  const body = (
    <>
      <h1>Cette question n’est plus posée</h1>
      <p>{`${structure} sait que vous avez repris un contrat. Merci, et bonne continuation.`}</p>
    </>
  );
  return { title: 'Question close', body, width: 'narrow' };
}

async function structureName({ db }: Context, holder: string): Promise<string> {
  const found = await sql<{ name: string }>`select name from organisation where id = ${holder}`.execute(db);
  return found.rows[0]?.name ?? 'Votre structure';
}

/** How to report a weakness, for people here and for programs at the address RFC 9116 gives. */
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';
import { OperatorContact } from './operator-contact.tsx';
import { findOperator } from './operator.ts';

/** RFC 9116 §2.5.5 recommends less than a year. */
const validDays = 180;

export async function drawDisclosure({ ctx }: PageRequest): Promise<View> {
  const operator = await findOperator(ctx);
  const body = (
    <>
      <PageHeading title="Sécurité" lead="Vous avez trouvé une faille ? Merci de nous l’écrire avant d’en parler." />
      <h2>Signaler</h2>
      <p>Décrivez la page, les étapes et ce que vous avez obtenu. N’envoyez aucune donnée de personne.</p>
      <OperatorContact operator={operator} />
      <h2>Ce que nous demandons</h2>
      <ul>
        <li>
          N’allez pas plus loin que ce qui prouve la faille ; ne lisez, ne changez ni ne gardez les données d’autrui.
        </li>
        <li>Ne ralentissez pas le service.</li>
        <li>Laissez le temps de corriger avant de publier.</li>
      </ul>
      <h2>Ce que Guichet fait</h2>
      <ul>
        <li>
          Chaque demande passe par une seule table de droits, publiée dans <a href="/droits">Qui peut faire quoi</a>.
        </li>
        <li>La base de données refuse de son côté toute ligne d’une autre organisation.</li>
        <li>
          Chaque écriture est inscrite dans un journal enchaîné, que personne ne peut réécrire sans que cela se voie.
        </li>
        <li>Qui administre une organisation se connecte avec deux preuves.</li>
        <li>Aucun code ni contenu venu d’ailleurs n’est chargé dans les pages.</li>
      </ul>
      <p>
        Un programme trouvera la même adresse dans <a href="/.well-known/security.txt">security.txt</a>.
      </p>
    </>
  );
  return { title: 'Sécurité', body, width: 'narrow' };
}

export async function answerSecurityText({ ctx }: PageRequest): Promise<Response> {
  const { baseUrl } = ctx.house.configuration;
  const operator = await findOperator(ctx);
  const contact = operator !== null && operator.email !== '' ? `mailto:${operator.email}` : `${baseUrl}/securite`;
  const expires = new Date(ctx.now.getTime() + validDays * 86_400_000).toISOString();
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    `Policy: ${baseUrl}/securite`,
  ];
  return plainText(`${lines.join('\n')}\n`);
}

export function answerRobots(): Promise<Response> {
  return Promise.resolve(plainText('User-agent: *\nDisallow: /\n'));
}

function plainText(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
